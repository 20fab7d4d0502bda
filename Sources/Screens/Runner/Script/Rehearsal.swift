package import Administration
import Expressions
import Instruments
package import Scoring
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

  /// The line that tells how far a rehearsal has come: who sat it, and with what result.
  package static func progress(
    _ number: Int, of total: Int, _ name: String, _ session: Session, _ sheet: ScoreSheet, in language: Language
  ) -> String {
    let total = ["n": "\(number)", "total": "\(total)", "name": name, "answers": "\(session.state.answers.count)"]
    let line = ScriptPhrase.progress.text(in: language, total)
    guard case .decimal(let score)? = sheet.scales.last?.score, let maximum = sheet.scales.last?.maximum else {
      return line
    }
    let points = ["score": NumberFormat.text("\(score)", in: language), "maximum": "\(maximum)"]
    return line + ", " + ScriptPhrase.points.text(in: language, points)
  }
}
