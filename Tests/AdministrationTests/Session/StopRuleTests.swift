import Expressions
import Instruments
import Scoring
import Testing
import Texts

@testable import Administration

@Suite("Sections that stop after wrong or missing answers")
struct StopRuleTests {
  /// A test of one section of sums, whose answers are 1, 2, 3…, and a last question behind it.
  private static func test(_ attributes: String, items: Int = 8, method: String = "test") throws -> CheckedInstrument {
    let sums = (1...items).map { "<number id=\"n\($0)\"><en>\($0)?</en><key>\($0)</key></number>" }.joined()
    return try Shipped.checked(
      Array(
        """
        <\(method) xmlns="urn:synak:1" id="t" version="1" languages="en"><title><en>T</en></title>
        <section id="s" \(attributes)>\(sums)</section>
        <section id="after"><number id="last"><en>Last?</en><key>1</key></number></section>
        <scale id="total" method="sum" of="\((1...items).map { "n\($0)" }.joined(separator: " ")) last"><en>T</en></scale>
        </\(method)>
        """.utf8))
  }

  private func begun(_ instrument: CheckedInstrument) throws -> Session {
    var session = Session(plan: SessionPlan(of: instrument, seed: 1))
    try session.apply(.started(.en), at: .start)
    return session
  }

  /// Answers as a pupil goes: an answer, or none, and on to the next.
  private func go(_ session: inout Session, _ typed: [String]) throws {
    for word in typed {
      let here = try #require(session.currentElement)
      if !word.isEmpty { try session.answer(session.plan.element(at: here).block.id.text, word) }
      try session.apply(.moved(session.position(after: session.state.position)), at: session.state.now)
    }
  }

  private func shown(_ session: Session) -> [String] {
    session.steps.map { session.plan.element(at: $0).block.id.text }
  }

