import TerminalUI

/// Rows as columns of text, each as wide as its widest cell.
enum Columns {
  static func text(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? SafeText.line($0[column]).width : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let padding = column == row.count - 1 ? 0 : widths[column] - SafeText.line(cell).width + 2
        return cell + String(repeating: " ", count: padding)
      }.joined()
    }.joined(separator: "\n")
  }
}
