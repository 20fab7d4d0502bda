import Administration
import Testing
import Texts

@testable import Screens

@Suite struct WordsTests {
  @Test("Every phrase has words in three languages, with the same arguments")
  func phrases() {
    check(RunnerPhrase.self)
    check(HelpPhrase.self)
    check(RefusalPhrase.self)
    check(LineCommand.self)
    check(LinePhrase.self)
    check(ScriptPhrase.self)
    check(CommonPhrase.self)
    check(PickerPhrase.self)
    check(ResultPhrase.self)
    for command in LineCommand.allCases { check(command.explanation, "\(command)") }
  }

  private func check<Phrases: PhraseCatalogue>(_: Phrases.Type) {
    for phrase in Phrases.allCases { check(phrase.template, "\(Phrases.self).\(phrase)") }
  }

  private func check(_ template: Template, _ name: String) {
    let arguments = template.argumentNames(in: .ky)
    for language in Language.spoken {
      #expect(!template.wording(in: language).isEmpty, "\(name) in \(language)")
      #expect(template.argumentNames(in: language) == arguments, "\(name) in \(language)")
    }
  }

  @Test("A command of the line mode means one thing in whatever language it is typed")
  func commands() {
    var seen: [String: LineCommand] = [:]
    for command in LineCommand.allCases {
      for language in Language.spoken {
        let word = command.text(in: language)
        #expect(seen[word] == nil || seen[word] == command, "\(word)")
        seen[word] = command
      }
    }
  }

  @Test("Every refusal of a session has a sentence in every language")
  func refusals() {
    let address = Address(slot: 0)
    let refusals: [Refusal] = [
      .notStarted, .alreadyStarted, .alreadySealed, .notSealed, .isSuspended, .notSuspended, .timeReversed,
      .noSuchItem(0), .noSuchElement, .noSuchLanguage(.en), .notShown(0), .notReached(0), .wrongPath(address),
      .wrongAttempt(address),
      .checkFailed(slot: 0, check: 0), .needsConfirmation(slot: 0, check: 0), .nothingToConfirm(slot: 0),
      .required(slot: 0), .cannotFill(stop: 0), .timeOver(0), .elementClosed, .timeNotOver,
    ]
    for language in Language.spoken {
      let words = refusals.map { $0.text(in: language) }
      #expect(words.allSatisfy { !$0.isEmpty && !$0.contains("{") })
      #expect(Set(words).count == words.count)
    }
  }
}
