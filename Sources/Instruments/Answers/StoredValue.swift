package import Expressions

/// Values as exports write them: one text a value, the same on every machine and in every language, and readable back where
/// the type is known.
///
/// Numbers are plain with a point (`-3.5`), several values stand apart by spaces (`a c`), a missing value is `?` with its
/// reason and the code that was chosen for it (`?dont-know:dk`). A text that begins with `?` or `\` gets a `\` before it.
extension Value {
  package var stored: String {
    switch self {
    case .missing(let missing): "?" + missing.reason.rawValue + (missing.code.map { ":\($0)" } ?? "")
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let integer): String(integer)
    case .decimal(let decimal): "\(decimal)"
    case .float(let double): "\(double)"
    case .text(let text): text.hasPrefix("?") || text.hasPrefix("\\") ? "\\" + text : text
    case .date(let date): "\(date)"
    case .time(let time): "\(time)"
    case .duration(let duration): "\(duration)"
    case .code(let code): code.text
    case .point(let x, let y): "\(x),\(y)"
    case .pair(let a, let b): "\(a)|\(b)"
    case .directedPair(let a, let b): "\(a)>\(b)"
    case .container(let container): container.elements.map(\.storedInside).joined(separator: " ")
    }
  }

  /// Among others a chosen code is written as itself, whatever it stands for, so that a list of one isn't held for a
  /// missing list.
  private var storedInside: String {
    if case .missing(let missing) = self, let code = missing.code { code.text } else { stored }
  }

  /// Reads what `stored` wrote of a value of this type; nil where it is anything else, or of a type that answers never
  /// have.
  package static func parse(stored text: String, as type: ValueType) -> Value? {
    if let missing = parseMissing(text) { return missing }
    switch type.cardinality {
    case .single: return parse(single: text, as: type.base)
    case .record: return nil
    case .multiple, .ordered:
      var elements: [Value] = []
      for word in text.split(separator: " ") {
        guard let element = parse(inside: String(word), as: type.base) else { return nil }
        elements.append(element)
      }
      return .container(Container(type.cardinality, elements))
    }
  }

  private static func parse(inside text: String, as base: ValueType.Base) -> Value? {
    guard case .choice(let codes) = base else { return parse(single: text, as: base) }
    guard let code = codes.codes.first(where: { $0.symbol.text == text }) else { return nil }
    return code.missing.map { .missing(Missing($0, code: code.symbol)) } ?? .code(code.symbol)
  }

  private static func parse(single text: String, as base: ValueType.Base) -> Value? {
    switch base {
    case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .integer: return Int(text).map { .integer($0) }
    case .decimal: return Decimal64(text).map { .decimal($0) }
    case .float: return Double(text).map { .float($0) }
    case .text:
      if text.hasPrefix("?") { return nil }
      return .text(text.hasPrefix("\\") ? String(text.dropFirst()) : text)
    case .date: return CalendarDate(text).map { .date($0) }
    case .time: return TimeOfDay(text).map { .time($0) }
    case .choice(let codes):
      return codes.codes.first { $0.symbol.text == text && $0.missing == nil }.map { .code($0.symbol) }
    case .identifier: return text.isEmpty ? nil : .code(Symbol(text))
    case .directedPair:
      let parts = text.split(separator: ">", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      return .directedPair(Symbol(String(parts[0])), Symbol(String(parts[1])))
    case .duration, .point, .pair, .record: return nil
    }
  }

  private static func parseMissing(_ text: String) -> Value? {
    guard text.hasPrefix("?"), !text.contains(" ") else { return nil }
    let parts = text.dropFirst().split(separator: ":", maxSplits: 1)
    guard let name = parts.first, let reason = Missing.Reason(rawValue: String(name)) else { return nil }
    return .missing(Missing(reason, code: parts.count == 2 ? Symbol(String(parts[1])) : nil))
  }
}
