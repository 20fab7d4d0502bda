import Testing

@testable import Texts

@Suite("Languages")
struct LanguageTests {
  @Test("Synak speaks Kyrgyz, Russian and English, and Russian around the rest", arguments: Language.allCases)
  func everyLanguageIsSpoken(language: Language) {
    #expect(Language.spoken.contains(language.spoken))
    #expect(!language.ownName.isEmpty)
  }
}
