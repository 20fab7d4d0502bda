/// The interval of a share of rows that cluster: marks by pupil, pupils by class.

extension Interval {
  /// The score interval of a share on the effective number of rows.
  ///
  /// The linearised variance v over clusters says how many independent rows would be worth as much: p(1 − p)/v, at most
  /// the rows that there are. That number stands in Wilson's formula, with Student's t of k − 1 degrees of freedom in
  /// place of the normal multiplier, since v comes from k clusters: the effective sample size of Korn & Graubard (1998)
  /// with their adjustment, in the score interval, one of the forms that Franco, Little, Louis & Slud (2019) compare.
  /// It stays in [0, 1] and needs no rule of its own near 0 and 1. At 0 and 1 themselves clusters can't show and all
  /// rows count (Parker et al. 2017); so they nearly do where a single row differs.
  ///
  /// `clusters` holds, a cluster, the rows counted (y) and all rows (x). Fewer than two clusters give `.notEnough`;
  /// fewer than `clustersForVerdict` give an interval with `.fewClusters`.
  package static func clusteredShare(
    of clusters: RatioSums, confidence: Confidence = .ninetyFive
  ) -> IntervalOutcome {
    guard clusters.units > 1 else { return .notEnough(needed: 2, of: .clusters) }
    guard let effective = clusters.effectiveRows, let share = clusters.ratio,
      let multiplier = confidence.studentMultiplier(degreesOfFreedom: Double(clusters.units - 1))
    else { return .undefined(clusters.denominator == 0 ? .noDenominator : .impossibleNumbers) }
    let limits = wilsonLimits(share: share, total: effective, multiplier: multiplier)
    return IntervalOutcome(
      Interval(
        estimate: share, lower: limits.lower, upper: limits.upper, confidence: confidence, kind: .clusteredWilson,
        caution: caution(clusters: clusters.units)))
  }
}

extension RatioSums {
  /// How many independent rows would tell as much about the share Σy / Σx as these clusters do; nil with fewer than two
  /// clusters or where Σy / Σx is no share.
  package var effectiveRows: Double? {
    guard let share = ratio, let variance, share >= 0, share <= 1 else { return nil }
    let independent = share * (1 - share)
    guard independent > 0, variance > 0 else { return denominator }
    return min(denominator, independent / variance)
  }
}
