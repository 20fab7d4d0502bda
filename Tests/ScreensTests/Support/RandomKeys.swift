import Administration
import Psychometrics
import TerminalUI
import Texts

@testable import Screens

/// What a person, a cat or a broken line could send, from a seed.
struct RandomKeys {
  var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[chance.integer(in: 0..<elements.count)] }

  mutating func input() -> ScreenInput {
    switch chance.integer(in: 0..<40) {
    case 0: .resize(size())
    case 1: .paste(pick(["623", "слово\nжана", "\u{1F600}", String(repeating: "ы", count: 3000), "-", "1,5"]))
    case 2: .tick
    default: .key(key())
    }
  }

  mutating func size() -> Size {
    Size(columns: pick([0, 1, 20, 39, 40, 41, 60, 80, 120, 200]), rows: pick([0, 1, 5, 11, 12, 13, 16, 24, 60]))
  }

  mutating func looks() -> Looks {
    Looks(
      isLarge: chance.integer(in: 0..<4) == 0, voices: chance.integer(in: 0..<2) == 0 ? [.ky, .ru] : [],
      practice: pick([.none, .none, .given, .offered]))
  }

  mutating func key() -> Key {
    switch chance.integer(in: 0..<20) {
    case 0...5: .character(pick(Array("0123456789")))
    case 6: .character(pick(Array("abүңо +-=,._\u{306}ы№")))
    case 7, 8: .enter
    case 9, 10: pick([.pageDown, .pageDown, .tab, .control("n")])
    case 11: pick([.pageUp, .backTab, .control("p")])
    case 12...15: pick([.up, .down, .down, .left, .right, .home, .end])
    case 16: pick([.backspace, .delete, .insert, .escape])
    case 17:
      chance.integer(in: 0..<3) == 0
        ? .far(pick(Key.Movement.allCases)) : .function(pick([1, 2, 3, 4, 5, 6, 9, 10, 12]))
    case 18: .control(pick(Array("abcdefgkloprstuvwxyzq")))
    default: .character(" ")
    }
  }
}
