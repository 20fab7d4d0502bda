import Administration
import Expressions
import Instruments
import TerminalUI

/// Keys in fields to type into, in orders and in counts.
extension RunnerState {
  /// Text that came in one piece.
  mutating func type(_ text: String) {
    guard let row = focusedRow, let item = item(at: row.slot) else { return }
    switch row {
    case .entry where item.item.kind != .tally: insert(text, slot: item.slot, item)
    case .otherText(_, _, let other): insert(text, slot: other, item)
    default: return
    }
    followFocus()
  }

  mutating func takeInEntry(_ key: Key, slot: Int, _ item: DeliveryItem) {
    var entry = entry(at: slot)
    let width = entryWidth
    switch key {
    case .character(let character):
      insert(String(character), slot: slot, item)
      return
    case .enter:
      if lines(of: item, slot) > 1 { insert("\n", slot: slot, item) } else { enter(item, slot, entry) }
      return
    case .up:
      guard entry.moveLine(by: -1, width: width) else { return movePointer(by: -1) }
    case .down:
      guard entry.moveLine(by: 1, width: width) else { return movePointer(by: 1) }
    case .left: entry.moveLeft()
    case .right: entry.moveRight()
    case .home, .control("a"): entry.moveToLineStart(width: width)
    case .end, .control("e"): entry.moveToLineEnd(width: width)
    case .control("b"): entry.moveWordLeft()
    case .control("v"): entry.moveWordRight()
    case .backspace: entry.backspace()
    case .delete, .control("d"): entry.delete()
    case .control("w"): entry.deleteWord()
    case .far(let movement): moveFar(&entry, movement, width: width)
    case .control("z"): if !entry.undo() { message = .phrase(.nothingToUndo) }
    case .control("y"): if !entry.redo() { message = .phrase(.nothingToRedo) }
    case .control("k"): cutText = entry.cutLine()
    case .control("u"):
      insert(cutText, slot: slot, item)
      return
    default: return
    }
    replace(entry, at: slot)
  }

  private func moveFar(_ entry: inout TextEntry, _ movement: Key.Movement, width: Int) {
    switch movement {
    case .left: entry.moveWordLeft()
    case .right: entry.moveWordRight()
    case .home: entry.moveToStart()
    case .end: entry.moveToEnd()
    case .up, .down: break
    }
  }

  /// Moves a page up or down in a text that is longer than its window; false where there is no such text, or no more of it.
  mutating func turnPageOfText(_ direction: Int) -> Bool {
    guard let row = focusedRow, case .entry(let slot) = row, let item = item(at: slot), lines(of: item, slot) > 1 else {
      return false
    }
    var entry = entry(at: slot)
    let height = max(1, view.height - 3)
    guard entry.rows(width: entryWidth).count > height,
      entry.moveLine(by: direction * height, width: entryWidth)
    else { return false }
    replace(entry, at: slot)
    followFocus()
    return true
  }

  /// A moved cursor leaves complaints as they are; changed text is a new draft.
  private mutating func replace(_ entry: TextEntry, at slot: Int) {
    let isChanged = entry.characters != self.entry(at: slot).characters
    drafts[slot] = .entry(entry)
    if isChanged { complaints[slot] = nil }
  }

  private mutating func enter(_ item: DeliveryItem, _ slot: Int, _ entry: TextEntry) {
    let isOwnField = slot == item.slot
    if isOwnField, entry.isBlank {
      // An answer that was emptied is taken back by going on with PgDn, not by a held Enter.
      message = .phrase(.nothingTyped)
    } else {
      goOn(from: item)
    }
  }

  private mutating func insert(_ text: String, slot: Int, _ item: DeliveryItem) {
    var entry = entry(at: slot)
    // Words on two lines stay two words in a field of one.
    var added = lines(of: item, slot) > 1 ? text : text.split(whereSeparator: \.isNewline).joined(separator: " ")
    var limit = TextForm.defaultLength
    if slot == item.slot, case .number = item.item.kind {
      limit = NumberTyping.limit
      if added.contains(where: { !NumberTyping.allowed.contains($0) }) { message = .phrase(.onlyNumber) }
      added = added.filter { NumberTyping.allowed.contains($0) }
    } else if slot == item.slot, case .text(let form) = item.item.kind {
      limit = form.maximumLength
    } else if slot == item.slot, case .essay(let form) = item.item.kind {
      limit = form.maximumLength
    } else if slot == item.slot, case .date = item.item.kind {
      limit = 40
    }
    guard !added.isEmpty else { return }
    if !entry.insert(added, limit: limit) { message = .phrase(.textFull, ["n": "\(limit)"]) }
    replace(entry, at: slot)
  }

