import Diagnostics
import Instruments
import Testing
import Texts

@testable import Formats

@Suite("New instruments")
struct InstrumentTemplateTests {
  private static let languages: [[Language]] = [[.ky], [.ru, .ky], [.ky, .ru, .en], [.ky, .ru, .en, .uz, .tg]]

  @Test("Every template reads without a finding, in whichever languages", arguments: Method.allCases, languages)
  func checksClean(method: Method, languages: [Language]) throws {
    for author in Language.spoken {
      let template = InstrumentTemplate(method, id: "mine", languages: languages, author: author)
      let reading = InstrumentReader.read(Array(template.text.utf8), file: "new.xml")
      let instrument = try #require(reading.instrument, "\(reading.findings.map { $0.text(in: .en) })")
      let checked = instrument.checked(hash: ContentHash(of: Array(template.text.utf8)), datasets: nil)
      // Where a language is not spoken by Synak its texts are the English ones for a start.
      let findings = (reading.findings + checked.findings).filter { $0.severity == .error || languages.count < 4 }
      #expect(findings.map { $0.text(in: .en) } == [])
      #expect(!instrument.examples.isEmpty)
    }
  }

  @Test("Comments and words are there in all languages, and no comment holds two hyphens")
  func words() {
    for comment in TemplateComment.allCases {
      for language in Language.spoken { #expect(!comment.template.wording(in: language).contains("--")) }
    }
    for word in TemplateWord.allCases {
      #expect(Set(Language.spoken.map { word.template.wording(in: $0) }).count > 1, "\(word)")
    }
  }
}
