import Datasets
import Instruments

/// The time limits of a session, as they are for who sits it. The limit of a timed grid stays what it is: how much is read
/// in a minute is what is measured there.
extension SessionPlan {
  /// Milliseconds of the whole session; nil where there is no limit.
  package var timeLimit: Int64? { delivery.form.timeLimit.map { stretched($0) } }

  /// Milliseconds of a section; nil where it has no limit.
  package func timeLimit(ofSection section: Int) -> Int64? {
    delivery.sections[section].section.timeLimit.map { stretched($0) }
  }

  func stretched(_ limit: Int64) -> Int64 { respondent.accommodations.stretched(limit) }
}
