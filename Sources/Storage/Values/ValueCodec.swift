import Expressions

/// Values as bytes: a tag, then numbers of seven bits a byte, least first. Tags are those of `FactColumn.Kind`.
///
/// Beside the text of values (`Value.coded`) for the sake of facts alone and of the answers and scores that they come from:
/// a fact's value takes two or three bytes, symbols are written as numbers that the store gives, so that it keeps each code
/// once, and a million rows become columns without a text in between.
enum ValueCodec {
  /// Gives a symbol's number.
  typealias Symbols = (Symbol) throws -> Int
  /// Gives the symbol of a number; nil where there is none.
  typealias Names = (Int) -> Symbol?

  /// What stands behind the tag `other`. Raw values are stored: they are for ever.
  private enum Other: UInt8 {
    case text = 0, float, point, pair, directedPair, multiple, ordered, record, single
  }

  static func append(_ value: Value, to bytes: inout [UInt8], symbols: Symbols) throws {
    func tag(_ kind: FactColumn.Kind) { bytes.append(kind.rawValue) }
    switch value {
    case .missing(let missing):
      tag(.missing)
      bytes.append(number(of: missing.reason))
      bytes.append(missing.code == nil ? 0 : 1)
      if let code = missing.code { try append(code, to: &bytes, symbols) }
    case .boolean(let flag):
      tag(.boolean)
      bytes.append(flag ? 1 : 0)
    case .integer(let integer):
      tag(.integer)
      Varint.append(signed: Int64(integer), to: &bytes)
    case .decimal(let decimal):
      bytes.append(FactColumn.Kind.decimal.rawValue + decimal.scale)
      Varint.append(signed: decimal.mantissa, to: &bytes)
    case .code(let code):
      tag(.code)
      try append(code, to: &bytes, symbols)
    case .date(let date):
      tag(.date)
      Varint.append(signed: Int64(date.days), to: &bytes)
    case .time(let time):
      tag(.time)
      Varint.append(signed: Int64(time.milliseconds), to: &bytes)
    case .duration(let duration):
      tag(.duration)
      Varint.append(signed: duration.microseconds, to: &bytes)
    case .text, .float, .point, .pair, .directedPair, .container:
      tag(.other)
      try appendOther(value, to: &bytes, symbols)
    }
  }

  private static func appendOther(_ value: Value, to bytes: inout [UInt8], _ symbols: Symbols) throws {
    func tag(_ other: Other) { bytes.append(other.rawValue) }
    switch value {
    case .text(let text):
      tag(.text)
      append(text, to: &bytes)
    case .float(let float):
      tag(.float)
      Varint.append(float.bitPattern, to: &bytes)
    case .point(let x, let y):
      tag(.point)
      Varint.append(signed: Int64(x), to: &bytes)
      Varint.append(signed: Int64(y), to: &bytes)
    case .pair(let first, let second), .directedPair(let first, let second):
      if case .pair = value { tag(.pair) } else { tag(.directedPair) }
      try append(first, to: &bytes, symbols)
      try append(second, to: &bytes, symbols)
    case .container(let container):
      switch container.cardinality {
      case .multiple: tag(.multiple)
      case .ordered: tag(.ordered)
      case .record: tag(.record)
      case .single: tag(.single)
      }
      Varint.append(UInt64(container.elements.count), to: &bytes)
      for element in container.elements { try append(element, to: &bytes, symbols: symbols) }
      Varint.append(UInt64(container.names.count), to: &bytes)
      for name in container.names { try append(name, to: &bytes, symbols) }
    default: break
    }
  }

