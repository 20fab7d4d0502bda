/// Answers that came too fast to be more than guesses.
///
/// An answer is a rapid guess where it took less than a tenth of the mean time that the group took for the item, ten seconds
/// at the most (the normative threshold NT10: Wise and Ma, 2012). The share of a person's answers that aren't is the response
/// time effort (Wise and Kong, 2005); below 0.90 the score is doubtful (Wise, 2015).
package enum RapidGuessing {
  package static let share = 0.10
  package static let mostMilliseconds = 10_000.0
  /// Fewer persons give no mean to go by.
  package static let leastPersons = 10

  /// Milliseconds below which an answer is a rapid guess; nil where too few have met the item.
  package static func threshold(_ times: [Int64]) -> Double? {
    guard times.count >= leastPersons else { return nil }
    let mean = times.reduce(0.0) { $0 + Double($1) } / Double(times.count)
    return min(mean * share, mostMilliseconds)
  }

  /// The share of answers that took at least their item's threshold, 0…1; nil where no item has one.
  ///
  /// - Parameter answers: Milliseconds that each answer took, with its item's threshold.
  package static func effort(_ answers: [(time: Int64, threshold: Double?)]) -> Double? {
    let judged = answers.compactMap { answer in answer.threshold.map { Double(answer.time) >= $0 } }
    return judged.isEmpty ? nil : Double(judged.count { $0 }) / Double(judged.count)
  }
}
