import TerminalUI

/// A passage and its question side by side: reading goes on while one answers.
enum SplitScreen {
  /// Narrower windows show one after the other; F5 brings the passage back.
  static let leastColumns = 100

  /// Where each stands; between them are a rule and a column free on either side.
  static func areas(of whole: Chrome.Layout, _ size: Size) -> (passage: Chrome.Layout, question: Chrome.Layout) {
    let room = size.columns - 2 * whole.column - 4
    let left = min(room / 2, 80)
    let right = min(room - left, 80)
    let question = Chrome.Layout(rows: whole.rows, column: whole.column + left + 4, width: right)
    return (Chrome.Layout(rows: whole.rows, column: whole.column, width: left), question)
  }
}
