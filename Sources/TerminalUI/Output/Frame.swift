/// A whole screen as a value: what `render` gives, the painter paints and tests compare.
package struct Frame: Sendable, Hashable {
  package let size: Size
  /// Where the cursor stands; none hides it.
  ///
  /// Screen readers follow it, so let it stand on the line in focus.
  package var cursor: Position?
  private(set) var cells: [Cell]
  /// Parts of pictures, by where they begin.
  private(set) var strips: [Position: PictureStrip] = [:]

  /// A blank screen.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell there.
  ///
  /// Outside of the frame everything is blank.
  package subscript(row row: Int, column column: Int) -> Cell {
    contains(row, column) ? cells[row * size.columns + column] : .blank
  }

  /// Writes text that isn't known to be safe: it goes through the filter here.
  ///
  /// See `write(_:row:column:…)` of `SafeText`.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int = .max
  ) -> Int {
    write(SafeText.line(text), row: row, column: column, style: style, limit: limit)
  }

  /// Writes one line of text from a cell rightwards and gives the column after it.
  ///
  /// What doesn't fit into `limit` cells or the frame is cut off; a wide character is never cut in half. A newline is
  /// written as a space.
  @discardableResult
  package mutating func write(
    _ text: SafeText, row: Int, column: Int, style: Style = .plain, limit: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(row), column < size.columns else { return column }
    let end = limit < size.columns - column ? column + max(0, limit) : size.columns
    var at = column
    var last: Int?
    for scalar in text.string.unicodeScalars {
      if Self.isLeftOut(scalar) { continue }
      let width = cellWidth(scalar)
      if width == 0 && scalar != "\n" {
        if let last { cells[row * size.columns + last].text.unicodeScalars.append(scalar) }
        continue
      }
      let taken = max(1, width)
      guard at + taken <= end else { break }
      if at >= 0 {
        put(scalar == "\n" ? " " : scalar, width: taken, row: row, column: at, style: style)
        last = at
      }
      at += taken
    }
    return at
  }

  /// Fills a stretch of a row with blanks of a style.
  package mutating func fill(row: Int, columns: Range<Int>, style: Style) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      put(" ", width: 1, row: row, column: column, style: style)
    }
  }

  /// Lays a part of a picture over cells, which stay blank; nothing where it doesn't fit whole.
  package mutating func place(_ strip: PictureStrip, row: Int, column: Int) {
    guard (0..<size.rows).contains(row), column >= 0, column + strip.columns <= size.columns else { return }
    strips[Position(row: row, column: column)] = strip
  }

  /// Changes the style of every cell.
  package mutating func restyle(_ change: (Style) -> Style) {
    for index in cells.indices { cells[index].style = change(cells[index].style) }
  }

  /// The rows as plain text without trailing blanks.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for cell in cells[row * size.columns..<(row + 1) * size.columns] { line += cell.text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The screen as plain text, for tests that compare whole screens: a line a row, each ended by "\n".
  package var text: String { lines.reduce(into: "") { $0 += $1 + "\n" } }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
  }

  /// Scalars on whose width terminals disagree when joined: without them a family is three people everywhere.
  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF, 0x2066...0x2069: true
    default: false
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar, width: Int, row: Int, column: Int, style: Style) {
    let start = row * size.columns
    for half in column..<column + width { freeOtherHalf(start + half, row: row) }
    cells[start + column] = Cell(text: String(Character(scalar)), style: style, width: UInt8(width))
    if width == 2 { cells[start + column + 1] = .rightHalf(style) }
  }

  /// A wide character loses both halves when one is overwritten.
  private mutating func freeOtherHalf(_ index: Int, row: Int) {
    switch cells[index].width {
    case 0: cells[index - 1] = .blank(cells[index - 1].style)
    case 2: cells[index + 1] = .blank(cells[index + 1].style)
    default: break
    }
  }
}
