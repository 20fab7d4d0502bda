/// Scalars out of UTF-8 that comes in pieces.
///
/// What isn't UTF-8 is dropped, and decoding goes on at the next good byte.
struct UTF8Decoder: Sendable, Equatable {
  private var value: UInt32 = 0
  private var missing = 0
  /// The least value that needs as many bytes as were announced: less is an overlong spelling.
  private var least: UInt32 = 0

  /// Inside a scalar, whose next bytes must be continuations.
  var isInside: Bool { missing > 0 }

  enum Step: Equatable {
    case scalar(Unicode.Scalar)
    case more
    /// The byte belongs to no scalar. Where it broke one off, that one is forgotten and the byte wasn't taken.
    case notTaken
  }

  mutating func take(_ byte: UInt8) -> Step {
    if missing > 0 {
      guard byte & 0xC0 == 0x80 else {
        missing = 0
        return .notTaken
      }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      if missing > 0 { return .more }
      guard value >= least, let scalar = Unicode.Scalar(value) else { return .more }
      return .scalar(scalar)
    }
    switch byte {
    case 0x00...0x7F: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0...0xEF: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0...0xF4: begin(byte & 0x07, missing: 3, least: 0x10000)
    default: return .notTaken
    }
    return .more
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }

  mutating func reset() { missing = 0 }

  /// The scalars of complete text.
  static func decode(_ bytes: some Sequence<UInt8>, _ body: (Unicode.Scalar) -> Void) {
    var decoder = UTF8Decoder()
    for byte in bytes {
      let wasInside = decoder.isInside
      var step = decoder.take(byte)
      if step == .notTaken, wasInside { step = decoder.take(byte) }
      if case .scalar(let scalar) = step { body(scalar) }
    }
  }
}
