import TerminalUI
import Texts

/// A table of an author's text, laid out in cells: columns as wide as their words need, narrower where there is no room.
struct StyledTable: Sendable, Hashable {
  private struct Row: Sendable, Hashable {
    var isHeading: Bool
    var cells: [StyledText]
  }

  private let rows: [Row]
  private let columns: Int
  /// Columns of numbers stand at the right.
  private let isNumeric: [Bool]

  init(_ table: TextTable, _ style: Style, _ answer: (String) -> String) {
    let columns = table.columns
    let rows = table.rows.map { row in
      Row(
        isHeading: row.isHeading,
        cells: (0..<columns).map { column in
          let words = row.cells.indices.contains(column) ? row.cells[column] : []
          return StyledText(words, row.isHeading ? style.adding(.bold) : style, answer: answer)
        })
    }
    self.rows = rows
    self.columns = columns
    isNumeric = (0..<columns).map { column in
      let cells = rows.filter { !$0.isHeading }.map { $0.cells[column].plain }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(Self.isNumber)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || ",.-−+% \u{A0}".contains($0) }
  }

  /// Row by row: what is read aloud and searched.
  var plain: String {
    rows.map { $0.cells.map(\.plain).joined(separator: " | ") }.joined(separator: "\n")
  }

  /// The width with which no cell is broken.
  var naturalWidth: Int { natural.reduce(0, +) + 3 * max(0, columns - 1) }

  private var natural: [Int] {
    (0..<columns).map { column in
      max(1, rows.map { $0.cells[column].lines(width: .max).map(Self.width).max() ?? 0 }.max() ?? 0)
    }
  }

  private static func width(_ runs: [StyledText.Run]) -> Int { runs.reduce(0) { $0 + $1.text.width } }

  func lines(width: Int) -> [[StyledText.Run]] {
    let widths = widths(within: width)
    var lines: [[StyledText.Run]] = []
    for (index, row) in rows.enumerated() {
      let cells = row.cells.indices.map { row.cells[$0].lines(width: widths[$0]) }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        lines.append(joined(cells.map { $0.indices.contains(line) ? $0[line] : [] }, widths))
      }
      let isLast = index + 1 == rows.count
      if row.isHeading, !isLast, !rows[index + 1].isHeading {
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-")
        lines.append([StyledText.Run(SafeText.line(rule), .dim)])
      }
    }
    return lines
  }

  private func joined(_ cells: [[StyledText.Run]], _ widths: [Int]) -> [StyledText.Run] {
    var runs: [StyledText.Run] = []
    for (column, cell) in cells.enumerated() {
      if column > 0 { runs.append(StyledText.Run(SafeText.line(" | "), .dim)) }
      let gap = StyledText.Run(
        SafeText.line(String(repeating: " ", count: max(0, widths[column] - Self.width(cell)))), .plain)
      if isNumeric[column] { runs.append(gap) }
      runs += cell
      if !isNumeric[column], column + 1 < cells.count { runs.append(gap) }
    }
    return runs
  }

  /// The widest column gives first, a cell at a time, until all fit; none gets narrower than one cell.
  private func widths(within width: Int) -> [Int] {
    var widths = natural
    let room = max(columns, width - 3 * max(0, columns - 1))
    var total = widths.reduce(0, +)
    while total > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1 {
      widths[widest] -= 1
      total -= 1
    }
    return widths
  }
}
