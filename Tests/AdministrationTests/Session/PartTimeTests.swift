import Expressions
import Instruments
import Scoring
import SeededTesting
import Testing
import Texts

@testable import Administration

@Suite("Questions and sections with a limit of their own")
struct PartTimeTests {
  /// Two quick questions of 30 seconds (the second must be answered), a section of two minutes, and one without a limit.
  static let quick = """
    <section id="quick"><number id="q1" time-limit="30s"><en>1?</en></number>
    <number id="q2" time-limit="30s" required="yes"><en>2?</en></number></section>
    <section id="part" time-limit="2m"><number id="p1"><en>1?</en></number><number id="p2" time-limit="90s"><en>2?</en></number>
    <number id="p3"><en>3?</en></number></section>
    <section id="rest"><number id="r1"><en>1?</en></number></section>
    """

  private func at(_ seconds: Double) -> Instant { Instant(milliseconds: Int64(seconds * 1_000)) }

  private func begun() throws -> Session { try Session.begun(try Shipped.questionnaire(Self.quick)) }

  private func place(_ session: Session) -> String {
    session.currentElement.map { session.plan.element(at: $0).block.id.text } ?? "."
  }

  private func answer(_ session: inout Session, _ id: String, _ number: Int, at instant: Instant) throws {
    try session.apply(.answered(session.address(of: session.slot(id)), .decimal(Decimal64(number))), at: instant)
  }

  private func go(_ session: inout Session, to id: String, at instant: Instant) throws {
    try session.apply(.moved(.element(session.element(id))), at: instant)
  }

  @Test("An answer at the last moment is taken; a moment later the question is closed and keeps what it has")
  func lastMoment() throws {
    var session = try begun()
    #expect(session.partEnd == at(30))
    try answer(&session, "q1", 1, at: at(29))
    try answer(&session, "q1", 2, at: at(30))
    #expect(session.partEnd == at(30))
    let before = session.state
    #expect(throws: Refusal.timeOver(session.slot("q1"))) { try answer(&session, "q1", 3, at: at(30.001)) }
    #expect(session.state == before, "what is refused leaves no trace")
    try session.apply(.expired, at: at(31))
    #expect(place(session) == "q2" && session.answer(at: session.slot("q1")) == .decimal(Decimal64(2)))
    #expect(session.partEnd == at(61), "the next clock begins when its question is shown")
    #expect(throws: Refusal.elementClosed) { try go(&session, to: "q1", at: at(32)) }
    #expect(session.position(before: session.state.position) == nil)
    #expect(throws: Refusal.timeNotOver) { try session.apply(.expired, at: at(40)) }
  }

  @Test("What must be answered doesn't hold up where its time is over")
  func required() throws {
    var session = try begun()
    try go(&session, to: "q2", at: at(1))
    #expect(throws: Refusal.required(slot: session.slot("q2"))) { try go(&session, to: "p1", at: at(2)) }
    try session.apply(.expired, at: at(31))
    #expect(place(session) == "p1")
    #expect(session.hindrance == nil)
    try session.apply(.sealed(.submitted), at: at(32))
    #expect(session.value(at: session.slot("q2")) == .unanswered)
  }

  @Test("A clock runs over all visits together, and not while another question is on the screen")
  func visits() throws {
    var session = try begun()
    try go(&session, to: "q2", at: at(20))
    try answer(&session, "q2", 1, at: at(25))
    try go(&session, to: "q1", at: at(28))
    #expect(session.state.now == at(28) && session.partEnd == at(38))
  }

  @Test("A section's clock closes all of it; the question's own may end first")
  func section() throws {
    var session = try begun()
    try go(&session, to: "q2", at: at(1))
    try answer(&session, "q2", 1, at: at(2))
    try go(&session, to: "p1", at: at(10))
    try answer(&session, "p1", 1, at: at(15))
    try go(&session, to: "p2", at: at(20))
    #expect(session.partClocks.map(\.end) == [at(110), at(130)])
    try session.apply(.expired, at: at(110))
    #expect(place(session) == "p3" && session.partClocks.map(\.end) == [at(130)])
    try answer(&session, "p3", 1, at: at(120))
    try session.apply(.expired, at: at(130.4))
    #expect(place(session) == "r1" && session.partEnd == nil)
    for id in ["p1", "p2", "p3"] {
      #expect(throws: Refusal.timeOver(session.slot(id))) { try answer(&session, id, 9, at: at(131)) }
    }
    // Before it nothing is over: the way back leads round the section.
    try session.apply(.moved(try #require(session.position(before: session.state.position))), at: at(132))
    #expect(place(session) == "q2")
  }

  @Test("Suspended, the clocks stand still")
  func suspended() throws {
    var session = try begun()
    try session.apply(.suspended, at: at(20))
    #expect(session.partEnd == nil)
    try session.apply(.resumed, at: at(20))
    #expect(session.partEnd == at(30))
  }

  @Test("A late event closes what was over before it and is taken if it still may be; what comes next has all its time")
  func late() throws {
    var session = try begun()
    try session.apply(.flagged(slot: session.slot("r1"), true), at: at(500))
    #expect(place(session) == "q2" && session.partEnd == at(530))
    #expect(session.state.closed == [session.element("q1")])
  }

  @Test("Random events: replayed the same, what is closed stays closed and as it was", arguments: seeds(40))
  func properties(seed: UInt64) throws {
    let instrument = try Shipped.questionnaire(Self.quick)
    let plan = SessionPlan(of: instrument, seed: seed)
    var session = Session(plan: plan)
    var events = RandomEvents(instrument, seed: seed)
    var log: [LoggedEvent] = []
    for _ in 0..<200 {
      let before = session
      let entry = events.next(in: session)
      do throws(Refusal) { try session.apply(entry.event, at: entry.instant) } catch {
        #expect(session.state == before.state)
        continue
      }
      log.append(entry)
      #expect(session.state.closed.isSuperset(of: before.state.closed))
      #expect(session.state.closedSections.isSuperset(of: before.state.closedSections))
      for item in instrument.delivery.items where before.isClosed(slot: item.slot) {
        #expect(session.answer(at: item.slot) == before.answer(at: item.slot))
      }
      if let here = session.currentElement { #expect(!session.isClosed(here)) }
    }
    #expect(try Session.replay(plan, log).state == session.state)
  }

  @Test("A made-up respondent keeps within the limits, or is moved on by them")
  func rehearsal() throws {
    let instrument = try Shipped.questionnaire(Self.quick)
    for seed in seeds(30) {
      var session = Session(plan: SessionPlan(of: instrument, seed: seed))
      var sitting = SimulatedSitting(of: instrument, rehearsal: 1, seed: seed)
      var steps = 0
      while let entry = sitting.next(in: session), steps < 200 {
        try session.apply(entry.event, at: entry.instant)
        steps += 1
      }
      #expect(session.state.phase == .sealed(.submitted), "seed \(seed)")
    }
  }
}
