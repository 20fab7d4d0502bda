/// Arithmetic of decimals: overflow-checked 64-bit integers first, 128-bit where these don't suffice, nil where the result
/// has no place in 18 digits.
extension Decimal64 {
  package func adding(_ other: Decimal64) -> Decimal64? {
    if scale == other.scale {
      let (sum, overflow) = mantissa.addingReportingOverflow(other.mantissa)
      if !overflow { return Decimal64(mantissa: sum, scale: scale) }
    }
    let places = max(scale, other.scale)
    let a = Int128(mantissa) * Int128(Power.ten64(Int(places - scale)))
    let b = Int128(other.mantissa) * Int128(Power.ten64(Int(places - other.scale)))
    return Decimal64(fitting: a + b, scale: Int(places))
  }

  package func subtracting(_ other: Decimal64) -> Decimal64? {
    if scale == other.scale {
      let (difference, overflow) = mantissa.subtractingReportingOverflow(other.mantissa)
      if !overflow { return Decimal64(mantissa: difference, scale: scale) }
    }
    let places = max(scale, other.scale)
    let a = Int128(mantissa) * Int128(Power.ten64(Int(places - scale)))
    let b = Int128(other.mantissa) * Int128(Power.ten64(Int(places - other.scale)))
    return Decimal64(fitting: a - b, scale: Int(places))
  }

  package func multiplied(by other: Decimal64) -> Decimal64? {
    let places = Int(scale) + Int(other.scale)
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    if !overflow, places <= Self.maximumScale { return Decimal64(mantissa: product, scale: UInt8(places)) }
    return Decimal64(fitting: Int128(mantissa) * Int128(other.mantissa), scale: places)
  }

  /// The quotient to 18 significant digits, at most 18 behind the point, the last one rounded half away from zero; nil
  /// where the divisor is zero too.
  package func divided(by other: Decimal64) -> Decimal64? {
    guard !other.isZero else { return nil }
    let divisor = UInt128(other.mantissa.magnitude)
    var (quotient, remainder) = UInt128(mantissa.magnitude).quotientAndRemainder(dividingBy: divisor)
    // The quotient so far stands for quotient · 10^−places.
    var places = Int(scale) - Int(other.scale)
    while places < 0 || (remainder != 0 && places < Self.maximumScale) {
      // A whole part of 19 digits may still fit; behind the point 18 are enough.
      let room = (places < 0 ? 19 : 18) - quotient.decimalDigits
      let wanted = places < 0 ? -places : Self.maximumScale - places
      let step = min(room, wanted)
      guard step > 0 else { break }
      let power = Power.ten128(step)
      let (digits, rest) = (remainder * power).quotientAndRemainder(dividingBy: divisor)
      quotient = quotient * power + digits
      remainder = rest
      places += step
    }
    guard places >= 0 else { return nil }
    if remainder >= divisor - remainder { quotient += 1 }
    let isNegative = (mantissa < 0) != (other.mantissa < 0)
    return Decimal64(fitting: isNegative ? -Int128(quotient) : Int128(quotient), scale: places)?.normalized
  }

  package var negated: Decimal64? {
    let (result, overflow) = Int64(0).subtractingReportingOverflow(mantissa)
    return overflow ? nil : Decimal64(mantissa: result, scale: scale)
  }

  package var magnitude: Decimal64? { isNegative ? negated : self }

  /// How a number is brought to fewer digits.
  package enum Rounding: Sendable { case halfAwayFromZero, towardZero, down, up }

  /// The value with at most `places` digits behind the point; whole tens and hundreds where `places` is negative.
  package func rounded(to places: Int = 0, _ rounding: Rounding = .halfAwayFromZero) -> Decimal64? {
    guard places < Int(scale) else { return self }
    let dropped = Int(scale) - places
    guard dropped <= 37 else { return .zero }
    let power = Power.ten128(dropped)
    let magnitude = UInt128(mantissa.magnitude)
    var (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: power)
    let isUp =
      switch rounding {
      case .halfAwayFromZero: remainder >= power - remainder
      case .towardZero: false
      case .down: isNegative && remainder > 0
      case .up: !isNegative && remainder > 0
      }
    if isUp { quotient += 1 }
    if places < 0 {
      guard quotient.decimalDigits - places <= 19 else { return nil }
      quotient *= Power.ten128(-places)
    }
    remainder = 0
    return Decimal64(fitting: isNegative ? -Int128(quotient) : Int128(quotient), scale: max(places, 0))
  }
}