  /// How many lines a field is made for: with more than one, Enter begins a new line.
  func lines(of item: DeliveryItem, _ slot: Int) -> Int {
    guard slot == item.slot else { return 1 }
    return switch item.item.kind {
    case .text(let form): form.lines
    // Even an essay of one line may have more.
    case .essay(let form): max(2, form.lines)
    default: 1
    }
  }

  // MARK: Counts

  /// A count is a fact at once: each press is an answer, so that nothing seen is lost.
  mutating func takeInTally(_ key: Key, _ item: DeliveryItem) {
    let count = if case .integer(let number)? = session.answer(at: item.slot) { number } else { 0 }
    switch key {
    case .character("+"), .character("="): setCount(item, count + 1)
    case .character("-"), .character("_"), .character("\u{2212}"): if count > 0 { setCount(item, count - 1) }
    case .up: movePointer(by: -1)
    case .down: movePointer(by: 1)
    case .enter: goOn(from: item)
    default: break
    }
  }

  private mutating func setCount(_ item: DeliveryItem, _ number: Int) {
    if let refusal = record(.answered(session.address(of: item.slot), .integer(number))) {
      complaints[item.slot] = .refused(refusal)
      message = .problem(slot: item.slot, .refused(refusal))
    } else {
      complaints[item.slot] = nil
    }
  }

  // MARK: Orders

  /// Numbers put the options in their places one after another; Space does so with the one pointed at, or takes up one
  /// that has its place, for the arrows to move.
  mutating func takeInOrder(_ key: Key, _ item: DeliveryItem, index: Int) {
    guard case .order(let placed, let isCarrying) = draft(for: item) else { return }
    let shown = orderShown(of: item)
    guard shown.indices.contains(index) else { return }
    let code = shown[index].option.code
    switch key {
    case .up where isCarrying, .down where isCarrying: carry(item, placed, from: index, by: key == .up ? -1 : 1)
    case .up: movePointer(by: -1)
    case .down: movePointer(by: 1)
    case .home where !isCarrying: focus = 0
    case .end where !isCarrying: focus = max(0, rows.count - 1)
    case .character(" "):
      if placed.contains(code) {
        setDraft(.order(placed, isCarrying: !isCarrying), at: item.slot)
      } else {
        put(code, item, placed)
      }
    case .character(let character):
      guard !isCarrying, let option = options(of: item).first(where: { $0.label == String(character) }) else { return }
      if placed.contains(option.code) {
        message = .phrase(.placedAlready, ["n": option.label])
      } else {
        put(option.code, item, placed)
      }
    case .backspace, .delete:
      guard !placed.isEmpty else { return }
      setDraft(.order(Array(placed.dropLast()), isCarrying: false), at: item.slot)
      focus(on: .place(slot: item.slot, index: placed.count - 1))
    case .enter:
      if isCarrying {
        setDraft(.order(placed, isCarrying: false), at: item.slot)
      } else if placed.isEmpty {
        message = .phrase(.nothingOrdered)
      } else {
        goOn(from: item)
      }
    default: break
    }
  }

  /// The next place is the option's; the last one falls into the last place by itself.
  private mutating func put(_ code: Symbol, _ item: DeliveryItem, _ placed: [Symbol]) {
    var placed = placed + [code]
    let left = options(of: item).map(\.code).filter { !placed.contains($0) }
    if left.count == 1 { placed += left }
    setDraft(.order(placed, isCarrying: false), at: item.slot)
    isArmed = false
    focus(on: .place(slot: item.slot, index: min(placed.count, options(of: item).count - 1)))
  }

  private mutating func carry(_ item: DeliveryItem, _ placed: [Symbol], from index: Int, by step: Int) {
    let target = index + step
    guard placed.indices.contains(index), placed.indices.contains(target) else { return }
    var placed = placed
    placed.swapAt(index, target)
    setDraft(.order(placed, isCarrying: true), at: item.slot)
    focus(on: .place(slot: item.slot, index: target))
  }

  /// The options of an order as the screen shows them: those with a place first, in order.
  func orderShown(of item: DeliveryItem) -> [(place: Int?, option: ShownOption)] {
    let options = options(of: item)
    guard case .order(let placed, _) = draft(for: item) else { return [] }
    let first = placed.enumerated().compactMap { place, code in
      options.first { $0.code == code }.map { (place: Optional(place + 1), option: $0) }
    }
    return first + options.filter { !placed.contains($0.code) }.map { (place: nil, option: $0) }
  }
}
