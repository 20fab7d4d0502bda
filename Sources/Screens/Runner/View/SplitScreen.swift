import TerminalUI

/// A passage and its question side by side: reading goes on while one answers.
enum SplitScreen {
  /// Narrower windows show one after the other; F5 brings the passage back.
  static let leastColumns = 100

  /// Where each stands; between them are a rule and a column free on either side.
  static func areas(of whole: Chrome.Layout, _ size: Size) -> (passage: Chrome.Layout, question: Chrome.Layout) {
    let room = size.columns - 2 * whole.column - 4
    let left = min(room / 2, 80)
    let right = min(room - left, 80)
    let question = Chrome.Layout(rows: whole.rows, column: whole.column + left + 4, width: right)
    return (Chrome.Layout(rows: whole.rows, column: whole.column, width: left), question)
  }
}

/// The passage beside a question: its lines, a window onto them, and below it a line that says how much is left.
struct PassagePane {
  let body: Body
  private let layout: Chrome.Layout

  init(_ body: Body, _ layout: Chrome.Layout) {
    self.body = body
    self.layout = layout
  }

  /// All of it is seen at once.
  var isWhole: Bool { body.lines.count <= layout.rows.count }

  /// Lines that are seen at once: the last row says how much is left, unless nothing is.
  var height: Int { isWhole ? layout.rows.count : max(1, layout.rows.count - 1) }

  func clamped(_ line: Int) -> Int { body.clamped(line, height: height) }

  /// Lines that stand below the window.
  func left(from line: Int) -> Int { max(0, body.lines.count - height - clamped(line)) }

  /// Draws it; `isRead` while the keys move in it, and not in the question.
  func draw(into frame: inout Frame, line: Int, isRead: Bool, foot: String, glyphs: Glyphs) {
    let rows = layout.rows.lowerBound..<min(layout.rows.upperBound, layout.rows.lowerBound + height)
    body.draw(into: &frame, rows: rows, column: layout.column, scroll: line)
    let bar = layout.column + layout.width + 2
    for row in layout.rows {
      // The pane that the keys move in has a thick edge.
      frame.write(isRead ? glyphs.full : glyphs.vertical, row: row, column: bar, style: isRead ? .bold : .dim)
    }
    guard !isWhole else { return }
    let words = SafeText.line((isRead ? glyphs.pointer + " " : "") + foot)
      .shortened(to: layout.width, ellipsis: glyphs.ellipsis)
    frame.write(words, row: layout.rows.upperBound - 1, column: layout.column, style: isRead ? .reverse : .bold)
    if isRead { frame.cursor = Position(row: rows.lowerBound, column: layout.column) }
  }
}
