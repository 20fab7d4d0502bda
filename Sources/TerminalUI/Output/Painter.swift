/// Frames into the bytes that show them: only what differs from the frame before, as short as is safe (ECMA-48).
///
/// A pure value: it remembers the frame that the terminal shows, and nothing of the terminal itself.
package struct Painter: Sendable {
  private let colours: ColourLevel
  private let theme: Theme
  /// Blank cells have a colour of their own: none may be left to the terminal.
  private let coversAll: Bool
  private var shown: Frame?

  package init(colours: ColourLevel, theme: Theme = .terminal) {
    self.colours = colours
    self.theme = theme
    coversAll = theme.dressed(.plain).limited(to: colours) != .plain
  }

  /// Forgets what the terminal shows: the next frame is painted whole.
  ///
  /// After a resize, a suspension, a stranger's output.
  package mutating func forget() { shown = nil }

  /// The bytes that turn what was shown into `frame`; none where nothing differs.
  package mutating func paint(_ frame: Frame) -> [UInt8] {
    var pen = Pen(colours: colours, theme: theme, columns: frame.size.columns)
    let before = shown?.size == frame.size ? shown : nil
    if before == nil { pen.clear() }
    // Cells are painted over a part of a picture that went or changed, so that nothing of it is left.
    let gone = (before?.strips ?? [:]).filter { frame.strips[$0.key] != $0.value }
    for row in 0..<frame.size.rows { paint(row: row, of: frame, over: before, gone, with: &pen) }
    for (place, strip) in frame.strips.sorted(by: { $0.key.row < $1.key.row }) {
      let isThere = before?.strips[place] == strip
      if !isThere || !Self.isUntouched(strip, place, frame, before) { pen.put(strip, place) }
    }
    let moved = before == nil || before?.cursor != frame.cursor || !pen.bytes.isEmpty
    shown = frame
    guard moved else { return [] }
    return pen.finished(cursor: frame.cursor, wasVisible: before?.cursor != nil)
  }

  private static func isUntouched(_ strip: PictureStrip, _ place: Position, _ frame: Frame, _ before: Frame?) -> Bool {
    (place.column..<place.column + strip.columns).allSatisfy {
      frame[row: place.row, column: $0] == before?[row: place.row, column: $0]
    }
  }

  private func paint(
    row: Int, of frame: Frame, over before: Frame?, _ gone: [Position: PictureStrip], with pen: inout Pen
  ) {
    let width = frame.size.columns
    let bared = gone.filter { $0.key.row == row }.map { $0.key.column..<$0.key.column + $0.value.columns }
    func differs(_ column: Int) -> Bool {
      if bared.contains(where: { $0.contains(column) }) { return true }
      guard let before else { return coversAll || frame[row: row, column: column] != .blank }
      return frame[row: row, column: column] != before[row: row, column: column]
    }
    var column = 0
    while column < width {
      guard differs(column) else {
        column += 1
        continue
      }
      let cell = frame[row: row, column: column]
      // The right half comes with its left one, which has changed too or is painted over.
      if cell.width == 0 {
        if column > 0, !differs(column - 1) { pen.put(frame[row: row, column: column - 1], row, column - 1) }
        column += 1
        continue
      }
      if !coversAll, cell == .blank, Self.isBlank(row, from: column, in: frame), pen.isWorthErasing(width - column) {
        pen.eraseLine(row, column)
        return
      }
      pen.put(cell, row, column)
      column += Int(cell.width)
    }
  }

  private static func isBlank(_ row: Int, from column: Int, in frame: Frame) -> Bool {
    (column..<frame.size.columns).allSatisfy { frame[row: row, column: $0] == .blank }
  }
}

/// What has been written so far, where it left the cursor and which style it left on.
private struct Pen {
  var bytes: [UInt8] = []
  private let colours: ColourLevel
  private let theme: Theme
  private let columns: Int
  /// Nil where terminals may disagree: then the next cell is reached by its address.
  private var position: Position?
  /// Painting begins and ends with the plain style.
  private var style = Style.plain

