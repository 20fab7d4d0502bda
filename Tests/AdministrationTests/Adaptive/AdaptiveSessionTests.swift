import Expressions
import Instruments
import Psychometrics
import Scoring
import SeededTesting
import Testing

@testable import Administration

@Suite("Questions chosen one by one")
struct AdaptiveSessionTests {
  @Test("Never the same question twice, within the length, and the reason of the end holds", arguments: seeds(25))
  func lengths(seed: UInt64) throws {
    let ability = -2.5 + 0.2 * Double(seed)
    var sitting = try AdaptiveSitting(
      AdaptiveSitting.instrument(AdaptiveSitting.adaptive), seed: seed, ability: ability)
    try sitting.sit()
    let asked = sitting.reasons.flatMap(\.elements)
    #expect(Set(asked).count == asked.count)
    #expect((5...12).contains(asked.count))
    let last = try #require(sitting.reasons.last)
    #expect(last.elements.isEmpty)
    switch last.reason.why {
    case .error: #expect(try #require(last.reason.error) <= Decimal64(mantissa: 42, scale: 2))
    case .length: #expect(asked.count == 12)
    default: Issue.record("\(last.reason)")
    }
    for (elements, reason) in sitting.reasons.dropLast() {
      #expect(reason.best.count == 4)
      #expect(reason.best.map(\.text).contains(sitting.id(elements[0])))
    }
    #expect(sitting.session.state.phase == .sealed(.submitted))
  }

  @Test("A log replays into the identical state without anything being chosen again", arguments: seeds(10))
  func replays(seed: UInt64) throws {
    let instrument = try AdaptiveSitting.instrument(AdaptiveSitting.adaptive)
    var sitting = try AdaptiveSitting(instrument, seed: seed, ability: 0.5)
    try sitting.sit()
    // The plan without keys has nobody who chooses.
    let blind = SessionPlan(delivery: instrument.delivery, seed: seed)
    #expect(try Session.replay(blind, sitting.log).state == sitting.session.state)
    let codec = EventCodec(instrument.delivery)
    let read = try sitting.log.map {
      LoggedEvent(try #require(codec.event(of: codec.line(of: $0.event))), at: $0.instant)
    }
    #expect(read == sitting.log)
    var again = try AdaptiveSitting(instrument, seed: seed, ability: 0.5)
    try again.sit()
    #expect(again.log == sitting.log)
    var other = try AdaptiveSitting(instrument, seed: seed + 1_000, ability: 0.5)
    try other.sit()
    #expect(other.reasons.map(\.elements) != sitting.reasons.map(\.elements))
  }

  @Test("The way ends at the choice: nothing behind it is seen, moved to or handed in")
  func gate() throws {
    var sitting = try AdaptiveSitting(AdaptiveSitting.instrument(AdaptiveSitting.adaptive), seed: 3)
    #expect(sitting.session.steps.isEmpty && sitting.session.state.position == .end)
    #expect(sitting.session.hindrance == .choiceOpen)
    #expect(throws: Refusal.choiceOpen) { try sitting.take(.sealed(.submitted)) }
    #expect(throws: Refusal.notShown(sitting.session.slot("liked"))) { try sitting.session.answer("liked", "easy") }
    #expect(sitting.session.mostToCome == 13 && sitting.instrument.delivery.form.mostQuestions == 13)
    try sitting.choose()
    #expect(sitting.session.steps.count == 1 && sitting.session.mostToCome == 12)
    #expect(throws: Refusal.choiceOpen) { try sitting.take(.moved(.end)) }
    // A choice for another stop, of nothing that stands there, or of two at once isn't taken.
    let here = try #require(sitting.session.currentElement)
    let reason = ChoiceReason(.information)
    for event in [
      Event.chosen(stop: 9, [ElementIndex(section: 0, block: 3)], reason), .chosen(stop: 0, [here], reason),
      .chosen(stop: 0, [ElementIndex(section: 1, block: 0)], reason),
      .chosen(stop: 0, [ElementIndex(section: 0, block: 40), ElementIndex(section: 0, block: 41)], reason),
    ] {
      #expect(throws: Refusal.self) { try sitting.take(event) }
    }
  }

  @Test("An answer stands once the next question was chosen by it")
  func stands() throws {
    var sitting = try AdaptiveSitting(AdaptiveSitting.instrument(AdaptiveSitting.adaptive), seed: 4)
    try sitting.choose()
    let first = try #require(sitting.session.currentElement)
    try sitting.answer()
    let slot = sitting.session.shownItems(at: first)[0].slot
    try sitting.take(.answered(sitting.session.address(of: slot), .integer(1)))
    try sitting.goOn()
    #expect(sitting.session.isBehindChoice(first))
    #expect(throws: Refusal.behindChoice(slot)) {
      try sitting.take(.answered(sitting.session.address(of: slot), .integer(2)))
    }
    #expect(throws: Refusal.behindChoice(slot)) { try sitting.take(.cleared(sitting.session.address(of: slot))) }
    #expect(throws: Refusal.elementBehindChoice) { try sitting.take(.moved(.element(first))) }
    #expect(sitting.session.position(before: sitting.session.state.position) == nil)
    #expect(sitting.session.value(at: slot) == .integer(1))
  }

