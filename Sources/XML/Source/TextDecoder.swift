import Glibc

/// From the bytes of a file to its canonical text.
///
/// Synak decodes by itself, before libxml2, so that no converter with
/// states, lenience or a taste for guessing stands between the bytes and what is checked.
struct TextDecoder {
  /// What a file turned out to be.
  struct Decoded {
    var text: CanonicalText
    var encoding: TextEncoding
    var declaration: XMLDeclaration?
  }

  /// Decodes strictly: an encoding that isn't on the list, a mark and a declaration that contradict each other, and
  /// any byte that means nothing are refused.
  static func decode(_ bytes: [UInt8], limits: Limits) throws(XMLRefusal) -> Decoded {
    let result = try strictly(bytes, limits)
    // Other encodings can be a third of their UTF-8; the limit holds for both.
    guard result.text.bytes.count <= limits.bytes else { throw refusal(.overLimit(.bytes, limit: limits.bytes)) }
    return result
  }

  private static func strictly(_ bytes: [UInt8], _ limits: Limits) throws(XMLRefusal) -> Decoded {
    guard !bytes.isEmpty else { throw refusal(.empty) }
    guard bytes.count <= limits.bytes else { throw refusal(.overLimit(.bytes, limit: limits.bytes)) }
    if let foreign = ForeignFormat(of: bytes) { throw refusal(.foreignFormat(foreign)) }
    let form = try Form(of: bytes)

    switch form {
    case .utf16(let encoding, let mark):
      let text = try utf16(bytes, from: mark, encoding, limit: limits.bytes)
      let declaration = try declaration(of: text)
      if let declared = declaration?.encoding {
        try check(declared, allows: encoding, at: declaration?.encodingOffset ?? 0, in: text)
      } else if mark == 0 {
        throw refusal(.undeclaredUTF16)
      }
      return Decoded(text: CanonicalText(canonical: text), encoding: encoding, declaration: declaration)

    case .asciiCompatible(let mark):
      let bytes = mark > 0 ? Array(bytes.dropFirst(mark)) : bytes
      let declaration = try declaration(of: bytes)
      let offset = declaration?.encodingOffset ?? 0
      var encoding = TextEncoding.utf8
      if let declared = declaration?.encoding {
        if mark > 0 { try check(declared, allows: .utf8, at: offset, in: bytes) }
        guard let allowed = TextEncoding.declared(as: declared) else {
          throw refusal(.unsupportedEncoding(declared), after: bytes[..<offset])
        }
        guard let only = allowed.first, only != .utf16LittleEndian, only != .utf16BigEndian else {
          throw refusal(.encodingContradiction(declared: declared, found: .utf8), after: bytes[..<offset])
        }
        encoding = only
      }
      let text = try singleByteOrUTF8(bytes, encoding, limit: limits.bytes)
      return Decoded(text: CanonicalText(canonical: text), encoding: encoding, declaration: declaration)
    }
  }

  /// What the first bytes show, before anything is decoded (XML 1.0, appendix F).
  private enum Form {
    /// Little or big end first, with so many bytes of byte order mark.
    case utf16(TextEncoding, mark: Int)
    /// ASCII characters are single ASCII bytes; so many bytes of UTF-8 mark.
    case asciiCompatible(mark: Int)

    init(of bytes: [UInt8]) throws(XMLRefusal) {
      func starts(_ prefix: UInt8...) -> Bool { bytes.starts(with: prefix) }
      if starts(0xFF, 0xFE, 0, 0) || starts(0, 0, 0xFE, 0xFF) || starts(0x3C, 0, 0, 0) || starts(0, 0, 0, 0x3C) {
        throw refusal(.unsupportedEncoding("UTF-32"))
      }
      if starts(0x4C, 0x6F, 0xA7, 0x94) { throw refusal(.unsupportedEncoding("EBCDIC")) }
      if starts(0x2B, 0x2F, 0x76) { throw refusal(.unsupportedEncoding("UTF-7")) }
      if starts(0xEF, 0xBB, 0xBF) {
        self = .asciiCompatible(mark: 3)
      } else if starts(0xFF, 0xFE) {
        self = .utf16(.utf16LittleEndian, mark: 2)
      } else if starts(0xFE, 0xFF) {
        self = .utf16(.utf16BigEndian, mark: 2)
      } else if starts(0x3C, 0) {
        self = .utf16(.utf16LittleEndian, mark: 0)
      } else if starts(0, 0x3C) {
        self = .utf16(.utf16BigEndian, mark: 0)
      } else {
        self = .asciiCompatible(mark: 0)
      }
    }
  }

  private static func declaration(of text: [UInt8]) throws(XMLRefusal) -> XMLDeclaration? {
    switch XMLDeclaration.read(text) {
    case .none: return nil
    case .found(let declaration): return declaration
    case .broken: throw refusal(.badDeclaration)
    }
  }

  private static func check(
    _ declared: String, allows encoding: TextEncoding, at offset: Int, in text: [UInt8]
  ) throws(XMLRefusal) {
    guard let allowed = TextEncoding.declared(as: declared) else {
      throw refusal(.unsupportedEncoding(declared), after: text[..<offset])
    }
    guard allowed.contains(encoding) else {
      throw refusal(.encodingContradiction(declared: declared, found: encoding), after: text[..<offset])
    }
  }