  @Test("So many wrong in a row end the section; what is behind it goes on")
  func wrong() throws {
    let instrument = try Self.test("stop-after-wrong=\"3\"")
    var session = try begun(instrument)
    try go(&session, ["1", "9", "9", "4", "9", "9", "9"])
    #expect(shown(session) == ["n1", "n2", "n3", "n4", "n5", "n6", "n7", "last"])
    #expect(session.currentElement == session.element("last"))
    #expect(session.value(at: session.slot("n8")) == .missing(Missing(.notReached)))
    #expect(throws: Refusal.notReached(session.slot("n8"))) { try session.answer("n8", "8") }
    #expect(throws: Refusal.noSuchElement) {
      try session.apply(.moved(.element(session.element("n8"))), at: session.state.now)
    }
  }

  @Test("A right answer between breaks the run")
  func broken() throws {
    var session = try begun(try Self.test("stop-after-wrong=\"3\""))
    try go(&session, ["9", "9", "3", "9", "9", "6", "9"])
    #expect(shown(session).count == 9)
  }

  @Test("In a test what is left without an answer counts as wrong, as it is scored; what waits for one does not")
  func left() throws {
    var session = try begun(try Self.test("stop-after-wrong=\"3\""))
    try go(&session, ["1", "9", ""])
    #expect(shown(session).count == 9)
    // Going on from the fourth is the third in a row: the way leads behind the section.
    try go(&session, [""])
    #expect(session.currentElement == session.element("last"))
    // Back there, an answer takes the stop back.
    try session.apply(.moved(.element(session.element("n4"))), at: session.state.now)
    #expect(!shown(session).contains("n5"))
    try session.answer("n4", "4")
    #expect(shown(session).count == 9)
  }

  @Test("A mended answer takes the stop back, and what was answered behind it counts again")
  func mended() throws {
    let instrument = try Self.test("stop-after-wrong=\"2\"")
    var session = try begun(instrument)
    try go(&session, ["1", "2", "3"])
    try session.answer("n2", "9")
    try session.answer("n1", "9")
    #expect(shown(session) == ["n1", "n2", "last"])
    #expect(session.parked == [session.slot("n3")])
    #expect(instrument.scoring.score(session).item("n3")?.reason == .notReached)
    try session.answer("n1", "1")
    #expect(session.value(at: session.slot("n3")) == .decimal(Decimal64(3)))
  }

  @Test("Unreached items earn nothing of their points, or have none, as the section says")
  func scored() throws {
    for (rule, maximum) in [("", 9), ("unreached=\"wrong\"", 9), ("unreached=\"not-shown\"", 5)] {
      let instrument = try Self.test("stop-after-wrong=\"2\" \(rule)")
      var session = try begun(instrument)
      try go(&session, ["1", "2", "9", "9", "1"])
      let sheet = instrument.scoring.score(session)
      #expect(sheet.scale("total")?.score == .decimal(Decimal64(3)))
      #expect(sheet.scale("total")?.maximum == Decimal64(maximum))
      #expect(sheet.item("n5")?.reason == (maximum == 9 ? .notReached : .notShown))
      #expect(sheet.item("n5")?.points == (maximum == 9 ? .zero : nil))
    }
  }

  @Test("So many left in a row end a section too, with or without keys")
  func missing() throws {
    let form = try Shipped.questionnaire(
      """
      <section id="s" stop-after-missing="2">\((1...5).map { "<number id=\"n\($0)\"><en>?</en></number>" }.joined())
      </section>
      """)
    var session = try begun(form)
    try go(&session, ["", "1", "", ""])
    #expect(shown(session) == ["n1", "n2", "n3", "n4"])
    #expect(session.state.position == .end)
    #expect(session.value(at: session.slot("n5")) == .notShown)
  }

  @Test("In a questionnaire a keyed item that is left neither counts nor breaks the run")
  func aside() throws {
    var session = try begun(try Self.test("stop-after-wrong=\"2\"", method: "questionnaire"))
    try go(&session, ["9", "", "9"])
    #expect(shown(session) == ["n1", "n2", "n3", "last"])
  }

  @Test("The order is that of the session: a shuffled section stops where its pupil stands")
  func shuffled() throws {
    for seed in UInt64(1)...10 {
      let instrument = try Self.test("stop-after-wrong=\"2\" shuffle=\"yes\"")
      var session = Session(plan: SessionPlan(of: instrument, seed: seed))
      try session.apply(.started(.en), at: .start)
      let order = shown(session)
      try go(&session, ["99", "99"])
      #expect(shown(session) == Array(order.prefix(2)) + ["last"])
    }
  }

  @Test("Replayed, the log gives the same session; and a form alone holds no key")
  func replay() throws {
    let instrument = try Self.test("stop-after-wrong=\"2\"")
    let plan = SessionPlan(of: instrument, seed: 3)
    var session = Session(plan: plan)
    var log: [LoggedEvent] = []
    let codec = EventCodec(instrument.delivery)
    func apply(_ event: Event) throws {
      let entry = LoggedEvent(event, at: Instant(milliseconds: Int64(log.count) * 1_000))
      try session.apply(entry.event, at: entry.instant)
      let line = codec.line(of: event)
      log.append(LoggedEvent(try #require(codec.event(of: line)), at: entry.instant))
    }
    try apply(.started(.en))
    for word in [9, 9] {
      let slot = session.plan.delivery.slot(of: session.plan.element(at: try #require(session.currentElement)).block.id)
      try apply(.answered(session.address(of: try #require(slot)), .decimal(Decimal64(word))))
      try apply(.moved(session.position(after: session.state.position)))
    }
    #expect(session.currentElement == session.element("last"))
    #expect(try Session.replay(plan, log).state == session.state)
    let blind = try Session.replay(SessionPlan(delivery: instrument.delivery, seed: 3), [log[0], log[1], log[3]])
    #expect(blind.state.stopped.isEmpty)
  }
}
