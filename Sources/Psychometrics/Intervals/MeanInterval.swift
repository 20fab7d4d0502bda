/// The sums that the mean of independent rows is made of, and the intervals of a mean and of a difference of two.

/// Count, sum and sum of squares of values.
///
/// Sums of disjoint sets of rows add up to the sums of their union.
package struct ValueSums: Sendable, Hashable, AdditiveArithmetic {
  package var count: Int
  package var sum: Double
  package var squares: Double

  package init(count: Int, sum: Double, squares: Double) {
    self.count = count
    self.sum = sum
    self.squares = squares
  }

  package init(_ values: some Sequence<Double>) {
    self = .zero
    for value in values { self += ValueSums(count: 1, sum: value, squares: value * value) }
  }

  package static let zero = ValueSums(count: 0, sum: 0, squares: 0)

  package static func + (a: ValueSums, b: ValueSums) -> ValueSums {
    ValueSums(count: a.count + b.count, sum: a.sum + b.sum, squares: a.squares + b.squares)
  }

  package static func - (a: ValueSums, b: ValueSums) -> ValueSums {
    ValueSums(count: a.count - b.count, sum: a.sum - b.sum, squares: a.squares - b.squares)
  }

  /// Σ / n; nil without rows.
  package var mean: Double? { count > 0 ? sum / Double(count) : nil }

  /// The unbiased variance (divisor n − 1); nil with fewer than two rows.
  ///
  /// Exact to the last digits where the sums are exact, as they are for values of a few decimals taken in their
  /// smallest unit.
  package var variance: Double? {
    guard count > 1 else { return nil }
    let n = Double(count)
    let scaled = (Extended(n, times: squares) - Extended(sum, times: sum)).value
    return max(0, scaled) / (n * (n - 1))
  }
}

extension Interval {
  /// Student's interval of a mean, t with n − 1 degrees of freedom (Student 1908).
  ///
  /// Fewer than two rows give `.notEnough`.
  package static func mean(of sums: ValueSums, confidence: Confidence = .ninetyFive) -> IntervalOutcome {
    guard let mean = sums.mean, let variance = sums.variance else { return .notEnough(needed: 2, of: .observations) }
    let n = Double(sums.count)
    guard let multiplier = confidence.studentMultiplier(degreesOfFreedom: n - 1) else {
      return .undefined(.impossibleNumbers)
    }
    return IntervalOutcome(
      around: mean, reach: multiplier * (variance / n).squareRoot(), confidence: confidence, kind: .mean)
  }

  /// The interval of mean(`first`) − mean(`second`) over different persons, with unequal variances and the approximate
  /// degrees of freedom of Welch (1947).
  ///
  /// Each side needs two rows.
  package static func meanDifference(
    _ first: ValueSums, minus second: ValueSums, confidence: Confidence = .ninetyFive
  ) -> IntervalOutcome {
    guard let firstMean = first.mean, let firstVariance = first.variance, let secondMean = second.mean,
      let secondVariance = second.variance
    else { return .notEnough(needed: 2, of: .observations) }
    let firstError = firstVariance / Double(first.count)
    let secondError = secondVariance / Double(second.count)
    let error = firstError + secondError
    let difference = firstMean - secondMean
    guard error != 0 else {
      return IntervalOutcome(around: difference, reach: 0, confidence: confidence, kind: .welch)
    }
    let firstPart = firstError / error
    let secondPart = secondError / error
    let degreesOfFreedom =
      1 / (firstPart * firstPart / Double(first.count - 1) + secondPart * secondPart / Double(second.count - 1))
    guard let multiplier = confidence.studentMultiplier(degreesOfFreedom: degreesOfFreedom) else {
      return .undefined(.impossibleNumbers)
    }
    return IntervalOutcome(
      around: difference, reach: multiplier * error.squareRoot(), confidence: confidence, kind: .welch)
  }
}
