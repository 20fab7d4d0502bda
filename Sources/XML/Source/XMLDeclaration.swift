/// The first line of an XML file, `<?xml version="1.0" encoding="UTF-8"?>`, read from bytes that hold ASCII as ASCII.
///
/// Read by Synak before anything is decoded, because the encoding that it names decides what the rest says.
struct XMLDeclaration: Equatable {
  var version: String
  var versionOffset: Int
  var encoding: String?
  var encodingOffset: Int

  /// Longer declarations are refused: the three values need fewer than 100 bytes.
  private static let longest = 1024

  enum Reading: Equatable {
    /// The file begins otherwise.
    case none
    case found(XMLDeclaration)
    /// It begins with `<?xml` and then breaks the grammar (XML 1.0 §2.8).
    case broken
  }

  static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.starts(with: "<?xml".utf8), bytes.count > 5, bytes[5].isXMLSpace else { return .none }
    var parser = Parser(bytes: bytes, cursor: 5, end: min(bytes.count, longest))
    guard let version = parser.value(of: "version") else { return .broken }
    let encoding = parser.value(of: "encoding")
    if let standalone = parser.value(of: "standalone") {
      guard standalone.text == "yes" || standalone.text == "no" else { return .broken }
    }
    parser.skipSpace()
    guard parser.take("?>") else { return .broken }
    return .found(
      XMLDeclaration(
        version: version.text, versionOffset: version.offset, encoding: encoding?.text,
        encodingOffset: encoding?.offset ?? 0))
  }

  /// The little grammar of the declaration: ` name = "value"`, three times.
  private struct Parser {
    let bytes: [UInt8]
    var cursor: Int
    let end: Int

    mutating func skipSpace() {
      while cursor < end, bytes[cursor].isXMLSpace { cursor += 1 }
    }

    mutating func take(_ token: String) -> Bool {
      guard bytes[cursor..<end].starts(with: token.utf8) else { return false }
      cursor += token.utf8.count
      return true
    }

    /// The quoted value of `name`, if it comes next; otherwise nothing is consumed.
    mutating func value(of name: String) -> (text: String, offset: Int)? {
      let start = cursor
      skipSpace()
      guard cursor > start, take(name) else { return back(to: start) }
      skipSpace()
      guard take("=") else { return back(to: start) }
      skipSpace()
      guard cursor < end, bytes[cursor] == UInt8(ascii: "\"") || bytes[cursor] == UInt8(ascii: "'") else {
        return back(to: start)
      }
      let quote = bytes[cursor]
      let from = cursor + 1
      guard let to = bytes[from..<end].firstIndex(of: quote) else { return back(to: start) }
      cursor = to + 1
      return (String(decoding: bytes[from..<to], as: UTF8.self), from)
    }

    private mutating func back(to start: Int) -> (text: String, offset: Int)? {
      cursor = start
      return nil
    }
  }
}

extension UInt8 {
  /// White space of XML 1.0 §2.3.
  @inline(__always)
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
