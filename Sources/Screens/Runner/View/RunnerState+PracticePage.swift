import Instruments
import TerminalUI
import Texts

/// The practice question on the screen: what to try next, and a question to try it on.
extension RunnerState {
  func addPractice(_ practice: Practice, to body: inout Body) {
    func say(_ phrase: PracticePhrase, _ arguments: [String: String] = [:]) -> String {
      phrase.text(in: practice.language, arguments)
    }
    if let cursor = practice.offer {
      body.add(say(.offer), .bold)
      body.blank()
      for (index, choice) in [PracticePhrase.begin, .tryKeys].enumerated() {
        let isFocused = index == cursor
        body.focused(isFocused) { body in
          body.add(
            StyledText(say(choice), isFocused ? .bold : .plain),
            before: pointer(isFocused, body.glyphs) + "\(index + 1)  ",
            .bold)
        }
        body.space()
      }
      return
    }
    if body.isSpacious {
      body.add(say(.counts))
      body.blank()
    }
    let steps = Practice.Step.allCases
    if let step = practice.step, let index = steps.firstIndex(of: step) {
      body.add(StyledText(say(step.words, keys(body.glyphs)), .bold), before: "\(index + 1) / \(steps.count)  ", .bold)
    } else {
      body.add(StyledText(say(.ready), .bold), before: "[x] ", .bold)
    }
    body.blank()
    body.add(say(.question) + (practice.isMarked ? "  [!]" : ""))
    body.space()
    for (index, option) in Practice.options.enumerated() {
      let isFocused = index == practice.pointer
      let mark = practice.chosen == index ? "(\(body.glyphs.bullet))" : "( )"
      body.focused(isFocused) { body in
        body.add(
          StyledText(say(option), practice.chosen == index ? .bold : .plain),
          before: pointer(isFocused, body.glyphs) + "\(index + 1) \(mark) ", isFocused ? .bold : .plain)
      }
    }
  }

  private func keys(_ glyphs: Glyphs) -> [String: String] { ["down": glyphs.down, "up": glyphs.up] }

  func practiceHints(_ practice: Practice, _ glyphs: Glyphs) -> [Chrome.Hint] {
    if practice.offer != nil {
      return [
        Chrome.Hint(key: "1 2 " + glyphs.up + glyphs.down, action: phrase(.hintChoose)),
        Chrome.Hint(key: "Enter", action: phrase(.hintTake)),
      ]
    }
    let skip = Chrome.Hint(key: "PgDn", action: PracticePhrase.skip.text(in: practice.language))
    return practice.step == nil ? [Chrome.Hint(key: "Enter", action: phrase(.hintFinish))] : [skip]
  }
}

extension Practice.Step {
  var words: PracticePhrase {
    switch self {
    case .move: .move
    case .choose: .choose
    case .takeBack: .takeBack
    case .mark: .mark
    }
  }
}
