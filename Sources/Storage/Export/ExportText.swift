import Expressions

/// Values as exports write them: a point in decimals, ISO 8601 in dates, a code for a choice.
enum ExportText {
  /// A missing value is written as its code or its reason, never as nothing and never as zero.
  static func text(of value: Value) -> String {
    switch value {
    case .missing(let missing): missing.code?.text ?? missing.reason.rawValue
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let integer): String(integer)
    case .decimal(let decimal): text(of: decimal)
    case .float(let float): "\(float)"
    case .text(let text): text
    case .date(let date): text(of: date)
    case .time(let time): text(of: time)
    case .duration(let duration): text(of: Decimal64(mantissa: duration.microseconds, scale: 6)) + "s"
    case .code(let code): code.text
    case .point(let x, let y): "\(x) \(y)"
    case .pair(let first, let second), .directedPair(let first, let second): "\(first.text) \(second.text)"
    case .container(let container): text(of: container)
    }
  }

  private static func text(of container: Container) -> String {
    if container.cardinality == .record {
      return zip(container.names, container.elements).map { "\($0.text)=\(text(of: $1))" }.joined(separator: "; ")
    }
    let separator = container.elements.allSatisfy(isWord) ? " " : "; "
    return container.elements.map(text).joined(separator: separator)
  }

  private static func isWord(_ value: Value) -> Bool {
    switch value {
    case .code, .integer, .decimal, .boolean: true
    default: false
    }
  }

  static func isNumber(_ value: Value) -> Bool {
    switch value {
    case .integer, .decimal: true
    case .float(let float): float.isFinite
    default: false
    }
  }

  /// The digits without zeros that say nothing: 2.50 is written 2.5.
  static func text(of decimal: Decimal64) -> String {
    var digits = String(decimal.mantissa.magnitude)
    let scale = Int(decimal.scale)
    if scale > 0 {
      if digits.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.count) + digits }
      let point = digits.index(digits.endIndex, offsetBy: -scale)
      var fraction = digits[point...]
      while fraction.last == "0" { fraction.removeLast() }
      digits = digits[..<point] + (fraction.isEmpty ? "" : "." + fraction)
    }
    return decimal.mantissa < 0 ? "-" + digits : digits
  }

  /// `2026-05-14`; days to a date by Howard Hinnant's `civil_from_days` (2013).
  static func text(of date: CalendarDate) -> String {
    let shifted = Int(date.days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `08:30` or `08:30:15.250`
  static func text(of time: TimeOfDay) -> String {
    let seconds = Int(time.milliseconds) / 1000
    let rest = Int(time.milliseconds) % 1000
    var text = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
    if seconds % 60 != 0 || rest != 0 { text += ":\(padded(seconds % 60, 2))" }
    if rest != 0 { text += ".\(padded(rest, 3))" }
    return text
  }

  /// `2026-05-14T08:30:15Z`
  static func text(ofInstant milliseconds: Int64) -> String {
    let day: Int64 = 86_400_000
    let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
    let seconds = Int((milliseconds - days * day) / 1000)
    let date = text(of: CalendarDate(days: Int32(truncatingIfNeeded: days)))
    return "\(date)T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
