/// A text as its author wrote it: one version a language, or one for all languages ("2/4").
package struct LocalizedText: Sendable, Hashable {
  /// The versions by language; empty where the text is the same in all.
  package var versions: [Language: [Inline]]
  /// The text that is the same in all languages.
  package var common: [Inline]?

  package init(versions: [Language: [Inline]]) {
    self.versions = versions
    self.common = nil
  }

  package init(common: [Inline]) {
    self.versions = [:]
    self.common = common
  }

  /// The same plain words in all languages.
  package init(_ text: String) {
    self.init(common: [.text(text)])
  }

  /// The version for a reader of `language`; where it is not there, the first that is, in the order ky, ru, en, uz, tg.
  package func version(in language: Language) -> [Inline] {
    if let common { return common }
    if let version = versions[language] { return version }
    for other in Language.allCases {
      if let version = versions[other] { return version }
    }
    return []
  }

  /// The version as plain characters, with `answer` for every reference.
  package func plain(in language: Language, _ answer: (String) -> String = { "{\($0)}" }) -> String {
    version(in: language).plain(answer)
  }
}
