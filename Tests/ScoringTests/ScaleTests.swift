import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@testable import Scoring

@Suite("Scales, levels and ratings")
struct ScaleTests {
  /// Rows from 1 to 4 with "don't know", in one scale.
  private func survey(
    _ rows: Int, _ method: Scale.Method, atLeast: Int? = nil, reversed: Set<Symbol> = [], levels: [Level] = []
  ) throws -> Sitting {
    let options = ["1", "2", "3", "4"].map { Sample.option($0) } + [Sample.option("dk", missing: .dontKnow)]
    let ids = (1...rows).map { "r\($0)" }
    return try Sitting(
      Sample.instrument(
        ids.map { .item(Sample.item($0, .choose(Choices(options: options)))) }, method: .questionnaire,
        scoring: ScoringRules(
          reversed: reversed,
          scales: [Sample.scale("s", method, of: ids.joined(separator: " "), atLeast: atLeast, levels: levels)])))
  }

  private func answers(_ typed: [String], _ sitting: Sitting) throws -> Sitting {
    var sitting = sitting
    for (index, text) in typed.enumerated() { try sitting.answer(Symbol("r\(index + 1)"), text) }
    return sitting
  }

  @Test(
    "A mean skips what is missing, and needs as many answers as it says",
    arguments: [
      (["4", "3", "2"], 2, "3"), (["4", "dk", "2"], 2, "3"), (["4", "dk", ""], 2, "?unanswered"),
      (["4", "dk", ""], 1, "4"), (["1", "1", "2"], 3, "1.33333333333333333"), (["", "", ""], 1, "?unanswered"),
    ])
  func mean(typed: [String], atLeast: Int, expected: String) throws {
    let sitting = try answers(typed, survey(3, .mean, atLeast: atLeast))
    #expect(sitting.score("s") == expected)
  }

  @Test("A sum of fewer answers is another score, so there is none unless its author allows it")
  func sums() throws {
    #expect(try answers(["4", "dk", "2"], survey(3, .sum)).score("s") == "?unanswered")
    let allowed = try answers(["4", "dk", "2"], survey(3, .sum, atLeast: 2))
    #expect(allowed.score("s") == "6")
    #expect(allowed.sheet.scales[0].maximum == Decimal64(8), "out of those that count")
    var hidden = try answers(["4", "", "2"], survey(3, .sum))
    hidden.hide("r2")
    #expect(hidden.score("s") == "6", "what wasn't shown isn't missed")
    #expect(hidden.sheet.scales[0].answered == 2 && hidden.sheet.scales[0].shown == 2)
    hidden.hide("r1 r3")
    #expect(hidden.score("s") == "?not-shown")
  }

  @Test("A percentage is the share of the most")
  func percent() throws {
    let sheet = try answers(["4", "2", "dk"], survey(3, .percent)).sheet
    #expect(sheet.scales[0].score.stored == "75")
    #expect(sheet.scales[0].maximum == Decimal64(100))
  }

  @Test("A reversed answer counts from the other end of its list, in the scale only", arguments: 1...4)
  func reversal(answer: Int) throws {
    let sitting = try answers([String(answer)], survey(1, .sum, reversed: ["r1"]))
    #expect(sitting.score("s") == String(5 - answer))
    #expect(sitting.values[0] == .code(Symbol(String(answer))), "the answer itself stays")
  }

  @Test("A reversed number counts from the other end of its range")
  func reversedNumber() throws {
    var sitting = try Sitting(
      Sample.instrument(
        [.item(Sample.item("r1", Sample.number(0, 10)))], method: .questionnaire,
        scoring: ScoringRules(reversed: ["r1"], scales: [Sample.scale("s", of: "r1")])))
    try sitting.answer("r1", "2,5")
    #expect(sitting.score("s") == "7.5")
  }

  @Test("A level begins exactly at its border, in points and in percent")
  func levels() throws {
    let points = [Sample.level("low", from: "3"), Sample.level("mid", from: "6"), Sample.level("high", from: "9")]
    let shares = [
      Sample.level("low", from: "25%"), Sample.level("mid", from: "50%"), Sample.level("high", from: "75%"),
    ]
    for levels in [points, shares] {
      for (typed, expected) in [
        (["1", "1", "1"], "low"), (["2", "2", "1"], "low"), (["2", "2", "2"], "mid"), (["4", "4", "1"], "high"),
      ] {
        let sheet = try answers(typed, survey(3, .sum, levels: levels)).sheet
        #expect(sheet.scales[0].level?.text == expected, "\(typed)")
      }
    }
    let above = [Sample.level("mid", from: "6"), Sample.level("high", from: "9")]
    #expect(try answers(["1", "1", "1"], survey(3, .sum, levels: above)).sheet.scales[0].level == nil)
  }

  @Test("Three thirds of a point reach the border of one")
  func thirds() throws {
    let kind = Item.Kind.chooseMany(Sample.choices("a b c d"), atLeast: nil, atMost: nil)
    var sitting = try Sitting(
      Sample.instrument(
        (1...3).map { .item(Sample.item("r\($0)", kind)) },
        scoring: ScoringRules(
          keys: (1...3).map { Sample.key("r\($0)", .options(["a", "b", "c"]), credit: .hits) },
          scales: [
            Sample.scale(
              "s", of: "r1 r2 r3", levels: [Sample.level("none", from: "0"), Sample.level("one", from: "1")])
          ])))
    for id in ["r1", "r2", "r3"] { try sitting.answer(Symbol(id), "a") }
    #expect(sitting.sheet.items[0].points?.description == "0.333333333333333333")
    #expect(sitting.score("s") == "1")
    #expect(sitting.sheet.scales[0].level == "one")
  }

