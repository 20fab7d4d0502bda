/// Days, times and lengths of time as files write them.

extension CalendarDate: CustomStringConvertible {
  /// Reads `2025-09-01` (ISO 8601), and nothing else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = wholeNumber(parts[0]), let month = wholeNumber(parts[1]), let day = wholeNumber(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// Reads `14:05`, `14:05:30` and `14:05:30.250`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 2, parts[1].utf8.count == 2,
      let hour = wholeNumber(parts[0]), let minute = wholeNumber(parts[1]), hour < 24, minute < 60
    else { return nil }
    var milliseconds = 0
    if parts.count == 3 {
      let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
      guard seconds.count <= 2, seconds[0].utf8.count == 2, let second = wholeNumber(seconds[0]), second < 60 else {
        return nil
      }
      milliseconds = second * 1000
      if seconds.count == 2 {
        guard (1...3).contains(seconds[1].utf8.count), let fraction = wholeNumber(seconds[1]) else { return nil }
        milliseconds += fraction * [100, 10, 1][seconds[1].utf8.count - 1]
      }
    }
    self.init(milliseconds: Int32((hour * 60 + minute) * 60_000 + milliseconds))
  }

  package var description: String {
    let (seconds, fraction) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let clock = "\(padded(Int(seconds) / 3600, 2)):\(padded(Int(seconds) / 60 % 60, 2))"
    guard seconds % 60 != 0 || fraction != 0 else { return clock }
    return clock + ":\(padded(Int(seconds) % 60, 2))" + (fraction == 0 ? "" : ".\(padded(Int(fraction), 3))")
  }
}

extension Duration64: CustomStringConvertible {
  private static let units: [(letter: Character, microseconds: Int64)] = [
    ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000),
  ]

  /// Reads a whole number with its unit: `90s`, `40m`, `2h`, `10d`.
  package init?(_ text: some StringProtocol) {
    guard let letter = text.last, let unit = Self.units.first(where: { $0.letter == letter }),
      let number = wholeNumber(text.dropLast()), number <= 1_000_000
    else { return nil }
    self.init(microseconds: Int64(number) * unit.microseconds)
  }

  /// The number in the largest unit in which it is whole; seconds with their fraction where there is none.
  package var description: String {
    for unit in Self.units where microseconds != 0 && microseconds % unit.microseconds == 0 {
      return "\(microseconds / unit.microseconds)\(unit.letter)"
    }
    return "\(Decimal64(mantissa: microseconds, scale: 6))s"
  }
}

/// A number written in digits alone.
private func wholeNumber(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
    return nil
  }
  return Int(text)
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
