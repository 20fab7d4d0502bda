import Administration
import Expressions
import Instruments
import TerminalUI

/// A grid: the options once above, then a row a line with its marks.
extension RunnerState {
  /// Cells of one mark with the space behind it.
  private static let cell = 4

  /// Whether the marks have no room beside the words of a row, so that they stand below them.
  static func isNarrow(_ width: Int, options: Int) -> Bool { width - cell * options - 3 < 18 }

  func addTable(to body: inout Body) {
    guard let first = items.first else { return }
    let options = options(of: first)
    addLegend(options, to: &body)
    let marksWidth = Self.cell * options.count
    let room = body.width - marksWidth - 3
    let isNarrow = Self.isNarrow(body.width, options: options.count)
    let labels = options.map { " \($0.label)  " }.joined()
    let indent = isNarrow ? 2 : body.width - marksWidth
    body.addLine([StyledText.Run(SafeText.line(labels), .bold)], indent: indent)
    for item in items {
      body.space()
      addRow(item, options, textWidth: isNarrow ? body.width - 2 : room, isNarrow: isNarrow, to: &body)
    }
  }

  private func addLegend(_ options: [ShownOption], to body: inout Body) {
    if body.isSpacious {
      for option in options { body.add(styled(option.text), before: "\(option.label) ", .bold, indent: 2) }
      body.blank()
      return
    }
    var legend = StyledText()
    for option in options {
      if !legend.isEmpty { legend.append("; ") }
      legend.append(option.label, .bold)
      legend.append(" " + plain(option.text))
    }
    body.add(legend)
  }

  private func addRow(
    _ item: DeliveryItem, _ options: [ShownOption], textWidth: Int, isNarrow: Bool, to body: inout Body
  ) {
    let focused = focusedRow
    let isFocused = focused == .tableRow(slot: item.slot)
    let chosen = chosen(for: item)
    let lines = styled(item.item.prompt).lines(width: max(1, textWidth))
    let pointer = pointer(isFocused, body.glyphs)
    body.focused(isFocused) { body in
      let start = body.lines.count
      for (index, line) in lines.enumerated() {
        let head = StyledText.Run(SafeText.line(index == 0 ? pointer : "  "), .bold)
        var runs = [head] + line
        if index == 0, !isNarrow {
          let taken = line.reduce(2) { $0 + $1.text.width }
          let gap = body.width - Self.cell * options.count - taken
          runs.append(StyledText.Run(SafeText.line(String(repeating: " ", count: max(0, gap))), .plain))
          runs += marks(options, chosen, isFocused: isFocused, body.glyphs)
        }
        body.addLine(runs)
      }
      if isNarrow { body.addLine(marks(options, chosen, isFocused: isFocused, body.glyphs), indent: 2) }
      guard isFocused, options.indices.contains(column) else { return }
      let marksLine = isNarrow ? body.lines.count - 1 : start
      let first = isNarrow ? 2 : body.width - Self.cell * options.count
      // The meaning of the mark in focus, said where the eye is.
      body.add(StyledText("\(options[column].label) " + plain(options[column].text), .dim), indent: 4)
      body.place(cursorAt: marksLine, column: first + Self.cell * column + 1)
    }
    for option in options where option.asksText && chosen.contains(option.code) {
      guard let other = item.otherSlots[option.code] else { continue }
      let isOther = focused == .otherText(slot: item.slot, code: option.code, other: other)
      addText(at: other, lines: 1, to: &body, isFocused: isOther)
    }
    addComplaint(at: item.slot, to: &body)
  }

  private func marks(
    _ options: [ShownOption], _ chosen: [Symbol], isFocused: Bool, _ glyphs: Glyphs
  ) -> [StyledText.Run] {
    options.enumerated().flatMap { index, option -> [StyledText.Run] in
      let isChosen = chosen.contains(option.code)
      let isHere = isFocused && index == column
      let mark = (isHere ? "[" : "(") + (isChosen ? glyphs.bullet : " ") + (isHere ? "]" : ")")
      let style: Style = isHere ? .reverse : isChosen ? .bold : .plain
      return [StyledText.Run(SafeText.line(mark), style), StyledText.Run(SafeText.line(" "), .plain)]
    }
  }
}
