package import Expressions

/// An exact fraction, so that three thirds of a point are a point: what partial credit and scales are summed in before the
/// result becomes a decimal.
package struct Fraction: Sendable, Hashable {
  /// A number too large to stay exact.
  package struct Overflow: Error, Hashable {}

  /// Without a common divisor with the denominator.
  package let numerator: Int128
  /// Above zero.
  package let denominator: Int128

  package static let zero = Fraction(0)
  package static let one = Fraction(1)

  package init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// Exactly the decimal: its digits over a power of ten.
  package init(_ decimal: Decimal64) {
    // 10^18 at most, far inside 128 bits.
    var power: Int128 = 1
    for _ in 0..<decimal.scale { power *= 10 }
    self.init(reducing: Int128(decimal.mantissa), over: power)
  }

  /// `part` of `whole`; a whole above zero.
  package init(_ part: Int, of whole: Int) {
    precondition(whole > 0, "whoever counts the parts has counted a whole")
    self.init(reducing: Int128(part), over: Int128(whole))
  }

  private init(reducing numerator: Int128, over denominator: Int128) {
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  package func plus(_ other: Fraction) throws(Overflow) -> Fraction {
    let divisor = Int128(Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = try Self.product(numerator, other.denominator / divisor)
    let right = try Self.product(other.numerator, denominator / divisor)
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { throw Overflow() }
    return Fraction(reducing: sum, over: try Self.product(denominator, other.denominator / divisor))
  }

  package func minus(_ other: Fraction) throws(Overflow) -> Fraction {
    try plus(other.times(Fraction(-1)))
  }

  package func times(_ other: Fraction) throws(Overflow) -> Fraction {
    // Reduced crosswise first, so that an overflow is one of the result.
    let a = Fraction(reducing: numerator, over: other.denominator)
    let b = Fraction(reducing: other.numerator, over: denominator)
    return Fraction(
      reducing: try Self.product(a.numerator, b.numerator), over: try Self.product(a.denominator, b.denominator))
  }

  /// The quotient; nil where `other` is zero.
  package func divided(by other: Fraction) throws(Overflow) -> Fraction? {
    if other.numerator == 0 { return nil }
    let sign: Int128 = other.numerator < 0 ? -1 : 1
    return try times(Fraction(reducing: other.denominator * sign, over: other.numerator * sign))
  }

  /// The nearest decimal with at most `places` digits behind the point and 18 digits in all, halves away from zero.
  package func decimal(places: Int = 18) throws(Overflow) -> Decimal64 {
    let isNegative = numerator < 0
    let magnitude = isNegative ? try Self.product(numerator, -1) : numerator
    var (digits, rest) = magnitude.quotientAndRemainder(dividingBy: denominator)
    var scale: UInt8 = 0
    let most: Int128 = 1_000_000_000_000_000_000
    if digits >= most { throw Overflow() }
    while scale < min(places, 18), rest != 0, digits * 10 < most {
      let next = try Self.product(rest, 10).quotientAndRemainder(dividingBy: denominator)
      digits = digits * 10 + next.quotient
      rest = next.remainder
      scale += 1
    }
    if rest >= denominator - rest { digits += 1 }
    if digits >= most {
      // 0.999… rounded up to one digit more than fits: the last one is a zero.
      if scale == 0 { throw Overflow() }
      digits /= 10
      scale -= 1
    }
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    return Decimal64(mantissa: Int64(isNegative ? -digits : digits), scale: scale)
  }

  private static func product(_ a: Int128, _ b: Int128) throws(Overflow) -> Int128 {
    let (result, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { throw Overflow() }
    return result
  }

  /// Euclid's algorithm; at least 1.
  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

extension Fraction: Comparable {
  package static func < (a: Fraction, b: Fraction) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}
