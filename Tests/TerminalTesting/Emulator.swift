import CVTerm

/// A terminal in memory (libvterm): what a person would see after these bytes.
package final class Emulator {
  private let handle: OpaquePointer
  private let screen: OpaquePointer
  private let state: OpaquePointer
  package private(set) var columns: Int
  package private(set) var rows: Int

  package init(columns: Int, rows: Int) {
    // libvterm fails only where memory has run out.
    guard let handle = vterm_new(Int32(rows), Int32(columns)) else { fatalError("libvterm gave no terminal") }
    self.handle = handle
    vterm_set_utf8(handle, 1)
    state = vterm_obtain_state(handle)
    screen = vterm_obtain_screen(handle)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    self.columns = columns
    self.rows = rows
  }

  deinit { vterm_free(handle) }

  /// Shows these bytes, and gives the answers that a terminal would send back to the program (to its queries).
  @discardableResult
  package func show(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { _ = vterm_input_write(handle, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    vterm_screen_flush_damage(screen)
    let waiting = vterm_output_get_buffer_current(handle)
    guard waiting > 0 else { return [] }
    var answer = [CChar](repeating: 0, count: waiting)
    let got = vterm_output_read(handle, &answer, waiting)
    return answer.prefix(got).map { UInt8(bitPattern: $0) }
  }

  package func resize(columns: Int, rows: Int) {
    vterm_set_size(handle, Int32(rows), Int32(columns))
    self.columns = columns
    self.rows = rows
  }

  /// Where the cursor is.
  package var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(state, &position)
    return (Int(position.row), Int(position.col))
  }

  /// One cell as it is seen.
  package struct Cell: Equatable {
    /// The base scalar and its marks; " " where nothing was written, "" in the right half of a wide one.
    package var text: String
    package var width: Int
    package var bold: Bool
    package var underline: Bool
    package var reverse: Bool
    /// The number of the colour in the palette, nil for the terminal's own.
    package var foreground: Int?
    package var background: Int?
  }

  package subscript(row row: Int, column column: Int) -> Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    var text = String.UnicodeScalarView()
    var isRightHalf = false
    withUnsafeBytes(of: cell.chars) { raw in
      for value in raw.bindMemory(to: UInt32.self) {
        // libvterm clears nothing behind the mark of a right half.
        isRightHalf = text.isEmpty && value == UInt32.max
        if value == 0 || isRightHalf { break }
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
    }
    if text.isEmpty, !isRightHalf { text.append(" ") }
    return Cell(
      text: String(text), width: isRightHalf ? 0 : Int(cell.width), bold: cell.attrs.bold != 0,
      underline: cell.attrs.underline != 0, reverse: cell.attrs.reverse != 0, foreground: Self.index(cell.fg),
      background: Self.index(cell.bg))
  }

  private static func index(_ colour: VTermColor) -> Int? {
    let type = UInt32(colour.type)
    let isDefault = type & VTERM_COLOR_DEFAULT_MASK.rawValue != 0
    guard !isDefault, type & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue else { return nil }
    return Int(colour.indexed.idx)
  }

  /// The rows as text without trailing blanks.
  package var lines: [String] {
    (0..<rows).map { row in
      var line = ""
      for column in 0..<columns { line += self[row: row, column: column].text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
