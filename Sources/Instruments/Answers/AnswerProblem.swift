package import Diagnostics
package import Texts

/// Why what was typed or chosen isn't an answer to the question: data, with words in ky, ru and en.
package struct AnswerProblem: Error, Sendable, Hashable {
  package let finding: AnswerFinding
  /// The piece that is wrong.
  package let found: String
  package let suggestion: String?
  package let arguments: [String: String]

  init(_ finding: AnswerFinding, found: String = "", suggestion: String? = nil, arguments: [String: String] = [:]) {
    self.finding = finding
    self.found = found
    self.suggestion = suggestion
    self.arguments = arguments
  }

  /// The reason as a sentence: "Нужно целое число."
  package func text(in language: Language) -> String {
    let words = arguments.mapValues { NumberFormat.text($0, in: language) }
    return finding.rule.message.text(in: language, words.merging(["found": found]) { argument, _ in argument })
  }

  /// The problem as a finding about a file or a line of typed answers.
  package func diagnostic(at place: Place?) -> Diagnostic {
    Diagnostic(finding, at: place, found: found, suggestion: suggestion, arguments: arguments)
  }
}
