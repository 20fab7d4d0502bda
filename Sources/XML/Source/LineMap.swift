/// A place as people count: both numbers begin at 1, the column counts characters that they see.
package struct TextPlace: Sendable, Hashable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// From byte offsets of a canonical text to lines and columns.
///
/// A column counts the scalars that begin a character: a combining mark belongs to the letter before it (`й` written
/// as two scalars is one column). Counting so is additive, so that checkpoints bound the work for each place even
/// where a whole file is one line.
package struct LineMap: Sendable {
  private static let stride = 256
  private let bytes: [UInt8]
  /// The place of every `stride`th byte.
  private let checkpoints: [TextPlace]

  package init(_ text: CanonicalText) {
    let bytes = text.bytes
    var checkpoints: [TextPlace] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var place = TextPlace(line: 1, column: 1)
    var from = 0
    while true {
      checkpoints.append(place)
      guard from + Self.stride <= bytes.count else { break }
      Self.advance(&place, over: from..<(from + Self.stride), in: bytes)
      from += Self.stride
    }
    self.bytes = bytes
    self.checkpoints = checkpoints
  }

  /// The place of the byte at `offset`, or of the end of the text where the offset lies behind it.
  package func place(at offset: Int) -> TextPlace {
    var end = min(max(0, offset), bytes.count)
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let checkpoint = end / Self.stride
    var place = checkpoints[checkpoint]
    Self.advance(&place, over: (checkpoint * Self.stride)..<end, in: bytes)
    return place
  }

  private static func advance(_ place: inout TextPlace, over range: Range<Int>, in bytes: [UInt8]) {
    for index in range {
      let byte = bytes[index]
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte < 0x80 {
        place.column += 1
      } else if byte >= 0xC0 {
        if isPlainLead(byte) || !isExtending(at: index, in: bytes) { place.column += 1 }
      }
    }
  }

  /// Whether no combining mark begins with this byte: none stands before U+0300 (first byte 0xCC), and in Greek and Cyrillic
  /// (0xCE to 0xD4) only U+0483 to U+0489 (0xD2) are some. Asking Unicode's tables costs more than all the rest of a place.
  private static func isPlainLead(_ byte: UInt8) -> Bool {
    byte < 0xCC || (byte >= 0xCE && byte <= 0xD4 && byte != 0xD2)
  }

  /// Whether the scalar that begins at `index` belongs to the character before it.
  private static func isExtending(at index: Int, in bytes: [UInt8]) -> Bool {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return false }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for next in 1..<length { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.isGraphemeExtend
  }
}
