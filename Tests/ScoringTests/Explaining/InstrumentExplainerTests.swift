import Diagnostics
import Expressions
import Formats
import Instruments
import SampleInstruments
import Testing
import Texts

@testable import Scoring

@Suite("An instrument explained in words")
struct InstrumentExplainerTests {
  private func explainer(_ instrument: Instrument, _ language: Language = .en) throws -> InstrumentExplainer {
    let outcome = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil)
    return InstrumentExplainer(try #require(outcome.instrument), in: language)
  }

  private func lines(_ explanation: Explanation?) throws -> [String] {
    try #require(explanation).lines.map { "\($0.label): \($0.text)" }
  }

  @Test("What a partly right answer earns is worked out by the scoring itself")
  func credit() throws {
    let explained = try lines(explainer(Sample.math).explanation(of: "m4"))
    #expect(explained.contains("Right: 2/4, 5/10"))
    #expect(explained.contains("Worth: 2 points"))
    #expect(explained.contains("For example: “2/4, 5/10” earns 2 points"))
    #expect(explained.contains("For example: “2/4” earns 1 point"))
    #expect(explained.contains("For example: “2/4, 5/10, 3/5” earns 1 point"))
    #expect(explained.contains("Unanswered: earns nothing"))
    #expect(explained.contains("Counts in: total — Scale total (the sum)"))
  }

  @Test("Two swapped places cost what the rule of the order says")
  func order() throws {
    let explained = try lines(explainer(Sample.math).explanation(of: "m5"))
    #expect(explained.contains("For example: “1/4 → 0,5 → 1 → 0,75” earns 1 point"))
  }

  @Test("A condition is said in words with its source, and its readers are named")
  func routing() throws {
    let survey = try explainer(Sample.parents)
    let spend = try #require(survey.explanation(of: "spend"))
    let asked = try #require(spend.lines.first { $0.label == "Asked" })
    #expect(asked.text == "if “Prompt of meals” is “text of yes”")
    #expect(asked.source == "meals eq 'yes'")
    let meals = try lines(survey.explanation(of: "meals"))
    #expect(meals.contains("Asked: always"))
    #expect(meals.contains("Required: must be answered to go on"))
    #expect(meals.contains("Read by: why_not, spend"))
    #expect(
      try lines(survey.explanation(of: "g_bully")).contains("Counts in: climate — Scale climate (the mean), reversed"))
  }

  @Test("A scale tells its members, its levels and its fields")
  func scale() throws {
    let explained = try lines(explainer(Sample.math).explanation(of: "total"))
    #expect(explained.contains("Holds: number, fraction, geometry"))
    #expect(explained.contains("Level: “Level base” from 45 %"))
    #expect(explained.contains("Feeds: diag.score = the score on “Scale total”"))
  }

  @Test("Everything with an id can be explained, in every language, and nothing else", arguments: Language.spoken)
  func everything(language: Language) throws {
    for instrument in [Sample.math, Sample.parents] {
      let explainer = try explainer(instrument, language)
      for id in explainer.ids {
        let explanation = try #require(explainer.explanation(of: id), "\(id)")
        #expect(!explanation.lines.isEmpty)
        #expect(!explanation.lines.contains { $0.text.contains("{points}") || $0.text.contains("{1}") })
      }
      #expect(explainer.explanation(of: "nothing_of_that_name") == nil)
      #expect(Set(explainer.rows.map(\.id)).isSuperset(of: instrument.form.sections.map(\.id.text)))
    }
  }

  @Test("Every phrase has its words in all languages, and no language lost an argument")
  func phrases() {
    for phrase in ExplanationPhrase.allCases {
      let names = phrase.template.argumentNames(in: .en)
      for language in Language.spoken {
        #expect(!phrase.template.wording(in: language).isEmpty)
        #expect(phrase.template.argumentNames(in: language) == names, "\(phrase) in \(language)")
      }
    }
    // Each phrase has words of its own: a kind that was forgotten would be called a time sample.
    let kinds = ExplanationPhrase.allCases.filter { $0.template.en == "time sample" }
    #expect(kinds == [.kindTimeSample])
  }
}
