import Administration
package import TerminalUI
import Texts

/// The preview as a whole screen.
extension PreviewState {
  package func frame(size: Size, glyphs: Glyphs) -> Frame {
    if case .jumping(let filter, let cursor) = mode { return list(filter, cursor, size: size, glyphs: glyphs) }
    var frame = Frame(size: size)
    let layout = layout
    let inner = runner.frame(size: layout.runner, glyphs: glyphs)
    for row in 0..<layout.runner.rows {
      for column in 0..<layout.runner.columns {
        let cell = inner[row: row, column: column]
        if cell.width > 0 { frame.write(cell.text, row: row, column: column, style: cell.style) }
      }
    }
    frame.cursor = inner.cursor
    draw(into: &frame, layout, glyphs)
    return frame
  }

  private func draw(into frame: inout Frame, _ layout: PreviewLayout, _ glyphs: Glyphs) {
    guard let pane = layout.pane else { return }
    let isBeside = pane.column > 0
    if isBeside {
      for row in 0..<frame.size.rows { frame.write(glyphs.vertical, row: row, column: pane.column - 1, style: .dim) }
    } else {
      let rule = String(repeating: glyphs.horizontal, count: frame.size.columns)
      frame.write(rule, row: pane.row - 1, column: 0, style: .dim)
      frame.write(" \(paneTitle) ", row: pane.row - 1, column: 2, style: .bold)
    }
    var body = Body(width: pane.size.columns - 2, glyphs: glyphs, isSpacious: false)
    if isBeside {
      body.add(paneTitle, .bold)
      body.blank()
    }
    for line in paneLines { body.add(line) }
    let foot = pane.row + pane.size.rows - 1
    let cursor = frame.cursor
    body.draw(into: &frame, rows: pane.row..<foot, column: pane.column + 1, scroll: 0)
    frame.cursor = cursor
    let words = message.map { say($0) } ?? say(.keys)
    frame.write(
      SafeText.line(words).shortened(to: pane.size.columns - 2, ellipsis: glyphs.ellipsis), row: foot,
      column: pane.column + 1, style: message == nil ? .dim : .bold)
  }

  private func list(_ filter: String, _ cursor: Int, size: Size, glyphs: Glyphs) -> Frame {
    guard Chrome.fits(size) else { return Chrome.tooSmall(size, in: language) }
    var frame = Frame(size: size)
    let chrome = Chrome(
      title: say(.jumpTitle), subtitle: filter.isEmpty ? say(.jumpHow) : say(.jumpFilter, ["letters": filter]),
      hints: [Chrome.Hint(key: "Enter", action: say(.jumpGo)), Chrome.Hint(key: "F7", action: say(.jumpBack))])
    chrome.draw(into: &frame, glyphs: glyphs)
    let area = chrome.layout(size)
    var body = Body(width: area.width, glyphs: glyphs, isSpacious: false)
    for (index, place) in listed(filter).enumerated() {
      let isFocused = index == cursor
      body.focused(isFocused) { body in
        let mark = place.isShown ? "  " : "- "
        let words = place.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let line = SafeText.line("\(isFocused ? "> " : "  ")\(mark)\(place.id)  \(words)")
          .shortened(to: body.width, ellipsis: glyphs.ellipsis)
        body.addLine([StyledText.Run(line, isFocused ? .bold : place.isShown ? .plain : .dim)])
      }
    }
    if listed(filter).isEmpty { body.add(say(.jumpNone)) }
    body.draw(
      into: &frame, rows: area.rows, column: area.column, scroll: body.scroll(from: 0, height: area.rows.count))
    return frame
  }
}
