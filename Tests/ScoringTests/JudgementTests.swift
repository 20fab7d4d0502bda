import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@testable import Scoring

@Suite("What raters give")
struct JudgementTests {
  private func judgement(_ rater: String, _ idea: Int, _ language: Int) -> Judgement {
    Judgement(item: "w", rater: Symbol(rater), points: ["idea": Decimal64(idea), "language": Decimal64(language)])
  }

  private func criterion(_ id: String, _ points: ClosedRange<Int>) -> MarkingGuide.Criterion {
    MarkingGuide.Criterion(
      id: Symbol(id), text: LocalizedText(id),
      levels: points.map { Descriptor(points: Decimal64($0), text: LocalizedText("\($0)"), place: Sample.place()) },
      place: Sample.place())
  }

  private var guide: MarkingGuide { MarkingGuide(criteria: [criterion("idea", 0...4), criterion("language", 0...2)]) }

  private func sheet(_ judgements: [Judgement]) throws -> ScoreSheet {
    var instrument = Sample.instrument(
      [.item(Sample.item("w", .essay(EssayForm())))],
      scoring: ScoringRules(
        keys: [Sample.key("w", .judgement(guide), points: Decimal64(6))], scales: [Sample.scale("total", of: "w")]))
    instrument.examples = []
    let checked = try #require(instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).instrument)
    return checked.scoring.score(values: [.text("My essay")], shown: { _ in true }, judgements: judgements)
  }

  @Test("Without a judgement there are no points and no score; with one there are")
  func first() throws {
    let waiting = try sheet([])
    #expect(waiting.items[0].reason == .awaitsJudgement && waiting.items[0].points == nil)
    #expect(waiting.scales[0].score.isMissing)
    let judged = try sheet([judgement("r1", 3, 1)])
    #expect(judged.items[0].points == Decimal64(4) && judged.items[0].reason == .judged(raters: 1, needsThird: false))
    #expect(judged.scales[0].score == .decimal(Decimal64(4)))
  }

  @Test("Of two raters the mean counts; of one rater the last word")
  func several() throws {
    #expect(try sheet([judgement("r1", 3, 1), judgement("r2", 4, 1)]).items[0].points == Decimal64("4.5"))
    #expect(try sheet([judgement("r1", 0, 0), judgement("r1", 4, 2)]).items[0].points == Decimal64(6))
  }

  @Test("Two further apart than a third ask for another, and three don't")
  func apart() throws {
    let two = try sheet([judgement("r1", 0, 1), judgement("r2", 4, 0)])
    #expect(two.items[0].reason == .judged(raters: 2, needsThird: true))
    let near = try sheet([judgement("r1", 2, 0), judgement("r2", 4, 0)])
    #expect(near.items[0].reason == .judged(raters: 2, needsThird: false), "two of six is no more than a third")
    let three = try sheet([judgement("r1", 0, 1), judgement("r2", 4, 0), judgement("r3", 2, 1)])
    #expect(three.items[0].reason == .judged(raters: 3, needsThird: false))
    #expect(three.items[0].points.flatMap { $0.rounded(to: 4) } == Decimal64("2.6667"))
  }

  @Test(
    "Points that the guide doesn't have are told by the part",
    arguments: [
      (["idea": 3, "language": 2], nil), (["idea": 5, "language": 2], "idea"), (["idea": 3], "language"),
      (["idea": 3, "language": 2, "style": 1], "style"),
    ] as [([String: Int], String?)])
  func misjudged(points: [String: Int], part: String?) {
    let given = Dictionary(uniqueKeysWithValues: points.map { (Symbol($0.key), Decimal64($0.value)) })
    #expect(guide.misjudged(given, of: "w", most: Decimal64(6))?.text == part)
    let whole = MarkingGuide()
    #expect(whole.misjudged(["w": Decimal64(6)], of: "w", most: Decimal64(6)) == nil)
    #expect(whole.misjudged(["w": Decimal64(7)], of: "w", most: Decimal64(6)) == "w")
  }
}
