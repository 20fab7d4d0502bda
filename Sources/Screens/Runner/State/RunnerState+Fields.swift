import Administration
import Expressions
import Instruments
import TerminalUI

/// Keys in the field that has the focus: they move the pointer and the draft, never an answer.
extension RunnerState {
  mutating func takeInField(_ key: Key) {
    guard let row = focusedRow, let item = item(at: row.slot) else {
      takeWithoutField(key)
      return
    }
    switch row {
    case .option: takeInOptions(key, item, row)
    case .tableRow: takeInTable(key, item)
    case .place(_, let index): takeInOrder(key, item, index: index)
    case .cells: takeInCells(key, item)
    case .left(_, let index): takeInMatch(key, item, index: index)
    case .entry:
      if item.item.kind == .tally { takeInTally(key, item) } else { takeInEntry(key, slot: item.slot, item) }
    case .otherText(_, _, let other): takeInEntry(key, slot: other, item)
    }
    if mode == .work, !keepsScroll { followFocus() }
  }

  /// A note, a stimulus, the page at the end: there is only reading and going on.
  private mutating func takeWithoutField(_ key: Key) {
    switch key {
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll = view.clamped(scroll + 1)
    case .character(" "): scroll = view.clamped(scroll + view.height)
    case .home: scroll = 0
    case .end: scroll = view.clamped(.max)
    case .enter: if session.state.position == .end { askToHandIn() } else { goForward() }
    default: break
    }
  }

  /// Moves the pointer up or down. Where the window doesn't show what is in focus, or there is text above the first row,
  /// it moves the window first.
  mutating func movePointer(by step: Int) {
    let count = rows.count
    if step > 0, !view.isFocusVisible(scroll) {
      scroll = view.clamped(scroll + 1)
      keepsScroll = true
      return
    }
    let next = focus + step
    guard (0..<count).contains(next) else {
      scroll = view.clamped(scroll + step)
      keepsScroll = true
      return
    }
    focus = next
    guard isTable, let row = focusedRow, let item = item(at: row.slot) else {
      isArmed = true
      return
    }
    // In a table only left and right point at an option: going down with Enter must not answer row after row alike.
    isArmed = false
    if let code = chosen(for: item).first { column = options(of: item).firstIndex { $0.code == code } ?? column }
  }

  // MARK: Options

  private mutating func takeInOptions(_ key: Key, _ item: DeliveryItem, _ row: FocusRow) {
    let options = options(of: item)
    guard case .option(_, let index) = row, options.indices.contains(index) else { return }
    switch key {
    case .up: movePointer(by: -1)
    case .down: movePointer(by: 1)
    case .home: focus = 0
    case .end: focus = max(0, rows.count - 1)
    case .character(" "): choose(options[index], for: item)
    case .character(let character):
      if let option = options.first(where: { $0.label == String(character) }) { choose(option, for: item) }
    case .backspace, .delete: unchoose(options[index], of: item)
    case .enter: enter(item, pointedAt: options[index])
    default: break
    }
  }

  /// Enter chooses what the arrows were moved to, and only then goes on; a key held down does neither.
  private mutating func enter(_ item: DeliveryItem, pointedAt option: ShownOption) {
    let isMany = if case .chooseMany = item.item.kind { true } else { false }
    if isArmed, !isMany, !isChosen(option.code, for: item) {
      choose(option, for: item)
      isArmed = false
      message = message ?? .phrase(.enterAgain)
    } else if !isFilled(item) {
      message = .phrase(isMany && isArmed ? .spaceMarks : .nothingChosen)
    } else {
      goOn(from: item)
    }
  }

  private func isChosen(_ code: Symbol, for item: DeliveryItem) -> Bool {
    if case .sample(let chosen) = draft(for: item) { return chosen == code }
    return chosen(for: item).contains(code)
  }

  /// The next item of the screen that has no answer yet, or the next screen.
  mutating func goOn(from item: DeliveryItem) {
    let items = items
    guard items.count > 1, let here = items.firstIndex(where: { $0.slot == item.slot }) else {
      goForward()
      return
    }
    if let next = (items[(here + 1)...] + items[..<here]).first(where: { !isFilled($0) }) {
      point(at: next)
    } else {
      goForward()
    }
  }

