/// One cell of a screen.
///
/// Only `Frame` makes cells, out of `SafeText`, so nothing unfiltered can come into one.
package struct Cell: Sendable, Hashable {
  /// A base scalar with its marks; "" in the right half of a wide one.
  package internal(set) var text: String
  package internal(set) var style: Style
  /// Cells taken: 1, 2, or 0 for the right half of a wide one.
  package internal(set) var width: UInt8

  init(text: String, style: Style, width: UInt8) {
    self.text = text
    self.style = style
    self.width = width
  }

  static let blank = blank(.plain)
  static func blank(_ style: Style) -> Cell { Cell(text: " ", style: style, width: 1) }
  static func rightHalf(_ style: Style) -> Cell { Cell(text: "", style: style, width: 0) }
}
