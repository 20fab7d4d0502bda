/// What a person needs at a test that others don't: more time, larger print, a voice that reads.
///
/// Given by the register, fixed at the opening of a session and kept with it, so that a replay has the same limits.
package struct Accommodations: Sendable, Hashable, Codable {
  /// Percent by which every time limit is longer: 25 makes 40 minutes 50. From 0 to 300.
  package var extraTime: Int
  package var largePrint: Bool
  package var readAloud: Bool

  package static let none = Accommodations()
  package static let mostExtraTime = 300

  package init(extraTime: Int = 0, largePrint: Bool = false, readAloud: Bool = false) {
    self.extraTime = max(0, min(Self.mostExtraTime, extraTime))
    self.largePrint = largePrint
    self.readAloud = readAloud
  }

  /// A limit in milliseconds as it is for this person: never shorter, and rounded up to the whole millisecond.
  package func stretched(_ limit: Int64) -> Int64 {
    guard limit > 0, extraTime > 0 else { return limit }
    let (whole, rest) = limit.quotientAndRemainder(dividingBy: 100)
    let (more, isOver) = whole.multipliedReportingOverflow(by: Int64(extraTime))
    let (sum, isOverSum) = limit.addingReportingOverflow(more + (rest * Int64(extraTime) + 99) / 100)
    return isOver || isOverSum ? .max : sum
  }
}
