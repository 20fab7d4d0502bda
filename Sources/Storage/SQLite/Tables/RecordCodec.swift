import Expressions
import GRDB

/// The final record, the lines of a score and the facts of a ballot as bytes.
enum RecordCodec {
  static func bytes(_ answers: [NamedValue], _ symbols: ValueCodec.Symbols) throws -> [UInt8] {
    var bytes: [UInt8] = []
    Varint.append(UInt64(answers.count), to: &bytes)
    for answer in answers {
      try ValueCodec.append(answer.name, to: &bytes, symbols)
      try ValueCodec.append(answer.value, to: &bytes, symbols: symbols)
    }
    return bytes
  }

  static func bytes(_ lines: [ScoreLine], _ symbols: ValueCodec.Symbols) throws -> [UInt8] {
    var bytes: [UInt8] = []
    Varint.append(UInt64(lines.count), to: &bytes)
    for line in lines {
      bytes.append(line.kind.rawValue)
      try ValueCodec.append(line.name, to: &bytes, symbols)
      try ValueCodec.append(line.score, to: &bytes, symbols: symbols)
      try ValueCodec.append(line.maximum, to: &bytes, symbols: symbols)
      bytes.append(line.level == nil ? 0 : 1)
      if let level = line.level { try ValueCodec.append(level, to: &bytes, symbols) }
    }
    return bytes
  }

  static func answers(_ bytes: [UInt8], _ names: ValueCodec.Names) throws -> [NamedValue] {
    try read(bytes) { reader in
      guard let name = ValueCodec.symbol(&reader, names), let value = ValueCodec.value(&reader, names) else {
        return nil
      }
      return NamedValue(name: name, value: value)
    }
  }

  static func lines(_ bytes: [UInt8], _ names: ValueCodec.Names) throws -> [ScoreLine] {
    try read(bytes) { reader in
      guard let kind = reader.byte().flatMap(ScoreLine.Kind.init), let name = ValueCodec.symbol(&reader, names),
        let score = ValueCodec.value(&reader, names), let maximum = ValueCodec.value(&reader, names),
        let hasLevel = reader.byte()
      else { return nil }
      guard hasLevel != 0 else { return ScoreLine(kind: kind, name: name, score: score, maximum: maximum) }
      guard let level = ValueCodec.symbol(&reader, names) else { return nil }
      return ScoreLine(kind: kind, name: name, score: score, maximum: maximum, level: level)
    }
  }

  private static func read<T>(_ bytes: [UInt8], _ one: (inout ByteReader) -> T?) throws -> [T] {
    try bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      guard let count = reader.unsigned(), count <= UInt64(reader.remaining) else { throw Damage() }
      return try (0..<count).map { _ in
        guard let value = one(&reader) else { throw Damage() }
        return value
      }
    }
  }
}

/// All symbols of a store by their numbers.
struct SymbolNames {
  let symbols: [Symbol?]

  init(_ db: Database) throws {
    let cursor = try Row.fetchCursor(try db.cachedStatement(sql: "SELECT id, text FROM symbol ORDER BY id"))
    var symbols: [Symbol?] = []
    while let row = try cursor.next() {
      let id: Int = row[0]
      while symbols.count <= id { symbols.append(nil) }
      symbols[id] = Symbol(row[1] as String)
    }
    self.symbols = symbols
  }

  subscript(number: Int) -> Symbol? { symbols.indices.contains(number) ? symbols[number] : nil }

  var reading: ValueCodec.Names { { self[$0] } }
}
