import Administration
import Expressions
import Instruments

/// Where the person is: the questions of the way, the items on the screen, and what the arrows move between.
extension RunnerState {
  var delivery: DeliveryForm { session.plan.delivery }

  /// The stops that ask something, in order: these are numbered from 1.
  var questions: [ElementIndex] { session.steps.filter { !session.shownItems(at: $0).isEmpty } }

  func number(of element: ElementIndex) -> Int? { questions.firstIndex(of: element).map { $0 + 1 } }

  func number(ofSlot slot: Int) -> Int? { session.element(of: slot).flatMap { number(of: $0) } }

  /// The items on the screen.
  var items: [DeliveryItem] { session.currentElement.map { session.shownItems(at: $0) } ?? [] }

  var block: Block? { session.currentElement.map { session.plan.element(at: $0).block } }

  /// The rows of the screen share one scale.
  private var isGrid: Bool {
    session.currentElement.map { session.plan.isTable(session.plan.element(at: $0)) } ?? false
  }

  /// They are shown as a table: in large print each row stands alone.
  var isTable: Bool { !looks.isLarge && isGrid }

  func options(of item: DeliveryItem) -> [ShownOption] {
    let all = session.plan.shownOptions(of: item, inTable: isGrid)
    guard !item.optionConditions.isEmpty else { return all }
    // Those that are there are numbered anew, so that no number leads nowhere.
    return all.filter { session.offers($0.code, of: item) }.enumerated().map { index, option in
      var option = option
      option.label = "\(index + 1)"
      return option
    }
  }

  func item(at slot: Int) -> DeliveryItem? { items.first { $0.slot == slot } }

  /// What the arrows move between, from top to bottom.
  var rows: [FocusRow] { items.flatMap { rows(of: $0) } }

  private func rows(of item: DeliveryItem) -> [FocusRow] {
    let slot = item.slot
    switch item.item.kind {
    case .number, .text, .tally, .date, .essay: return [.entry(slot: slot)]
    case .timedGrid: return [.cells(slot: slot)]
    case .match(let form): return form.lefts.indices.map { .left(slot: slot, index: $0) }
    case .order(let choices): return choices.options.indices.map { .place(slot: slot, index: $0) }
    case .choose where isTable: return [.tableRow(slot: slot)] + otherRows(of: item)
    case .choose, .chooseMany, .criterion, .timeSample:
      return options(of: item).enumerated().flatMap { index, option -> [FocusRow] in
        let other = otherRow(of: item, option)
        return [.option(slot: slot, index: index)] + (other.map { [$0] } ?? [])
      }
    }
  }

  private func otherRows(of item: DeliveryItem) -> [FocusRow] {
    options(of: item).compactMap { otherRow(of: item, $0) }
  }

  /// The field for the text of an option that was chosen and asks for one.
  private func otherRow(of item: DeliveryItem, _ option: ShownOption) -> FocusRow? {
    guard option.asksText, let other = item.otherSlots[option.code], chosen(for: item).contains(option.code) else {
      return nil
    }
    return .otherText(slot: item.slot, code: option.code, other: other)
  }

  var focusedRow: FocusRow? {
    let rows = rows
    // While the passage is read, the keys are in no field.
    return rows.isEmpty || mode == .passage ? nil : rows[min(max(0, focus), rows.count - 1)]
  }

  mutating func focus(on row: FocusRow) {
    if let index = rows.firstIndex(of: row) { focus = index }
  }

  /// Puts the focus on the first row of an item.
  mutating func focus(onSlot slot: Int) {
    let index = rows.firstIndex {
      if case .otherText(_, _, let other) = $0, other == slot { true } else { $0.slot == slot }
    }
    if let index { focus = index }
  }

  // MARK: Drafts

  func draft(for item: DeliveryItem) -> Draft {
    drafts[item.slot] ?? Draft(of: session.answer(at: item.slot), for: item, language: language)
  }

  /// The codes that are chosen for an item, confirmed or not.
  func chosen(for item: DeliveryItem) -> [Symbol] {
    if case .chosen(let codes) = draft(for: item) { codes } else { [] }
  }

  /// What is typed, confirmed or not, for an item's own field or the text of an "other".
  func entry(at slot: Int) -> TextEntry {
    if case .entry(let entry)? = drafts[slot] { return entry }
    guard let value = session.answer(at: slot) else { return TextEntry("") }
    if let item = delivery.item(at: slot), case .entry(let entry) = Draft(of: value, for: item, language: language) {
      return entry
    }
    return TextEntry(Draft.typed(value, in: language))
  }

  /// Something is answered or chosen.
  func isFilled(_ item: DeliveryItem) -> Bool {
    switch draft(for: item) {
    case .chosen(let codes), .order(let codes, _): !codes.isEmpty
    case .entry(let entry): !entry.isBlank || item.item.kind == .tally
    case .sample(let code): code != nil || session.isAnswered(item.slot)
    case .pairs(let pairs): !pairs.isEmpty
    case .cells(let cells): cells.result != nil
    }
  }

  /// How a question stands, as the overview shows it.
  enum Standing: Sendable, Hashable { case open, partly, answered, unfinished }

  func standing(of element: ElementIndex) -> Standing {
    let items = session.shownItems(at: element)
    let slots = items.flatMap { [$0.slot] + $0.otherSlots.values }
    if slots.contains(where: { complaints[$0] != nil && drafts[$0] != nil }) { return .unfinished }
    // A count of none is an answer of whoever has seen the question.
    let isSeen = session.state.visited.contains(element)
    let answered = items.filter { session.isAnswered($0.slot) || (isSeen && $0.item.kind == .tally) }.count
    if answered == items.count { return .answered }
    return answered == 0 ? .open : .partly
  }

  func isFlagged(_ element: ElementIndex) -> Bool {
    session.plan.element(at: element).items.contains { session.state.flagged.contains($0.slot) }
  }

  /// The text that the question on the screen refers to, shown earlier in its section.
  var passage: Passage? {
    guard let current = session.currentElement else { return nil }
    let asked = Set(items.map(\.item.id) + [session.plan.element(at: current).block.id])
    var found: Passage?
    for element in session.steps where element.section == current.section {
      guard case .stimulus(let passage) = session.plan.element(at: element).block else {
        if element == current, found != nil { return found }
        continue
      }
      if !asked.isDisjoint(with: passage.items) { return passage }
      if passage.items.isEmpty { found = passage }
    }
    return nil
  }
}
