import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@testable import Scoring

@Suite("Weights, stretched scales, tables of norms and marks, levels by grade")
struct MeasureTests {
  /// Two numbers from 0 to 10, worth what was answered, and a grade that is known beforehand.
  private func sitting(_ scales: Scale..., answers: [String: String]) throws -> Sitting {
    var instrument = Sample.instrument(
      [
        .item(Sample.item("a", Sample.number(0, 10))), .item(Sample.item("b", Sample.number(0, 10))),
        .item(Sample.item("grade", Sample.number(1, 11, whole: true))),
      ], method: .questionnaire, scoring: ScoringRules(scales: scales))
    instrument.form.grades = 1...11
    var sitting = try Sitting(instrument)
    for (item, typed) in answers { try sitting.answer(Symbol(item), typed) }
    return sitting
  }

  private func scale(
    _ id: String, _ method: Scale.Method, of members: String, _ change: (inout Scale) -> Void = { _ in }
  ) -> Scale {
    var scale = Sample.scale(id, method, of: members)
    change(&scale)
    return scale
  }

  private func row(_ from: String, _ value: Int, _ holdsFor: ClosedRange<Int>? = nil) -> Scale.Row {
    Scale.Row(
      from: Sample.level("x", from: from).from, value: Decimal64(value), holdsFor: holdsFor, place: Sample.place())
  }

  private func level(_ code: String, _ from: String, _ holdsFor: ClosedRange<Int>) -> Level {
    var level = Sample.level(code, from: from)
    level.holdsFor = holdsFor
    return level
  }

  @Test("Weights: 3·2 + 8 = 14 of 30, the weighted mean 14/3, the percentage 46.67")
  func weights() throws {
    let weighted: (inout Scale) -> Void = { $0.weights = [Decimal64(2), .one] }
    let sitting = try sitting(
      scale("sum", .sum, of: "a b", weighted), scale("mean", .mean, of: "a b", weighted),
      scale("share", .percent, of: "a b", weighted), answers: ["a": "3", "b": "8"])
    #expect(sitting.score("sum") == "14")
    #expect(sitting.sheet.scales[0].maximum == Decimal64(30))
    #expect(sitting.score("mean") == "4.66666666666666667")
    #expect(sitting.sheet.scales[1].maximum == Decimal64(10))
    #expect(sitting.score("share") == "46.6666666666666667")
  }

  @Test("A weighted mean of fewer answers divides by the weights of those")
  func weightsOfFew() throws {
    let sitting = try sitting(
      scale("mean", .mean, of: "a b") { $0.weights = [Decimal64(2), .one] }, answers: ["a": "3"])
    #expect(sitting.score("mean") == "3")
  }

  @Test("A stretched scale is linear between its ends and keeps the share of what it was made of")
  func rescaled() throws {
    let sitting = try sitting(
      scale("s", .mean, of: "a b") {
        $0.ends = Scale.Ends(least: Decimal64(200), most: Decimal64(800))
        $0.levels = [Sample.level("low", from: "0%"), Sample.level("high", from: "50%")]
      }, answers: ["a": "3", "b": "8"])
    // The mean 5.5 lies 55% of the way from 0 to 10.
    #expect(sitting.score("s") == "530")
    #expect(sitting.sheet.scales[0].maximum == Decimal64(800))
    #expect(sitting.sheet.scales[0].percent == Decimal64(55))
    #expect(sitting.sheet.scales[0].level == "high")
  }

  @Test("A stretched scale begins at the smallest answer, not at zero")
  func rescaledFromOne() throws {
    var instrument = Sample.instrument(
      [.item(Sample.item("a", .choose(Sample.choices("1 2 3 4 5"))))], method: .questionnaire,
      scoring: ScoringRules(
        scales: [scale("s", .mean, of: "a") { $0.ends = Scale.Ends(least: .zero, most: Decimal64(100)) }]))
    instrument.form.grades = nil
    for (answer, score) in [("1", "0"), ("2", "25"), ("5", "100")] {
      var sitting = try Sitting(instrument)
      try sitting.answer("a", answer)
      #expect(sitting.score("s") == score)
    }
  }

  @Test(
    "A table gives each score its row, by grade",
    arguments: [
      ("7", "4", "46"), ("8", "4", "50"), ("20", "4", "50"), ("0", "4", "40"), ("8", "5", "38"), ("12", "5", "44"),
      ("8", "7", "?undefined"), ("8", "", "?undefined"),
    ])
  func norms(sum: String, grade: String, expected: String) throws {
    let half = (Int(sum) ?? 0) / 2
    let sitting = try sitting(
      Sample.scale("total", .sum, of: "a b"),
      scale("norm", .table, of: "total") {
        $0.by = Scale.Member(id: "grade", place: Sample.place())
        $0.rows = [
          row("0", 40, 3...4), row("5", 46, 3...4), row("8", 50, 3...4), row("0", 38, 5...6), row("12", 44, 5...6),
        ]
      }, answers: ["a": "\(half)", "b": "\((Int(sum) ?? 0) - half)", "grade": grade])
    #expect(sitting.score("norm") == expected)
  }

