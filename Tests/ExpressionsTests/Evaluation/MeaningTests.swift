import Testing
import Texts

@testable import Expressions

@Suite("What formulas come to")
struct MeaningTests {
  static let answers: [String: Value] = [
    "grade": .integer(4), "meals": .code("no"), "why_not": .codes(["taste", "oth"]), "why_not.oth": .text("Алыс"),
    "spend": .decimal(Decimal64(mantissa: 1505, scale: 1)), "g_bully": .missing(Missing(.dontKnow, code: "dk")),
    "city": .text("Ош шаары"), "born": .date(CalendarDate(days: 16_679)), "agreed": .boolean(true), "y": .integer(3),
  ]

  @Test(
    "Each operator and function does what it says",
    arguments: [
      ("meals eq 'no'", "true"), ("meals ne 'no'", "false"), ("meals in {yes}", "false"),
      ("why_not includes 'oth'", "true"),
      ("why_not includes 'price'", "false"), ("selected-count(why_not)", "2"), ("spend + 0.5", "151"),
      ("spend - 150.5", "0"),
      ("spend * 2", "301"), ("spend / 3", "50.1666666666666667"), ("7 / 2", "3.5"), ("7 div 2", "3.5"),
      ("-7 mod 2", "-1"),
      ("7.5 mod 2", "1.5"), ("0.1 + 0.2 eq 0.3", "true"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"),
      ("2 - 3 - 4", "-5"),
      ("-grade + 1", "-3"), ("not agreed or grade eq 4", "true"), ("agreed and not grade eq 4", "false"),
      ("grade between 4 and 5", "true"), ("grade between 5 and 9", "false"), ("grade in {1, 4}", "true"),
      ("abs(-3.5)", "3.5"), ("round(2.5)", "3"), ("round(-2.5)", "-3"), ("round(2.345, 2)", "2.35"),
      ("round(1250, -2)", "1300"),
      ("floor(-2.5)", "-3"), ("ceiling(-2.5)", "-2"), ("min(3, spend, 2.5)", "2.5"), ("max(3, spend, 2.5)", "150.5"),
      ("sum(1, x, 2)", "3"), ("mean(1, x, 2)", "1.5"), ("min(x, 5)", "5"),
      ("rescale(3, 1, 4, 0, 1)", "0.666666666666666667"),
      ("rescale(3.25, 1, 4, 0, 1)", "0.75"), ("coalesce(x, 7)", "7"), ("coalesce(y, 7)", "3"),
      ("count-answered(x, y, meals)", "2"),
      ("count(agreed, x gt 1, y gt 1)", "2"), ("if(agreed, 'а', 'б')", "а"), ("if(y gt 5, 1, 2)", "2"),
      ("length(city)", "8"),
      ("contains(city, 'шаар')", "true"), ("starts-with(city, 'Ош')", "true"), ("ends-with(city, 'ы')", "true"),
      ("ends-with(city, 'Ош')", "false"),
      ("concat(city, ', ', why_not.oth)", "Ош шаары, Алыс"), ("lower(city)", "ош шаары"), ("upper(city)", "ОШ ШААРЫ"),
      ("number('3,5') + 1", "4.5"), ("text(spend)", "150.5"), ("text(meals)", "no"), ("year(born)", "2015"),
      ("month(born)", "9"),
      ("day(born)", "1"), ("age(born)", "10"), ("years-between(born, date('2025-08-31'))", "9"),
      ("days-between(born, date('2015-09-03'))", "2"), ("born lt today()", "true"),
      ("born eq date('2015-09-01')", "true"),
      ("x is answered", "false"), ("x is missing", "true"), ("x is not missing", "false"),
      ("why_not.oth eq 'Алыс'", "true"),
    ])
  func meaning(text: String, expected: String) throws {
    let value = try #require(School.value(text, Self.answers))
    #expect(!value.isMissing)
    #expect(value.plainText == expected)
  }

  @Test(
    "Missing goes through every operation with its reason; what has no result says why",
    arguments: [
      ("x + 1", .unanswered), ("1 + x", .unanswered), ("x lt 10", .unanswered), ("x ne 5", .unanswered),
      ("not (x gt 1)", .unanswered),
      ("x in {3, 4}", .unanswered), ("g_bully ge 3", .dontKnow), ("g_bully in {3, 4}", .dontKnow),
      ("g_bully + x", .dontKnow),
      ("agreed and x gt 1", .unanswered), ("not agreed or x gt 1", .unanswered), ("if(x gt 1, 2, 3)", .unanswered),
      ("sum(x, x)", .unanswered), ("coalesce(x, g_bully)", .unanswered), ("1 / (y - 3)", .noData),
      ("1 mod (y - 3)", .undefined),
      ("999999999999999999 * 999999999999999999", .overflow), ("9223372036854775807 + 1", .overflow),
      ("number('он')", .undefined),
      ("rescale(3, 1, 1, 0, 1)", .noData), ("score(total)", .undefined), ("mean(x, x)", .unanswered),
    ] as [(String, Missing.Reason)])
  func missing(text: String, reason: Missing.Reason) throws {
    guard case .missing(let missing) = try #require(School.value(text, Self.answers)) else {
      Issue.record("has a value")
      return
    }
    #expect(missing.reason == reason)
  }