  // MARK: Bytes to UTF-8

  private static func singleByteOrUTF8(
    _ bytes: [UInt8], _ encoding: TextEncoding, limit: Int
  ) throws(XMLRefusal) -> [UInt8] {
    if let nul = position(of: 0, in: bytes) {
      throw refusal(.nulByte, after: validPrefix(bytes[..<nul]))
    }
    switch encoding {
    case .utf8:
      if let broken = firstInvalid(bytes) {
        // The last character of a file that was cut is incomplete rather than wrong.
        let isCut = broken.upperBound == bytes.count && UTF8Lead.length(bytes[broken.lowerBound]) > broken.count
        let kind: XMLProblem.Kind =
          isCut ? .cutCharacter(.utf8) : .undecodable(byte: bytes[broken.lowerBound], .utf8)
        throw refusal(kind, after: bytes[..<broken.lowerBound])
      }
      return withLineFeeds(bytes)
    case .ascii:
      if let broken = bytes.firstIndex(where: { $0 >= 0x80 }) {
        throw refusal(.undecodable(byte: bytes[broken], .ascii), after: bytes[..<broken])
      }
      return withLineFeeds(bytes)
    case .windows1251, .koi8R, .iso8859Part5, .utf16LittleEndian, .utf16BigEndian:
      return withLineFeeds(try singleByte(bytes, encoding, limit: limit))
    }
  }

  private static func singleByte(
    _ bytes: [UInt8], _ encoding: TextEncoding, limit: Int
  ) throws(XMLRefusal) -> [UInt8] {
    guard let table = CyrillicCodePage.upperHalf(of: encoding), table.count == 128 else {
      throw refusal(.unsupportedEncoding(encoding.rawValue))
    }
    var result: [UInt8] = []
    result.reserveCapacity(min(bytes.count * 2, limit + 4))
    for byte in bytes {
      guard result.count <= limit else { break }
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let scalar = table[Int(byte & 0x7F)]
      guard scalar != 0 else { throw refusal(.undecodable(byte: byte, encoding), after: result[...]) }
      append(UInt32(scalar), to: &result)
    }
    return result
  }

  private static func utf16(
    _ bytes: [UInt8], from start: Int, _ encoding: TextEncoding, limit: Int
  ) throws(XMLRefusal) -> [UInt8] {
    let high = encoding == .utf16BigEndian ? 0 : 1
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pending: UInt32 = 0  // a high surrogate that waits for its other half
    var index = start
    while index + 1 < bytes.count, result.count <= limit {
      let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
      let isLow = unit & 0xFC00 == 0xDC00
      guard isLow == (pending != 0) else {
        throw refusal(.undecodable(byte: bytes[index], encoding), after: result[...])
      }
      if isLow {
        append(0x10000 + (pending & 0x3FF) << 10 + unit & 0x3FF, to: &result)
        pending = 0
      } else if unit & 0xFC00 == 0xD800 {
        pending = unit
      } else if unit == 0 {
        throw refusal(.nulByte, after: result[...])
      } else {
        append(unit, to: &result)
      }
      index += 2
    }
    guard result.count > limit || (index == bytes.count && pending == 0) else {
      throw refusal(.cutCharacter(encoding), after: result[...])
    }
    return withLineFeeds(result)
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      result.append(UInt8(scalar))
    case ..<0x800:
      result.append(UInt8(0xC0 | scalar >> 6))
      result.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      result.append(UInt8(0xE0 | scalar >> 12))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    default:
      result.append(UInt8(0xF0 | scalar >> 18))
      result.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// CR LF and lone CR become LF, as XML 1.0 §2.11 asks of every reader.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = position(of: 0x0D, in: bytes) else { return bytes }
    var bytes = bytes
    var write = first
    var read = first
    while read < bytes.count {
      let byte = bytes[read]
      bytes[write] = byte == 0x0D ? 0x0A : byte
      write += 1
      read += byte == 0x0D && read + 1 < bytes.count && bytes[read + 1] == 0x0A ? 2 : 1
    }
    bytes.removeSubrange(write...)
    return bytes
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  private static func validPrefix(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let broken = firstInvalid(Array(bytes)) else { return bytes }
    return bytes[..<(bytes.startIndex + broken.lowerBound)]
  }

  private static func position(of byte: UInt8, in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// A refusal at the end of what could be decoded.
  private static func refusal(_ kind: XMLProblem.Kind, after prefix: ArraySlice<UInt8> = []) -> XMLRefusal {
    let text = CanonicalText(canonical: withLineFeeds(Array(prefix)))
    let offset = text.bytes.count
    let problem = XMLProblem(
      kind: kind, offset: offset, place: LineMap(text).place(at: offset), related: nil, libxml2Code: 0)
    return XMLRefusal(problems: [problem], text: offset == 0 ? nil : text)
  }
}

/// What the first byte of a character promises.
enum UTF8Lead {
  /// Bytes of the character that begins with `byte`; 0 where none can.
  static func length(_ byte: UInt8) -> Int {
    switch byte {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}
