import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@Suite("Dates, pairs and patterns as people type them")
struct KindTests {
  private func typed(_ text: String, _ kind: Item.Kind, _ language: Language = .en) -> Result<Value, AnswerProblem> {
    Sample.item("q", kind).value(typed: text, language: language, today: CalendarDate("2026-11-25"))
  }

  private func code(_ result: Result<Value, AnswerProblem>) -> String? {
    if case .failure(let problem) = result { problem.finding.rawValue } else { nil }
  }

  // MARK: Dates

  @Test(
    "A day is understood however it is written",
    arguments: [
      "31.08.2010", "2010-08-31", "31/8/2010", "31 8 2010", "31 август 2010", "31 августа 2010 года", "31 August 2010",
      "31-август, 2010-жыл", "2010-жылдын 31-августу", "31 авг 2010",
    ])
  func days(text: String) throws {
    #expect(try typed(text, .date(DateForm())).get() == .date(try #require(CalendarDate("2010-08-31"))))
  }

  @Test("A month and a year are stored as their first day")
  func precision() throws {
    let august = Value.date(try #require(CalendarDate("2010-08-01")))
    for text in ["08.2010", "2010-08", "август 2010", "August 2010"] {
      #expect(try typed(text, .date(DateForm(precision: .month))).get() == august, "\(text)")
    }
    #expect(
      try typed("2010", .date(DateForm(precision: .year))).get() == .date(try #require(CalendarDate("2010-01-01"))))
  }

  @Test("Days that there are not, and dates outside their borders, are refused with the reason")
  func refusedDates() throws {
    let form = DateForm(minimum: .day(try #require(CalendarDate("2000-01-01"))), maximum: .today)
    #expect(code(typed("31.02.2010", .date(form))) == "E608")
    #expect(code(typed("soon", .date(form))) == "E607")
    #expect(code(typed("31.12.1999", .date(form))) == "E609")
    #expect(code(typed("26.11.2026", .date(form))) == "E617")
    #expect(code(typed("25.11.2026", .date(form))) == nil)
    // The month of today is not too late, though it ends later.
    #expect(code(typed("11.2026", .date(DateForm(maximum: .today, precision: .month)))) == nil)
  }

  @Test("Every day of four years is printed and read back in every language", arguments: Language.spoken)
  func printed(language: Language) throws {
    let first = try #require(CalendarDate("2023-01-01"))
    for offset in 0..<(366 + 3 * 365) {
      let date = CalendarDate(days: first.days + Int32(offset))
      let text = Sample.item("q", .date(DateForm())).print(.date(date), in: language)
      #expect(try typed(text, .date(DateForm()), language).get() == .date(date), "\(text)")
    }
    #expect(
      Sample.item("q", .date(DateForm(precision: .month))).print(.date(first), in: .ky) == "2023-жылдын январы")
  }

  // MARK: Pairs

  private var match: MatchForm {
    MatchForm(
      lefts: [Sample.option("a", "Naryn"), Sample.option("b", "Osh"), Sample.option("c", "Talas")],
      rights: Sample.choices("1 2 3 4"))
  }

  @Test("Pairs are typed with any sign between them; some may be left out")
  func pairs() throws {
    let value = Value.pairs([MatchPair(left: "a", right: "2"), MatchPair(left: "b", right: "1")])
    for text in ["a-2 b-1", "a=2, b=1", "A-2; B–1", "а-2 b>1"] {
      #expect(try typed(text, .match(match)).get() == value, "\(text)")
    }
    #expect(Sample.item("q", .match(match)).print(value, in: .en) == "Naryn – text of 2, Osh – text of 1")
  }

  @Test("No left is joined twice, and a right only where it may be reused")
  func refusedPairs() {
    #expect(code(typed("a-2 a-1", .match(match))) == "E619")
    #expect(code(typed("a-2 b-2", .match(match))) == "E619")
    #expect(code(typed("a-9", .match(match))) == "E618")
    #expect(code(typed("a2", .match(match))) == "E618")
    var reusing = match
    reusing.reusesRights = true
    #expect(code(typed("a-2 b-2", .match(reusing))) == nil)
  }

  @Test("Pairs and dates are read back from what exports store")
  func stored() throws {
    for (text, kind) in [("a-2 b-1", Item.Kind.match(match)), ("31.08.2010", .date(DateForm()))] {
      let value = try typed(text, kind).get()
      #expect(Value.parse(stored: value.stored, as: Sample.item("q", kind).answerType) == value)
    }
  }

  // MARK: Patterns and essays

  @Test("A text that doesn't look as asked is refused")
  func patterns() throws {
    let pattern = try Pattern.parse("[А-Я]{2}-\\d{4}").get()
    let form = TextForm(
      pattern: TextPattern(source: Sample.source("[А-Я]{2}-\\d{4}"), pattern: pattern, message: nil))
    #expect(code(typed("АБ-1234", .text(form))) == nil)
    #expect(code(typed("АБ-123", .text(form))) == "E623")
  }

  @Test("No essay is refused for its length in words")
  func essays() {
    let form = EssayForm(minimumWords: 60, maximumWords: 80, maximumLength: 500)
    #expect(code(typed("Two words", .essay(form))) == nil)
    #expect(code(typed(String(repeating: "a ", count: 200), .essay(form))) == nil)
    #expect(code(typed(String(repeating: "a", count: 501), .essay(form))) == "E620")
    #expect("Ала-Тоо – бийик тоо, 3 сөз.".wordCount == 5)
  }
}
