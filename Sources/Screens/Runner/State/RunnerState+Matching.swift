import Administration
import Datasets
import Expressions
import Instruments
import TerminalUI

/// Pairs: the pointer stands at a left, a number joins it to a right.
extension RunnerState {
  mutating func takeInMatch(_ key: Key, _ item: DeliveryItem, index: Int) {
    guard case .match(let form) = item.item.kind, form.lefts.indices.contains(index) else { return }
    let left = form.lefts[index].code
    let rights = options(of: item)
    let pairs = pairs(of: item)
    switch key {
    case .up: movePointer(by: -1)
    case .down: movePointer(by: 1)
    case .home: focus = 0
    case .end: focus = max(0, rows.count - 1)
    case .left, .right:
      let here = pairs.first { $0.left == left }.flatMap { pair in rights.firstIndex { $0.code == pair.right } }
      let step = key == .right ? 1 : -1
      let next = here.map { $0 + step } ?? (step > 0 ? 0 : rights.count - 1)
      if rights.indices.contains(next) { join(left, rights[next], item, moves: false) }
    case .character(let character):
      guard let right = rights.first(where: { $0.label == String(character) }) else { return }
      join(left, right, item, moves: true)
    case .backspace, .delete:
      let rest = pairs.filter { $0.left != left }
      if rest != pairs { setDraft(.pairs(rest), at: item.slot) }
    case .enter:
      if pairs.isEmpty { message = .phrase(.nothingJoined) } else { goOn(from: item) }
    default: break
    }
  }

  func pairs(of item: DeliveryItem) -> [MatchPair] {
    if case .pairs(let pairs) = draft(for: item) { pairs } else { [] }
  }

  /// Joins a left to a right. A right that can be taken once leaves the left that had it.
  private mutating func join(_ left: Symbol, _ right: ShownOption, _ item: DeliveryItem, moves: Bool) {
    guard case .match(let form) = item.item.kind else { return }
    var pairs = pairs(of: item).filter { $0.left != left }
    if !form.reusesRights, let other = pairs.first(where: { $0.right == right.code }) {
      pairs.removeAll { $0 == other }
      let words = form.lefts.first { $0.code == other.left }.map { plain($0.text) } ?? other.left.text
      message = .phrase(.takenFrom, ["left": words])
    }
    setDraft(.pairs(pairs + [MatchPair(left: left, right: right.code)]), at: item.slot)
    guard moves else { return }
    let joined = Set(self.pairs(of: item).map(\.left))
    if let next = form.lefts.firstIndex(where: { !joined.contains($0.code) }) {
      focus(on: .left(slot: item.slot, index: next))
    }
  }
}
