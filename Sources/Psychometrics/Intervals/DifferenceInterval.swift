/// The interval of a difference between two independent estimates.

extension Interval {
  /// The interval of `first` − `second` from the interval of each: the square-and-add of Newcombe (1998), his method 10
  /// where both are Wilson's, and sound for any two (Zou & Donner 2008), so also for clustered shares, means and
  /// ratios.
  ///
  /// The two are taken as independent. Where the same pupils stand in both and go up and down together, the interval is
  /// wider than it need be: a verdict is then rather withheld than wrong. A caution of either is a caution of the
  /// difference.
  package static func difference(_ first: Interval, minus second: Interval) -> IntervalOutcome {
    guard first.confidence == second.confidence else { return .undefined(.differentConfidence) }
    let estimate = first.estimate - second.estimate
    let down = hypotenuse(first.estimate - first.lower, second.upper - second.estimate)
    let up = hypotenuse(first.upper - first.estimate, second.estimate - second.lower)
    return IntervalOutcome(
      Interval(
        estimate: estimate, lower: estimate - down, upper: estimate + up, confidence: first.confidence,
        kind: .difference, caution: first.caution ?? second.caution))
  }

  private static func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
}
