import Diagnostics
import Expressions
import Instruments
import Testing
import Texts

@testable import Administration

@Suite("What is known of the respondent, options that come and go, and booklets")
struct StructureTests {
  private static let survey = """
    <choice-list id="regions"><option code="chuy">Chuy</option><option code="osh">Osh</option></choice-list>
    <choice-list id="districts"><option code="alamudun" of="chuy">Alamudun</option><option code="sokuluk" of="chuy">Sokuluk</option>
    <option code="uzgen" of="osh">Uzgen</option></choice-list>
    <input id="grade" type="integer" min="1" max="11"><en>Grade</en></input>
    <section id="s"><choose id="region" choices="regions"><en>Region?</en></choose>
    <choose id="district" choices="districts" filter-by="region"><en>District?</en></choose>
    <choose id="plans" show-if="grade ge 9"><en>Plans?</en><option code="a">A</option>
    <option code="b" show-if="grade eq 11">B</option></choose></section>
    """

  private func session(grade: Int?) throws -> Session {
    let form = try Shipped.questionnaire(Self.survey).delivery
    var session = Session(
      plan: SessionPlan(delivery: form, seed: 1, respondent: Respondent(grade: grade)))
    try session.apply(.started(.en), at: .start)
    return session
  }

  @Test("A grade that the register knows decides what is asked; nobody can answer it")
  func inputs() throws {
    let ninth = try session(grade: 9)
    #expect(ninth.value(at: ninth.slot("grade")) == .integer(9))
    #expect(ninth.state.shownSlots.contains(ninth.slot("plans")))
    #expect(!(try session(grade: 5)).state.shownSlots.contains(ninth.slot("plans")))
    // Where nobody knows it, what depends on it stays hidden.
    let unknown = try session(grade: nil)
    #expect(unknown.value(at: unknown.slot("grade")) == .missing(Missing(.noData)))
    #expect(!unknown.state.shownSlots.contains(unknown.slot("plans")))
    var trying = ninth
    #expect(throws: Refusal.noSuchItem(ninth.slot("grade"))) {
      try trying.apply(.answered(ninth.address(of: ninth.slot("grade")), .integer(3)), at: .start)
    }
  }

  @Test("An option under another answer is parked when that answer changes, and comes back with it")
  func cascade() throws {
    var session = try session(grade: 9)
    let district = session.slot("district")
    #expect(throws: Refusal.self) { try session.answer("district", "uzgen") }
    try session.answer("region", "osh")
    try session.answer("district", "uzgen")
    #expect(session.value(at: district) == .code("uzgen"))
    try session.answer("region", "chuy")
    #expect(session.value(at: district) == .unanswered && !session.isAnswered(district))
    try session.answer("region", "osh")
    #expect(session.value(at: district) == .code("uzgen"))
  }

  @Test("An option with a condition is offered only where it holds")
  func conditions() throws {
    let plans = try session(grade: 9).plan.delivery.items.first { $0.item.id == "plans" }
    let item = try #require(plans)
    #expect(!(try session(grade: 9)).offers("b", of: item))
    #expect(try session(grade: 11).offers("b", of: item))
    #expect(try session(grade: 9).offers("a", of: item))
  }

  @Test("A question of which no option is there needs no answer")
  func nothingOffered() throws {
    let form = try Shipped.questionnaire(
      """
      <choice-list id="l"><option code="a" of="x">A</option><option code="b" of="y">B</option></choice-list>
      <section id="s"><choose id="top"><en>Top?</en><option code="x">X</option><option code="y">Y</option></choose>
      <choose id="under" choices="l" filter-by="top" required="yes"><en>Under?</en></choose></section>
      """)
    var session = try Session.begun(form)
    #expect(session.hindrance == nil)
    try session.answer("top", "y")
    #expect(session.hindrance == .required(slot: session.slot("under")))
    try session.answer("under", "b")
    #expect(session.hindrance == nil)
  }

  @Test("Where a drawn order puts an option's condition before what it reads, the option still follows it")
  func aheadOfItsReason() throws {
    let form = try Shipped.questionnaire(
      """
      <section id="s" shuffle="yes"><choose id="top"><en>Top?</en><option code="x">X</option><option code="y">Y</option></choose>
      <choose id="under"><en>Under?</en><option code="a" show-if="top eq 'x'">A</option><option code="b">B</option></choose></section>
      """)
    var orders: Set<[Int]> = []
    for seed in UInt64(1)...20 {
      var session = try Session.begun(form, seed: seed)
      orders.insert(session.plan.route.compactMap { if case .element(let index) = $0 { index.block } else { nil } })
      try session.answer("top", "x")
      try session.answer("under", "a")
      try session.answer("top", "y")
      #expect(session.value(at: session.slot("under")) == .unanswered, "seed \(seed)")
    }
    #expect(orders.count == 2)
  }

  // MARK: Order

  private static func sections(_ count: Int, _ attributes: (Int) -> String = { _ in "" }) -> String {
    (1...count).map {
      "<section id=\"s\($0)\" \(attributes($0))><number id=\"n\($0)\"><en>\($0)?</en></number></section>"
    }.joined()
  }

  private func order(_ instrument: CheckedInstrument, seed: UInt64) -> [Int] {
    SessionPlan(delivery: instrument.delivery, seed: seed).route.compactMap {
      if case .element(let index) = $0 { index.section + 1 } else { nil }
    }
  }

  @Test("Of shuffled sections those that are fixed keep their places")
  func fixedSections() throws {
    let instrument = try Shipped.questionnaire(
      Self.sections(6) { $0 == 1 || $0 == 6 ? "fixed=\"yes\"" : "" }, attributes: "shuffle-sections=\"yes\"")
    let orders = (1...40).map { order(instrument, seed: $0) }
    #expect(orders.allSatisfy { $0.first == 1 && $0.last == 6 && $0.sorted() == [1, 2, 3, 4, 5, 6] })
    #expect(Set(orders).count > 10)
  }

  @Test("Of shuffled blocks those that are fixed keep their places")
  func fixedBlocks() throws {
    let blocks = (1...5).map { "<number id=\"n\($0)\" \($0 == 3 ? "fixed=\"yes\"" : "")><en>\($0)?</en></number>" }
    let instrument = try Shipped.questionnaire("<section id=\"s\" shuffle=\"yes\">\(blocks.joined())</section>")
    for seed in UInt64(1)...40 {
      let route = SessionPlan(delivery: instrument.delivery, seed: seed).route
      #expect(route[2] == .element(ElementIndex(section: 0, block: 2)))
    }
  }

  @Test("Over all seeds of a round each cluster is met equally often, at each place, and with each other")
  func booklets() throws {
    let instrument = try Shipped.questionnaire(
      "<booklets clusters=\"s2 s3 s4 s5 s6 s7 s8\" size=\"3\"/>" + Self.sections(9))
    let orders = (0..<7).map { order(instrument, seed: UInt64($0)) }
    // Sections that are no clusters frame every booklet.
    #expect(orders.allSatisfy { $0.count == 5 && $0.first == 1 && $0.last == 9 })
    let booklets = orders.map { Array($0.dropFirst().dropLast()) }
    for place in 0..<3 { #expect(Set(booklets.map { $0[place] }) == Set(2...8)) }
    for first in 2...8 {
      for second in 2...8 where first < second {
        #expect(booklets.count { $0.contains(first) && $0.contains(second) } == 1)
      }
    }
  }

  @Test(
    "Designs with difference sets are balanced; others say by how much they aren't",
    arguments: [(3, 2, 0), (4, 3, 0), (7, 3, 0), (7, 4, 0), (11, 5, 0), (13, 4, 0), (21, 5, 0), (5, 5, 0), (6, 3, 1)])
  func designs(clusters: Int, size: Int, spread: Int) {
    #expect(CyclicDesign.imbalance(clusters: clusters, size: size) == spread)
    let rows = CyclicDesign.booklets(clusters: clusters, size: size)
    #expect(rows.count == clusters && rows.allSatisfy { Set($0).count == size })
  }
}
