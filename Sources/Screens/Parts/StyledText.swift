import TerminalUI
import Texts

/// An author's text with its emphasis, safe to show, ready to be broken into lines of cells.
struct StyledText: Sendable, Hashable {
  /// A stretch of one style.
  struct Run: Sendable, Hashable {
    var text: SafeText
    var style: Style

    init(_ text: SafeText, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  private var text = ""
  /// The stretches in order: how many scalars, in which style.
  private var stretches: [(count: Int, style: Style)] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// A text as its author wrote it; `answer` gives what stands for a reference to an answer.
  init(_ inlines: [Inline], _ style: Style = .plain, answer: (String) -> String) {
    append(inlines, style, answer)
  }

  var isEmpty: Bool { text.isEmpty }
  var plain: String { text }

  mutating func append(_ added: String, _ style: Style = .plain) {
    let safe = SafeText.block(added).string
    guard !safe.isEmpty else { return }
    text.unicodeScalars.append(contentsOf: safe.unicodeScalars)
    let count = safe.unicodeScalars.count
    if let last = stretches.last, last.style == style {
      stretches[stretches.count - 1].count += count
    } else {
      stretches.append((count, style))
    }
  }

  private mutating func append(_ inlines: [Inline], _ style: Style, _ answer: (String) -> String) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): append(text, style)
      case .emphasis(let inside): append(inside, style.adding(.underline), answer)
      case .strong(let inside): append(inside, style.adding([.bold, .underline]), answer)
      case .superscript(let inside):
        append("^", style)
        append(inside, style, answer)
      case .subscript(let inside):
        append("_", style)
        append(inside, style, answer)
      case .fraction(let numerator, let denominator):
        append(Self.inFraction(numerator, answer) + "/" + Self.inFraction(denominator, answer), style)
      case .reference(let id): append(answer(id), style)
      case .lineBreak: append("\n", style)
      }
    }
  }

  /// A part of a fraction stands in parentheses where its own signs would be read wrongly: (a + b)/2.
  private static func inFraction(_ part: [Inline], _ answer: (String) -> String) -> String {
    let text = part.plain(answer)
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "," || $0 == "." } ? text : "(\(text))"
  }

  /// The lines, each at most `width` cells wide: at least one.
  func lines(width: Int) -> [[Run]] {
    let wrapped = wrap(text, width: width)
    guard stretches.count > 1 else {
      let style = stretches.first?.style ?? .plain
      return wrapped.map { [Run($0, style)] }
    }
    var cursor = StyleCursor(scalars: Array(text.unicodeScalars), stretches: stretches)
    return wrapped.map { cursor.runs(of: $0) }
  }

  static func == (a: Self, b: Self) -> Bool {
    a.text == b.text && a.stretches.elementsEqual(b.stretches) { $0.count == $1.count && $0.style == $1.style }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Finds the styles again after wrapping, which leaves out only spaces and line ends.
private struct StyleCursor {
  var scalars: [Unicode.Scalar]
  var styles: [Style]
  var index = 0

  init(scalars: [Unicode.Scalar], stretches: [(count: Int, style: Style)]) {
    self.scalars = scalars
    styles = stretches.flatMap { Array(repeating: $0.style, count: $0.count) }
  }

  mutating func runs(of line: SafeText) -> [StyledText.Run] {
    var runs: [StyledText.Run] = []
    var piece = String.UnicodeScalarView()
    var style = Style.plain
    for scalar in line.string.unicodeScalars {
      while index < scalars.count, scalars[index] != scalar { index += 1 }
      let next = index < styles.count ? styles[index] : style
      index += 1
      if next != style, !piece.isEmpty {
        runs.append(StyledText.Run(SafeText.line(String(piece)), style))
        piece = String.UnicodeScalarView()
      }
      style = next
      piece.append(scalar)
    }
    runs.append(StyledText.Run(SafeText.line(String(piece)), style))
    return runs
  }
}

extension Style {
  func adding(_ attributes: Attributes) -> Style {
    Style(self.attributes.union(attributes), foreground: foreground, background: background)
  }
}
