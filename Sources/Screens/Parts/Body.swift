import TerminalUI

/// What stands between the head and the foot of a screen: lines of which a window is shown, and the place in focus.
struct Body {
  struct Line {
    var indent = 0
    var runs: [StyledText.Run] = []
  }

  let width: Int
  let glyphs: Glyphs
  /// Blank lines between things, where there is room.
  let isSpacious: Bool
  private(set) var lines: [Line] = []
  /// The lines of what is in focus.
  private(set) var focus: Range<Int>?
  /// Where the cursor stands: line and column.
  private(set) var cursor: (line: Int, column: Int)?

  init(width: Int, glyphs: Glyphs, isSpacious: Bool) {
    self.width = max(1, width)
    self.glyphs = glyphs
    self.isSpacious = isSpacious
  }

  mutating func blank() {
    if !lines.isEmpty { lines.append(Line()) }
  }

  /// A blank line where there is room for one.
  mutating func space() {
    if isSpacious { blank() }
  }

  mutating func add(_ text: StyledText, indent: Int = 0) {
    for runs in text.lines(width: max(1, width - indent)) { lines.append(Line(indent: indent, runs: runs)) }
  }

  mutating func add(_ text: String, _ style: Style = .plain, indent: Int = 0) {
    add(StyledText(text, style), indent: indent)
  }

  /// A text with something standing before its first line: a number, a mark, a pointer.
  mutating func add(_ text: StyledText, before head: String, _ headStyle: Style = .plain, indent: Int = 0) {
    let safeHead = SafeText.line(head)
    let inner = max(1, width - indent - safeHead.width)
    for (index, runs) in text.lines(width: inner).enumerated() {
      let first = [StyledText.Run(safeHead, headStyle)] + runs
      lines.append(index == 0 ? Line(indent: indent, runs: first) : Line(indent: indent + safeHead.width, runs: runs))
    }
  }

  /// One line as it stands, cut at the edge.
  mutating func addLine(_ runs: [StyledText.Run], indent: Int = 0) {
    lines.append(Line(indent: indent, runs: runs))
  }

  /// Puts the focus on what `content` adds; the cursor on its first line unless `content` puts it elsewhere.
  mutating func focused(_ isFocused: Bool, _ content: (inout Body) -> Void) {
    let start = lines.count
    content(&self)
    guard isFocused, lines.count > start else { return }
    focus = start..<lines.count
    if cursor.map({ $0.line < start }) ?? true { cursor = (start, lines[start].indent) }
  }

  /// Puts the cursor on a line that was added, and the focus on that line alone.
  mutating func place(cursorAt line: Int, column: Int) {
    cursor = (line, column)
  }

  /// How far the window must be moved so that the focus is seen, beginning at `scroll`.
  func scroll(from scroll: Int, height: Int) -> Int {
    guard let focus, height > 0 else { return clamped(scroll, height: height) }
    var top = clamped(scroll, height: height)
    // What holds the cursor comes first where the whole doesn't fit.
    let target = focus.count > height ? (cursor?.line).map { $0..<($0 + 1) } ?? focus : focus
    if target.upperBound > top + height { top = target.upperBound - height }
    if target.lowerBound < top { top = target.lowerBound }
    return clamped(top, height: height)
  }

  func clamped(_ scroll: Int, height: Int) -> Int { max(0, min(scroll, lines.count - max(0, height))) }

  func isFocusVisible(scroll: Int, height: Int) -> Bool {
    guard let focus else { return true }
    let top = clamped(scroll, height: height)
    let target = focus.count > height ? (cursor?.line).map { $0..<($0 + 1) } ?? focus : focus
    return target.lowerBound >= top && target.upperBound <= top + height
  }

  /// Draws the window into rows of a frame; arrows at the right edge say that there is more.
  func draw(into frame: inout Frame, rows: Range<Int>, column: Int, scroll: Int) {
    guard !rows.isEmpty else { return }
    let top = clamped(scroll, height: rows.count)
    for (offset, row) in rows.enumerated() {
      guard lines.indices.contains(top + offset) else { break }
      let line = lines[top + offset]
      var at = column + line.indent
      for run in line.runs {
        if let strip = run.strip { frame.place(strip, row: row, column: at) }
        at = frame.write(run.text, row: row, column: at, style: run.style, limit: column + width - at)
      }
    }
    let edge = min(column + width, frame.size.columns - 1)
    if top > 0 { frame.write(glyphs.up, row: rows.lowerBound, column: edge, style: .bold) }
    if top + rows.count < lines.count { frame.write(glyphs.down, row: rows.upperBound - 1, column: edge, style: .bold) }
    if let cursor, (top..<top + rows.count).contains(cursor.line), frame.size.columns > 0 {
      let at = min(column + cursor.column, frame.size.columns - 1)
      frame.cursor = TerminalUI.Position(row: rows.lowerBound + cursor.line - top, column: at)
    }
  }
}
