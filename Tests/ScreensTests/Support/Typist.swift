import Administration
import Expressions
import Instruments
import TerminalUI
import Texts

@testable import Screens

/// Plays a person at the keys: every step as the driver makes it, with a store that always keeps.
struct Typist {
  var state: RunnerState
  var now = Instant.start
  /// Everything that was stored.
  var log: [LoggedEvent] = []
  var bells = 0

  init(
    _ instrument: CheckedInstrument, language: Language = .en, size: Size = Size(columns: 80, rows: 24),
    seed: UInt64 = 1,
    isKiosk: Bool = false, looks: Looks = Looks()
  ) {
    let session = Session(plan: SessionPlan(of: instrument, seed: seed))
    let step = RunnerState.begin(session, at: .start, language: language, size: size, isKiosk: isKiosk, looks: looks)
    state = step.state
    log = step.events
  }

  var session: Session { state.session }

  mutating func give(_ input: ScreenInput) {
    let step = state.taking(input, at: now)
    state = step.state
    log += step.events
    if step.bell { bells += 1 }
  }

  mutating func press(_ keys: Key...) { for key in keys { give(.key(key)) } }

  mutating func type(_ text: String) { for scalar in text.unicodeScalars { press(.character(Character(scalar))) } }

  mutating func wait(milliseconds: Int64) {
    now.milliseconds += milliseconds
    give(.tick)
  }

  /// The screen at the size that the runner knows.
  var screen: String { state.frame(size: state.size, glyphs: .unicode).text }

  func slot(_ id: String) -> Int { session.plan.delivery.slot(of: Symbol(id)) ?? -1 }
  func answer(_ id: String) -> Value? { session.answer(at: slot(id)) }

  /// The id of the block on the screen; "." at the end.
  var place: String {
    guard let element = session.currentElement else { return "." }
    return session.plan.element(at: element).block.id.text
  }

  /// Goes to a question by the list, without touching any.
  mutating func go(to id: String) {
    press(.function(2), .home)
    for _ in 0..<40 {
      guard case .overview(let cursor) = state.mode, state.questions.indices.contains(cursor) else { return }
      if session.plan.element(at: state.questions[cursor]).block.id.text == id { break }
      press(.down)
    }
    press(.enter)
  }
}
