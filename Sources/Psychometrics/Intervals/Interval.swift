/// Where the true value behind an estimate may lie, by a named method and with a stated confidence.
///
/// It always holds finite numbers with lower ≤ estimate ≤ upper. An interval that can't be had is an `IntervalOutcome`,
/// never a NaN and never an interval of width zero made up instead.
package struct Interval: Sendable, Hashable {
  package let estimate: Double
  package let lower: Double
  package let upper: Double
  package let confidence: Confidence
  package let kind: Kind
  /// What keeps the interval from carrying a verdict; nil where nothing does.
  package let caution: Caution?

  /// The method that made an interval.
  ///
  /// A document names it, so the raw values are for ever.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Score interval of a share (Wilson 1927).
    case wilson
    /// Score interval of a share of rows that cluster, on the effective number of rows (Korn & Graubard 1998).
    case clusteredWilson = "clustered-wilson"
    /// Student's interval of a mean (Student 1908).
    case mean
    /// Linearised interval of a ratio of sums over independent rows (Cochran 1977, chapter 6).
    case ratio
    /// Linearised interval of a ratio of sums over clusters, so also of a mean of rows that cluster (Cochran 1977,
    /// chapter 11).
    case clusteredRatio = "clustered-ratio"
    /// Difference of two independent estimates from their own intervals (Newcombe 1998; Zou & Donner 2008).
    case difference
    /// Difference of two independent means with unequal variances (Welch 1947).
    case welch
  }

  /// A reason to print an interval but to draw no conclusion from it.
  package enum Caution: String, Sendable, Hashable {
    /// Its variance was estimated from fewer than `clustersForVerdict` clusters, and may be far off.
    case fewClusters = "few-clusters"
  }

  /// The number of clusters from which the linearised variance is trusted.
  package static let clustersForVerdict = 10

  /// Nil unless the three numbers are finite and in order.
  package init?(
    estimate: Double, lower: Double, upper: Double, confidence: Confidence, kind: Kind, caution: Caution? = nil
  ) {
    guard lower <= estimate, estimate <= upper, lower.isFinite, upper.isFinite else { return nil }
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
    self.kind = kind
    self.caution = caution
  }

  /// Whether the two have a point in common; intervals that touch do.
  package func overlaps(_ other: Interval) -> Bool { lower <= other.upper && other.lower <= upper }
}
