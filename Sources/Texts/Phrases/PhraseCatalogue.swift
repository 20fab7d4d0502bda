/// A set of things that Synak says in one place: an enumeration whose every case has its words in ky, ru and en.
///
/// The compiler sees to it that no case is without words; a test sees to it that no language lost an argument.
package protocol PhraseCatalogue: CaseIterable, Sendable {
  var template: Template { get }
}

extension PhraseCatalogue {
  /// The words in one language.
  package func text(in language: Language, _ arguments: [String: String] = [:]) -> String {
    template.text(in: language, arguments)
  }
}
