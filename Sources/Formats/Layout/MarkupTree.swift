import XML

/// A file as it is written, comments, blank lines and all: what a layout is made of. Only for text that is XML already.
struct MarkupTree {
  indirect enum Node {
    case element(MarkupNode)
    /// As it stands, references unresolved.
    case text(String)
    case comment(String, isTrailing: Bool)
    /// CDATA and instructions, which are rare and stay as they are.
    case raw(String)
    /// A line or more left free between things.
    case blank
  }

  /// The declaration, where there is one.
  private(set) var declaration: String?
  private(set) var nodes: [Node] = []

  init(_ text: CanonicalText) {
    var scanner = MarkupTreeScanner(text)
    nodes = scanner.content()
    declaration = scanner.declaration
  }
}

/// An element as it is written.
struct MarkupNode {
  var name: String
  /// With their values as written, without quotes; quotes inside are references.
  var attributes: [(name: String, value: String)]
  var children: [MarkupTree.Node]
  var isEmpty: Bool { children.isEmpty }
}

/// Cuts a text that is XML into its pieces.
private struct MarkupTreeScanner {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var declaration: String?

  init(_ text: CanonicalText) { bytes = text.bytes }

  mutating func content() -> [MarkupTree.Node] {
    var result: [MarkupTree.Node] = []
    while position < bytes.count {
      if !starts("<") {
        text(into: &result)
      } else if starts("</") {
        position = end(of: ">", from: position)
        return result
      } else if starts("<!--") {
        let stop = end(of: "-->", from: position + 4)
        // Behind something on its line.
        let isTrailing = lineBefore(position).contains { $0 != 0x20 && $0 != 0x09 }
        result.append(.comment(take(to: stop), isTrailing: isTrailing))
      } else if starts("<![CDATA[") {
        result.append(.raw(take(to: end(of: "]]>", from: position))))
      } else if starts("<?xml ") {
        declaration = take(to: end(of: "?>", from: position))
      } else if starts("<?") {
        result.append(.raw(take(to: end(of: "?>", from: position))))
      } else {
        result.append(.element(element()))
      }
    }
    return result
  }

  private mutating func text(into result: inout [MarkupTree.Node]) {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let isBlank = text.utf8.allSatisfy { Lexical.isSpace($0) }
    if isBlank, text.utf8.count(where: { $0 == 0x0A }) > 1 {
      result.append(.blank)
    } else {
      result.append(.text(text))
    }
  }

  private mutating func element() -> MarkupNode {
    position += 1
    let name = word()
    var attributes: [(name: String, value: String)] = []
    while position < bytes.count {
      skipSpace()
      if starts("/>") {
        position += 2
        return MarkupNode(name: name, attributes: attributes, children: [])
      }
      if starts(">") {
        position += 1
        return MarkupNode(name: name, attributes: attributes, children: content())
      }
      let key = word()
      while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "'") {
        position += 1
      }
      guard position < bytes.count else { break }
      let quote = bytes[position]
      position += 1
      let start = position
      while position < bytes.count, bytes[position] != quote { position += 1 }
      var value = ""
      for scalar in String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\"": value += "&quot;"
        case "\n", "\t": value += " "
        default: value.unicodeScalars.append(scalar)
        }
      }
      position += 1
      attributes.append((key, value))
    }
    return MarkupNode(name: name, attributes: attributes, children: [])
  }

  // MARK: Bytes

  private func starts(_ word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

  private func end(of word: String, from start: Int) -> Int {
    var at = start
    while at < bytes.count, !bytes[at...].starts(with: word.utf8) { at += 1 }
    return min(bytes.count, at + word.utf8.count)
  }

  private mutating func take(to stop: Int) -> String {
    defer { position = stop }
    return String(decoding: bytes[position..<stop], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while position < bytes.count, Lexical.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, !Lexical.isSpace(bytes[position]), !"=/>".utf8.contains(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func lineBefore(_ offset: Int) -> ArraySlice<UInt8> {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return bytes[start..<offset]
  }
}
