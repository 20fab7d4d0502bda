/// Writes values as XML that reads back as the same values: UTF-8, LF, two spaces a level, each escape where it is due.
///
/// An element that holds text is written on one line with all that is in it, because space there would be text too.
/// Control characters that XML allows but a terminal would obey (DEL, U+0080…9F) become references.
package struct MarkupWriter {
  /// Why values can't be XML.
  package enum Fault: Error, Sendable, Equatable {
    case badName(String)
    case repeatedAttribute(String, element: String)
    /// XML has no way to say this character, not even by reference.
    case forbiddenCharacter(UInt32, element: String)
    /// A comment may neither hold `--` nor end with `-`.
    case badComment(String)
    case tooDeep(limit: Int)
  }

  /// Far more than any format that Synak writes; it keeps recursion off the end of the stack.
  private static let depth = 256

  private var output: [UInt8] = []

  /// A whole file: declaration, comments, root, and a line end.
  package static func write(_ root: MarkupElement, comments: [String] = []) throws(Fault) -> [UInt8] {
    var writer = MarkupWriter()
    writer.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    for comment in comments {
      try writer.comment(comment, in: root.name)
      writer.put("\n")
    }
    try writer.element(root, level: 0, isInline: false)
    writer.put("\n")
    return writer.output
  }

  private mutating func element(_ element: MarkupElement, level: Int, isInline: Bool) throws(Fault) {
    guard level < Self.depth else { throw .tooDeep(limit: Self.depth) }
    guard XMLCharacters.isQualifiedName(element.name) else { throw .badName(element.name) }
    put("<")
    put(element.name)
    for (index, attribute) in element.attributes.enumerated() {
      guard XMLCharacters.isQualifiedName(attribute.name) else { throw .badName(attribute.name) }
      guard !element.attributes[..<index].contains(where: { XMLCharacters.isSame($0.name, attribute.name) }) else {
        throw .repeatedAttribute(attribute.name, element: element.name)
      }
      put(" ")
      put(attribute.name)
      put("=\"")
      try escaped(attribute.value, in: element.name, isValue: true)
      put("\"")
    }
    guard !element.content.isEmpty else {
      put("/>")
      return
    }
    put(">")
    let isInline = isInline || element.content.contains { if case .text = $0 { true } else { false } }
    for node in element.content {
      if !isInline { newLine(level + 1) }
      switch node {
      case .element(let child): try self.element(child, level: level + 1, isInline: isInline)
      case .text(let text): try escaped(text, in: element.name, isValue: false)
      case .comment(let text): try comment(text, in: element.name)
      }
    }
    if !isInline { newLine(level) }
    put("</")
    put(element.name)
    put(">")
  }

  private mutating func comment(_ text: String, in element: String) throws(Fault) {
    // By bytes: a combining mark would hide a hyphen from a search by characters.
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    guard bytes.last != hyphen, !zip(bytes, bytes.dropFirst()).contains(where: { $0 == hyphen && $1 == hyphen }) else {
      throw .badComment(text)
    }
    put("<!--")
    for scalar in text.unicodeScalars {
      // A carriage return has no reference in a comment, and would come back as a line feed.
      guard XMLCharacters.isAllowed(scalar), scalar != "\r" else {
        throw .forbiddenCharacter(scalar.value, element: element)
      }
    }
    put(text)
    put("-->")
  }

  /// - Parameter isValue: quotes, tabs and line ends are escaped too, which an attribute would lose.
  private mutating func escaped(_ text: String, in element: String, isValue: Bool) throws(Fault) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": put("&amp;")
      case "<": put("&lt;")
      case ">": put("&gt;")
      case "\"" where isValue: put("&quot;")
      case "\r", "\u{7F}"..."\u{9F}": reference(scalar)
      case "\t" where isValue, "\n" where isValue: reference(scalar)
      default:
        guard XMLCharacters.isAllowed(scalar) else {
          throw .forbiddenCharacter(scalar.value, element: element)
        }
        if scalar.value < 0x80 {
          output.append(UInt8(scalar.value))
        } else {
          output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
  }

  private mutating func reference(_ scalar: Unicode.Scalar) {
    put("&#")
    put(String(scalar.value))
    put(";")
  }

  private mutating func newLine(_ level: Int) {
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  private mutating func put(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
}
