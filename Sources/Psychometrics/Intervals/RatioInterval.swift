/// The interval of a ratio of sums, over rows or over clusters of rows.

extension Interval {
  /// The interval of Σy / Σx over independent rows: linearised variance (Cochran 1977, chapter 6), t with k − 1 degrees
  /// of freedom.
  ///
  /// Fewer than two rows give `.notEnough`; a sum of x that isn't positive is `.noDenominator`. Rows that all have the
  /// same ratio give an interval of no width, since their variance is truly zero.
  package static func ratio(of rows: RatioSums, confidence: Confidence = .ninetyFive) -> IntervalOutcome {
    ratio(rows, counted: .observations, kind: .ratio, confidence: confidence)
  }

  /// The interval of Σy / Σx over clusters.
  ///
  /// With x the number of rows of a cluster it is that of a mean of rows that cluster.
  ///
  /// Fewer than two clusters give `.notEnough`; fewer than `clustersForVerdict` give an interval with `.fewClusters`.
  package static func clusteredRatio(
    of clusters: RatioSums, confidence: Confidence = .ninetyFive
  ) -> IntervalOutcome {
    ratio(clusters, counted: .clusters, kind: .clusteredRatio, confidence: confidence)
  }

  private static func ratio(
    _ sums: RatioSums, counted: IntervalOutcome.Counted, kind: Kind, confidence: Confidence
  ) -> IntervalOutcome {
    guard sums.units > 1 else { return .notEnough(needed: 2, of: counted) }
    guard let ratio = sums.ratio else { return .undefined(.noDenominator) }
    guard let variance = sums.variance,
      let multiplier = confidence.studentMultiplier(degreesOfFreedom: Double(sums.units - 1))
    else { return .undefined(.impossibleNumbers) }
    return IntervalOutcome(
      around: ratio, reach: multiplier * variance.squareRoot(), confidence: confidence, kind: kind,
      caution: counted == .clusters ? caution(clusters: sums.units) : nil)
  }

  /// What to say about a variance that so many clusters gave.
  static func caution(clusters: Int) -> Caution? { clusters < clustersForVerdict ? .fewClusters : nil }
}
