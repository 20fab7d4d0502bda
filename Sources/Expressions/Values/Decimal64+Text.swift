/// Decimals as text: `3.5` in files and expressions, `3,5` too where a person types.
extension Decimal64 {
  /// Reads `-12.50`: digits, at most one point with digits on both its sides.
  ///
  /// Nil where it is anything else, or has more digits than fit exactly.
  package init?(_ text: some StringProtocol) {
    self.init(bytes: text.utf8)
  }

  /// The same for whole texts, which the compiler can specialise: files are full of numbers.
  package init?(_ text: String) {
    self.init(bytes: text.utf8)
  }

  private init?(bytes: some Sequence<UInt8>) {
    var digits: Int64 = 0
    var places = 0
    var isNegative = false
    var hasPoint = false
    var hasDigit = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where hasDigit && !hasPoint:
        hasPoint = true
        hasDigit = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        if hasPoint { places += 1 }
        let (tenfold, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carried) = tenfold.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !carried, places <= Self.maximumScale else { return nil }
        digits = sum
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    self.init(mantissa: isNegative ? -digits : digits, scale: UInt8(places))
  }

  /// Reads a number as a person types it: with a comma or a point, spaces around it, any minus sign.
  package init?(typed text: some StringProtocol) {
    var plain = ""
    for character in text {
      switch character {
      case ",": plain.append(".")
      case "\u{2212}", "\u{2013}": plain.append("-")
      case "\u{A0}", "\u{202F}", "\t": plain.append(" ")
      default: plain.append(character)
      }
    }
    while plain.first == " " { plain.removeFirst() }
    while plain.last == " " { plain.removeLast() }
    self.init(plain)
  }

  /// The nearest decimal of 15 significant digits, as many as a floating-point number keeps; nil where it is no number
  /// or too large.
  package init?(_ double: Double) {
    guard double.isFinite else { return nil }
    guard double != 0 else {
      self = .zero
      return
    }
    var magnitude = double.magnitude
    guard magnitude < 1e18 else { return nil }
    var places = 0
    while magnitude < 1e14, places < Self.maximumScale {
      magnitude *= 10
      places += 1
    }
    let digits = Int64(magnitude.rounded(.toNearestOrAwayFromZero))
    self = Decimal64(mantissa: double < 0 ? -digits : digits, scale: UInt8(places)).normalized
  }
}

extension Decimal64: CustomStringConvertible {
  /// The shortest plain notation: `-12.5`.
  package var description: String {
    let plain = normalized
    let digits = String(plain.mantissa.magnitude)
    let sign = plain.isNegative ? "-" : ""
    let places = Int(plain.scale)
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// The notation with exactly `places` digits behind the point, rounded half away from zero: `12.50`.
  package func text(places: Int) -> String {
    guard let rounded = rounded(to: places) else { return description }
    let plain = rounded.description
    guard places > 0 else { return plain }
    let behind = plain.firstIndex(of: ".").map { plain.distance(from: $0, to: plain.endIndex) - 1 } ?? 0
    return plain + (behind == 0 ? "." : "") + String(repeating: "0", count: places - behind)
  }
}

extension Decimal64: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Decimal64(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no decimal: \(text)"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