  /// Chooses an option, or in a list of several takes the choice back.
  mutating func choose(_ option: ShownOption, for item: DeliveryItem) {
    switch item.item.kind {
    case .choose, .criterion:
      setDraft(.chosen([option.code]), at: item.slot)
    case .chooseMany(_, _, let atMost):
      guard let codes = toggled(option, for: item, atMost: atMost) else { return }
      setDraft(.chosen(codes), at: item.slot)
    case .timeSample: setDraft(.sample(option.code), at: item.slot)
    case .number, .text, .order, .tally, .date, .essay, .match, .timedGrid: return
    }
    settleFocus(after: option, for: item)
  }

  /// The choice with an option added or taken away; nil, with a word why, where there is no room for it.
  private mutating func toggled(_ option: ShownOption, for item: DeliveryItem, atMost: Int?) -> [Symbol]? {
    var codes = chosen(for: item)
    if let index = codes.firstIndex(of: option.code) {
      codes.remove(at: index)
      return codes
    }
    if option.standsAlone { return [option.code] }
    let alone = Set(options(of: item).filter(\.standsAlone).map(\.code))
    codes.removeAll { alone.contains($0) }
    if let atMost, codes.count >= atMost {
      message = .phrase(.atMost, ["n": "\(atMost)"])
      return nil
    }
    return codes + [option.code]
  }

  /// The pointer goes to what was chosen; from a criterion on to the next, from "other" into its text.
  private mutating func settleFocus(after option: ShownOption, for item: DeliveryItem) {
    if isTable { column = options(of: item).firstIndex { $0.code == option.code } ?? column }
    if let index = options(of: item).firstIndex(where: { $0.code == option.code }), !isTable {
      focus(on: .option(slot: item.slot, index: index))
    }
    isArmed = false
    if option.asksText, let other = item.otherSlots[option.code], isChosen(option.code, for: item) {
      focus(on: .otherText(slot: item.slot, code: option.code, other: other))
    } else if items.count > 1, !looks.isLarge, item.item.kind.isOneOfMany {
      let items = items
      if let here = items.firstIndex(where: { $0.slot == item.slot }), here + 1 < items.count {
        point(at: items[here + 1])
      }
    }
  }

  /// Takes a choice back: of several only the one that is pointed at.
  private mutating func unchoose(_ option: ShownOption, of item: DeliveryItem) {
    switch draft(for: item) {
    case .chosen(let codes) where !codes.isEmpty:
      let isMany = if case .chooseMany = item.item.kind { true } else { false }
      setDraft(.chosen(isMany ? codes.filter { $0 != option.code } : []), at: item.slot)
    case .sample(nil) where session.isAnswered(item.slot): ask(.dropSample(slot: item.slot))
    case .sample: setDraft(.sample(nil), at: item.slot)
    default: break
    }
  }

  // MARK: Tables

  private mutating func takeInTable(_ key: Key, _ item: DeliveryItem) {
    let options = options(of: item)
    guard !options.isEmpty else { return }
    column = min(column, options.count - 1)
    switch key {
    case .up: movePointer(by: -1)
    case .down: movePointer(by: 1)
    case .left, .right:
      column = max(0, min(options.count - 1, column + (key == .left ? -1 : 1)))
      isArmed = true
    case .home: focus = 0
    case .end: focus = max(0, rows.count - 1)
    case .character(" "): choose(options[column], for: item)
    case .character(let character):
      if let option = options.first(where: { $0.label == String(character) }) { choose(option, for: item) }
    case .backspace, .delete: unchoose(options[column], of: item)
    case .enter: enter(item, pointedAt: options[column])
    default: break
    }
  }
}

extension Item.Kind {
  /// One option or level is chosen.
  fileprivate var isOneOfMany: Bool {
    switch self {
    case .choose, .criterion: true
    case .chooseMany, .number, .text, .order, .tally, .timeSample, .date, .essay, .match, .timedGrid: false
    }
  }
}