  @Test("What is left without an answer counts as wrong for the choice, as it does for the points")
  func unanswered() throws {
    let instrument = try AdaptiveSitting.instrument(AdaptiveSitting.adaptive)
    var sitting = try AdaptiveSitting(instrument, seed: 5)
    try sitting.choose()
    try sitting.goOn()
    #expect(try #require(sitting.reasons.last?.reason.theta) < .zero)
  }

  @Test("Shares of areas hold to within one question in every test", arguments: seeds(20))
  func shares(seed: UInt64) throws {
    var sitting = try AdaptiveSitting(
      AdaptiveSitting.instrument(AdaptiveSitting.adaptive) { text in
        text.replacing(" error=\"0.42\"", with: "").replacing("at-least=\"5\"", with: "at-least=\"12\"")
      }, seed: seed, ability: 0.3)
    try sitting.sit()
    let specifications = sitting.instrument.instrument.specifications
    let areas = sitting.reasons.flatMap(\.elements).compactMap { specifications[Symbol(sitting.id($0))]?.area?.text }
    #expect(areas.count == 12)
    for (area, share) in [("add", 0.4), ("mul", 0.4), ("percent", 0.2)] {
      #expect(abs(Double(areas.count { $0 == area }) - 12 * share) < 1, "\(areas)")
    }
  }

  @Test("When the section's time is over nothing more is chosen, and the way leads on behind it")
  func timeLimit() throws {
    var sitting = try AdaptiveSitting(
      AdaptiveSitting.instrument(AdaptiveSitting.adaptive) { text in
        text.replacing("<section id=\"pool\">", with: "<section id=\"pool\" time-limit=\"1m\">")
      }, seed: 6)
    try sitting.choose()
    let end = try #require(sitting.session.partEnd)
    try sitting.session.apply(.expired, at: end)
    #expect(sitting.session.state.position == .end)
    guard case .chosen(_, let elements, let reason)? = sitting.session.choice else {
      Issue.record("nothing is chosen")
      return
    }
    #expect(elements.isEmpty && reason.why == .time)
    try sitting.session.apply(.chosen(stop: 0, elements, reason), at: end)
    #expect(sitting.session.currentElement.map(sitting.id) == "liked")
  }

  @Test("Two hundred people: unbiased, as far off as the standard error says, no question seen by too many")
  func recovery() throws {
    let instrument = try AdaptiveSitting.instrument(AdaptiveSitting.adaptive) { text in
      text.replacing("at-most=\"12\"", with: "at-most=\"15\"")
    }
    var (bias, squares, expected) = (0.0, 0.0, 0.0)
    var seen: [ElementIndex: Int] = [:]
    let people = 200
    for number in 0..<people {
      var draw = SeededGenerator(seed: UInt64(number)).derived(for: "person")
      let ability = draw.normal()
      var sitting = try AdaptiveSitting(instrument, seed: UInt64(number), ability: ability)
      try sitting.sit()
      for element in sitting.reasons.flatMap(\.elements) { seen[element, default: 0] += 1 }
      let score = try #require(instrument.scoring.score(sitting.session).scale("ability"))
      guard case .decimal(let theta) = score.score, let error = score.error else {
        Issue.record("no ability")
        return
      }
      // The choice and the score are by the same estimate.
      let last = try #require(sitting.reasons.last?.reason)
      #expect(abs(theta.double - (last.theta ?? .zero).double) < 0.001)
      let off = theta.double - ability
      bias += off / Double(people)
      squares += off * off / Double(people)
      expected += error.double * error.double / Double(people)
    }
    let rmse = squares.squareRoot()
    #expect(abs(bias) < 4 * rmse / Double(people).squareRoot())
    #expect(abs(rmse - expected.squareRoot()) < 4 * rmse / (2 * Double(people)).squareRoot())
    #expect(Double(seen.values.max() ?? 0) / Double(people) < 0.85)
  }

  @Test("Reasons come back from the log's line, and what a later version says more is passed over")
  func reasons() throws {
    var reason = ChoiceReason(.information)
    reason.theta = ChoiceReason.rounded(-1.23456)
    reason.best = ["q1", "q2"]
    reason.area = "add"
    #expect(reason.theta == Decimal64("-1.2346"))
    #expect(ChoiceReason(line: reason.line) == reason)
    #expect(ChoiceReason(line: reason.line + " later=3") == reason)
    for wrong in ["", "why=whim", "theta=1", "why=error theta"] { #expect(ChoiceReason(line: wrong) == nil) }
  }
}
