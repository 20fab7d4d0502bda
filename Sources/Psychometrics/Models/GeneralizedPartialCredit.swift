import Glibc

/// Generalised partial credit model: P(k) ∝ exp Σ_{v ≤ k} a·(θ − b_v), P(0) ∝ 1 (Muraki 1992); a = 1 is the partial credit
/// model (Masters 1982).
///
/// A step b_v is where the scores v − 1 and v are equally likely; steps needn't rise.
package struct GeneralizedPartialCredit: AbilityModel, Hashable {
  /// a, in θ⁻¹; above zero.
  package var slope: Double
  /// b_1 … b_m, in units of θ; at least one.
  package var steps: [Double]

  package init(slope: Double, steps: [Double]) {
    self.slope = slope
    self.steps = steps
  }

  package var categories: Int { steps.count + 1 }

  package func logProbabilities(at theta: Double, into out: inout MutableSpan<Double>) {
    var sum = 0.0
    var top = 0.0
    out[0] = 0
    for (index, step) in steps.enumerated() {
      sum += slope * (theta - step)
      out[index + 1] = sum
      top = max(top, sum)
    }
    var total = 0.0
    for score in 0..<categories { total += exp(out[score] - top) }
    let norm = top + log(total)
    for score in 0..<categories { out[score] -= norm }
  }

  /// The mean of the score and its second and third moments about the mean.
  private func moments(at theta: Double) -> (mean: Double, second: Double, third: Double) {
    let probabilities = probabilities(at: theta)
    var mean = 0.0
    for (score, probability) in probabilities.enumerated() { mean += Double(score) * probability }
    var (second, third) = (0.0, 0.0)
    for (score, probability) in probabilities.enumerated() {
      let off = Double(score) - mean
      second += off * off * probability
      third += off * off * off * probability
    }
    return (mean, second, third)
  }

  package func slope(of score: Int, at theta: Double) -> Double {
    slope * (Double(score) - moments(at: theta).mean)
  }

  /// a² times the variance of the score (Muraki 1993).
  package func information(at theta: Double) -> Double { slope * slope * moments(at: theta).second }

  /// a³ times the third moment: the model is of the exponential family in the score.
  package func skew(at theta: Double) -> Double { slope * slope * slope * moments(at: theta).third }
}
