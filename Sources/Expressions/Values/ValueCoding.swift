/// Values as one line of text, exact and stable for ever: what journals, messages and components keep.
///
/// A tag, a colon and the body (`i:623`, `d:35e1`, `c:a`, `m:dont-know:dk`); several values stand in parentheses behind the
/// tag of their cardinality (`M(c:a,c:c)`, `O(…)`, `R(x=i:1)`). A backslash goes before what would end a body, and tabs and
/// line ends are `\t`, `\n`, `\r`.
extension Value {
  package var coded: String {
    switch self {
    case .missing(let missing):
      "m:\(missing.reason.rawValue)" + (missing.code.map { ":" + Escaping.text($0.text) } ?? "")
    case .boolean(let truth): truth ? "b:1" : "b:0"
    case .integer(let number): "i:\(number)"
    case .decimal(let number): "d:\(number.mantissa)e\(number.scale)"
    case .float(let number): "f:" + String(number.bitPattern, radix: 16)
    case .text(let text): "t:" + Escaping.text(text)
    case .date(let date): "D:\(date.days)"
    case .time(let time): "T:\(time.milliseconds)"
    case .duration(let duration): "U:\(duration.microseconds)"
    case .code(let code): "c:" + Escaping.text(code.text)
    case .point(let x, let y): "p:\(x):\(y)"
    case .pair(let a, let b): "P:" + Escaping.text(a.text) + ":" + Escaping.text(b.text)
    case .directedPair(let a, let b): "Q:" + Escaping.text(a.text) + ":" + Escaping.text(b.text)
    case .container(let container): container.coded
    }
  }

  /// The value whose text this is; nil for any other text, and for containers more than eight deep.
  package init?(coded: String) {
    var reader = Reader(rest: coded.unicodeScalars[...])
    guard let value = reader.value(depth: 0), reader.rest.isEmpty else { return nil }
    self = value
  }
}

extension Value: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Value(coded: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no value: \(text)"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(coded)
  }
}

extension Container {
  fileprivate var coded: String {
    let elements = elements.map(\.coded)
    switch cardinality {
    case .single: return "S(" + elements.joined(separator: ",") + ")"
    case .multiple: return "M(" + elements.joined(separator: ",") + ")"
    case .ordered: return "O(" + elements.joined(separator: ",") + ")"
    case .record:
      return "R(" + zip(names, elements).map { Escaping.text($0.text) + "=" + $1 }.joined(separator: ",") + ")"
    }
  }
}

/// How a body is kept from ending early.
private enum Escaping {
  static let special: Set<Unicode.Scalar> = ["\\", ",", "(", ")", ":", "="]

  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      default:
        if special.contains(scalar) { result.append("\\") }
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// Reads coded values.
private struct Reader {
  var rest: Substring.UnicodeScalarView

  mutating func value(depth: Int) -> Value? {
    guard depth < 8, let tag = rest.popFirst(), let mark = rest.popFirst() else { return nil }
    if mark == "(" { return container(tag: tag, depth: depth) }
    guard mark == ":" else { return nil }
    let body = bodies()
    guard let first = body.first else { return nil }
    switch (tag, body.count) {
    case ("m", 1), ("m", 2):
      guard let reason = Missing.Reason(rawValue: first) else { return nil }
      return .missing(Missing(reason, code: body.count == 2 ? Symbol(body[1]) : nil))
    case ("b", 1): return first == "1" ? .boolean(true) : first == "0" ? .boolean(false) : nil
    case ("i", 1): return Int(first).map { .integer($0) }
    case ("d", 1): return decimal(first)
    case ("f", 1): return UInt64(first, radix: 16).map { .float(Double(bitPattern: $0)) }
    case ("t", 1): return .text(first)
    case ("D", 1): return Int32(first).map { .date(CalendarDate(days: $0)) }
    case ("T", 1): return Int32(first).map { .time(TimeOfDay(milliseconds: $0)) }
    case ("U", 1): return Int64(first).map { .duration(Duration64(microseconds: $0)) }
    case ("c", 1): return .code(Symbol(first))
    case ("p", 2):
      guard let x = Int32(first), let y = Int32(body[1]) else { return nil }
      return .point(x: x, y: y)
    case ("P", 2): return .pair(Symbol(first), Symbol(body[1]))
    case ("Q", 2): return .directedPair(Symbol(first), Symbol(body[1]))
    default: return nil
    }
  }

  private func decimal(_ text: String) -> Value? {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let mantissa = Int64(parts[0]), let scale = UInt8(parts[1]), scale <= 18 else { return nil }
    return .decimal(Decimal64(mantissa: mantissa, scale: scale))
  }

  private mutating func container(tag: Unicode.Scalar, depth: Int) -> Value? {
    let cardinalities: [Unicode.Scalar: Cardinality] = ["S": .single, "M": .multiple, "O": .ordered, "R": .record]
    guard let cardinality = cardinalities[tag] else { return nil }
    var elements: [Value] = []
    var names: [Symbol] = []
    if rest.first == ")" {
      rest.removeFirst()
      return .container(Container(cardinality, []))
    }
    while true {
      if cardinality == .record {
        names.append(Symbol(body()))
        guard rest.popFirst() == "=" else { return nil }
      }
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
      switch rest.popFirst() {
      case ",": continue
      case ")": return .container(Container(cardinality, elements, names: names))
      default: return nil
      }
    }
  }

  /// One or two bodies with a colon between.
  private mutating func bodies() -> [String] {
    var result = [body()]
    while rest.first == ":" {
      rest.removeFirst()
      result.append(body())
    }
    return result
  }

  /// Characters up to the next that isn't escaped and ends a body.
  private mutating func body() -> String {
    var result = String.UnicodeScalarView()
    while let scalar = rest.first {
      if scalar == "\\" {
        rest.removeFirst()
        guard let escaped = rest.popFirst() else { break }
        switch escaped {
        case "t": result.append("\t")
        case "n": result.append("\n")
        case "r": result.append("\r")
        default: result.append(escaped)
        }
      } else if Escaping.special.contains(scalar) {
        break
      } else {
        rest.removeFirst()
        result.append(scalar)
      }
    }
    return String(result)
  }
}
