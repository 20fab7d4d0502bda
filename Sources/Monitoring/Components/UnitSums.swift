package import Psychometrics

/// The sums from which the interval of a ratio comes: over units that were drawn as a whole (rows, pupils, classes), each
/// with its share y of the numerator and x of the denominator.
///
/// Exact integers: y and x of a unit are scaled by the same power of ten, so sums of disjoint sets of units add up to the
/// sums of their union in any order.
package struct UnitSums: Sendable, Hashable {
  /// How many units take part: have any numerator or denominator.
  package private(set) var units: Int
  package private(set) var numerator: Int128
  package private(set) var denominator: Int128
  package private(set) var numeratorSquares: Int128
  package private(set) var products: Int128
  package private(set) var denominatorSquares: Int128
  /// y and x are in 10^−scale, the squares in 10^−2·scale.
  package private(set) var scale: UInt8

  package init(
    units: Int = 0, numerator: Int128 = 0, denominator: Int128 = 0, numeratorSquares: Int128 = 0, products: Int128 = 0,
    denominatorSquares: Int128 = 0, scale: UInt8 = 0
  ) {
    self.units = units
    self.numerator = numerator
    self.denominator = denominator
    self.numeratorSquares = numeratorSquares
    self.products = products
    self.denominatorSquares = denominatorSquares
    self.scale = scale
  }

  package static let zero = UnitSums()

  /// Adds `copies` equal units, each small enough that its square is exact (below 2^62 when scaled).
  mutating func add(numerator y: Int64, denominator x: Int64, copies: Int = 1) {
    guard y != 0 || x != 0 else { return }
    let y = Int128(y)
    let x = Int128(x)
    let n = Int128(copies)
    units += copies
    numerator += y * n
    denominator += x * n
    numeratorSquares += y * y * n
    products += x * y * n
    denominatorSquares += x * x * n
  }

  /// The sums of the union of two disjoint sets of units; nil where they are too large to be exact.
  package func adding(_ other: UnitSums) -> UnitSums? {
    if units == 0 { return other }
    if other.units == 0 { return self }
    let common = max(scale, other.scale)
    guard let a = scaled(to: common), let b = other.scaled(to: common) else { return nil }
    func sum(_ path: KeyPath<UnitSums, Int128>) -> Int128? {
      let (sum, overflow) = a[keyPath: path].addingReportingOverflow(b[keyPath: path])
      return overflow ? nil : sum
    }
    guard let numerator = sum(\.numerator), let denominator = sum(\.denominator),
      let numeratorSquares = sum(\.numeratorSquares), let products = sum(\.products),
      let denominatorSquares = sum(\.denominatorSquares)
    else { return nil }
    return UnitSums(
      units: a.units + b.units, numerator: numerator, denominator: denominator, numeratorSquares: numeratorSquares,
      products: products, denominatorSquares: denominatorSquares, scale: common)
  }

  /// All of these units as one, as the pupils of a class are one class; nil where that is too large to be exact.
  package var asOneUnit: UnitSums? {
    guard units > 0, numerator != 0 || denominator != 0 else { return .zero }
    let (squares, first) = numerator.multipliedReportingOverflow(by: numerator)
    let (products, second) = numerator.multipliedReportingOverflow(by: denominator)
    let (others, third) = denominator.multipliedReportingOverflow(by: denominator)
    guard !first, !second, !third else { return nil }
    return UnitSums(
      units: 1, numerator: numerator, denominator: denominator, numeratorSquares: squares, products: products,
      denominatorSquares: others, scale: scale)
  }

  private func scaled(to common: UInt8) -> UnitSums? {
    let digits = common - scale
    guard digits > 0 else { return self }
    guard let numerator = numerator.scaled(by: digits), let denominator = denominator.scaled(by: digits),
      let numeratorSquares = numeratorSquares.scaled(by: 2 * digits), let products = products.scaled(by: 2 * digits),
      let denominatorSquares = denominatorSquares.scaled(by: 2 * digits)
    else { return nil }
    return UnitSums(
      units: units, numerator: numerator, denominator: denominator, numeratorSquares: numeratorSquares,
      products: products, denominatorSquares: denominatorSquares, scale: common)
  }

  /// The same sums at the smallest scale that holds them, so that equal sums give equal floating-point numbers.
  private var simplest: UnitSums {
    var sums = self
    while sums.scale > 0, sums.numerator % 10 == 0, sums.denominator % 10 == 0, sums.numeratorSquares % 100 == 0,
      sums.products % 100 == 0, sums.denominatorSquares % 100 == 0
    {
      sums = UnitSums(
        units: sums.units, numerator: sums.numerator / 10, denominator: sums.denominator / 10,
        numeratorSquares: sums.numeratorSquares / 100, products: sums.products / 100,
        denominatorSquares: sums.denominatorSquares / 100, scale: sums.scale - 1)
    }
    return sums
  }

  /// The sums as the estimators take them.
  package var ratioSums: RatioSums {
    let sums = simplest
    let unit = powerOfTen(sums.scale)
    return RatioSums(
      units: sums.units, numerator: Double(sums.numerator) / unit, denominator: Double(sums.denominator) / unit,
      numeratorSquares: Double(sums.numeratorSquares) / unit / unit, products: Double(sums.products) / unit / unit,
      denominatorSquares: Double(sums.denominatorSquares) / unit / unit)
  }
}

private func powerOfTen(_ digits: UInt8) -> Double {
  var result = 1.0
  for _ in 0..<digits { result *= 10 }
  return result
}

extension Int128 {
  /// This times 10^`digits`; nil where that is too large.
  func scaled(by digits: UInt8) -> Int128? {
    var result = self
    for _ in 0..<digits {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }
}
