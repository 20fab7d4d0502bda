/// How sure an interval is meant to be: a number strictly between 0 and 1, checked once.
package struct Confidence: Sendable, Hashable {
  package let value: Double

  /// Nil unless 0 < `value` < 1.
  package init?(_ value: Double) {
    guard value > 0, value < 1 else { return nil }
    self.value = value
  }

  private init(known value: Double) { self.value = value }

  /// 0.95, what documents print unless they say otherwise.
  package static let ninetyFive = Confidence(known: 0.95)

  /// The probability left out on each side of a two-sided interval.
  var tail: Double { (1 - value) / 2 }

  /// How many standard errors the interval reaches to each side, for an estimate that is normally distributed.
  var normalMultiplier: Double { -NormalDistribution.quantile(inside: tail) }

  /// The same where the standard error is itself estimated, with so many degrees of freedom; nil where there are none.
  func studentMultiplier(degreesOfFreedom: Double) -> Double? {
    StudentDistribution(degreesOfFreedom: degreesOfFreedom)?.quantile(tail).map { -$0 }
  }
}
