import Administration
import Expressions
import Instruments
import TerminalUI
import Texts

/// The body of a question: its words, and the field of each of its items.
extension RunnerState {
  func addQuestion(to body: inout Body) {
    guard let block else { return }
    switch block {
    case .note(let passage), .stimulus(let passage): body.add(styled(passage.text))
    case .gaps(let gaps):
      body.add(filled(gaps))
      addItems(to: &body, underOneHeading: true)
    case .allocate(let allocation):
      body.add(styled(allocation.grid.prompt, .bold))
      addItems(to: &body, underOneHeading: true)
      body.space()
      addRest(of: allocation, to: &body)
    case .grid(let grid), .rubric(let grid):
      body.add(styled(grid.prompt, .bold))
      if isTable {
        body.space()
        addTable(to: &body)
      } else {
        addItems(to: &body, underOneHeading: true)
      }
    case .item: addItems(to: &body, underOneHeading: false)
    case .compute: break
    }
  }

  private func addItems(to body: inout Body, underOneHeading: Bool) {
    let focused = focusedRow
    let items = items
    for (index, item) in items.enumerated() {
      // In large print there is one thing a screen.
      if looks.isLarge, items.count > 1 {
        guard focused?.slot == item.slot else { continue }
        body.blank()
        body.add("\(index + 1) / \(items.count)")
      }
      if underOneHeading { body.space() }
      body.add(styled(item.item.prompt, underOneHeading ? .underline : .bold))
      if let hint = item.item.hint { body.add(styled(hint)) }
      if !underOneHeading { body.blank() }
      addField(of: item, to: &body, focused)
      addComplaint(at: item.slot, to: &body)
    }
  }

  /// What is wrong stands beside its field.
  func addComplaint(at slot: Int, to body: inout Body) {
    guard let problem = complaints[slot] else { return }
    body.add(StyledText(text(of: problem, at: slot), Style(.bold, foreground: .red)), before: "! ", .bold, indent: 2)
  }

  private func addField(of item: DeliveryItem, to body: inout Body, _ focused: FocusRow?) {
    switch item.item.kind {
    case .choose, .criterion: addOptions(of: item, to: &body, focused, marks: ("(", ")", body.glyphs.bullet))
    case .chooseMany: addOptions(of: item, to: &body, focused, marks: ("[", "]", "x"))
    case .number(let form): addNumber(of: item, form, to: &body, focused)
    case .text(let form):
      addText(at: item.slot, lines: form.lines, to: &body, isFocused: focused == .entry(slot: item.slot))
    case .date(let form):
      addText(at: item.slot, lines: 1, to: &body, isFocused: focused == .entry(slot: item.slot))
      body.add(phrase(.dateLike, ["like": form.sample]), indent: Body.entryIndent)
    case .essay(let form):
      addText(at: item.slot, lines: form.lines, to: &body, isFocused: focused == .entry(slot: item.slot))
      addWordCount(of: item, form, to: &body)
    case .timedGrid(let form): addCells(of: item, form, to: &body, focused)
    case .match(let form): addMatch(of: item, form, to: &body, focused)
    case .order: addOrder(of: item, to: &body, focused)
    case .tally: addTally(of: item, to: &body, focused)
    case .timeSample(let every, _): addSamples(of: item, every: every, to: &body, focused)
    }
  }

  func pointer(_ isFocused: Bool, _ glyphs: Glyphs) -> String { isFocused ? glyphs.pointer + " " : "  " }

  func addOptions(
    of item: DeliveryItem, to body: inout Body, _ focused: FocusRow?, marks: (open: String, close: String, on: String)
  ) {
    let options = options(of: item)
    let chosen: [Symbol] =
      if case .sample(let code) = draft(for: item) { code.map { [$0] } ?? [] } else { self.chosen(for: item) }
    let labelWidth = options.map(\.label.count).max() ?? 1
    for (index, option) in options.enumerated() {
      if index > 0 { body.space() }
      let isChosen = chosen.contains(option.code)
      let isFocused = focused == .option(slot: item.slot, index: index)
      let mark = marks.open + (isChosen ? marks.on : " ") + marks.close
      let label = String(repeating: " ", count: labelWidth - option.label.count) + option.label
      body.focused(isFocused) { body in
        body.add(
          styled(option.text, isChosen ? .bold : .plain), before: "\(pointer(isFocused, body.glyphs))\(label) \(mark) ",
          isFocused || isChosen ? .bold : .plain)
      }
      guard option.asksText, isChosen, let other = item.otherSlots[option.code] else { continue }
      let isOther = focused == .otherText(slot: item.slot, code: option.code, other: other)
      addText(at: other, lines: 1, to: &body, isFocused: isOther)
      addComplaint(at: other, to: &body)
    }
  }

