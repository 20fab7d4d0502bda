import Texts

extension [Language] {
  /// The language that a key for languages leads to: the next one, after the last the first; the same where there is none.
  func next(after language: Language) -> Language {
    isEmpty ? language : self[((firstIndex(of: language) ?? -1) + 1) % count]
  }
}
