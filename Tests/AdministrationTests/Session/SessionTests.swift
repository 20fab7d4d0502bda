import Expressions
import Instruments
import Testing
import Texts

@testable import Administration

@Suite("Sessions")
struct SessionTests {
  @Test("Answers to what became hidden are parked, blank in every expression, and back when it is shown again")
  func parking() throws {
    var session = try Session.begun(try Shipped.instrument("parent-survey.xml"))
    try session.answer("grade", "9")
    try session.answer("meals", "yes")
    try session.answer("spend", "150")
    #expect(session.value(at: session.slot("spend")) == .decimal(Decimal64(150)))
    try session.answer("meals", "no")
    #expect(session.parked == [session.slot("spend")])
    #expect(session.value(at: session.slot("spend")) == .notShown)
    #expect(session.state.shownSlots.contains(session.slot("why_not")))
    try session.answer("meals", "yes")
    #expect(session.parked.isEmpty)
    #expect(session.value(at: session.slot("spend")) == .decimal(Decimal64(150)))
  }

  @Test("A soft check asks back once, and a changed answer is asked about again")
  func softChecks() throws {
    var session = try Session.begun(try Shipped.instrument("parent-survey.xml"))
    try session.answer("meals", "yes")
    let spend = session.slot("spend")
    try session.apply(
      .moved(.element(session.element("spend"))), at: session.state.now,
      ignoring: .required(slot: session.slot("grade")))
    try session.answer("grade", "4")
    try session.apply(.moved(.element(session.element("spend"))), at: session.state.now)
    try session.answer("spend", "900")
    #expect(throws: Refusal.needsConfirmation(slot: spend, check: 0)) {
      try session.apply(.moved(session.position(after: session.state.position)), at: session.state.now)
    }
    try session.apply(.confirmed(session.address(of: spend), check: 0), at: session.state.now)
    #expect(session.hindrance(at: session.state.position) == nil)
    try session.answer("spend", "901")
    #expect(session.hindrance(at: session.state.position) == .needsConfirmation(slot: spend, check: 0))
    try session.answer("spend", "90")
    #expect(session.hindrance(at: session.state.position) == nil)
    #expect(throws: Refusal.nothingToConfirm(slot: spend)) {
      try session.apply(.confirmed(session.address(of: spend), check: 0), at: session.state.now)
    }
  }

  @Test("A check that refuses takes no answer that breaks it, and keeps the one before")
  func hardChecks() throws {
    var session = try Session.begun(
      try Shipped.questionnaire(
        """
        <section id="s"><number id="a"><en>How many?</en><check that="a le 10" else="refuse"><en>At most 10.</en></check></number></section>
        """))
    try session.answer("a", "7")
    #expect(throws: Refusal.checkFailed(slot: 0, check: 0)) { try session.answer("a", "11") }
    #expect(session.value(at: 0) == .decimal(Decimal64(7)))
  }

  @Test("What is required must be answered before going on and before handing in; going back is always free")
  func required() throws {
    var session = try Session.begun(try Shipped.instrument("parent-survey.xml"))
    let grade = session.slot("grade")
    #expect(throws: Refusal.required(slot: grade)) {
      try session.apply(.moved(session.position(after: session.state.position)), at: session.state.now)
    }
    #expect(throws: Refusal.required(slot: grade)) { try session.apply(.sealed(.submitted), at: session.state.now) }
    try session.answer("grade", "3")
    try session.apply(.moved(session.position(after: session.state.position)), at: session.state.now)
    #expect(session.state.position == .element(session.element("meals")))
    try session.apply(.moved(.element(session.element("grade"))), at: session.state.now)
    #expect(session.state.position == .element(session.element("grade")))
    // A proctor and the clock may close what isn't complete.
    try session.apply(.sealed(.proctor), at: session.state.now)
    #expect(session.isSealed)
  }

  @Test("When time is over the session is sealed as it stands, and what was confirmed in time stays")
  func timeUp() throws {
    var session = try Session.begun(try Shipped.instrument("math-4-diagnostic.xml"))
    let limit = try #require(session.timeLimit)
    #expect(limit.milliseconds == 40 * 60_000)
    let first = session.address(of: session.slot("m1"))
    try session.apply(.answered(first, .decimal(Decimal64(623))), at: limit)
    #expect(session.timeLeft(at: limit) == 0)
    #expect(throws: Refusal.alreadySealed) {
      try session.apply(.answered(first, .decimal(Decimal64(1))), at: Instant(milliseconds: limit.milliseconds + 1))
    }
    #expect(session.state.phase == .sealed(.timeUp))
    #expect(session.value(at: first.slot) == .decimal(Decimal64(623)))
  }

  @Test("Time can't run backwards, and a suspended session takes nothing but its resumption")
  func clock() throws {
    var session = try Session.begun(try Shipped.instrument("math-4-diagnostic.xml"))
    try session.apply(.languageChanged(.ru), at: Instant(milliseconds: 5_000))
    #expect(throws: Refusal.timeReversed) {
      try session.apply(.languageChanged(.en), at: Instant(milliseconds: 4_999))
    }
    try session.apply(.suspended, at: Instant(milliseconds: 6_000))
    #expect(throws: Refusal.isSuspended) { try session.answer("m1", "623") }
    try session.apply(.resumed, at: Instant(milliseconds: 6_000))
    try session.answer("m1", "623")
    #expect(session.state.language == .ru)
  }

  @Test("A sealed session changes only after a proctor opened it again")
  func reopening() throws {
    var session = try Session.begun(try Shipped.instrument("math-4-diagnostic.xml"))
    try session.answer("m1", "600")
    try session.apply(.sealed(.submitted), at: session.state.now)
    #expect(throws: Refusal.alreadySealed) { try session.answer("m1", "623") }
    #expect(throws: Refusal.alreadySealed) { try session.apply(.sealed(.submitted), at: session.state.now) }
    try session.apply(.reopened(by: "p-1"), at: session.state.now)
    try session.answer("m1", "623")
    #expect(session.value(at: session.slot("m1")) == .decimal(Decimal64(623)))
  }

  @Test("The text of an 'other' is asked for only while it is chosen")
  func otherTexts() throws {
    var session = try Session.begun(try Shipped.instrument("parent-survey.xml"))
    try session.answer("meals", "no")
    let other = session.slot("why_not.oth")
    #expect(throws: Refusal.notShown(other)) { try session.answer("why_not.oth", "алыс") }
    try session.answer("why_not", "oth")
    try session.answer("why_not.oth", "алыс")
    #expect(session.value(at: other) == .text("алыс"))
    try session.answer("why_not", "price")
    #expect(session.value(at: other) == .notShown)
    #expect(session.parked.contains(other))
  }

  @Test("A computed value follows its answers and is missing where they are")
  func computations() throws {
    var session = try Session.begun(
      try Shipped.questionnaire(
        """
        <section id="s"><number id="a" min="0" max="9" whole="yes"><en>A?</en></number><number id="b" min="0" max="9" whole="yes"><en>B?</en></number>
        <compute id="c" value="a + b"/><note id="n" show-if="c ge 5"><en>Many.</en></note></section>
        """))
    let computed = session.slot("c")
    #expect(session.value(at: computed).isMissing)
    try session.answer("a", "2")
    try session.answer("b", "4")
    #expect(session.value(at: computed) == .integer(6))
    #expect(session.steps.contains(session.element("n")))
    try session.answer("b", "1")
    #expect(!session.steps.contains(session.element("n")))
  }
}

extension Session {
  /// Applies an event that is expected to be refused for this reason.
  fileprivate mutating func apply(_ event: Event, at instant: Instant, ignoring refusal: Refusal) throws {
    do throws(Refusal) { try apply(event, at: instant) } catch { #expect(error == refusal) }
  }
}