  @Test(
    "A missing code takes part only in a test that names it",
    arguments: [
      ("g_bully eq 'dk'", "dk", true), ("g_bully ne 'dk'", "dk", false), ("g_bully in {3, dk}", "dk", true),
      ("g_bully in {3, dk}", "4", false), ("g_bully eq 'dk'", "4", false), ("g_bully eq 'dk'", nil, false),
      ("g_bully ne 'dk'", nil, true), ("g_bully in {3, dk}", nil, false), ("g_bully in {3, 4}", "dk", nil),
      ("g_bully in {3, 4}", nil, nil), ("g_bully eq '3'", "dk", nil), ("g_bully is missing", "dk", true),
      ("g_bully eq 3", "3", true), ("g_bully ge '3'", "4", true),
    ] as [(String, String?, Bool?)])
  func missingCodes(text: String, code: String?, expected: Bool?) throws {
    let answer: Value =
      switch code {
      case nil: .notShown
      case "dk": .missing(Missing(.dontKnow, code: "dk"))
      case let code?: .code(Symbol(code))
      }
    let value = try #require(School.value(text, ["g_bully": answer]))
    if let expected { #expect(value == .boolean(expected)) } else { #expect(value.isMissing) }
  }

  @Test("Logic is three-valued: what is known decides")
  func kleene() throws {
    for (a, b, and, or) in [
      ("agreed", "x gt 1", nil, true), ("not agreed", "x gt 1", false, nil), ("x gt 1", "not agreed", false, nil),
      ("x gt 1", "agreed", nil, true), ("x gt 1", "x gt 2", nil, nil),
    ] as [(String, String, Bool?, Bool?)] {
      let both = try #require(School.value("\(a) and \(b)", Self.answers))
      let either = try #require(School.value("\(a) or \(b)", Self.answers))
      #expect(and.map { both == .boolean($0) } ?? both.isMissing)
      #expect(or.map { either == .boolean($0) } ?? either.isMissing)
    }
  }

  @Test("Scales, indicators and the day come from the environment")
  func environment() throws {
    struct World: Environment {
      var today: CalendarDate? { CalendarDate(days: 20_000) }
      func value(at slot: Int) -> Value { .unanswered }
      func scale(_ query: ScaleQuery, at slot: Int) -> Value {
        query == .level ? .code("base") : .integer(query == .score ? 7 + slot : 10)
      }
      func indicator(_ query: IndicatorQuery) -> Value { .integer(query.reading == .lastYear ? 50 : 55) }
    }
    func value(_ text: String, _ scope: Scope = School.questionnaire, as use: Scope.Use = .feeds) throws -> Value {
      try #require(School.compile(text, scope, as: use).compiled).formula.evaluate(in: World())
    }
    #expect(try value("score(total) + score(lesson)") == .integer(15))
    #expect(try value("level(total) in {base, above}") == .boolean(true))
    #expect(try value("total.level") == .code("base"))
    #expect(try value("score(total) / max-score(total)").canonical == .decimal(Decimal64(mantissa: 7, scale: 1)))
    #expect(try value("x-max-score(total)").isMissing)
    #expect(try value("indicator('SAP') - indicator('SAP', 'last-year')", School.register, as: .derived) == .integer(5))
    #expect(try value("today()") == .date(CalendarDate(days: 20_000)))
  }

  @Test("What a formula reads is known before it runs")
  func reads() throws {
    let formula = try #require(
      School.compile("meals eq 'no' and x + y gt score(lesson)", as: .compute).compiled?.formula)
    #expect(formula.slots == [1, 9, 10])
    #expect(formula.scales == [1])
  }

  @Test("Every function of the table says itself in three languages, and every operator can be written")
  func table() {
    for row in FunctionTable.rows where row.notation != .foreign {
      #expect(row.words != nil, "\(row.name)")
      #expect(
        row.words.map {
          $0.argumentNames(in: .ky) == $0.argumentNames(in: .ru)
            && $0.argumentNames(in: .ru) == $0.argumentNames(in: .en)
        } ?? false, "\(row.name)")
    }
  }
}
