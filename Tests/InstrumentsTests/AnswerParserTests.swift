import Datasets
import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

/// What people type, and what it is read as.
@Suite("Typed answers")
struct AnswerParserTests {
  static let kinds: [String: Item] = [
    "whole": Sample.item("whole", Sample.number(1, 11, whole: true)),
    "money": Sample.item("money", Sample.number(0, unit: "сом")),
    "length": Sample.item("length", Sample.number(unit: "см")),
    "any": Sample.item("any", Sample.number()),
    "letter": Sample.item("letter", .choose(Sample.choices("a b c d"))),
    "agree": Sample.item(
      "agree",
      .choose(Choices(options: [Sample.option("1"), Sample.option("4"), Sample.option("dk", missing: .dontKnow)]))),
    "many": Sample.item(
      "many",
      .chooseMany(
        Choices(
          options: [
            Sample.option("taste"), Sample.option("price"), Sample.option("far"), Sample.option("none", alone: true),
            Sample.option("na", missing: .notApplicable, alone: true),
          ]), atLeast: 2, atMost: 2)),
    "order": Sample.item("order", .order(Sample.choices("a b c d"))),
    "level": Sample.item("level", Sample.levels("0 1 2")),
    "tally": Sample.item("tally", .tally),
    "sample": Sample.item("sample", .timeSample(every: 60_000, Sample.choices("3 2 1"))),
    "text": Sample.item("text", .text(TextForm(maximumLength: 10))),
  ]

  @Test(
    "What is typed is read as it is meant",
    arguments: [
      ("whole", "7", "7"), ("whole", " 11 ", "11"), ("whole", "5,0", "5"), ("whole", "", "?unanswered"),
      ("any", "3,5", "3.5"), ("any", "3.5", "3.5"), ("any", "\u{2212}2", "-2"), ("any", "+4", "4"),
      ("any", "12 500", "12500"), ("any", "12\u{A0}500,25", "12500.25"), ("any", ",5", "0.5"), ("any", "7.", "7"),
      ("money", "150 сом", "150"), ("money", "150 сомов", "150"), ("money", "150\u{A0}СОМ.", "150"),
      ("length", "23см", "23"), ("length", "23 см.", "23"),
      ("letter", "c", "c"), ("letter", "C", "c"), ("letter", "с", "c"), ("letter", "А", "a"),
      ("agree", "4", "4"), ("agree", "dk", "?dont-know:dk"), ("agree", "DK", "?dont-know:dk"),
      ("many", "price taste", "price taste"), ("many", "price,\u{A0}far", "price far"), ("many", "none", "none"),
      ("many", "na", "?not-applicable:na"), ("many", "   ", "?unanswered"),
      ("order", "b a d c", "b a d c"), ("order", "b, a; d c", "b a d c"),
      ("level", "2", "2"), ("tally", "12", "12"), ("tally", "", "0"), ("sample", "3 3 1", "3 3 1"),
      ("text", "  Бишкек \n", "Бишкек"),
    ])
  func reads(kind: String, typed: String, stored: String) throws {
    let item = try #require(Self.kinds[kind])
    let value = try item.value(typed: typed, language: .ky).get()
    #expect(value.stored == stored)
    #expect(item.problem(of: value) == nil)
    #expect(Value.parse(stored: stored, as: item.answerType) == value, "reads back")
  }

  static let refusals: [(kind: String, typed: String, finding: AnswerFinding)] = [
    ("any", "abc", .notANumber), ("any", "12 50", .notANumber), ("any", "1.2.3", .notANumber),
    ("any", "5 kg", .notANumber), ("any", "--5", .notANumber), ("any", "-", .notANumber),
    ("whole", "2,5", .notWhole), ("whole", "0", .belowMinimum), ("whole", "12", .aboveMaximum),
    ("money", "-1", .belowMinimum), ("any", "1234567890123456789", .tooManyDigits), ("length", "23 мм", .otherUnit),
    ("letter", "e", .unknownCode), ("letter", "a b", .onlyOne), ("agree", "5", .unknownCode),
    ("many", "taste taste", .chosenTwice), ("many", "taste", .tooFew), ("many", "taste price far", .tooMany),
    ("many", "none taste", .notAlone), ("many", "na taste", .notAlone), ("many", "taste prise", .unknownCode),
    ("order", "a b c", .orderIncomplete), ("order", "a b c c", .chosenTwice), ("order", "a b c d e", .unknownCode),
    ("level", "3", .unknownCode), ("tally", "-1", .belowMinimum), ("tally", "1.5", .notWhole),
    ("sample", "3 4", .unknownCode), ("text", "01234567890", .textTooLong),
  ]

