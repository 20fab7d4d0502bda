/// An exact decimal number of 18 significant digits: 0.1 + 0.2 is 0.3, and sums don't depend on their order.
///
/// The value is mantissa · 10^−scale. Results whose digits don't fit are rounded half away from zero in their last place
/// behind the point; a whole part that doesn't fit is an overflow, which operations say by nil.
package struct Decimal64: Sendable {
  /// The digits; the value is mantissa · 10^−scale.
  package let mantissa: Int64
  /// How many of the digits stand behind the point: 0…18.
  package let scale: UInt8

  package static let maximumScale = 18
  package static let zero = Decimal64(0)
  package static let one = Decimal64(1)

  /// A scale above 18 is read as 18.
  package init(mantissa: Int64, scale: UInt8) {
    self.mantissa = mantissa
    self.scale = min(scale, UInt8(Self.maximumScale))
  }

  package init(_ integer: Int) { self.init(mantissa: Int64(integer), scale: 0) }

  /// mantissa · 10^−scale rounded half away from zero to what fits; nil on overflow.
  init?(fitting mantissa: Int128, scale: Int) {
    let magnitude = mantissa.magnitude
    var dropped = max(0, scale - Self.maximumScale)
    if magnitude > UInt128(Int64.max) { dropped = max(dropped, magnitude.decimalDigits - 18) }
    guard dropped <= scale, scale - dropped <= Self.maximumScale else { return nil }
    let rounded = dropped == 0 ? magnitude : magnitude.dividedHalfUp(by: Power.ten128(dropped))
    guard rounded <= UInt128(Int64.max) else { return nil }
    let whole = Int64(rounded)
    self.init(mantissa: mantissa < 0 ? -whole : whole, scale: UInt8(scale - dropped))
  }

  package var isZero: Bool { mantissa == 0 }
  package var isNegative: Bool { mantissa < 0 }

  /// The same value with no digit behind the point that isn't needed.
  package var normalized: Decimal64 {
    guard scale > 0, mantissa % 10 == 0 else { return self }
    guard mantissa != 0 else { return .zero }
    var digits = mantissa
    var places = scale
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return Decimal64(mantissa: digits, scale: places)
  }

  package var isWhole: Bool { normalized.scale == 0 }

  /// The value where it is a whole number.
  package var integer: Int? {
    let plain = normalized
    return plain.scale == 0 ? Int(plain.mantissa) : nil
  }

  /// The nearest floating-point number.
  package var double: Double { Double(mantissa) / Power.double(Int(scale)) }
}

extension Decimal64: Hashable, Comparable {
  package static func == (a: Decimal64, b: Decimal64) -> Bool {
    a.scale == b.scale ? a.mantissa == b.mantissa : a.compared(to: b) == 0
  }

  package static func < (a: Decimal64, b: Decimal64) -> Bool {
    a.scale == b.scale ? a.mantissa < b.mantissa : a.compared(to: b) < 0
  }

  package func hash(into hasher: inout Hasher) {
    let plain = normalized
    hasher.combine(plain.mantissa)
    hasher.combine(plain.scale)
  }

  /// −1, 0 or 1, of different scales.
  private func compared(to other: Decimal64) -> Int {
    let places = max(scale, other.scale)
    let a = Int128(mantissa) * Int128(Power.ten64(Int(places - scale)))
    let b = Int128(other.mantissa) * Int128(Power.ten64(Int(places - other.scale)))
    return a < b ? -1 : a > b ? 1 : 0
  }
}

/// Powers of ten from tables.
enum Power {
  private static let tens64: [Int64] = (0...18).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
  private static let tens128: [UInt128] = (0...38).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
  private static let doubles: [Double] = tens64.map(Double.init)

  /// 10^exponent, exponent in 0…18.
  static func ten64(_ exponent: Int) -> Int64 { tens64[exponent] }
  /// 10^exponent, exponent in 0…38.
  static func ten128(_ exponent: Int) -> UInt128 { tens128[exponent] }
  /// 10^exponent, exponent in 0…18.
  static func double(_ exponent: Int) -> Double { doubles[exponent] }

  /// How many of the tabled powers are at most `value`: its decimal digits.
  static func digits(_ value: UInt128) -> Int {
    var low = 0
    var high = tens128.count
    while low < high {
      let middle = (low + high) / 2
      if tens128[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension UInt128 {
  /// How many decimal digits the number has; none for 0.
  var decimalDigits: Int { Power.digits(self) }

  /// The quotient rounded to the nearest, halves up.
  func dividedHalfUp(by divisor: UInt128) -> UInt128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder >= divisor - remainder ? quotient + 1 : quotient
  }
}
