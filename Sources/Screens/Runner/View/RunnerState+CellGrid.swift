import Administration
import Expressions
import Instruments
import TerminalUI
import Texts

/// A timed grid on the screen: its cells, the pointer, what is struck out, and the clock.
extension RunnerState {
  func addCells(of item: DeliveryItem, _ form: TimedGridForm, to body: inout Body, _ focused: FocusRow?) {
    let cells = cells(of: item)
    body.add(words(of: cells, item, form), .bold)
    body.blank()
    let isFocused = focused == .cells(slot: item.slot)
    let texts = form.cells(in: language).map { SafeText.line($0) }
    let row = cellsInRow(form, width: body.width)
    let width = cellWidth(form)
    for start in stride(from: 0, to: texts.count, by: row) {
      let end = min(start + row, texts.count)
      let hasCursor = isFocused && (start..<end).contains(cells.cursor)
      body.focused(hasCursor) { body in
        let line = body.lines.count
        body.addLine((start..<end).flatMap { runs(of: $0, texts[$0], width, cells, isFocused) }, indent: 2)
        if hasCursor {
          body.place(cursorAt: line, column: 2 + (cells.cursor - start) * (width + 3) + 1)
        }
      }
      body.space()
    }
  }

  /// `[м/]`: in brackets the pointer, with a stroke what is wrong, with a bar behind it the last one that was read.
  private func runs(
    of index: Int, _ text: SafeText, _ width: Int, _ cells: CellsDraft, _ isFocused: Bool
  ) -> [StyledText.Run] {
    let isHere = isFocused && index == cells.cursor && cells.phase != .ready
    let isWrong = cells.wrong.contains(index + 1)
    var last: Int?
    if case .done(let cell, _) = cells.phase { last = cell }
    let isBehind = last.map { index >= $0 } ?? false
    let style: Style =
      isBehind ? .dim : isWrong ? Style(.bold, foreground: .red) : isHere ? .bold : .plain
    let tail = isHere ? "]" : last == index + 1 ? "|" : " "
    let gap = String(repeating: " ", count: max(0, width - text.width))
    return [
      StyledText.Run(SafeText.line(isHere ? "[" : " "), .bold), StyledText.Run(text, style),
      StyledText.Run(SafeText.line(isWrong && !isBehind ? "/" : " "), style),
      StyledText.Run(SafeText.line(tail + gap), .bold),
    ]
  }

  private func words(of cells: CellsDraft, _ item: DeliveryItem, _ form: TimedGridForm) -> String {
    switch cells.phase {
    case .ready: return phrase(.cellsReady, ["time": ClockText.text(milliseconds: form.time)])
    case .running:
      return phrase(
        .cellsRunning, ["time": ClockText.text(milliseconds: cells.timeLeft(of: form, at: now) ?? 0)])
    case .timeOver: return phrase(.cellsSetLast)
    case .done: return cells.result.map { item.item.print($0.value, in: language) } ?? ""
    }
  }

  /// The cells with the number of the first of each row, for lines.
  func numberedCells(_ form: TimedGridForm) -> String {
    let cells = form.cells(in: language)
    return stride(from: 0, to: cells.count, by: form.columns).map { start in
      "  \(start + 1): " + cells[start..<min(start + form.columns, cells.count)].joined(separator: " ") + "\n"
    }.joined()
  }
}
