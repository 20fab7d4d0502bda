import Administration
import Expressions
import Instruments
import TerminalUI
import Texts

/// Questions with numbered ways on. A number only points; Enter takes what is pointed at; the first is always the safe one,
/// so that no held key hands anything in.
extension RunnerState {
  enum Way: Sendable, Hashable { case stay, handIn, goTo(slot: Int), leave, pass, keepAnswer, dropSample, restartCells }

  func ways(of dialog: Dialog) -> [Way] {
    switch dialog {
    case .handIn: [.stay, .handIn]
    case .blocked(let refusal): refusal.slot.map { [.stay, .goTo(slot: $0)] } ?? [.stay]
    case .leave: [.stay, .leave]
    case .pass: [.stay, .pass]
    case .check: [.stay, .keepAnswer]
    case .dropSample: [.stay, .dropSample]
    case .restartCells: [.stay, .restartCells]
    }
  }

  mutating func ask(_ dialog: Dialog) { open(.dialog(dialog, cursor: 0)) }

  mutating func askToHandIn() {
    mode = .work
    guard confirmScreen() else {
      goForward()
      return
    }
    ask(session.hindrance.map { .blocked($0) } ?? .handIn)
  }

  mutating func takeInDialog(_ key: Key, _ dialog: Dialog, cursor: Int) {
    let ways = ways(of: dialog)
    switch key {
    case .up, .left: point(dialog, max(0, cursor - 1))
    case .down, .right: point(dialog, min(ways.count - 1, cursor + 1))
    case .character(let character):
      if let number = character.wholeNumberValue, ways.indices.contains(number - 1) { point(dialog, number - 1) }
    case .enter: go(ways.indices.contains(cursor) ? ways[cursor] : .stay, dialog)
    case .backspace, .pageUp: closePage()
    default: break
    }
  }

  private mutating func point(_ dialog: Dialog, _ cursor: Int) {
    mode = .dialog(dialog, cursor: cursor)
    followFocus()
  }

  private mutating func go(_ way: Way, _ dialog: Dialog) {
    closePage()
    switch (way, dialog) {
    case (.stay, _): break
    case (.handIn, _):
      if let refusal = record(.sealed(.submitted)) { ask(.blocked(refusal)) } else { open(.finished) }
    case (.goTo(let slot), _):
      if let element = session.element(of: slot) {
        move(to: .element(element))
        if mode == .work { focus(onSlot: slot) }
      }
    case (.leave, _): hangUp(.left)
    case (.pass, _): choose()
    case (.keepAnswer, .check(let slot, let check, let target)):
      if record(.confirmed(session.address(of: slot), check: check)) == nil { move(to: target) }
    case (.dropSample, .dropSample(let slot)):
      guard case .container(let container)? = session.answer(at: slot) else { return }
      let rest = Container(.ordered, Array(container.elements.dropLast()))
      let address = session.address(of: slot)
      _ = record(rest.elements.isEmpty ? .cleared(address) : .answered(address, .container(rest)))
    case (.restartCells, .restartCells(let slot)): restartCells(slot)
    case (.keepAnswer, _), (.dropSample, _), (.restartCells, _): break
    }
  }
}
