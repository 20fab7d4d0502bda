package import Texts

/// A family of things that can be found: an enumeration whose raw values are the stable codes and whose every case has a
/// rule. `E` codes are errors, `W` warnings, `N` notes.
package protocol Finding: RawRepresentable<String>, CaseIterable, Sendable {
  var rule: Rule { get }
}

/// One row of the catalogue of findings: how much it matters, and what is said.
package struct Rule: Sendable, Hashable {
  package let severity: Diagnostic.Severity
  package let message: Template
  package let advice: Template?

  /// An error: the file can't be used.
  package static func error(ky: String, ru: String, en: String, advice: Template? = nil) -> Rule {
    Rule(severity: .error, message: Template(ky: ky, ru: ru, en: en), advice: advice)
  }

  /// A warning: the file can be used, but something is probably not as meant.
  package static func warning(ky: String, ru: String, en: String, advice: Template? = nil) -> Rule {
    Rule(severity: .warning, message: Template(ky: ky, ru: ru, en: en), advice: advice)
  }

  /// A note: worth knowing.
  package static func note(ky: String, ru: String, en: String, advice: Template? = nil) -> Rule {
    Rule(severity: .note, message: Template(ky: ky, ru: ru, en: en), advice: advice)
  }
}
