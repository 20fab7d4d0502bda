import TerminalUI
import Texts

/// The practice question in lines: a number is typed, and then it begins in earnest.
extension LineRunner {
  func practice() -> String {
    let options = Practice.options.enumerated().map { "  \($0.offset + 1)) \(say($0.element))\n" }.joined()
    return "\n\(say(.title)). \(say(.counts))\n\(say(.question))\n" + options + say(.lineHow) + "\n" + practicePrompt
  }

  mutating func take(_ line: String, in practice: Practice) -> String {
    if let request = LineCommand.request(in: line, isTextAsked: false) {
      switch request {
      case .command(.next): return leavePractice(practice, said: nil)
      case .command(.language):
        setState { $0.takeInPractice(.function(4), practice) }
        return self.practice()
      case .command(.leave):
        setState { $0.hangUp(.left) }
        return ""
      case .command, .question: return self.practice()
      }
    }
    let typed = line.filter { !$0.isWhitespace }
    if typed.isEmpty { return leavePractice(practice, said: nil) }
    guard let number = Int(typed), Practice.options.indices.contains(number - 1) else {
      return EntryProblem.noSuchOption(line).text(in: practice.language) + "\n" + practicePrompt
    }
    return leavePractice(practice, said: .lineGood)
  }

  private mutating func leavePractice(_ practice: Practice, said phrase: PracticePhrase?) -> String {
    let said = phrase.map { say($0) + "\n" } ?? ""
    setState { $0.endPractice(practice) }
    return said + words(.intro) + "\n" + arrival()
  }

  private func say(_ phrase: PracticePhrase) -> String { phrase.text(in: state.language) }

  private var practicePrompt: String { words(.answer) + "> " }
}
