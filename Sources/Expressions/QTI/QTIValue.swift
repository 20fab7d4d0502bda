/// Values as QTI writes them.
package enum QTIValue {
  package static let null = Value.missing(Missing(.unanswered))

  package static func base(_ name: String) -> ValueType.Base? {
    switch name {
    case "boolean": .boolean
    case "integer", "intOrIdentifier": .integer
    case "float": .float
    case "string", "uri", "file": .text
    case "identifier": .identifier
    case "point": .point
    case "pair": .pair
    case "directedPair": .directedPair
    case "duration": .duration
    default: nil
    }
  }

  /// The value of a text; an empty text is NULL.
  package static func read(_ text: String, as base: ValueType.Base) -> Value? {
    if base == .text { return text.isEmpty ? null : .text(text) }
    let plain = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
    guard let first = plain.first, plain.count <= 2 else { return nil }
    if plain.count == 2 {
      switch base {
      case .point:
        guard let x = Int32(first), let y = Int32(plain[1]) else { return nil }
        return .point(x: x, y: y)
      case .pair: return .pair(Symbol(first), Symbol(plain[1]))
      case .directedPair: return .directedPair(Symbol(first), Symbol(plain[1]))
      default: return nil
      }
    }
    switch base {
    case .boolean:
      return first == "true" || first == "1" ? .boolean(true) : first == "false" || first == "0" ? .boolean(false) : nil
    case .integer: return Int(first.hasPrefix("+") ? String(first.dropFirst()) : first).map { .integer($0) }
    case .float: return float(first).map { .float($0) }
    case .identifier: return .code(Symbol(first))
    case .duration:
      guard let seconds = float(first), seconds.magnitude < 9e12 else { return nil }
      return .duration(Duration64(microseconds: Int64((seconds * 1_000_000).rounded())))
    default: return nil
    }
  }

  /// XML Schema's doubles: `INF` and `NaN` are numbers too.
  package static func float(_ text: String) -> Double? {
    switch text {
    case "INF", "+INF": .infinity
    case "-INF": -.infinity
    case "NaN": .nan
    default: text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) } ? Double(text) : nil
    }
  }

  /// The value, or NULL for what holds nothing.
  static func emptied(_ value: Value) -> Value {
    switch value {
    case .text(""): null
    case .container(let container) where container.elements.isEmpty: null
    default: value
    }
  }

  /// A container, or NULL where it would be empty.
  static func container(_ cardinality: Cardinality, _ elements: [Value]) -> Value {
    elements.isEmpty ? null : .container(Container(cardinality, elements))
  }

  /// The single values among operands, those inside containers too.
  static func flattened(_ values: some Sequence<Value>) -> [Value] {
    values.flatMap { value -> [Value] in
      if case .container(let container) = value { container.elements } else { [value] }
    }
  }
}
