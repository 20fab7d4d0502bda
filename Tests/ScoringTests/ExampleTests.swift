import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@testable import Scoring

/// Answers typed for items, scored as a session in which everything is shown unless said otherwise.
struct Sitting {
  let instrument: CheckedInstrument
  var values: [Value]
  var hidden: Set<Int> = []

  init(_ instrument: Instrument, datasets: [Dataset]? = nil) throws {
    let result = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: datasets)
    self.instrument = try #require(result.instrument, "\(result.findings.map { $0.text(in: .en) })")
    values = self.instrument.delivery.slots.map(\.initial)
  }

  mutating func answer(_ typed: KeyValuePairs<String, String>) throws {
    for (id, text) in typed { try answer(Symbol(id), text) }
  }

  mutating func answer(_ id: Symbol, _ typed: String) throws {
    let item = try #require(instrument.delivery.items.first { $0.item.id == id })
    values[item.slot] = try item.value(typed: typed, language: .ky).get()
  }

  mutating func hide(_ ids: String) {
    for id in Sample.symbols(ids) { instrument.delivery.slot(of: id).map { _ = hidden.insert($0) } }
  }

  var sheet: ScoreSheet { instrument.scoring.score(values: values) { !hidden.contains($0) } }

  func score(_ scale: String) -> String? { sheet.scale(Symbol(scale))?.score.stored }
}

@Suite("The samples' own examples")
struct ExampleTests {
  @Test("The diagnostic test: all correct")
  func allCorrect() throws {
    var sitting = try Sitting(Sample.math, datasets: Sample.datasets)
    try sitting.answer(["m1": "623", "m2": "c", "m3": "60", "m4": "a c", "m5": "b a d c", "m6": "23"])
    #expect(sitting.score("total") == "8")
    #expect(sitting.sheet.scale("total")?.level == "above")
    #expect(sitting.sheet.items.allSatisfy { $0.reason == .right })
    let rating = try #require(sitting.sheet.ratings.first)
    #expect(rating.dataset == "diag")
    #expect(rating["level"] == .code("above") && rating["score"]?.stored == "8" && rating["max"]?.stored == "8")
  }

  @Test("The diagnostic test: half the fractions")
  func halfTheFractions() throws {
    var sitting = try Sitting(Sample.math, datasets: Sample.datasets)
    try sitting.answer(["m1": "623", "m2": "a", "m3": "60", "m4": "a", "m5": "b a c d", "m6": "11,5"])
    #expect(sitting.score("number") == "2")
    #expect(sitting.score("fraction") == "2")
    #expect(sitting.score("geometry") == "0")
    #expect(sitting.score("total") == "4")
    #expect(sitting.sheet.scale("total")?.percent == Decimal64(50))
    #expect(sitting.sheet.scale("total")?.level == "base")
  }

  @Test("The questionnaire: the bullied row counts from the other end, and feeds its share")
  func climate() throws {
    var sitting = try Sitting(Sample.parents, datasets: Sample.datasets)
    try sitting.answer(["grade": "3", "meals": "no", "g_safe": "4", "g_respect": "4", "g_fair": "3", "g_bully": "1"])
    sitting.hide("spend bully_more plans")
    #expect(sitting.score("climate") == "3.75")
    let rating = try #require(sitting.sheet.ratings.first)
    #expect(rating["answered"] == .boolean(true))
    // (3.75 − 1) / 3, rounded to the field's two digits.
    let dataset = try #require(Sample.datasets.first { $0.id == "parents" })
    #expect(rating.values(for: dataset) == [.boolean(true), .decimal(try #require(Decimal64("0.92")))])
  }

  @Test("The observation sheet: the best lesson")
  func bestLesson() throws {
    var sitting = try Sitting(Sample.lesson, datasets: Sample.datasets)
    try sitting.answer(["goal": "2", "feedback": "2"])
    #expect(sitting.score("lesson") == "4")
    #expect(sitting.sheet.scale("lesson")?.maximum == Decimal64(4))
  }
}
