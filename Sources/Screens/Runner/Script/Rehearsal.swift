package import Administration
import Instruments
package import Texts

/// A sitting of a made-up respondent through the same events that a person makes: for `demo` without a terminal.
package enum Rehearsal {
  /// Plays a sitting to its end and gives the session after it. `append` makes events durable before the next ones come.
  package static func sit(
    _ session: Session, as sitting: SimulatedSitting, append: ([LoggedEvent]) throws -> Void
  ) throws -> Session {
    var session = session
    var sitting = sitting
    // A respondent does a few things a slot: whoever does far more goes round in circles.
    let limit = 64 + 16 * session.plan.delivery.slots.count
    for _ in 0..<limit {
      guard let next = sitting.next(in: session) else { return session }
      try session.apply(next.event, at: next.instant)
      try append([next])
    }
    throw Endless()
  }

  /// A sitting that never comes to its end.
  package struct Endless: Error {
    package init() {}
  }

  /// The line that tells how far a rehearsal has come.
  package static func progress(_ number: Int, of total: Int, _ session: Session, in language: Language) -> String {
    ScriptPhrase.progress.text(
      in: language, ["n": "\(number)", "total": "\(total)", "answers": "\(session.state.answers.count)"])
  }
}
