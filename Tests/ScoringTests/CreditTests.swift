import Datasets
import Expressions
import Instruments
import SampleInstruments
import Testing

@testable import Scoring

/// Every credit rule against a count by hand over all answers that there are.
@Suite("Credit rules")
struct CreditTests {
  static let codes: [Symbol] = ["a", "b", "c", "d"]

  /// All ways to choose some of the options.
  static var choices: [Set<Symbol>] {
    (0..<16).map { bits in Set(codes.indices.filter { bits & (1 << $0) != 0 }.map { codes[$0] }) }
  }

  /// All orders of the options.
  static var orders: [[Symbol]] { permutations(codes) }

  static func permutations(_ rest: [Symbol]) -> [[Symbol]] {
    guard !rest.isEmpty else { return [[]] }
    return rest.indices.flatMap { index -> [[Symbol]] in
      var others = rest
      let first = others.remove(at: index)
      return permutations(others).map { [first] + $0 }
    }
  }

  private func points(
    _ kind: Item.Kind, _ answer: ItemKey.Answer, _ credit: Credit, worth: Int = 2
  ) throws -> (Value) throws -> Fraction {
    let instrument = Sample.instrument(
      [.item(Sample.item("x", kind))],
      scoring: ScoringRules(keys: [Sample.key("x", answer, points: Decimal64(worth), credit: credit)]))
    let plan = try Sitting(instrument).instrument.scoring
    return { value in
      let score = plan.score(values: [value]) { _ in true }.items[0]
      #expect(score.maximum == Decimal64(worth))
      return Fraction(try #require(score.points))
    }
  }

  /// The nearest decimal of 18 digits to the share of the points.
  private func share(_ part: Int, _ whole: Int, worth: Int = 2) throws -> Fraction {
    Fraction(try Fraction(max(part, 0) * worth, of: whole).decimal())
  }

  @Test("all, hits and per-option over every choice and every key")
  func choiceRules() throws {
    let kind = Item.Kind.chooseMany(Sample.choices("a b c d"), atLeast: nil, atMost: nil)
    for right in Self.choices where !right.isEmpty {
      let key = ItemKey.Answer.options(right.sorted())
      let all = try points(kind, key, .all)
      let hits = try points(kind, key, .hits)
      let perOption = try points(kind, key, .perOption)
      for chosen in Self.choices where !chosen.isEmpty {
        let value = Value.codes(chosen.sorted())
        var good = 0
        var bad = 0
        var judged = 0
        for code in Self.codes {
          switch (chosen.contains(code), right.contains(code)) {
          case (true, true):
            good += 1
            judged += 1
          case (true, false): bad += 1
          case (false, true): break
          case (false, false): judged += 1
          }
        }
        #expect(try all(value) == share(good == right.count && bad == 0 ? 1 : 0, 1))
        #expect(try hits(value) == share(good - bad, right.count), "\(chosen) of \(right)")
        #expect(try perOption(value) == share(judged, 4), "\(chosen) of \(right)")
      }
    }
  }

  @Test("all, per-place and adjacent over every order")
  func orderRules() throws {
    let kind = Item.Kind.order(Sample.choices("a b c d"))
    let right: [Symbol] = ["b", "a", "d", "c"]
    let all = try points(kind, .order(right), .all)
    let perPlace = try points(kind, .order(right), .perPlace)
    let adjacent = try points(kind, .order(right), .adjacent)
    for order in Self.orders {
      let value = Value.ordered(order)
      #expect(try all(value) == share(order == right ? 1 : 0, 1))
      var places = 0
      for index in 0..<4 where order[index] == right[index] { places += 1 }
      #expect(try perPlace(value) == share(places, 4), "\(order)")
      var neighbours = 0
      for index in 0..<3 {
        let at = try #require(order.firstIndex(of: right[index]))
        if at < 3, order[at + 1] == right[index + 1] { neighbours += 1 }
      }
      #expect(try adjacent(value) == share(neighbours, 3), "\(order)")
    }
  }

  @Test("The order in which options are chosen makes no difference", arguments: [Credit.all, .hits, .perOption])
  func orderOfChoosing(credit: Credit) throws {
    let kind = Item.Kind.chooseMany(Sample.choices("a b c d"), atLeast: nil, atMost: nil)
    let score = try points(kind, .options(["a", "c", "d"]), credit)
    for chosen in Self.choices where !chosen.isEmpty {
      let results = try Set(Self.permutations(chosen.sorted()).map { try score(.codes($0)) })
      #expect(results.count == 1)
    }
  }

  @Test("One of a list earns all or nothing")
  func single() throws {
    let score = try points(.choose(Sample.choices("a b c d")), .options(["c"]), .all)
    for code in Self.codes { #expect(try score(.code(code)) == share(code == "c" ? 1 : 0, 1)) }
  }

  @Test(
    "A number is right within its tolerance, exactly",
    arguments: [
      ("0.3", "0.1", true), ("0.5", "0.2", true), ("0.2", "0.1", true), ("0.19", "0.1", false),
      ("0.41", "0.1", false), ("0.3000000001", "0", false), ("0.30", "0", true),
    ])
  func numbers(typed: String, tolerance: String, isRight: Bool) throws {
    let score = try points(Sample.number(), Sample.numberKey("0.3", tolerance: tolerance), .all)
    #expect(try score(.decimal(try #require(Decimal64(typed)))) == share(isRight ? 1 : 0, 1))
  }

  @Test("A whole answer to a decimal key, and any of several keys")
  func severalNumbers() throws {
    let key = ItemKey.Answer.numbers([
      NumberKey(value: Decimal64(5), tolerance: .zero), NumberKey(value: Decimal64(7), tolerance: .one),
    ])
    let score = try points(Sample.number(whole: true), key, .all)
    let right = try (0...9).filter { try score(.integer($0)) > .zero }
    #expect(right == [5, 6, 7, 8])
  }

  @Test(
    "A text is right without regard to capitals, spaces and the dots of ё; Kyrgyz letters count",
    arguments: [
      ("Королёв", true), ("  королев ", true), ("КОРОЛЁВ", true), ("коро лёв", false), ("Королёва", false),
      ("ысык\u{A0}көл", true), ("Ысык  Көл", true), ("ысык кол", false), ("", false),
    ])
  func texts(typed: String, isRight: Bool) throws {
    let keys = ItemKey.Answer.texts([Sample.source("Королев"), Sample.source("Ысык Көл")])
    let score = try points(.text(TextForm()), keys, .all)
    #expect(try score(.text(typed)) == share(isRight ? 1 : 0, 1), "“\(typed)”")
  }

  @Test("A criterion is worth the points of its level", arguments: ["0", "1.5", "4"])
  func criterion(level: String) throws {
    let score = try points(Sample.levels("0 1.5 4"), .levels, .all, worth: 4)
    #expect(try score(.code(Symbol(level))) == Fraction(try #require(Decimal64(level))))
  }

  @Test("A value of another type earns nothing and breaks nothing")
  func foreignValues() throws {
    let strange: [Value] = [
      .boolean(true), .integer(1), .text("c"), .code("zzz"), .codes(["zzz"]), .ordered(["c"]), .float(1),
    ]
    let order = try points(.order(Sample.choices("a b c d")), .order(["d", "a", "b", "c"]), .perPlace)
    let text = try points(.text(TextForm()), .texts([Sample.source("x")]), .all)
    let level = try points(Sample.levels("0 2"), .levels, .all)
    for value in strange {
      #expect(try order(value) == .zero)
      #expect(try text(value) == .zero)
      #expect(try level(value) == .zero, "\(value)")
    }
  }
}