  init(colours: ColourLevel, theme: Theme, columns: Int) {
    self.colours = colours
    self.theme = theme
    self.columns = columns
  }

  mutating func clear() { add("\u{1B}[0m\u{1B}[2J") }

  mutating func put(_ cell: Cell, _ row: Int, _ column: Int) {
    move(to: row, column)
    use(theme.dressed(cell.style))
    bytes.append(contentsOf: cell.text.utf8)
    let next = column + Int(cell.width)
    // At the edge some terminals wait on the last cell; of odd characters they differ in the width.
    position = next < columns && Self.isPlainSailing(cell) ? Position(row: row, column: next) : nil
  }

  /// Where the cursor is after a picture, terminals disagree.
  mutating func put(_ strip: PictureStrip, _ place: Position) {
    move(to: place.row, place.column)
    bytes += strip.sequence
    position = nil
  }

  /// Erasing takes three bytes and perhaps a reset of the style.
  func isWorthErasing(_ count: Int) -> Bool { count > (style == .plain ? 3 : 7) }

  mutating func eraseLine(_ row: Int, _ column: Int) {
    move(to: row, column)
    use(.plain)
    add("\u{1B}[K")
  }

  mutating func finished(cursor: Position?, wasVisible: Bool) -> [UInt8] {
    use(.plain)
    // While cells are painted the cursor would be seen to run.
    let hide = wasVisible && (cursor == nil || !bytes.isEmpty)
    if let cursor {
      move(to: cursor.row, cursor.column)
      if hide || !wasVisible { add("\u{1B}[?25h") }
    }
    return hide ? Array("\u{1B}[?25l".utf8) + bytes : bytes
  }

  private mutating func move(to row: Int, _ column: Int) {
    if let position, position.row == row {
      if position.column == column { return }
      if position.column < column {
        let steps = column - position.column
        add(steps == 1 ? "\u{1B}[C" : "\u{1B}[\(steps)C")
        self.position = Position(row: row, column: column)
        return
      }
    }
    add(column == 0 ? "\u{1B}[\(row + 1)H" : "\u{1B}[\(row + 1);\(column + 1)H")
    position = Position(row: row, column: column)
  }

  private mutating func use(_ wanted: Style) {
    let wanted = wanted.limited(to: colours)
    guard wanted != style else { return }
    var codes: [String] = []
    // Only a reset turns attributes off everywhere: 22 is bold and dim at once, and 21 is underline on some.
    if !wanted.attributes.isSuperset(of: style.attributes) || wanted.foreground != style.foreground
      || wanted.background != style.background
    {
      if style != .plain { codes.append("0") }
      style = .plain
    }
    let added = wanted.attributes.subtracting(style.attributes)
    if added.contains(.bold) { codes.append("1") }
    if added.contains(.dim) { codes.append("2") }
    if added.contains(.underline) { codes.append("4") }
    if added.contains(.reverse) { codes.append("7") }
    if let colour = wanted.foreground, style.foreground != colour { codes.append(colour.parameters(base: 30)) }
    if let colour = wanted.background, style.background != colour { codes.append(colour.parameters(base: 40)) }
    style = wanted
    add("\u{1B}[\(codes.joined(separator: ";"))m")
  }

  /// Latin, Cyrillic and the signs of `Glyphs`, which every terminal takes for one cell.
  private static func isPlainSailing(_ cell: Cell) -> Bool {
    guard cell.width == 1 else { return false }
    var scalars = cell.text.unicodeScalars.makeIterator()
    guard let base = scalars.next(), scalars.next() == nil else { return false }
    switch base.value {
    case 0x20...0x02FF, 0x0370...0x0482, 0x048A...0x052F, 0x2010...0x2026, 0x2190...0x2193, 0x2500...0x25B6: return true
    default: return false
    }
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
