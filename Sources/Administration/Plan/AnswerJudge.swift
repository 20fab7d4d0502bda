import Expressions
package import Instruments
import Scoring

/// Says of an answer whether it earned anything: for sections that stop after so many wrong ones.
///
/// Whoever owns the store gives it to a session at its opening. It answers that one question and hands no key on, so that
/// a screen that holds a session still sees none.
package struct AnswerJudge: Sendable {
  /// The keyed items of sections that stop, by slot.
  private let items: [Int: KeyedItem]

  /// Knows no key: nothing is wrong.
  package static let none = AnswerJudge(items: [:])

  package init(of instrument: CheckedInstrument) {
    let stopping = instrument.delivery.sections.filter { $0.section.stopRule != nil }
    let slots = Set(stopping.flatMap { $0.elements.flatMap { $0.items.map(\.slot) } })
    let keyed = instrument.scoring.items.filter { slots.contains($0.slot) }
    self.init(items: Dictionary(keyed.map { ($0.slot, $0) }) { first, _ in first })
  }

  private init(items: [Int: KeyedItem]) { self.items = items }

  enum Verdict: Sendable, Hashable { case earns, earnsNothing, open }

  /// What an answer comes to; open where the item has no key, or where nobody can say yet.
  func verdict(on value: Value, at slot: Int) -> Verdict {
    guard let points = items[slot]?.points(for: value) else { return .open }
    return points.isZero ? .earnsNothing : .earns
  }

  func isKeyed(_ slot: Int) -> Bool { items[slot] != nil }
}
