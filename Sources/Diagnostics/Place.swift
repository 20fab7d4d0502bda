/// Where something stands in a file that a person wrote.
package struct Place: Sendable, Hashable {
  /// The file as the person named it.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The column in characters as a person counts them, from 1.
  package var column: Int
  /// How many characters the piece is long; 0 where only the beginning is known.
  package var length: Int

  package init(file: String, line: Int, column: Int, length: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

extension Place: Comparable {
  package static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

extension Place: CustomStringConvertible {
  package var description: String { "\(file):\(line):\(column)" }
}
