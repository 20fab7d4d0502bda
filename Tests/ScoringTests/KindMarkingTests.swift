import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@testable import Scoring

@Suite("Marks of pairs, dates, gaps and essays")
struct KindMarkingTests {
  private func sheet(
    _ kind: Item.Kind, _ answer: ItemKey.Answer, points: Decimal64, credit: Credit = .all, typed: String
  )
    throws -> (points: String?, scale: String, words: String)
  {
    var instrument = Sample.math
    instrument.form.sections = [Sample.section("s", [.item(Sample.item("q", kind))])]
    instrument.scoring = ScoringRules(
      keys: [Sample.key("q", answer, points: points, credit: credit)],
      scales: [
        Scale(
          id: "total", title: LocalizedText("Total"), method: .sum,
          members: [Scale.Member(id: "q", place: Sample.place())],
          place: Sample.place())
      ])
    instrument.examples = []
    var sitting = try Sitting(instrument)
    try sitting.answer("q", typed)
    let item = try #require(sitting.sheet.item("q"))
    let delivery = try #require(sitting.instrument.delivery.item(at: 0))
    return (
      item.points.map { "\($0)" }, sitting.score("total") ?? "",
      item.explanation(in: .en, of: delivery, revealingKey: true)
    )
  }

  private let match = Item.Kind.match(
    MatchForm(
      lefts: [Sample.option("a"), Sample.option("b"), Sample.option("c")], rights: Sample.choices("1 2 3 4")))
  private let right = ItemKey.Answer.pairs([
    MatchPair(left: "a", right: "1"), MatchPair(left: "b", right: "2"), MatchPair(left: "b", right: "4"),
    MatchPair(left: "c", right: "3"),
  ])

  @Test(
    "Each right pair earns its share, a wrong one nothing, and either of two right ones is right",
    arguments: [("a-1 b-2 c-3", "3"), ("a-1 b-4 c-3", "3"), ("a-1 b-3 c-2", "1"), ("a-2", "0"), ("a-1 b-2", "2")])
  func perPair(typed: String, points: String) throws {
    let result = try sheet(match, right, points: Decimal64(3), credit: .perPair, typed: typed)
    #expect(result.points == points && result.scale == points)
  }

  @Test("All or nothing wants every left joined rightly", arguments: [("a-1 b-4 c-3", "3"), ("a-1 b-2", "0")])
  func all(typed: String, points: String) throws {
    #expect(try sheet(match, right, points: Decimal64(3), typed: typed).points == points)
  }

  @Test("The explanation counts the pairs and names what is right")
  func words() throws {
    let words = try sheet(match, right, points: Decimal64(3), credit: .perPair, typed: "a-1 b-3 c-2").words
    #expect(words.contains("Right: 1 of 3") && words.contains("Right is: text of a – text of 1"))
  }

  @Test("A date is right where it is one of the keys")
  func dates() throws {
    let key = ItemKey.Answer.dates([try #require(CalendarDate("1991-08-31"))])
    #expect(try sheet(.date(DateForm()), key, points: .one, typed: "31 август 1991").points == "1")
    #expect(try sheet(.date(DateForm()), key, points: .one, typed: "31.08.1990").points == "0")
  }

  @Test("An essay has no points until a person judges it, and no scale that needs it has a score")
  func essay() throws {
    let result = try sheet(.essay(EssayForm()), .judgement(MarkingGuide()), points: Decimal64(8), typed: "My school")
    #expect(result.points == nil && result.scale.hasPrefix("?"))
    #expect(result.words.contains("A person judges it"))
    #expect(try sheet(.essay(EssayForm()), .judgement(MarkingGuide()), points: Decimal64(8), typed: "").points == "0")
  }
}

extension KindMarkingTests {
  @Test("A gap is known by the text around it and its number")
  func gapLabel() throws {
    var instrument = Sample.math
    let gap = Item(id: "g1", prompt: LocalizedText("(1)"), kind: .text(TextForm()), place: Sample.place())
    let prompt = LocalizedText(common: [.text("Manas is "), .reference("g1"), .text(".")])
    instrument.form.sections = [
      Sample.section("s", [.gaps(Grid(id: "g", prompt: prompt, rows: [gap], place: Sample.place()))])
    ]
    instrument.scoring = ScoringRules(keys: [Sample.key("g1", .texts([Sample.source("epic")]))])
    instrument.examples = []
    let checked = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil)
    #expect(try #require(checked.instrument).scoring.items[0].label.plain(in: .ky) == "(1) Manas is ____.")
  }
}
