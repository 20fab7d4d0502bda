import Datasets
import Expressions
import Instruments

/// Where each answer of a question leads on paper: to the next question that it asks, over those that it doesn't.
///
/// Exact where the conditions of what follows read this one answer; at the first that reads more the way ends, and its own
/// words say when it is asked.
struct Skips {
  enum Target: Sendable, Hashable {
    case question(Int)
    case end
  }

  let paper: Paper

  /// Where to go after each option, by its code, as far as it isn't simply the next question.
  func targets(after entry: Int) -> [Symbol: Target] {
    let entries = paper.entries
    guard case .item(let item) = entries[entry].element.block, case .choose(let choices) = item.kind,
      let slot = entries[entry].questions.first?.item.slot
    else { return [:] }
    let asking = entries.indices.filter { $0 > entry && entries[$0].number != nil }
    guard let next = asking.first else { return [:] }
    var result: [Symbol: Target] = [:]
    for option in choices.options {
      let value = option.missing.map { Value.missing(Missing($0, code: option.code)) } ?? .code(option.code)
      let target = asking.first { !isSkipped(entries[$0], where: slot, is: value) }
      if target != next { result[option.code] = target.flatMap { entries[$0].number }.map { .question($0) } ?? .end }
    }
    return result
  }

  private func isSkipped(_ entry: Paper.Entry, where slot: Int, is value: Value) -> Bool {
    let conditions = [entry.section.showIf, entry.element.showIf].compactMap { $0 }
    if conditions.isEmpty { return false }
    var row = Row([Value](repeating: .unanswered, count: paper.delivery.slots.count))
    row.values[slot] = value
    return conditions.contains { condition in
      condition.slots == [slot] && condition.scales.isEmpty && condition.evaluate(in: row) != .boolean(true)
    }
  }
}
