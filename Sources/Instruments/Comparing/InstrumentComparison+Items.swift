import Datasets
import Expressions
import Texts

/// The questions, with what can be answered.
extension InstrumentComparison {
  mutating func compareItems() {
    let (was, now) = (old.form.placedItems, new.form.placedItems)
    let olds = Dictionary(was.map { ($0.item.id, $0) }) { first, _ in first }
    let news = Dictionary(now.map { ($0.item.id, $0) }) { first, _ in first }
    var removed = was.filter { news[$0.item.id] == nil }
    var added = now.filter { olds[$0.item.id] == nil }
    for gone in removed {
      guard let index = added.firstIndex(where: { $0.item.isTwin(of: gone.item) }) else { continue }
      let twin = added.remove(at: index)
      removed.removeAll { $0.item.id == gone.item.id }
      // The same question, but columns of exports and formulas have another name.
      add(.itemRenamed, .scores, .none, gone.item.id, gone.item.id.text, twin.item.id.text)
    }
    for gone in removed { add(.itemRemoved, .respondents, effect(of: gone.item.id, .breaks), gone.item.id) }
    for new in added { add(.itemAdded, .respondents, effect(of: new.item.id, .breaks), new.item.id) }
    for item in now { if let before = olds[item.item.id] { compare(before, item) } }
    compareGrids()
  }

  /// What rows have in common and none of them has.
  private mutating func compareGrids() {
    let olds = Dictionary(old.form.gridBlocks.map { ($0.id, $0) }) { first, _ in first }
    for block in new.form.gridBlocks {
      guard let was = olds[block.id] else { continue }
      let isScored = block.items.contains { effect(of: $0.id, .judgement) != .none }
      compare(was.gridText, block.gridText, .drawing, .respondents, isScored ? .judgement : .none, of: block.id)
      compare(was.totalText, block.totalText, .borders, .respondents, isScored ? .judgement : .none, of: block.id)
    }
  }

  private mutating func compare(_ before: PlacedItem, _ after: PlacedItem) {
    let (was, now) = (before.item, after.item)
    let judged = effect(of: now.id, .judgement)
    compareWords(was.prompt, now.prompt, of: now.id, judged)
    if after.heading != nil { compareWords(before.heading, after.heading, of: now.id, judged) }
    compareWords(was.hint, now.hint, of: now.id, judged)
    if was.kind.elementName != now.kind.elementName {
      return add(
        .kindChanged, .respondents, effect(of: now.id, .breaks), now.id, was.kind.elementName, now.kind.elementName)
    }
    compareOptions(was, now)
    compare(was.formText, now.formText, .borders, .respondents, judged, of: now.id)
    compareWords(was.unit, now.unit, of: now.id, judged)
    compareWords(was.cells, now.cells, of: now.id, judged)
    compareWords(was.patternMessage, now.patternMessage, of: now.id, .none)
    compare(was.roomText, now.roomText, .room, .respondents, .none, of: now.id)
    compare(was.drawingText, now.drawingText, .drawing, .respondents, judged, of: now.id)
    compare(was.filterText, now.filterText, .filter, .respondents, judged, of: now.id)
    compareCondition(before.showIf, after.showIf, of: now.id, judged)
    compare(was.required.text, now.required.text, .required, .respondents, .none, of: now.id)
    compareChecks(was.checks, now.checks, of: now.id)
    if was.timeLimit != now.timeLimit { add(.timeLimit, .respondents, judged, now.id) }
  }

  private mutating func compareChecks(_ was: [AnswerCheck], _ now: [AnswerCheck], of id: Symbol) {
    func text(_ checks: [AnswerCheck]) -> String {
      checks.map { "\($0.that.text) (\($0.otherwise.rawValue))" }.joined(separator: "; ")
    }
    compare(text(was), text(now), .checks, .respondents, .none, of: id)
    for (before, after) in zip(was, now) { compareWords(before.message, after.message, of: id, .none) }
  }

  private mutating func compareOptions(_ was: Item, _ now: Item) {
    let (before, after) = (was.allOptions, now.allOptions)
    let olds = Dictionary(before.map { ($0.code, $0) }) { first, _ in first }
    let news = Set(after.map(\.code))
    for option in before where !news.contains(option.code) {
      add(
        .optionRemoved, .respondents, effect(of: now.id, .breaks), now.id,
        option.text.plain(in: new.form.languages.first ?? .ky), code: option.code)
    }
    for option in after {
      guard let earlier = olds[option.code] else {
        add(
          .optionAdded, .respondents, effect(of: now.id, .breaks), now.id, "",
          option.text.plain(in: new.form.languages.first ?? .ky), code: option.code)
        continue
      }
      compareWords(
        earlier.text, option.text, of: now.id, effect(of: now.id, .judgement), as: .optionWords, code: option.code)
      compare(
        earlier.ruleText, option.ruleText, .optionRules, .respondents, effect(of: now.id, .judgement), of: now.id,
        code: option.code)
      if earlier.value != option.value || earlier.missing != option.missing {
        add(
          .optionValue, .scores, effect(of: now.id, .breaks), now.id,
          earlier.value.map { "\($0)" } ?? earlier.missing?.rawValue ?? "–",
          option.value.map { "\($0)" } ?? option.missing?.rawValue ?? "–", code: option.code)
      }
    }
    let kept = before.map(\.code).filter(news.contains)
    let order = after.map(\.code).filter { olds[$0] != nil }
    if kept != order {
      add(
        .optionsReordered, .respondents, effect(of: now.id, .judgement), now.id,
        kept.map(\.text).joined(separator: " "), order.map(\.text).joined(separator: " "))
    }
  }
}
