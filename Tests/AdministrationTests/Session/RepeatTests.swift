import Datasets
import Diagnostics
import Expressions
import Instruments
import Scoring
import SeededTesting
import Testing
import Texts

@testable import Administration

@Suite("Sections that are asked once for each")
struct RepeatTests {
  private static let family = """
    <section id="start"><number id="kids" min="0" max="4" whole="yes" required="yes"><en>How many?</en></number></section>
    <section id="child" repeat="kids" repeat-at-most="4"><title><en>Child</en></title>
    <text id="name"><en>Name?</en></text>
    <number id="age" min="0" max="18" whole="yes"><en>How old is {name}?</en></number>
    <choose id="school" show-if="age ge 6" required="age ge 7"><en>School?</en><option code="yes">Yes</option>
    <option code="oth" ask="text">Other</option></choose>
    <compute id="months" value="age * 12"/></section>
    <section id="after" show-if="count(age ge 6) ge 2"><number id="pupils"><en>Pupils?</en></number>
    <compute id="sum_age" value="sum(age)"/><compute id="oldest" value="max(months)"/></section>
    <scale id="ages" method="mean" of="age"><en>Mean age</en></scale>
    <example name="two"><answers kids="2" name.1="A" age.1="7" school.1="yes" age.2="9" school.2="oth" school.2.oth="home"/>
    <expect ages="8" sum_age="16" oldest="108" shown="after child.2 school.1" hidden="child.3 age.4"/></example>
    <example name="none"><answers kids="0"/><expect ages="" hidden="child.1 after"/></example>
    """

  private func begun() throws -> Session { try Session.begun(try Shipped.questionnaire(Self.family)) }

  private func shown(_ session: Session) -> [String] {
    session.steps.map { session.plan.element(at: $0).block.id.text }
  }

  @Test("As many occurrences are asked as were counted; fewer park the rest, which come back")
  func counting() throws {
    var session = try begun()
    #expect(shown(session) == ["kids"])
    try session.answer("kids", "2")
    #expect(shown(session) == ["kids", "name.1", "age.1", "name.2", "age.2"])
    try session.answer("age.2", "5")
    try session.answer("kids", "1")
    #expect(shown(session) == ["kids", "name.1", "age.1"])
    #expect(session.parked == [session.slot("age.2")] && session.value(at: session.slot("age.2")) == .notShown)
    try session.answer("kids", "4")
    #expect(session.value(at: session.slot("age.2")) == .integer(5))
  }

  @Test("Inside, names mean the same occurrence; outside, sum, max and count go over all that are there")
  func names() throws {
    var session = try begun()
    try session.answer("kids", "3")
    try session.answer("age.1", "7")
    #expect(shown(session).contains("school.1") && !shown(session).contains("school.2"))
    #expect(session.value(at: session.slot("months.1")) == .integer(84))
    #expect(!shown(session).contains("pupils"))
    try session.answer("age.2", "3")
    try session.answer("age.3", "16")
    #expect(shown(session).contains("pupils"))
    #expect(session.value(at: session.slot("sum_age")) == .integer(26))
    #expect(session.value(at: session.slot("oldest")) == .integer(192))
    #expect(session.hindrance == .required(slot: session.slot("school.1")))
    try session.answer("kids", "1")
    #expect(!shown(session).contains("pupils"))
  }

  @Test("Texts, options and titles show the answers of their own occurrence")
  func texts() throws {
    let form = try Shipped.questionnaire(
      """
      <section id="child" repeat="2"><title><en>About {name}</en></title><text id="name"><en>Name?</en></text>
      <choose id="who"><en>Who brings {name}?</en><option code="m">{name}'s mother</option><option code="f">father</option></choose>
      <gaps id="g"><en>{name} is {g1} years old.</en><gap id="g1" kind="number"/></gaps></section>
      """)
    let second = form.delivery.sections[1]
    #expect(second.section.title?.plain(in: .en) == "About {name.2} 2")
    let who = second.elements[1].items[0].item
    #expect(who.prompt.plain(in: .en) == "Who brings {name.2}?")
    #expect(who.options[0].text.plain(in: .en) == "{name.2}'s mother")
    #expect(second.elements[2].block.grid?.prompt.plain(in: .en) == "{name.2} is {g1.2} years old.")
    #expect(form.delivery.slots.first { $0.id == "who.2" }?.label?.plain(in: .en) == "Who brings {name}?")
  }

  @Test("A scale counts all occurrences that were asked")
  func scale() throws {
    let instrument = try Shipped.questionnaire(Self.family)
    var session = try Session.begun(instrument)
    try session.answer("kids", "3")
    for (id, age) in [("age.1", "4"), ("age.2", "5")] { try session.answer(id, age) }
    let score = try #require(instrument.scoring.score(session).scale("ages"))
    #expect(score.score == .decimal(Decimal64("4.5") ?? .zero) && score.shown == 3 && score.answered == 2)
  }

  @Test("The log says the one name and the way to its occurrence")
  func log() throws {
    let session = try begun()
    let codec = EventCodec(session.plan.delivery)
    for (id, line) in [
      ("age.2", "answered\tage\t2\t1\ti:5"), ("school.3.oth", "answered\tschool.oth\t3\t1\ti:5"),
      ("kids", "answered\tkids\t\t1\ti:5"),
    ] {
      let event = Event.answered(session.address(of: session.slot(id)), .integer(5))
      #expect(codec.line(of: event) == line && codec.event(of: line) == event)
    }
    #expect(codec.event(of: "answered\tage\t9\t1\ti:5").map { _ in true } != true)
  }

  @Test("Its examples name occurrences, and come true")
  func examples() throws {
    #expect(ExampleRun.findings(of: try Shipped.questionnaire(Self.family)).map(\.code) == [])
  }

  @Test("Random events and their replay; a made-up respondent hands it in", arguments: seeds(20))
  func properties(seed: UInt64) throws {
    let instrument = try Shipped.questionnaire(Self.family)
    let plan = SessionPlan(of: instrument, seed: seed)
    var session = Session(plan: plan)
    var events = RandomEvents(instrument, seed: seed)
    let codec = EventCodec(instrument.delivery)
    var log: [LoggedEvent] = []
    for _ in 0..<150 {
      let entry = events.next(in: session)
      do throws(Refusal) { try session.apply(entry.event, at: entry.instant) } catch { continue }
      log.append(LoggedEvent(try #require(codec.event(of: codec.line(of: entry.event))), at: entry.instant))
    }
    #expect(try Session.replay(plan, log).state == session.state)
    var sat = Session(plan: plan)
    var sitting = SimulatedSitting(of: instrument, rehearsal: 1, seed: seed)
    var steps = 0
    while let entry = sitting.next(in: sat), steps < 300 {
      try sat.apply(entry.event, at: entry.instant)
      steps += 1
    }
    #expect(sat.state.phase == .sealed(.submitted))
  }
}
