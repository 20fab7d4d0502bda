import Datasets
import Expressions

/// The parts of messages that hold values, written as bytes with the symbols as text.

private func packed(_ values: [Value]) throws -> [UInt8] {
  var bytes: [UInt8] = []
  for value in values { try ValueCodec.append(value, to: &bytes, symbols: .text) }
  return bytes
}

private func unpacked(_ bytes: [UInt8], at path: [any CodingKey]) throws -> [Value] {
  try bytes.withUnsafeBytes { buffer in
    var reader = ByteReader(buffer)
    var values: [Value] = []
    while reader.remaining > 0 {
      guard let value = ValueCodec.value(&reader, .text) else {
        throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "value"))
      }
      values.append(value)
    }
    return values
  }
}

extension OtherValue: Codable {
  package init(from decoder: any Decoder) throws {
    let values = try unpacked(try decoder.singleValueContainer().decode([UInt8].self), at: decoder.codingPath)
    guard values.count == 1 else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "one value"))
    }
    self.init(values[0])
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(packed([value]))
  }
}

extension NamedValue: Codable {
  private enum Key: String, CodingKey { case name, value }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try container.decode(Symbol.self, forKey: .name),
      value: try container.decode(OtherValue.self, forKey: .value).value)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(OtherValue(value), forKey: .value)
  }
}

extension ScoreLine.Kind: Codable {}

extension ScoreLine: Codable {
  private enum Key: String, CodingKey { case kind, name, score, maximum, level }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      kind: try container.decode(Kind.self, forKey: .kind), name: try container.decode(Symbol.self, forKey: .name),
      score: try container.decode(OtherValue.self, forKey: .score).value,
      maximum: try container.decode(OtherValue.self, forKey: .maximum).value,
      level: try container.decodeIfPresent(Symbol.self, forKey: .level))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(name, forKey: .name)
    try container.encode(OtherValue(score), forKey: .score)
    try container.encode(OtherValue(maximum), forKey: .maximum)
    try container.encodeIfPresent(level, forKey: .level)
  }
}

extension FactRow: Codable {
  private enum Key: String, CodingKey { case coordinates, values }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      coordinates: try container.decode(Coordinates.self, forKey: .coordinates),
      values: try unpacked(try container.decode([UInt8].self, forKey: .values), at: decoder.codingPath))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(coordinates, forKey: .coordinates)
    try container.encode(packed(values), forKey: .values)
  }
}
