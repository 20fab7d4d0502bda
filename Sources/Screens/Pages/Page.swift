package import TerminalUI

/// Something to read: paragraphs and tables, in one language. Screens show it, lines print it.
package struct Page: Sendable {
  package enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    /// A number or mark before a paragraph that stands out from it.
    case entry(String, String)
    case table(Table)
    /// Lines that are made for a width, such as a board.
    case lines(@Sendable (Int) -> [String])
    case blank
  }

  /// Cells of text under headings. The first column is words, the others are short.
  package struct Table: Sendable {
    package var headings: [String]
    package var rows: [[String]]

    package init(headings: [String], rows: [[String]]) {
      self.headings = headings
      self.rows = rows
    }
  }

  package var title: String
  package var subtitle: String
  package var blocks: [Block]

  package init(title: String, subtitle: String = "", blocks: [Block] = []) {
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
  }

  /// The page as plain lines of at most `width` cells.
  package func text(width: Int, glyphs: Glyphs) -> String {
    var head = Body(width: width, glyphs: glyphs, isSpacious: false)
    head.add(title)
    if !subtitle.isEmpty { head.add(subtitle) }
    head.blank()
    let lines = head.lines + body(width: width, glyphs: glyphs).lines
    return lines.map { line in
      var text = String(repeating: " ", count: line.indent) + line.runs.map(\.text.string).joined()
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  func body(width: Int, glyphs: Glyphs) -> Body {
    var body = Body(width: width, glyphs: glyphs, isSpacious: false)
    for block in blocks {
      switch block {
      case .heading(let words):
        body.blank()
        body.add(words, .bold)
      case .paragraph(let words): body.add(words)
      case .entry(let mark, let words): body.add(StyledText(words), before: mark + " ", .bold, indent: 2)
      case .table(let table): table.add(to: &body)
      case .lines(let make):
        for line in make(body.width) { body.addLine([StyledText.Run(SafeText.line(line), .plain)]) }
      case .blank: body.blank()
      }
    }
    return body
  }
}

extension Page.Table {
  /// A first column narrower than this is no column: then the rows stand one under another.
  private static let leastWords = 14
  private static let gap = 2

  /// Columns side by side where there is room for them, else a row as a small list.
  func add(to body: inout Body) {
    let widths = (1..<max(1, headings.count)).map { column in
      ([headings] + rows).map { $0.indices.contains(column) ? SafeText.line($0[column]).width : 0 }.max() ?? 0
    }
    let room = body.width - widths.reduce(0) { $0 + $1 + Self.gap }
    guard room >= Self.leastWords else {
      for row in rows { addStacked(row, to: &body) }
      return
    }
    let areFigures = widths.indices.map { column in
      rows.allSatisfy { $0.indices.contains(column + 1) ? Self.isFigure($0[column + 1]) : true }
    }
    let longest = ([headings] + rows).map { SafeText.line($0.first ?? "").width }.max() ?? 0
    let first = min(room, longest)
    addRow(headings, first: first, widths, areFigures, style: .bold, to: &body)
    for row in rows { addRow(row, first: first, widths, areFigures, style: .plain, to: &body) }
  }

  /// Figures stand under figures at the right, words at the left.
  private static func isFigure(_ cell: String) -> Bool {
    cell.isEmpty || cell.first?.isNumber == true || cell.first == "\u{2212}"
  }

  private func addRow(
    _ cells: [String], first: Int, _ widths: [Int], _ areFigures: [Bool], style: Style, to body: inout Body
  ) {
    let lines = StyledText(cells.first ?? "", style).lines(width: first)
    for (index, line) in lines.enumerated() {
      var runs = line
      // The figures stand beside the last line of the words.
      if index == lines.count - 1 {
        var at = line.reduce(0) { $0 + $1.text.width }
        var edge = first
        for (column, width) in widths.enumerated() {
          let cell = SafeText.line(cells.indices.contains(column + 1) ? cells[column + 1] : "")
          edge += Self.gap + width
          let start = areFigures[column] ? edge - cell.width : edge - width
          runs.append(StyledText.Run(SafeText.line(String(repeating: " ", count: max(0, start - at))), .plain))
          runs.append(StyledText.Run(cell, style))
          at = start + cell.width
        }
      }
      body.addLine(runs)
    }
  }

  private func addStacked(_ row: [String], to body: inout Body) {
    body.add(row.first ?? "", .bold)
    for (column, cell) in row.enumerated() where column > 0 && !cell.isEmpty {
      let heading = headings.indices.contains(column) ? headings[column] : ""
      body.add(StyledText(cell), before: heading.isEmpty ? "" : heading + ": ", indent: 2)
    }
  }
}
