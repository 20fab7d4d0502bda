/// The sums that a ratio Σy / Σx over independent units is made of.
///
/// A unit is what was drawn as a whole: a row, or a cluster of rows (a pupil with all marks, a class with all pupils),
/// then with y and x summed over its rows. Sums of disjoint sets of units add up to the sums of their union.
package struct RatioSums: Sendable, Hashable, AdditiveArithmetic {
  /// How many units were added.
  ///
  /// A cluster without rows in the cell isn't one of them.
  package var units: Int
  /// Σy.
  package var numerator: Double
  /// Σx.
  package var denominator: Double
  /// Σy².
  package var numeratorSquares: Double
  /// Σxy.
  package var products: Double
  /// Σx².
  package var denominatorSquares: Double

  package init(
    units: Int, numerator: Double, denominator: Double, numeratorSquares: Double, products: Double,
    denominatorSquares: Double
  ) {
    self.units = units
    self.numerator = numerator
    self.denominator = denominator
    self.numeratorSquares = numeratorSquares
    self.products = products
    self.denominatorSquares = denominatorSquares
  }

  package static let zero = RatioSums(
    units: 0, numerator: 0, denominator: 0, numeratorSquares: 0, products: 0, denominatorSquares: 0)

  /// Adds one unit.
  package mutating func add(numerator y: Double, denominator x: Double) {
    self += RatioSums(
      units: 1, numerator: y, denominator: x, numeratorSquares: y * y, products: x * y, denominatorSquares: x * x)
  }

  package static func + (a: RatioSums, b: RatioSums) -> RatioSums {
    RatioSums(
      units: a.units + b.units, numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator,
      numeratorSquares: a.numeratorSquares + b.numeratorSquares, products: a.products + b.products,
      denominatorSquares: a.denominatorSquares + b.denominatorSquares)
  }

  package static func - (a: RatioSums, b: RatioSums) -> RatioSums {
    RatioSums(
      units: a.units - b.units, numerator: a.numerator - b.numerator, denominator: a.denominator - b.denominator,
      numeratorSquares: a.numeratorSquares - b.numeratorSquares, products: a.products - b.products,
      denominatorSquares: a.denominatorSquares - b.denominatorSquares)
  }

  /// R = Σy / Σx; nil where there is nothing to divide by.
  package var ratio: Double? { denominator > 0 ? numerator / denominator : nil }

  /// The linearised variance of R: k/(k − 1) · Σ(y − Rx)² / (Σx)² (Cochran 1977, chapters 6 and 11, without the finite
  /// population correction: the pupils are taken as a sample of what the school could show).
  ///
  /// Nil with fewer than two units.
  package var variance: Double? {
    guard units > 1, let ratio, ratio.isFinite else { return nil }
    // (Σx)² Σ(y − Rx)² = Σx (Σx Σy² − Σy Σxy) − Σy (Σx Σxy − Σy Σx²), all of it differences of near numbers.
    let left = Extended(denominator, times: numeratorSquares) - Extended(numerator, times: products)
    let right = Extended(denominator, times: products) - Extended(numerator, times: denominatorSquares)
    let scaled = (left * denominator - right * numerator).value
    let square = denominator * denominator
    let k = Double(units)
    return k / (k - 1) * max(0, scaled) / square / square
  }
}
