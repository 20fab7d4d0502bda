/// A sum of decimals, or of their squares, that loses nothing: the order and the grouping in which it was made can't be
/// seen in it.
///
/// The sum is held in base 10^18 from 10^−36 up, each place in 128 bits, so that carries wait until the end: 10^20 values
/// of any size fit (after Kulisch 2013, the long accumulator).
package struct ExactSum: Sendable {
  /// Units of 10^−36, 10^−18, 1 and 10^18.
  private var places: (Int128, Int128, Int128, Int128) = (0, 0, 0, 0)

  package init() {}

  private static let base = Int128(1_000_000_000_000_000_000)

  package mutating func add(_ value: Decimal64) {
    add(mantissa: Int128(value.mantissa), scale: Int(value.scale))
  }

  package mutating func addSquare(of value: Decimal64) {
    let mantissa = Int128(value.mantissa)
    add(mantissa: mantissa * mantissa, scale: 2 * Int(value.scale))
  }

  /// Adds mantissa · 10^−scale, scale in 0…36.
  package mutating func add(mantissa: Int128, scale: Int) {
    let isDeep = scale > 18
    let power = Int128(Power.ten64(isDeep ? scale - 18 : scale))
    let (upper, lower) = mantissa.quotientAndRemainder(dividingBy: power)
    let rest = lower * (Self.base / power)
    let (high, low) = upper.quotientAndRemainder(dividingBy: Self.base)
    if isDeep {
      places.0 += rest
      places.1 += low
      places.2 += high
    } else {
      places.1 += rest
      places.2 += low
      places.3 += high
    }
  }

  package static func += (a: inout ExactSum, b: ExactSum) {
    a.places.0 += b.places.0
    a.places.1 += b.places.1
    a.places.2 += b.places.2
    a.places.3 += b.places.3
  }

  /// The same sum with every carry made: each lower place in 0..<10^18.
  private var carried: (Int128, Int128, Int128, Int128) {
    func split(_ value: Int128) -> (carry: Int128, rest: Int128) {
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: Self.base)
      return remainder < 0 ? (quotient - 1, remainder + Self.base) : (quotient, remainder)
    }
    let lowest = split(places.0)
    let low = split(places.1 + lowest.carry)
    let unit = split(places.2 + low.carry)
    return (lowest.rest, low.rest, unit.rest, places.3 + unit.carry)
  }

  /// The sum as a decimal, rounded half away from zero where it has more digits than fit; nil on overflow.
  package var decimal: Decimal64? {
    var (lowest, low, unit, high) = carried
    let isNegative = high < 0
    if isNegative {
      var opposite = ExactSum()
      opposite.places = (-lowest, -low, -unit, -high)
      (lowest, low, unit, high) = opposite.carried
    }
    guard high < 10 else { return nil }
    let whole = high * Self.base + unit
    // Digits beyond the 18th behind the point matter to rounding only by their first.
    let isUp = lowest >= Self.base / 2
    guard whole <= Int128(Int64.max) else { return nil }
    let digits = UInt128(whole).decimalDigits
    let room = max(0, min(18, 18 - digits))
    let kept: UInt128
    if room == 18 {
      kept = UInt128(low) + (isUp ? 1 : 0)
    } else {
      kept = UInt128(low).dividedHalfUp(by: Power.ten128(18 - room))
    }
    let mantissa = whole * Int128(Power.ten64(room)) + Int128(kept)
    return Decimal64(fitting: isNegative ? -mantissa : mantissa, scale: room)?.normalized
  }
}

extension ExactSum: Hashable {
  package static func == (a: ExactSum, b: ExactSum) -> Bool { a.carried == b.carried }

  package func hash(into hasher: inout Hasher) {
    let (lowest, low, unit, high) = carried
    hasher.combine(lowest)
    hasher.combine(low)
    hasher.combine(unit)
    hasher.combine(high)
  }
}

extension ExactSum: Codable {
  /// Four whole numbers as text, from the highest place down: what components carry between schools.
  package var coded: String {
    let (lowest, low, unit, high) = carried
    return "\(high) \(unit) \(low) \(lowest)"
  }

  /// The sum that was coded; nil where the text is none.
  package init?(coded: some StringProtocol) {
    let numbers = coded.split(separator: " ").compactMap { Int128($0) }
    guard numbers.count == 4 else { return nil }
    places = (numbers[3], numbers[2], numbers[1], numbers[0])
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let sum = ExactSum(coded: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no sum: \(text)"))
    }
    self = sum
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(coded)
  }
}
