package import Texts

/// Something that a person should know about a file, a command or an answer: data only; its words come from its rule.
package struct Diagnostic: Sendable, Hashable {
  /// How much it matters. Errors stop the work, warnings and notes don't.
  package enum Severity: Sendable, Comparable, Hashable { case note, warning, error }

  /// Stable for ever: documents, tests and people cite it.
  package let code: String
  package let severity: Severity
  package let message: Template
  /// What a person may do about it, where there is something general to say.
  package let advice: Template?
  package var place: Place?
  /// The piece of text that is wrong, as it was written.
  package var found: String
  /// What was probably meant.
  package var suggestion: String?
  /// What the words are filled with, beside `found` and `suggestion`.
  package var arguments: [String: String]

  package init(
    _ finding: some Finding, at place: Place?, found: String = "", suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    code = finding.rawValue
    let rule = finding.rule
    severity = rule.severity
    message = rule.message
    advice = rule.advice
    self.place = place
    self.found = found
    self.suggestion = suggestion
    self.arguments = arguments
  }

  /// The sentence that a person reads, without place and advice.
  package func text(in language: Language) -> String {
    message.text(in: language, words)
  }

  var words: [String: String] {
    arguments.merging(["found": found, "suggestion": suggestion ?? ""]) { given, _ in given }
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of the file, the weightier first where two stand in one place.
  package var sortedByPlace: [Diagnostic] {
    sorted { a, b in
      switch (a.place, b.place) {
      case (let a?, let b?) where a != b: a < b
      case (nil, _?): true
      case (_?, nil): false
      default: (b.severity, a.code) < (a.severity, b.code)
      }
    }
  }
}
