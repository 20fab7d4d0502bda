/// Values as one line of text for files and stores: a letter for the kind, then the value. What is read back is equal.
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

  /// Stands between the parts of a value; legal in no text that people write.
  private static let separator: Character = "\u{1F}"

  /// The coded text: `i5`, `d3.5`, `cyes`, `?dont-know␟dk`.
  package var coded: String {
    switch self {
    case .missing(let missing):
      "?" + missing.reason.rawValue + (missing.code.map { "\(Self.separator)\($0.text)" } ?? "")
    case .boolean(let value): value ? "b1" : "b0"
    case .integer(let value): "i\(value)"
    case .decimal(let value): "d\(value)"
    case .float(let value): "f\(value.bitPattern)"
    case .text(let value): "t" + value
    case .date(let value): "D\(value.days)"
    case .time(let value): "T\(value.milliseconds)"
    case .duration(let value): "P\(value.microseconds)"
    case .code(let value): "c" + value.text
    case .point(let x, let y): "p\(x)\(Self.separator)\(y)"
    case .pair(let a, let b): "r\(a.text)\(Self.separator)\(b.text)"
    case .directedPair(let a, let b): "R\(a.text)\(Self.separator)\(b.text)"
    case .container(let container):
      "[\(container.cardinality.rawValue)"
        + (container.names.map { ($0.text) } + container.elements.map(\.coded)).map {
          "\(Self.separator)\($0.utf8.count):\($0)"
        }
        .joined()
    }
  }

  package init?(coded: String) {
    guard let kind = coded.first else { return nil }
    let rest = coded.dropFirst()
    let parts = rest.split(separator: Self.separator, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let second = parts.count == 2 ? parts[1] : nil
    let value: Value? =
      switch kind {
      case "?": Missing.Reason(rawValue: parts[0]).map { .missing(Missing($0, code: second.map { Symbol($0) })) }
      case "b": rest == "1" ? .boolean(true) : rest == "0" ? .boolean(false) : nil
      case "i": Int(rest).map { .integer($0) }
      case "d": Decimal64(rest).map { .decimal($0) }
      case "f": UInt64(rest).map { .float(Double(bitPattern: $0)) }
      case "t": .text(String(rest))
      case "D": Int32(rest).map { .date(CalendarDate(days: $0)) }
      case "T": Int32(rest).map { .time(TimeOfDay(milliseconds: $0)) }
      case "P": Int64(rest).map { .duration(Duration64(microseconds: $0)) }
      case "c": .code(Symbol(String(rest)))
      case "p": Int32(parts[0]).flatMap { x in second.flatMap { Int32($0) }.map { .point(x: x, y: $0) } }
      case "r": second.map { .pair(Symbol(parts[0]), Symbol($0)) }
      case "R": second.map { .directedPair(Symbol(parts[0]), Symbol($0)) }
      case "[": Container(coded: rest).map { .container($0) }
      default: nil
      }
    guard let value else { return nil }
    self = value
  }
}

extension Container {
  /// Reads the cardinality and, each with its length in bytes before it, the names of a record and the elements.
  fileprivate init?(coded: Substring) {
    var rest = Array(coded.utf8)[...]
    let head = rest.prefix { $0 != 0x1F }
    guard let cardinality = Cardinality(rawValue: String(decoding: head, as: UTF8.self)) else { return nil }
    rest = rest.dropFirst(head.count)
    var pieces: [String] = []
    while !rest.isEmpty {
      let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: ":") }
      guard rest.first == 0x1F, let length = Int(String(decoding: digits, as: UTF8.self)), length >= 0,
        rest.count >= digits.count + 2 + length
      else { return nil }
      let body = rest.dropFirst(digits.count + 2)
      pieces.append(String(decoding: body.prefix(length), as: UTF8.self))
      rest = body.dropFirst(length)
    }
    let isRecord = cardinality == .record
    guard !isRecord || pieces.count.isMultiple(of: 2) else { return nil }
    let names = isRecord ? pieces.prefix(pieces.count / 2).map { Symbol($0) } : []
    let elements = pieces.dropFirst(names.count).compactMap { Value(coded: $0) }
    guard elements.count == pieces.count - names.count else { return nil }
    self.init(cardinality, elements, names: names)
  }
}