  static func append(_ symbol: Symbol, to bytes: inout [UInt8], _ symbols: Symbols) throws {
    Varint.append(UInt64(try symbols(symbol)), to: &bytes)
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    Varint.append(UInt64(text.utf8.count), to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  // Reading: nil where the bytes are not what was written.

  static func value(_ reader: inout ByteReader, _ names: Names) -> Value? {
    guard let tag = reader.byte() else { return nil }
    if tag >= FactColumn.Kind.decimal.rawValue {
      let scale = tag - FactColumn.Kind.decimal.rawValue
      guard scale <= 18, let mantissa = reader.signed() else { return nil }
      return .decimal(Decimal64(mantissa: mantissa, scale: scale))
    }
    switch FactColumn.Kind(rawValue: tag) {
    case .missing: return missing(&reader, names).map { .missing($0) }
    case .boolean: return reader.byte().map { .boolean($0 != 0) }
    case .integer: return reader.signed().map { .integer(Int($0)) }
    case .code: return symbol(&reader, names).map { .code($0) }
    case .date: return reader.signed().map { .date(CalendarDate(days: Int32(truncatingIfNeeded: $0))) }
    case .time: return reader.signed().map { .time(TimeOfDay(milliseconds: Int32(truncatingIfNeeded: $0))) }
    case .duration: return reader.signed().map { .duration(Duration64(microseconds: $0)) }
    case .other: return other(&reader, names)
    case .decimal, nil: return nil
    }
  }

  static func missing(_ reader: inout ByteReader, _ names: Names) -> Missing? {
    guard let number = reader.byte(), let reason = reason(number), let hasCode = reader.byte() else { return nil }
    guard hasCode != 0 else { return Missing(reason) }
    return symbol(&reader, names).map { Missing(reason, code: $0) }
  }

  private static func other(_ reader: inout ByteReader, _ names: Names) -> Value? {
    guard let kind = reader.byte().flatMap(Other.init) else { return nil }
    switch kind {
    case .text: return reader.text().map { .text($0) }
    case .float: return reader.unsigned().map { .float(Double(bitPattern: $0)) }
    case .point:
      guard let x = reader.signed(), let y = reader.signed() else { return nil }
      return .point(x: Int32(truncatingIfNeeded: x), y: Int32(truncatingIfNeeded: y))
    case .pair, .directedPair:
      guard let first = symbol(&reader, names), let second = symbol(&reader, names) else { return nil }
      return kind == .pair ? .pair(first, second) : .directedPair(first, second)
    case .multiple: return container(.multiple, &reader, names)
    case .ordered: return container(.ordered, &reader, names)
    case .record: return container(.record, &reader, names)
    case .single: return container(.single, &reader, names)
    }
  }

  private static func container(
    _ cardinality: Cardinality, _ reader: inout ByteReader, _ names: Names
  ) -> Value? {
    var elements: [Value] = []
    var fields: [Symbol] = []
    guard let count = reader.unsigned(), count <= reader.remaining else { return nil }
    for _ in 0..<count {
      guard let element = value(&reader, names) else { return nil }
      elements.append(element)
    }
    guard let fieldCount = reader.unsigned(), fieldCount <= reader.remaining else { return nil }
    for _ in 0..<fieldCount {
      guard let field = symbol(&reader, names) else { return nil }
      fields.append(field)
    }
    return .container(Container(cardinality, elements, names: fields))
  }

  static func symbol(_ reader: inout ByteReader, _ names: Names) -> Symbol? {
    reader.unsigned().flatMap { names(Int(truncatingIfNeeded: $0)) }
  }

  /// The stored numbers of reasons: for ever.
  private static let reasons: [Missing.Reason] = [
    .unanswered, .notShown, .dontKnow, .refused, .notApplicable, .absent, .notAttested, .exempt, .noData, .overflow,
    .undefined, .notReached,
  ]

  private static func reason(_ number: UInt8) -> Missing.Reason? {
    Int(number) < reasons.count ? reasons[Int(number)] : nil
  }

  private static func number(of reason: Missing.Reason) -> UInt8 {
    // Every reason is in the list: a test sees to it.
    UInt8(reasons.firstIndex(of: reason) ?? reasons.count)
  }
}
