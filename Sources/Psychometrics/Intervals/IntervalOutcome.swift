/// An interval, or the reason why there is none.
package enum IntervalOutcome: Sendable, Hashable {
  case interval(Interval)
  /// Too little was counted: at least `needed` of these must be there.
  case notEnough(needed: Int, of: Counted)
  case undefined(Reason)

  /// What there is not enough of.
  package enum Counted: String, Sendable, Hashable {
    case observations, clusters
  }

  package enum Reason: String, Sendable, Hashable {
    /// The sum that is divided by is zero or negative.
    case noDenominator = "no-denominator"
    /// A number is infinite, not a number, or not possible, as a share above one.
    case impossibleNumbers = "impossible-numbers"
    /// Two intervals of different confidence can't be joined into one.
    case differentConfidence = "different-confidence"
  }

  /// The interval, where there is one.
  package var interval: Interval? {
    guard case .interval(let interval) = self else { return nil }
    return interval
  }

  /// An interval of `estimate` ± `reach`.
  init(
    around estimate: Double, reach: Double, confidence: Confidence, kind: Interval.Kind,
    caution: Interval.Caution? = nil
  ) {
    self.init(
      Interval(
        estimate: estimate, lower: estimate - reach, upper: estimate + reach, confidence: confidence, kind: kind,
        caution: caution))
  }

  /// Nil means that the numbers didn't make an interval.
  init(_ interval: Interval?) {
    self = interval.map(IntervalOutcome.interval) ?? .undefined(.impossibleNumbers)
  }
}