  // MARK: Fields to type into

  private func addNumber(of item: DeliveryItem, _ form: NumberForm, to body: inout Body, _ focused: FocusRow?) {
    let entry = entry(at: item.slot)
    let isFocused = focused == .entry(slot: item.slot)
    let text = SafeText.line(entry.text)
    let blank = max(1, 12 - text.width)
    body.focused(isFocused) { body in
      let head = pointer(isFocused, body.glyphs) + "[ "
      var runs = [
        StyledText.Run(SafeText.line(head), .bold), StyledText.Run(text, Style([.bold, .underline])),
        StyledText.Run(SafeText.line(String(repeating: "_", count: blank)), .plain),
        StyledText.Run(SafeText.line(" ]"), .bold),
      ]
      if let unit = form.unit { runs.append(StyledText.Run(SafeText.line(" " + plain(unit)), .plain)) }
      body.addLine(runs)
      let before = entry.characters[..<entry.cursor].reduce(0) { $0 + TextEntry.cells(of: $1) }
      if isFocused { body.place(cursorAt: body.lines.count - 1, column: 4 + before) }
    }
  }

  func addText(at slot: Int, lines least: Int, to body: inout Body, isFocused: Bool) {
    let entry = entry(at: slot)
    let rows = entry.rows(width: max(1, body.width - Body.entryIndent))
    let cursorRow = entry.rowOfCursor(in: rows)
    body.focused(isFocused) { body in
      let start = body.lines.count
      for index in 0..<max(rows.count, min(least, body.isSpacious ? least : 2)) {
        let text = rows.indices.contains(index) ? String(entry.characters[rows[index]]) : ""
        let head = pointer(isFocused && index == cursorRow, body.glyphs) + body.glyphs.vertical + " "
        body.addLine([
          StyledText.Run(SafeText.line(head), .bold), StyledText.Run(SafeText.line(text.filter { $0 != "\n" }), .plain),
        ])
      }
      guard isFocused else { return }
      let before = entry.characters[rows[cursorRow].lowerBound..<entry.cursor]
      body.place(
        cursorAt: start + cursorRow,
        column: Body.entryIndent + before.reduce(0) { $0 + ($1 == "\n" ? 0 : TextEntry.cells(of: $1)) })
    }
  }

  // MARK: Orders, counts, records

  private func addOrder(of item: DeliveryItem, to body: inout Body, _ focused: FocusRow?) {
    guard case .order(_, let isCarrying) = draft(for: item) else { return }
    if body.isSpacious {
      body.add(phrase(.orderHow))
      body.blank()
    }
    for (index, row) in orderShown(of: item).enumerated() {
      if index > 0 { body.space() }
      let isFocused = focused == .place(slot: item.slot, index: index)
      let place = row.place.map { "\($0)." } ?? "  "
      let isCarried = isFocused && isCarrying
      let style: Style = isCarried ? .reverse : row.place == nil ? .plain : .bold
      body.focused(isFocused) { body in
        let head = isCarried ? body.glyphs.up + body.glyphs.down : pointer(isFocused, body.glyphs)
        body.add(
          styled(row.option.text, style), before: "\(head)\(place) (\(row.option.label)) ",
          isFocused ? .bold : .plain)
      }
    }
  }

  private func addTally(of item: DeliveryItem, to body: inout Body, _ focused: FocusRow?) {
    let isFocused = focused == .entry(slot: item.slot)
    let count = if case .integer(let number)? = session.answer(at: item.slot) { number } else { 0 }
    body.focused(isFocused) { body in
      body.add(
        StyledText(phrase(.tallyCount, ["n": "\(count)"]), .bold), before: pointer(isFocused, body.glyphs), .bold)
    }
    body.space()
    body.add(phrase(.tallyHow), indent: 2)
  }

  private func addSamples(of item: DeliveryItem, every: Int64, to body: inout Body, _ focused: FocusRow?) {
    let recorded = session.answer(at: item.slot).map(Draft.codes) ?? []
    let answers = AnswerText(delivery, language: language)
    for (index, code) in recorded.enumerated() {
      let time = ClockText.text(milliseconds: Int64(index + 1) * every)
      body.add("\(index + 1). \(time)  " + answers.text(of: .code(code), at: item.slot), indent: 2)
    }
    let due = ClockText.text(milliseconds: Int64(recorded.count + 1) * every)
    body.add(phrase(.sampleNext, ["n": "\(recorded.count + 1)", "time": due]), .bold)
    body.space()
    addOptions(of: item, to: &body, focused, marks: ("(", ")", body.glyphs.bullet))
  }
}

extension Body {
  /// What stands before each line of a text field: the pointer and a bar.
  static let entryIndent = 4
}
