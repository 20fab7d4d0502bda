/// A text as its author wrote it: one version a language, or one for all languages ("2/4").
package struct LocalizedText: Sendable, Hashable {
  /// Texts are many and languages few: a short list is made and searched in less time than a dictionary.
  private enum Words: Sendable, Hashable {
    case common([Inline])
    /// In the order of `Language.allCases`, so that equal texts are equal however they were made.
    case versions([Version])
  }

  private struct Version: Sendable, Hashable {
    var language: Language
    var words: [Inline]
  }

  private var words: Words

  /// No words yet: versions are added.
  package init() { words = .versions([]) }

  /// Each language's version; empty where the text is the same in all.
  package init(versions: [Language: [Inline]]) {
    words = .versions(
      Language.allCases.compactMap { language in versions[language].map { Version(language: language, words: $0) } })
  }

  package init(common: [Inline]) {
    words = .common(common)
  }

  /// The same plain words in all languages.
  package init(_ text: String) {
    self.init(common: [.text(text)])
  }

  /// The text that is the same in all languages; nil where there are versions.
  package var common: [Inline]? {
    if case .common(let words) = words { words } else { nil }
  }

  /// No version, and nothing that is the same in all.
  package var isEmpty: Bool {
    switch words {
    case .common(let words): words.isEmpty
    case .versions(let versions): versions.isEmpty
    }
  }

  /// Whether `test` holds for each version, or for the one that is the same in all languages.
  package func allVersions(_ test: ([Inline]) -> Bool) -> Bool {
    switch words {
    case .common(let words): test(words)
    case .versions(let versions): versions.allSatisfy { test($0.words) }
    }
  }

  /// Each version with its language; nil for the one that is the same in all.
  package func forEachVersion(_ body: (Language?, [Inline]) -> Void) {
    switch words {
    case .common(let words): body(nil, words)
    case .versions(let versions): for version in versions { body(version.language, version.words) }
    }
  }

  /// The version that is written in this very language; nil where there is none, or where the text is the same in all.
  package func version(writtenIn language: Language) -> [Inline]? {
    guard case .versions(let versions) = words else { return nil }
    return versions.first { $0.language == language }?.words
  }

  /// Adds a language's version, in place of what was the same in all or of an earlier version.
  package mutating func add(_ version: [Inline], in language: Language) {
    var versions: [Version] = []
    if case .versions(let known) = words { versions = known }
    words = .versions([])
    versions.removeAll { $0.language == language }
    if versions.isEmpty { versions.reserveCapacity(Language.spoken.count) }
    let place = versions.firstIndex { $0.language.rank > language.rank } ?? versions.endIndex
    versions.insert(Version(language: language, words: version), at: place)
    words = .versions(versions)
  }

  /// The version for a reader of `language`; where it is not there, the first that is, in the order ky, ru, en, uz, tg.
  package func version(in language: Language) -> [Inline] {
    switch words {
    case .common(let words): words
    case .versions(let versions): (versions.first { $0.language == language } ?? versions.first)?.words ?? []
    }
  }

  /// The version as plain characters, with `answer` for every reference.
  package func plain(in language: Language, _ answer: (String) -> String = { "{\($0)}" }) -> String {
    version(in: language).plain(answer)
  }
}

extension Language {
  /// The place among all languages.
  fileprivate var rank: Int {
    switch self {
    case .ky: 0
    case .ru: 1
    case .en: 2
    case .uz: 3
    case .tg: 4
    }
  }
}