  @Test("A keyed item left unanswered earns nothing in a test; one that wasn't shown doesn't count")
  func unansweredAndHidden() throws {
    var sitting = try Sitting(Sample.math)
    try sitting.answer(["m1": "623"])
    sitting.hide("m6")
    let sheet = sitting.sheet
    #expect(sheet.item("m2")?.points == .zero && sheet.item("m2")?.maximum == .one)
    #expect(sheet.item("m2")?.reason == .unanswered(Missing(.unanswered)))
    #expect(sheet.item("m6")?.points == nil && sheet.item("m6")?.maximum == nil)
    #expect(sheet.item("m6")?.reason == .notShown)
    #expect(sheet.scale("geometry")?.score == .notShown)
    #expect(sheet.scale("total")?.score.stored == "1" && sheet.scale("total")?.maximum == Decimal64(7))
  }

  @Test("A criterion that nobody judged isn't the lowest level")
  func unjudged() throws {
    var sitting = try Sitting(Sample.lesson, datasets: Sample.datasets)
    try sitting.answer(["goal": "2"])
    #expect(sitting.sheet.item("feedback")?.points == nil)
    #expect(sitting.score("lesson") == "?unanswered")
    #expect(sitting.sheet.ratings[0]["points"] == .unanswered)
  }

  @Test("Nothing chosen is no answer: leaving out what is wrong earns nothing")
  func emptyChoice() throws {
    var instrument = Sample.math
    instrument.scoring.keys[3].credit = .perOption
    var sitting = try Sitting(instrument)
    sitting.values[3] = .codes([])
    #expect(sitting.sheet.items[3].points == .zero)
    #expect(sitting.sheet.items[3].reason == .unanswered(Missing(.unanswered)))
  }

  @Test("Scales of scales keep their members' ends, and a tally's sum has no maximum")
  func nested() throws {
    var instrument = Sample.lesson
    instrument.scoring.scales += [
      Sample.scale("asked", of: "questions"), Sample.scale("both", .mean, of: "lesson asked"),
    ]
    instrument.scoring.feeds = [Sample.feed("lessons", ["points": "percent(both)", "max": "max-score(lesson)"])]
    var sitting = try Sitting(instrument)
    try sitting.answer(["goal": "1", "feedback": "2", "questions": "4"])
    #expect(sitting.score("both") == "3.5")
    #expect(sitting.sheet.scale("both")?.maximum == nil)
    #expect(sitting.sheet.ratings[0]["points"] == .missing(Missing(.noData)))
  }

  @Test("A rating that a data set wasn't fed has no data there")
  func ratings() throws {
    var instrument = Sample.math
    instrument.scoring.feeds = [Sample.feed("diag", ["score": "score(total) / 3"])]
    var sitting = try Sitting(instrument)
    try sitting.answer(["m1": "623"])
    let values = sitting.sheet.ratings[0].values(for: Sample.datasets[0])
    #expect(values.map(\.stored) == ["?no-data", "0.333333", "?no-data"])
  }

  @Test("Every point is explained in three languages, with the key only where it may be seen")
  func explanations() throws {
    var sitting = try Sitting(Sample.math)
    try sitting.answer(["m1": "600", "m2": "c", "m4": "a b", "m5": "b a c d"])
    sitting.hide("m6")
    let sheet = sitting.sheet
    func words(_ id: String, _ language: Language, key: Bool = true) throws -> String {
      let item = try #require(sitting.instrument.delivery.items.first { $0.item.id.text == id })
      let score = try #require(sheet.item(Symbol(id)))
      return score.explanation(in: language, of: item, revealingKey: key)
    }
    #expect(try words("m1", .en) == "Not right: 600. Points: 0 of 1. Right is: 623.")
    #expect(try words("m1", .ru, key: false) == "Неверно: 600. Баллы: 0 из 1.")
    #expect(try words("m2", .ky) == "Туура: 56. Упай: 1 ичинен 1.")
    #expect(
      try words("m4", .ru) == "Выбрано: 2/4, 3/5. Отмечено верных: 1 из 2, лишних: 1 (каждый отнимает один). "
        + "Баллы: 0 из 2. Правильно: 2/4, 5/10.")
    #expect(
      try words("m5", .en) == "Order: 1/4 → 0,5 → 1 → 0,75. In the right place: 2 of 4. Points: 1 of 2. "
        + "Right is: 1/4 → 0,5 → 0,75 → 1.")
    #expect(try words("m3", .en) == "There is no answer, so 0 of 1 points. Right is: 60\u{A0}сом.")
    #expect(try words("m6", .ky) == "Көрсөтүлгөн эмес, ошондуктан эсепке кирбейт.")
    for id in ["m1", "m2", "m3", "m4", "m5", "m6"] {
      for language in Language.spoken { #expect(try !words(id, language).contains("{")) }
    }
  }

  @Test("No language lost an argument of the phrases")
  func phrases() {
    for template in ScorePhrase.allCases.map(\.template) + MissingWord.allCases.map(\.template) {
      #expect(template.argumentNames(in: .ky) == template.argumentNames(in: .ru))
      #expect(template.argumentNames(in: .ky) == template.argumentNames(in: .en))
    }
  }
}
