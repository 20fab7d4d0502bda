/// The interval of a share of independent rows.

extension Interval {
  /// The score interval of the share `count` / `total` (Wilson 1927), the method that Brown, Cai & DasGupta (2001)
  /// recommend: it never leaves [0, 1], and 0 of 5 gives a real upper limit.
  ///
  /// Both may be fractions: partial credit, weights, an effective number of rows. No row gives `.notEnough`; a count
  /// below zero or above the total is `.impossibleNumbers`.
  package static func share(
    _ count: Double, of total: Double, confidence: Confidence = .ninetyFive
  ) -> IntervalOutcome {
    guard total.isFinite, total >= 0, count >= 0, count <= total else { return .undefined(.impossibleNumbers) }
    guard total > 0 else { return .notEnough(needed: 1, of: .observations) }
    let limits = wilsonLimits(share: count / total, total: total, multiplier: confidence.normalMultiplier)
    return IntervalOutcome(
      Interval(
        estimate: count / total, lower: limits.lower, upper: limits.upper, confidence: confidence, kind: .wilson))
  }

  /// The two shares that lie `multiplier` of their own standard errors from the observed one.
  static func wilsonLimits(share: Double, total: Double, multiplier: Double) -> (lower: Double, upper: Double) {
    let square = multiplier * multiplier
    /// The lower root of n(p − π)² = z²π(1 − π), in the form that subtracts nothing: exact at 0, stable beside it.
    func lowerRoot(_ p: Double) -> Double {
      let count = p * total
      let spread = (square + 4 * count * (1 - p)).squareRoot()
      return 2 * count * p / (2 * count + square + multiplier * spread)
    }
    // By symmetry, the upper limit is what the lower limit of the complement leaves.
    return (min(lowerRoot(share), share), max(1 - lowerRoot(1 - share), share))
  }
}