  @Test(
    "Marks go by the share of the most, and a border is reached exactly",
    arguments: [("8.9", "2"), ("9", "3"), ("13", "4"), ("17", "5")])
  func marks(sum: String, mark: String) throws {
    let first = sum == "8.9" ? "8.9" : "9"
    let rest = sum == "8.9" ? "0" : "\((Int(sum) ?? 9) - 9)"
    let sitting = try sitting(
      Sample.scale("total", .sum, of: "a b"),
      scale("mark", .table, of: "total") { $0.rows = [row("0%", 2), row("45%", 3), row("65%", 4), row("85%", 5)] },
      answers: ["a": first, "b": rest])
    #expect(sitting.score("mark") == mark)
    #expect(sitting.sheet.scale("mark")?.maximum == nil, "a mark is of nothing")
  }

  @Test("Levels have borders of their own for a grade", arguments: [("3", "base"), ("4", "low"), ("", nil)])
  func levels(grade: String, expected: String?) throws {
    let sitting = try sitting(
      scale("s", .sum, of: "a b") {
        $0.by = Scale.Member(id: "grade", place: Sample.place())
        $0.levels = [
          level("low", "0", 1...3), level("base", "9", 1...3), level("low", "0", 4...11), level("base", "12", 4...11),
        ]
      }, answers: ["a": "5", "b": "5", "grade": grade])
    #expect(sitting.sheet.scales[0].level?.text == expected)
  }

  // MARK: Keys

  @Test(
    "A tolerance in percent is of the right number",
    arguments: [("98", true), ("102", true), ("97.9", false), ("102.1", false)])
  func relativeTolerance(typed: String, isRight: Bool) throws {
    #expect(
      try points(Sample.number(), Sample.numberKey("100", tolerance: "2%"), typed: typed) == (isRight ? "2" : "0"))
  }

  @Test("Of a negative number too")
  func negativeTolerance() throws {
    #expect(try points(Sample.number(), Sample.numberKey("-10", tolerance: "5%"), typed: "-10.5") == "2")
    #expect(try points(Sample.number(), Sample.numberKey("-10", tolerance: "5%"), typed: "-10.6") == "0")
  }

  private func points(
    _ kind: Item.Kind, _ answer: ItemKey.Answer, spelling: Spelling = .exact, typed: String
  ) throws -> String? {
    var key = Sample.key("q", answer, points: Decimal64(2))
    key.spelling = spelling
    var sitting = try Sitting(
      Sample.instrument(
        [.item(Sample.item("q", kind))],
        scoring: ScoringRules(keys: [key], scales: [Sample.scale("total", of: "q")])))
    try sitting.answer("q", typed)
    return sitting.sheet.item("q")?.points.map { "\($0)" }
  }

  @Test(
    "One slip is forgiven where it is asked for: another letter, one more, one less, two swapped",
    arguments: [
      ("каракол", "2"), ("карокол", "1"), ("каракольл", "0"), ("каракл", "1"), ("караккол", "1"), ("карабол", "1"),
      ("каркаол", "1"), ("карокал", "0"), ("Бишкек", "0"),
    ])
  func slips(typed: String, points expected: String) throws {
    let key = ItemKey.Answer.texts([Sample.source("Каракол")])
    #expect(
      try points(.text(TextForm()), key, spelling: Spelling(.one, worth: Decimal64(50)), typed: typed) == expected)
  }

  @Test(
    "Not in short words, not in figures, and in one word only",
    arguments: [
      ("мир", "пир"), ("12345", "12346"), ("туура жооп", "тууро жоопу"), ("1916-жылы", "1917-жылы"),
    ])
  func noSlips(key: String, typed: String) throws {
    let answer = ItemKey.Answer.texts([Sample.source(key)])
    #expect(try points(.text(TextForm()), answer, spelling: Spelling(.one), typed: typed) == "0")
  }

  @Test("Letters that a keyboard lacks are forgiven where that is asked for, and nothing else")
  func letters() throws {
    let key = ItemKey.Answer.texts([Sample.source("үңкүр")])
    #expect(try points(.text(TextForm()), key, typed: "ункур") == "0")
    #expect(try points(.text(TextForm()), key, spelling: Spelling(.letters), typed: "Ункүр") == "2")
    #expect(try points(.text(TextForm()), key, spelling: Spelling(.letters), typed: "унгур") == "0")
  }

  @Test("Who was forgiven a slip reads how it is spelt")
  func words() throws {
    var key = Sample.key("q", .texts([Sample.source("Каракол")]))
    key.spelling = Spelling(.one)
    var sitting = try Sitting(
      Sample.instrument(
        [.item(Sample.item("q", .text(TextForm())))],
        scoring: ScoringRules(keys: [key], scales: [Sample.scale("total", of: "q")])))
    try sitting.answer("q", "Карокол")
    let item = try #require(sitting.instrument.delivery.item(at: 0))
    #expect(
      sitting.sheet.items[0].explanation(in: .en, of: item, revealingKey: true)
        == "Accepted: Карокол, though it is spelt “Каракол”. Points: 1 of 1.")
  }
}
