import TerminalUI

/// Words that run on in stretches of styles, ready to be broken into lines of cells.
struct StyledWords: Sendable, Hashable {
  private(set) var text = ""
  /// The stretches in order: how many scalars, in which style.
  private var stretches: [(count: Int, style: Style)] = []

  mutating func append(_ added: String, _ style: Style) {
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

  mutating func dropLineEnd() {
    guard text.last == "\n", let last = stretches.indices.last else { return }
    text.removeLast()
    stretches[last].count -= 1
  }

  /// The lines, each at most `width` cells wide: at least one.
  func lines(width: Int) -> [[StyledText.Run]] {
    let wrapped = wrap(text, width: width)
    guard stretches.count > 1 else {
      let style = stretches.first?.style ?? .plain
      return wrapped.map { [StyledText.Run($0, style)] }
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
