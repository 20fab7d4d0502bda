import SeededTesting
import TerminalUI

/// Changes of a screen at random.
enum RandomFrame {
  static func change(_ frame: inout Frame, using random: inout Seeded) {
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let row = Int.random(in: 0..<frame.size.rows, using: &random)
      let column = Int.random(in: -2..<frame.size.columns, using: &random)
      let end = Int.random(in: column...frame.size.columns, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: frame.fill(row: row, columns: column..<end, style: style(using: &random))
      case 1: frame.fill(row: row, columns: column..<frame.size.columns, style: .plain)
      case 2: frame = Frame(size: frame.size)
      default:
        frame.write(
          RandomText.shown(using: &random), row: row, column: column, style: style(using: &random),
          limit: Bool.random(using: &random) ? .max : end - column)
      }
    }
    frame.cursor =
      Bool.random(using: &random)
      ? nil
      : Position(
        row: Int.random(in: 0..<frame.size.rows, using: &random),
        column: Int.random(in: 0..<frame.size.columns, using: &random))
  }

  private static func style(using random: inout Seeded) -> Style {
    guard Bool.random(using: &random) else { return .plain }
    return Style(
      Style.Attributes(rawValue: UInt8.random(in: 0...15, using: &random)),
      foreground: Bool.random(using: &random) ? Colour.allCases.randomElement(using: &random) : nil,
      background: Bool.random(using: &random) ? Colour.allCases.randomElement(using: &random) : nil)
  }
}
