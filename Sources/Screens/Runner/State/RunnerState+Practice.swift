import Administration
import Instruments
import TerminalUI
import Texts

/// Keys of the practice question, and the way from it into the session.
extension RunnerState {
  /// The practice while it goes on.
  var practice: Practice? { if case .practice(let practice) = mode { practice } else { nil } }

  mutating func beginPractice(in language: Language) {
    mode = .practice(Practice(language: language, offer: looks.practice == .offered ? 0 : nil))
  }

  mutating func takeInPractice(_ key: Key, _ practice: Practice) {
    var practice = practice
    switch key {
    case .function(4), .control("l"):
      let languages = delivery.form.languages
      if let here = languages.firstIndex(of: practice.language) {
        practice.language = languages[(here + 1) % languages.count]
      }
    case _ where practice.offer != nil:
      takeInOffer(key, &practice)
      return
    case .up, .down:
      practice.pointer = max(0, min(Practice.options.count - 1, practice.pointer + (key == .down ? 1 : -1)))
      practice.note(.move)
    case .character(" "): choose(practice.pointer, &practice)
    case .character(let character):
      if let number = character.wholeNumberValue, Practice.options.indices.contains(number - 1) {
        choose(number - 1, &practice)
      }
    case .backspace, .delete:
      if practice.chosen != nil { practice.note(.takeBack) }
      practice.chosen = nil
    case .function(3), .control("f"):
      practice.isMarked.toggle()
      practice.note(.mark)
    case .pageDown, .control("n"), .tab:
      endPractice(practice)
      return
    case .enter:
      // Enter does what it does later: it goes on from an answer; at the end from any state.
      if practice.step == nil {
        endPractice(practice)
        return
      }
    default: break
    }
    mode = .practice(practice)
    followFocus()
  }

  private func choose(_ index: Int, _ practice: inout Practice) {
    practice.pointer = index
    practice.chosen = index
    practice.note(.choose)
  }

  private mutating func takeInOffer(_ key: Key, _ practice: inout Practice) {
    let cursor = practice.offer ?? 0
    switch key {
    case .up: practice.offer = 0
    case .down: practice.offer = 1
    case .character("1"): practice.offer = 0
    case .character("2"): practice.offer = 1
    case .enter:
      if cursor == 0 { return endPractice(practice) }
      practice.offer = nil
    case .pageDown: return endPractice(practice)
    default: break
    }
    mode = .practice(practice)
    followFocus()
  }

  /// Begins the session itself.
  mutating func endPractice(_ practice: Practice) {
    mode = .work
    scroll = 0
    _ = record(.started(practice.language))
    arrive()
  }
}
