import TerminalUI
import Texts

/// The frame around every screen: a head with title, time and progress; a foot with the message and the keys.
struct Chrome {
  /// A key and what it does.
  struct Hint {
    var key: String
    var action: String

    var width: Int { SafeText.line(key).width + 1 + SafeText.line(action).width }
  }

  var title: String
  /// At the right of the first row: what is left of the time.
  var clock = ""
  var isClockUrgent = false
  var subtitle = ""
  /// At the right of the second row: "3 / 6" and a bar.
  var progress = ""
  var message = ""
  /// Where no message stands: how much of a text is left below.
  var more = ""
  /// The most needed first: what doesn't fit is left out.
  var hints: [Hint] = []
  /// Always there, at the right of the last row.
  var help: Hint?
  /// Large print has wide margins.
  var isLarge = false

  /// Below this no screen can be shown: one sentence says so.
  static let leastSize = Size(columns: 40, rows: 12)

  static func fits(_ size: Size) -> Bool { size.columns >= leastSize.columns && size.rows >= leastSize.rows }

  /// Where the body stands: its rows, its first column, its width. One column stays free for the arrows.
  struct Layout {
    var rows: Range<Int>
    var column: Int
    var width: Int
  }

  /// The widest text that is still read with ease.
  private static let widest = 100
  private static let messageRows = 3

  static func margin(_ size: Size, isLarge: Bool = false) -> Int {
    isLarge ? LargePrint.margin(size) : size.columns >= 60 ? 2 : 1
  }

  static func bodyWidth(_ size: Size, isLarge: Bool = false) -> Int {
    max(1, min(size.columns - 2 * margin(size, isLarge: isLarge) - 1, isLarge ? LargePrint.widest : widest))
  }

  private static func hasRules(_ size: Size) -> Bool { size.rows >= 16 }

  /// Where the body stands under a message of any length.
  static func layout(_ size: Size, message: String, isLarge: Bool = false) -> Layout {
    let rules = hasRules(size) ? 1 : 0
    let top = 2 + rules
    let bottom = max(top, size.rows - 1 - max(1, lines(of: message, size, isLarge).count) - rules)
    return Layout(
      rows: top..<bottom, column: margin(size, isLarge: isLarge), width: bodyWidth(size, isLarge: isLarge))
  }

  func layout(_ size: Size) -> Layout { Self.layout(size, message: message, isLarge: isLarge) }

  private static func lines(of message: String, _ size: Size, _ isLarge: Bool) -> [SafeText] {
    guard !message.isEmpty else { return [] }
    return Array(wrap(message, width: max(1, size.columns - 2 * margin(size, isLarge: isLarge))).prefix(messageRows))
  }

  /// Draws head and foot.
  func draw(into frame: inout Frame, glyphs: Glyphs) {
    let size = frame.size
    let margin = Self.margin(size, isLarge: isLarge)
    drawHead(into: &frame, 0, glyphs, left: title, .bold, right: clock, isClockUrgent ? .reverse : .bold)
    drawHead(into: &frame, 1, glyphs, left: subtitle, .plain, right: progress, .plain)
    let lines = Self.lines(of: message, size, isLarge)
    let area = layout(size)
    if Self.hasRules(size) {
      let rule = String(repeating: glyphs.horizontal, count: size.columns)
      frame.write(rule, row: 2, column: 0, style: .dim)
      frame.write(rule, row: area.rows.upperBound, column: 0, style: .dim)
    }
    let first = size.rows - 1 - max(1, lines.count)
    for (offset, line) in lines.enumerated() {
      frame.write(line, row: first + offset, column: margin, style: Style(.bold, foreground: .yellow))
    }
    if lines.isEmpty {
      frame.write(SafeText.line(more).shortened(to: area.width, ellipsis: glyphs.ellipsis), row: first, column: margin)
    }
    drawHints(into: &frame)
  }

  private func drawHead(
    into frame: inout Frame, _ row: Int, _ glyphs: Glyphs, left: String, _ leftStyle: Style, right: String,
    _ rightStyle: Style
  ) {
    let margin = Self.margin(frame.size, isLarge: isLarge)
    let safeRight = SafeText.line(right)
    let rightColumn = frame.size.columns - margin - safeRight.width
    let room = right.isEmpty ? frame.size.columns - 2 * margin : rightColumn - margin - 2
    frame.write(
      SafeText.line(left).shortened(to: room, ellipsis: glyphs.ellipsis), row: row, column: margin, style: leftStyle)
    if rightColumn >= margin { frame.write(safeRight, row: row, column: rightColumn, style: rightStyle) }
  }

  private func drawHints(into frame: inout Frame) {
    let margin = Self.margin(frame.size, isLarge: isLarge)
    let row = frame.size.rows - 1
    var end = frame.size.columns - margin
    if let help {
      draw(help, into: &frame, row: row, column: end - help.width)
      end -= help.width + 2
    }
    var column = margin
    for hint in hints {
      guard column + hint.width <= end else { break }
      column = draw(hint, into: &frame, row: row, column: column) + 2
    }
  }

  @discardableResult
  private func draw(_ hint: Hint, into frame: inout Frame, row: Int, column: Int) -> Int {
    let next = frame.write(hint.key, row: row, column: column, style: .bold)
    return frame.write(" " + hint.action, row: row, column: next)
  }

  /// The one sentence for a window that is too small.
  static func tooSmall(_ size: Size, in language: Language) -> Frame {
    var frame = Frame(size: size)
    let sentence = CommonPhrase.tooSmall.text(
      in: language,
      [
        "columns": "\(leastSize.columns)", "rows": "\(leastSize.rows)", "width": "\(size.columns)",
        "height": "\(size.rows)",
      ])
    for (row, line) in wrap(sentence, width: size.columns).enumerated() { frame.write(line, row: row, column: 0) }
    return frame
  }
}