  @Test("What can't be an answer is refused with its reason", arguments: refusals.indices)
  func refuses(index: Int) throws {
    let (kind, typed, finding) = Self.refusals[index]
    let item = try #require(Self.kinds[kind])
    guard case .failure(let problem) = item.value(typed: typed, language: .ru) else {
      Issue.record("\(kind) took “\(typed)”")
      return
    }
    #expect(problem.finding == finding, "\(kind) “\(typed)”")
    for language in Language.spoken {
      let text = problem.text(in: language)
      #expect(!text.contains("{") && text.hasSuffix("."), "\(text)")
    }
  }

  @Test("A mistyped code is answered by the nearest one, and numbers as the reader writes them")
  func words() throws {
    let many = try #require(Self.kinds["many"])
    guard case .failure(let problem) = many.value(typed: "prise", language: .ru) else { throw Unexpected() }
    #expect(problem.suggestion == "price")
    let item = Sample.item("x", .number(NumberForm(minimum: Decimal64("1.5"))))
    guard case .failure(let below) = item.value(typed: "1", language: .ru) else { throw Unexpected() }
    #expect(below.text(in: .ru) == "Число должно быть не меньше 1,5.")
    #expect(below.text(in: .en) == "The number must be 1.5 or more.")
  }

  @Test("Values that no keyboard gives are refused too")
  func foreignValues() throws {
    func finding(_ kind: String, _ value: Value) -> AnswerFinding? { Self.kinds[kind]?.problem(of: value)?.finding }
    #expect(finding("text", .integer(3)) == .notAText)
    #expect(finding("many", .code("taste")) == .notAList)
    #expect(finding("many", .ordered(["taste", "price"])) == .notAList)
    #expect(finding("many", .codes(["na", "taste"])) == .unknownCode)
    #expect(finding("many", .codes(["strange", "taste"])) == .unknownCode)
    #expect(finding("order", .ordered(["a", "b", "c", "x"])) == .unknownCode)
    #expect(finding("order", .codes(["a", "b", "c", "d"])) == .notAList)
    #expect(finding("whole", .text("7")) == .notANumber)
    #expect(finding("agree", .code("dk")) == .unknownCode)
    #expect(finding("agree", .missing(Missing(.refused, code: "dk"))) == .unknownCode)
    #expect(finding("agree", .unanswered) == nil)
    #expect(finding("sample", .container(Container(.ordered, [.integer(3)]))) == .unknownCode)
  }

  @Test("Answers are printed as people read them")
  func printing() throws {
    let money = try #require(Self.kinds["money"])
    #expect(money.print(.decimal(try #require(Decimal64("12500.5"))), in: .ru) == "12\u{A0}500,5\u{A0}сом")
    let order = try #require(Self.kinds["order"])
    #expect(order.print(.ordered(["b", "a"]), in: .en) == "text of b → text of a")
    let agree = try #require(Self.kinds["agree"])
    #expect(agree.print(.missing(Missing(.dontKnow, code: "dk")), in: .en) == "text of dk")
    #expect(agree.print(.notShown, in: .ru) == "не показано")
  }

  @Test("Texts that look like reasons are kept apart from them", arguments: ["?unanswered", "\\?x", "", "?", "a c"])
  func storedTexts(text: String) {
    let stored = Value.text(text).stored
    #expect(Value.parse(stored: stored, as: ValueType(.text)) == .text(text))
  }

  @Test("A list with a code that means missing is no missing list")
  func storedLists() {
    let codes = ChoiceCodes(name: "l", options: [Sample.option("1"), Sample.option("dk", missing: .dontKnow)])
    let type = ValueType(.choice(codes), .ordered)
    let missing = Value.missing(Missing(.dontKnow, code: "dk"))
    for value in [Value.container(Container(.ordered, [missing])), missing, .container(Container(.ordered, []))] {
      #expect(Value.parse(stored: value.stored, as: type) == value)
    }
  }

  struct Unexpected: Error {}
}
