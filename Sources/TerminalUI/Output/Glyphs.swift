/// The signs that screens are drawn with, each one cell wide (`ellipsis` may be more).
///
/// The Unicode set holds only what the console fonts with Kyrgyz letters (CyrAsia, FullCyrAsia, Uni3) all have: no ✓, ☐,
/// ○, ► or №. The ASCII set is for terminals of other character sets.
package struct Glyphs: Sendable, Hashable {
  package var horizontal: String
  package var vertical: String
  package var topLeft: String
  package var topRight: String
  package var bottomLeft: String
  package var bottomRight: String
  /// A bar's filled and empty cells.
  package var full: String
  package var light: String
  /// The mark of one chosen option, as in "(•)", and of many, as in "[■]".
  package var bullet: String
  package var square: String
  /// What stands before the line in focus.
  package var pointer: String
  package var up: String
  package var down: String
  package var right: String
  package var ellipsis: String
  package var dash: String
  package var openQuote: String
  package var closeQuote: String

  package static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", full: "█",
    light: "░", bullet: "•", square: "■", pointer: "▶", up: "↑", down: "↓", right: "→", ellipsis: "…", dash: "—",
    openQuote: "«", closeQuote: "»")

  package static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", full: "#",
    light: ".", bullet: "*", square: "x", pointer: ">", up: "^", down: "v", right: ">", ellipsis: "...", dash: "-",
    openQuote: "\"", closeQuote: "\"")
}
