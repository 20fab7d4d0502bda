/// How many cells a screen has.
package struct Size: Sendable, Hashable {
  package var columns: Int
  package var rows: Int

  /// Negative counts are taken as none.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place, from 0 at the top left.
package struct Position: Sendable, Hashable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
