import TerminalUI
import Texts

/// An author's text with its emphasis, safe to show, ready to be broken into lines of cells.
struct StyledText: Sendable, Hashable {
  /// A stretch of one style.
  struct Run: Sendable, Hashable {
    var text: SafeText
    var style: Style
    /// The part of a picture that covers it.
    var strip: PictureStrip?

    init(_ text: SafeText, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// Words that run on, or a table or a picture that takes the width it is given.
  private enum Part: Sendable, Hashable {
    case words(StyledWords)
    case table(StyledTable)
    case picture(ShownPicture)
  }

  private var parts: [Part] = []
  /// While it is built.
  private var pictures = PictureShelf()

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// A text as its author wrote it; `answer` gives what stands for a reference to an answer.
  init(
    _ inlines: [Inline], _ style: Style = .plain, pictures: PictureShelf = PictureShelf(), answer: (String) -> String
  ) {
    self.pictures = pictures
    append(inlines, style, answer)
    self.pictures = PictureShelf()
  }

  var isEmpty: Bool {
    parts.allSatisfy { if case .words(let words) = $0 { words.text.isEmpty } else { false } }
  }

  var plain: String {
    parts.compactMap { part -> String? in
      switch part {
      case .words(let words): words.text
      case .table(let table): table.plain
      // Its words follow.
      case .picture: nil
      }
    }.joined(separator: "\n")
  }

  mutating func append(_ added: String, _ style: Style = .plain) {
    if case .words(var words) = parts.last {
      words.append(added, style)
      parts[parts.count - 1] = .words(words)
    } else {
      var words = StyledWords()
      words.append(added, style)
      parts.append(.words(words))
    }
  }

  private mutating func append(_ inlines: [Inline], _ style: Style, _ answer: (String) -> String) {
    for (index, inline) in inlines.enumerated() {
      if inline.standsApart { beginLine() }
      switch inline {
      case .text(let text), .code(let text): append(text, style)
      case .emphasis(let inside): append(inside, style.adding(.underline), answer)
      case .strong(let inside): append(inside, style.adding([.bold, .underline]), answer)
      case .superscript(let inside): append(Self.raised(inside, "^", Script.superscripts, answer), style)
      case .subscript(let inside): append(Self.raised(inside, "_", Script.subscripts, answer), style)
      case .fraction(let numerator, let denominator):
        append(Self.inFraction(numerator, answer) + "/" + Self.inFraction(denominator, answer), style)
      case .reference(let id): append(answer(id), style)
      case .lineBreak: append("\n", style)
      case .paragraph(let inside): append(inside, style, answer)
      case .list(let items, let isNumbered):
        for (index, item) in items.enumerated() {
          beginLine()
          append(isNumbered ? "\(index + 1). " : "- ", style)
          append(item, style, answer)
        }
      case .table(let table):
        endWords()
        parts.append(.table(StyledTable(table, style, answer)))
      case .picture(let picture): append(picture, style, answer)
      }
      if inline.standsApart, index + 1 < inlines.count { endLine() }
    }
  }

  /// The picture where it can be shown, else the drawing where there is one; and always the words, so that nobody must
  /// guess.
  private mutating func append(_ picture: TextPicture, _ style: Style, _ answer: (String) -> String) {
    let shown = pictures.picture(picture.source)
    if let shown {
      endWords()
      parts.append(.picture(shown))
    }
    for line in shown == nil ? picture.drawingLines : [] {
      // No-break spaces: a drawing is never wrapped or squeezed.
      append(line.replacing(" ", with: "\u{A0}") + "\n", .plain)
    }
    append("[", style)
    append(picture.alternative, style, answer)
    append("]", style)
  }

  private mutating func beginLine() {
    if case .words(let words) = parts.last, !words.text.isEmpty, words.text.last != "\n" { append("\n") }
  }

  /// A table begins its own line: the line end that words brought already is none too many.
  private mutating func endWords() {
    guard case .words(var words) = parts.last else { return }
    words.dropLineEnd()
    parts[parts.count - 1] = .words(words)
  }

  private mutating func endLine() {
    if case .words = parts.last { append("\n") }
  }

  /// x², or x^(n + 1) where what is raised isn't all digits.
  private static func raised(
    _ inside: [Inline], _ mark: String, _ digits: [Character: Character], _ answer: (String) -> String
  ) -> String {
    let text = inside.plain(answer)
    let raised = text.map { digits[$0] }
    if !raised.isEmpty, !raised.contains(nil) { return String(raised.compactMap { $0 }) }
    return mark + (text.count == 1 ? text : "(\(text))")
  }

  /// A part of a fraction stands in parentheses where its own signs would be read wrongly: (a + b)/2.
  private static func inFraction(_ part: [Inline], _ answer: (String) -> String) -> String {
    let text = part.plain(answer)
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "," || $0 == "." } ? text : "(\(text))"
  }

  /// The lines, each at most `width` cells wide: at least one.
  func lines(width: Int) -> [[Run]] {
    let lines = parts.flatMap { part -> [[Run]] in
      switch part {
      case .words(let words): words.lines(width: width)
      case .table(let table): table.lines(width: width)
      case .picture(let picture): picture.lines(width: width)
      }
    }
    return lines.isEmpty ? StyledWords().lines(width: width) : lines
  }
}

/// The digits that stand high or low in the fonts of terminals: those of Latin-1 and what every console font adds; others
/// are written with a sign.
private enum Script {
  static let superscripts: [Character: Character] = ["1": "\u{B9}", "2": "\u{B2}", "3": "\u{B3}"]
  static let subscripts: [Character: Character] = [:]
}

extension Style {
  func adding(_ attributes: Attributes) -> Style {
    Style(self.attributes.union(attributes), foreground: foreground, background: background)
  }
}
