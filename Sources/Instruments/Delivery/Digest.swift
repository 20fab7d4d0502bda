import Crypto

/// A SHA-256: of an instrument's text, or of a journal up to one of its events.
package struct Digest: Sendable, Hashable {
  /// Exactly 32.
  package let bytes: [UInt8]

  /// From exactly 32 bytes; nil from any other number of them.
  package init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The digest of these bytes.
  package init(of content: some Sequence<UInt8>) {
    bytes = Array(SHA256.hash(data: Array(content)))
  }

  package init?(hex: String) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// Sixty-four digits.
  package var hex: String { Hexadecimal.text(bytes) }

  /// The first twelve digits: enough to tell versions apart by eye.
  package var short: String { String(hex.prefix(12)) }
}

extension Digest: CustomStringConvertible {
  package var description: String { hex }
}

extension Digest: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let digest = Digest(hex: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
    }
    self = digest
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
