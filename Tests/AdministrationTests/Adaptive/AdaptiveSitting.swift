import Administration
import Expressions
import Foundation
import Instruments
import Psychometrics
import Testing
import Texts

/// Somebody of a known ability who sits an adaptive instrument, answer by answer.
struct AdaptiveSitting {
  static let adaptive = "adaptive-arithmetic"
  static let staged = "two-stage-arithmetic"

  static func instrument(_ name: String, edited edit: (String) -> String = { $0 }) throws -> CheckedInstrument {
    let url = Shipped.folder.deletingLastPathComponent().appending(path: "Tests/SampleFiles/\(name).xml")
    return try Shipped.checked(Array(edit(String(decoding: try Data(contentsOf: url), as: UTF8.self)).utf8))
  }

  let instrument: CheckedInstrument
  var session: Session
  var log: [LoggedEvent] = []
  private var chance: SeededGenerator
  private let person: SimulatedRespondent

  init(_ instrument: CheckedInstrument, seed: UInt64, ability: Double = 0) throws {
    self.instrument = instrument
    session = Session(plan: SessionPlan(of: instrument, seed: seed))
    chance = SeededGenerator(seed: seed).derived(for: "answers")
    person = SimulatedRespondent(ability: ability)
    try take(.started(.en))
  }

  mutating func take(_ event: Event) throws {
    let instant = Instant(milliseconds: session.state.now.milliseconds + 1_000)
    try session.apply(event, at: instant)
    log.append(LoggedEvent(event, at: instant))
  }

  /// Lets what is open be chosen; false where nothing is.
  @discardableResult mutating func choose() throws -> Bool {
    guard let choice = session.choice else { return false }
    try take(choice)
    return true
  }

  /// Answers what is on the screen as the model says: rightly, or with a number that is nobody's answer.
  mutating func answer() throws {
    guard let here = session.currentElement, let item = session.shownItems(at: here).first else { return }
    let key = instrument.scoring.items.first { $0.slot == item.slot }
    guard let key, let model = instrument.scoring.calibration?.models[item.slot],
      case .numbers(let numbers) = key.answer, let right = numbers.first?.value.integer
    else { return }
    let isRight = person.respond(to: model, using: &chance) == .score(1)
    try take(.answered(session.address(of: item.slot), .integer(isRight ? right : -1)))
  }

  /// Goes on, by a choice where one is open.
  mutating func goOn() throws {
    let next = session.position(after: session.state.position)
    if next == .end, try choose() { return }
    try take(.moved(next))
  }

  /// Sits everything and hands in.
  mutating func sit() throws {
    if session.state.position == .end { try choose() }
    while session.state.position != .end {
      try answer()
      try goOn()
    }
    try take(.sealed(.submitted))
  }

  /// The reasons of all choices, in order.
  var reasons: [(elements: [ElementIndex], reason: ChoiceReason)] {
    log.compactMap { if case .chosen(_, let elements, let reason) = $0.event { (elements, reason) } else { nil } }
  }

  func id(_ element: ElementIndex) -> String { session.plan.element(at: element).block.id.text }
}
