package import Expressions
package import Instruments
import Scoring

/// Says of an answer whether it earned anything: for sections that stop after so many wrong ones.
///
/// Whoever owns the store gives it to a session at its opening. It answers that one question and hands no key on, so that
/// a screen that holds a session still sees none.
package struct AnswerJudge: Sendable {
  /// The keyed items of sections that stop, by slot.
  private let items: [Int: KeyedItem]
  /// Asks whoever holds the keys, where they aren't here; for these slots.
  private let asked: (slots: Set<Int>, ask: @Sendable (Int, Value) -> Verdict)?

  /// Knows no key: nothing is wrong.
  package static let none = AnswerJudge(items: [:])

  /// Knows no key, and asks for the verdict on answers to these slots.
  package init(slots: Set<Int>, asking ask: @escaping @Sendable (Int, Value) -> Verdict) {
    items = [:]
    asked = (slots, ask)
  }

  package init(of instrument: CheckedInstrument) {
    let stopping = instrument.delivery.sections.filter { $0.section.stopRule != nil }
    let slots = Set(stopping.flatMap { $0.elements.flatMap { $0.items.map(\.slot) } })
    let keyed = instrument.scoring.items.filter { slots.contains($0.slot) }
    self.init(items: Dictionary(keyed.map { ($0.slot, $0) }) { first, _ in first })
  }

  private init(items: [Int: KeyedItem]) {
    self.items = items
    asked = nil
  }

  package enum Verdict: String, Sendable, Hashable, Codable { case earns, earnsNothing, open }

  /// The slots on whose answers it has a say.
  package var keyedSlots: Set<Int> { asked?.slots ?? Set(items.keys) }

  /// What an answer comes to; open where the item has no key, or where nobody can say yet.
  package func verdict(on value: Value, at slot: Int) -> Verdict {
    if let asked { return asked.slots.contains(slot) ? asked.ask(slot, value) : .open }
    guard let points = items[slot]?.points(for: value) else { return .open }
    return points.isZero ? .earnsNothing : .earns
  }

  func isKeyed(_ slot: Int) -> Bool { asked?.slots.contains(slot) ?? (items[slot] != nil) }
}
