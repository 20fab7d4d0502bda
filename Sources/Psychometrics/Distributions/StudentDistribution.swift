/// Student's t distribution with any positive number of degrees of freedom: its cumulative probability and its
/// quantile.

import Glibc

package struct StudentDistribution: Sendable, Hashable {
  package let degreesOfFreedom: Double
  /// Γ(ν/2 + ½) / (Γ(ν/2) √π), which is 1 / B(ν/2, ½).
  private let inverseBeta: Double

  /// Nil unless the degrees of freedom are positive and finite.
  ///
  /// They need not be whole (Welch 1947).
  package init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
    inverseBeta = gammaRatio(degreesOfFreedom / 2) / Double.pi.squareRoot()
  }

  /// P(T ≤ t).
  package func cumulative(_ t: Double) -> Double {
    guard t != 0 else { return 0.5 }
    let size = abs(t)
    let upper =
      degreesOfFreedom < Self.nearlyNormal ? tail(atLogarithm: log(size)).probability : tail(nearlyNormal: size)
    return t < 0 ? upper : 1 - upper
  }

  /// The t with P(T ≤ t) = `probability`, to 1e-10 of itself or of 1; nil unless 0 < `probability` < 1, or where t is
  /// too large for a number (tails of almost nothing with less than one degree of freedom).
  package func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    guard probability != 0.5 else { return 0 }
    let tail = min(probability, 1 - probability)
    let size = degreesOfFreedom < Self.nearlyNormal ? sizeByIteration(tail: tail) : sizeByExpansion(tail: tail)
    guard size.isFinite else { return nil }
    return probability < 0.5 ? -size : size
  }

  /// From here on expansions about the normal distribution are exact to the last digits, and the continued fraction
  /// isn't.
  private static let nearlyNormal = 1e5

  /// Newton's method for ln P(T > t) = ln `tail` in ln t.
  ///
  /// The left side is concave there, so from any start every step but the first comes from the same side and none can
  /// run away.
  private func sizeByIteration(tail target: Double) -> Double {
    var logarithm = log(-NormalDistribution.quantile(inside: target))
    for _ in 0..<100 {
      let (probability, fall) = tail(atLogarithm: logarithm)
      let step = log(probability / target) * probability / fall
      logarithm += step
      if abs(step) < 1e-14 * max(1, abs(logarithm)) { break }
    }
    return exp(logarithm)
  }

  /// The expansion about the normal quantile in powers of 1/ν (Fisher & Cornish 1960; Abramowitz & Stegun 26.7.5).
  private func sizeByExpansion(tail: Double) -> Double {
    let z = -NormalDistribution.quantile(inside: tail)
    let square = z * z
    let first = z * (square + 1) / 4
    let second = z * ((5 * square + 16) * square + 3) / 96
    let third = z * (((3 * square + 19) * square + 17) * square - 15) / 384
    return z + (first + (second + third / degreesOfFreedom) / degreesOfFreedom) / degreesOfFreedom
  }

  /// P(T > t) with many degrees of freedom: the z that lies as far out as t (Fisher 1925; the inverse of the expansion
  /// above).
  private func tail(nearlyNormal t: Double) -> Double {
    let square = t * t
    // Farther out the series would diverge, but less than e⁻⁹⁰⁰ is left there.
    guard square < degreesOfFreedom / 50 else { return 0 }
    let first = t * (square + 1) / 4
    let second = t * ((13 * square + 8) * square + 3) / 96
    let third = t * (((35 * square + 19) * square + 1) * square - 15) / 384
    let z = t - (first - (second - third / degreesOfFreedom) / degreesOfFreedom) / degreesOfFreedom
    return NormalDistribution.cumulative(-z)
  }

  /// P(T > eˢ), and how fast it falls with s: half the incomplete beta function I at x = ν/(ν + t²) (DLMF 8.17).
  ///
  /// In s = ln t nothing overflows, however heavy the tail.
  private func tail(atLogarithm s: Double) -> (probability: Double, fall: Double) {
    let half = degreesOfFreedom / 2
    let logRatio = 2 * s - log(degreesOfFreedom)  // ln(t²/ν)
    let x = exp(-softplus(logRatio))
    let y = exp(-softplus(-logRatio))  // 1 − x without cancellation
    let fall = inverseBeta * exp(-half * softplus(logRatio)) * y.squareRoot()
    if x < (half + 1) / (half + 2.5) {
      return (fall / (2 * half) * betaFraction(half, 0.5, at: x), fall)
    }
    return (0.5 - fall * betaFraction(0.5, half, at: y), fall)
  }
}

/// ln(1 + eᵘ), stable at both ends.
private func softplus(_ u: Double) -> Double { max(u, 0) + log1p(exp(-abs(u))) }

/// Γ(a + ½) / Γ(a) for a > 0: the asymptotic series of its logarithm (Tricomi & Erdélyi 1951) from 12 on, the
/// recurrence below.
///
/// A difference of two log-gammas would lose all digits for large a.
private func gammaRatio(_ a: Double) -> Double {
  var a = a
  var factor = 1.0
  while a < 12 {
    factor *= a / (a + 0.5)
    a += 1
  }
  let inverse = 1 / a
  let square = inverse * inverse
  var series = 31.0 / 18432
  series = series * square - 17.0 / 14336
  series = series * square + 1.0 / 640
  series = series * square - 1.0 / 192
  series = series * square + 1.0 / 8
  return factor * a.squareRoot() * exp(-series * inverse)
}

/// The continued fraction of the incomplete beta function, DLMF 8.17.22, evaluated forward (Lentz 1976; Thompson &
/// Barnett 1986).
///
/// Converges in some √max(a, b) terms where x < (a + 1)/(a + b + 2).
private func betaFraction(_ a: Double, _ b: Double, at x: Double) -> Double {
  let tiny = 1e-300  // stands in for a vanishing denominator, whose effect cancels in the next term
  var c = 1.0
  var d = 1 - (a + b) * x / (a + 1)
  d = 1 / (abs(d) < tiny ? tiny : d)
  var value = d
  for m in 1...10_000 {
    let m = Double(m)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    var change = 1.0
    for term in [even, odd] {
      d = 1 + term * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + term / c
      if abs(c) < tiny { c = tiny }
      change = c * d
      value *= change
    }
    if abs(change - 1) < 1e-16 { break }
  }
  return value
}
