package import Expressions

/// Answers, scores or facts as rows and columns, before they are written as CSV or JSON.
package struct ExportTable: Sendable, Hashable {
  package enum Cell: Sendable, Hashable {
    /// The row has no such thing.
    case none
    case text(String)
    case integer(Int)
    /// Milliseconds since 1970, written as ISO 8601 in UTC.
    case instant(Int64)
    case value(Value)
  }

  package var columns: [String]
  /// As many cells a row as there are columns.
  package var rows: [[Cell]]

  package init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}

extension ExportTable.Cell {
  /// A symbol's text, or nothing.
  package init(_ symbol: Symbol?) { self = symbol.map { .text($0.text) } ?? .none }
}
