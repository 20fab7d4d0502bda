import XML

/// A text as translation tools see it: words, and marks that must come through unharmed.
///
/// Spaces count as the reader counts them: run together, none at the ends, kept as they are in `code` and `drawing`.
package struct TranslationContent: Sendable, Hashable {
  package indirect enum Piece: Sendable, Hashable {
    case text(String)
    /// What stands for itself: `{grade}`, `<br/>`.
    case mark(String)
    /// Markup around words: its tags as they are written.
    case pair(open: String, close: String, [Piece])
  }

  package private(set) var pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = Self.trimmed(Self.joined(pieces)) }

  /// What stands between the tags of an element.
  init(of element: Element, in text: CanonicalText) {
    self.init(Self.pieces(of: element, in: text, isVerbatim: false))
  }

  package var isEmpty: Bool { pieces.isEmpty }

  /// The words without marks.
  package var words: String { Self.words(pieces) }

  /// All marks, each as often as it stands there.
  package var marks: [String] { Self.marks(pieces).sorted() }

  /// As XML to stand between tags.
  package var markup: String { Self.markup(pieces) }

  // MARK: Reading

  private static func pieces(of element: Element, in text: CanonicalText, isVerbatim: Bool) -> [Piece] {
    element.children.flatMap { node -> [Piece] in
      switch node {
      case .text(let run): return isVerbatim ? [.text(run.string)] : split(run.string)
      case .element(let child):
        let open = text.string(child.offset..<child.startTagEnd)
        // An element without anything in it is a mark.
        if child.startTagEnd == child.endOffset { return [.mark(open)] }
        let inside = pieces(of: child, in: text, isVerbatim: keepsSpace(child.name))
        return [.pair(open: open, close: "</\(child.name)>", inside)]
      }
    }
  }

  static func keepsSpace(_ name: String) -> Bool { name == "code" || name == "drawing" }

  /// Words with what is piped into them, spaces run together.
  static func split(_ text: String) -> [Piece] {
    var result: [Piece] = []
    var words = ""
    var rest = collapsed(text)[...]
    while let brace = rest.firstIndex(of: "{") {
      let behind = rest[rest.index(after: brace)...]
      // A doubled brace is a brace.
      if behind.first == "{" {
        words += rest[...rest.index(after: brace)]
        rest = behind.dropFirst()
        continue
      }
      let name = behind.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard !name.isEmpty, behind.dropFirst(name.count).first == "}" else {
        words += rest[...brace]
        rest = behind
        continue
      }
      var before = rest[..<brace]
      let hasDollar = before.hasSuffix("$")
      if hasDollar { before = before.dropLast() }
      words += before
      if !words.isEmpty { result.append(.text(words)) }
      words = ""
      result.append(.mark((hasDollar ? "$" : "") + "{\(name)}"))
      rest = behind.dropFirst(name.count + 1)
    }
    words += rest
    if !words.isEmpty { result.append(.text(words)) }
    return result
  }

  private static func collapsed(_ text: String) -> String {
    var result = ""
    var isSpace = false
    for scalar in text.unicodeScalars {
      // XML's own spaces; a no-break space is a letter here.
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        isSpace = true
        continue
      }
      if isSpace { result.unicodeScalars.append(" ") }
      isSpace = false
      result.unicodeScalars.append(scalar)
    }
    return isSpace ? result + " " : result
  }

  /// Words beside words are one: a tool may have cut them.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text):
        guard case .text(let before)? = result.last else {
          result.append(piece)
          continue
        }
        let isDoubled = before.hasSuffix(" ") && text.hasPrefix(" ")
        result[result.count - 1] = .text(before + (isDoubled ? String(text.dropFirst()) : text))
      case .mark: result.append(piece)
      case .pair(let open, let close, let inside): result.append(.pair(open: open, close: close, joined(inside)))
      }
    }
    return result
  }

  private static func trimmed(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    if case .text(let text)? = pieces.first, text.hasPrefix(" ") {
      pieces[0] = .text(String(text.drop { $0 == " " }))
    }
    if case .text(let text)? = pieces.last, text.hasSuffix(" ") {
      var text = text
      while text.hasSuffix(" ") { text.removeLast() }
      pieces[pieces.count - 1] = .text(text)
    }
    return pieces.filter { $0 != .text("") }
  }

  // MARK: What is in it

  private static func words(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .mark(let mark): mark.hasPrefix("<") ? "" : mark
      case .pair(_, _, let inside): words(inside)
      }
    }.joined()
  }

  private static func marks(_ pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .text: []
      case .mark(let mark): [mark]
      case .pair(let open, _, let inside): [open] + marks(inside)
      }
    }
  }

  private static func markup(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): escaped(text)
      case .mark(let mark): mark
      case .pair(let open, let close, let inside): open + markup(inside) + close
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
