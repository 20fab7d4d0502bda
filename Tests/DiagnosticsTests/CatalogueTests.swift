import Testing
import Texts

@testable import Diagnostics

@Suite("The catalogue of findings")
struct CatalogueTests {
  @Test("Every code is one of a kind and says by its letter how much it matters")
  func codesAreUnique() {
    var seen: Set<String> = []
    for (code, rule) in Catalogue.rules {
      #expect(seen.insert(code).inserted, "\(code) stands twice")
      let letter: Character =
        switch rule.severity {
        case .error: "E"
        case .warning: "W"
        case .note: "N"
        }
      #expect(code.first == letter, "\(code)")
    }
    #expect(!seen.isEmpty)
  }

  @Test("No language lost an argument, and none is empty or left in another")
  func wordsAreComplete() {
    for (code, rule) in Catalogue.rules {
      for template in [rule.message, rule.advice].compactMap({ $0 }) {
        let names = template.argumentNames(in: .ky)
        for language in Language.spoken {
          #expect(!template.wording(in: language).isEmpty, "\(code)")
          #expect(template.argumentNames(in: language) == names, "\(code) in \(language)")
        }
        #expect(template.ky != template.ru && template.ru != template.en, "\(code)")
      }
    }
  }

  @Test("A diagnostic shows its place, its words, the piece and the suggestion")
  func rendering() {
    let line = #"  <number id="x" show-if="ктас eq 4"/>"#
    let place = Place(file: "a.xml", line: 1, column: 27, length: 4)
    let diagnostic = Diagnostic(ExpressionFinding.unknownName, at: place, found: "ктас", suggestion: "клас")
    let text = Rendering(language: .en, sources: ["a.xml": [line]]).text(of: diagnostic)
    #expect(
      text == """
        a.xml:1:27: error E101: There is no question or scale called “ктас”.
          1 │   <number id="x" show-if="ктас eq 4"/>
            │                           ^^^^
          → did you mean “клас”?
        """)
  }

  @Test(
    "The nearest name is found, and none where all are far",
    arguments: [
      ("m33", ["m3", "m1", "total"], "m3"), ("chose", ["choose", "text"], "choose"), ("abc", ["xyz"], nil),
      ("meels", ["meals", "grade"], "meals"), ("tset", ["test", "set"], "test"), ("a", ["b"], nil),
    ] as [(String, [String], String?)])
  func similarity(word: String, candidates: [String], expected: String?) {
    #expect(Similarity.nearest(to: word, among: candidates) == expected)
  }
}
