import Glibc

/// Three-parameter logistic model: P(1) = c + (1 − c) · L, logit L = a·(θ − b) (Birnbaum 1968, in Lord & Novick, ch. 17).
///
/// With c = 0 it is the two-parameter model, with a = 1 too the Rasch model. There is no factor 1.7 inside: who has
/// parameters of the normal metric multiplies a by 1.7 first.
package struct ThreeParameterLogistic: AbilityModel, Hashable {
  /// a, in θ⁻¹; above zero.
  package var slope: Double
  /// b, in units of θ.
  package var difficulty: Double
  /// c: how often somebody who knows nothing is right, 0..<1.
  package var guessing: Double

  package init(slope: Double, difficulty: Double, guessing: Double = 0) {
    self.slope = slope
    self.difficulty = difficulty
    self.guessing = guessing
  }

  package var categories: Int { 2 }

  package func logProbabilities(at theta: Double, into out: inout MutableSpan<Double>) {
    let logit = slope * (theta - difficulty)
    let softplus = max(logit, 0) + log1p(exp(-abs(logit)))  // log(1 + e^logit), stable at both ends
    out[0] = log1p(-guessing) - softplus
    out[1] = guessing == 0 ? logit - softplus : log(guessing + (1 - guessing) * exp(logit - softplus))
  }

  /// L and 1 − L without the loss of digits at the ends.
  private func logistic(at theta: Double) -> (up: Double, down: Double) {
    let logit = slope * (theta - difficulty)
    let small = exp(-abs(logit)) / (1 + exp(-abs(logit)))
    return logit < 0 ? (small, 1 - small) : (1 - small, small)
  }

  package func slope(of score: Int, at theta: Double) -> Double {
    let (up, down) = logistic(at: theta)
    if score == 0 { return -slope * up }
    if guessing == 0 { return slope * down }
    return slope * (1 - guessing) * up * down / (guessing + (1 - guessing) * up)
  }

  /// I = a² (1 − c) L² (1 − L) / P (Lord 1980, eq. 5-9, with P − c = (1 − c) L).
  package func information(at theta: Double) -> Double {
    let (up, down) = logistic(at: theta)
    if guessing == 0 { return slope * slope * up * down }
    return slope * slope * (1 - guessing) * up * up * down / (guessing + (1 - guessing) * up)
  }

  /// P′ P″ / (P (1 − P)) with P″ = a (1 − 2 L) P′.
  package func skew(at theta: Double) -> Double {
    let (up, down) = logistic(at: theta)
    return slope * (down - up) * information(at: theta)
  }
}
