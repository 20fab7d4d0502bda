import Datasets
import Diagnostics
import Expressions
import Instruments
import SampleInstruments
import Testing
import Texts

@Suite("What can be wrong with dates, essays, pairs, gaps and allocations")
struct KindFindingTests {
  private func codes(_ blocks: [Block], keys: [ItemKey] = []) -> [String] {
    var instrument = Sample.math
    instrument.form.sections.append(Sample.section("more", blocks))
    instrument.scoring.keys += keys
    let own: Set<String> = Set(KindFinding.allCases.map(\.rawValue))
    return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings.map(\.code)
      .filter { own.contains($0) || $0 == "E304" }
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test("Dates in the wrong order, and keys that nobody can give")
  func dates() throws {
    let late = DateForm(minimum: .day(try day("2026-02-01")), maximum: .day(try day("2026-01-01")))
    #expect(codes([.item(Sample.item("d", .date(late)))]) == ["E380"])
    let form = DateForm(minimum: .day(try day("2026-01-01")), precision: .month)
    let block = [Block.item(Sample.item("d", .date(form)))]
    #expect(codes(block, keys: [Sample.key("d", .dates([try day("2025-01-01")]))]) == ["E383"])
    #expect(codes(block, keys: [Sample.key("d", .dates([try day("2026-01-02")]))]) == ["E384"])
    #expect(codes(block, keys: [Sample.key("d", .dates([try day("2026-01-01")]))]) == [])
  }

  @Test("Essays whose words are reversed, or don't fit")
  func essays() {
    #expect(codes([.item(Sample.item("e", .essay(EssayForm(minimumWords: 9, maximumWords: 8))))]) == ["E382"])
    #expect(codes([.item(Sample.item("e", .essay(EssayForm(minimumWords: 60, maximumLength: 200))))]) == ["W315"])
  }

  private func match(_ rights: String, reuse: Bool = false) -> [Block] {
    let form = MatchForm(
      lefts: [Sample.option("a"), Sample.option("b")], rights: Sample.choices(rights), reusesRights: reuse)
    return [.item(Sample.item("m", .match(form)))]
  }

  private func pairs(_ text: String) -> [ItemKey] {
    let pairs = text.split(separator: " ").map {
      MatchPair(left: Symbol(String($0.first ?? " ")), right: Symbol(String($0.dropFirst())))
    }
    return [Sample.key("m", .pairs(pairs), credit: .perPair)]
  }

  @Test("Pairs: too few, a right that two need, no distractor, a left without a key")
  func matches() {
    #expect(codes(match("1"), keys: pairs("a1")) == ["E372"])
    #expect(codes(match("1 2 3"), keys: pairs("a1 b1")) == ["E373"])
    #expect(codes(match("1 2 3", reuse: true), keys: pairs("a1 b1")) == [])
    #expect(codes(match("1 2"), keys: pairs("a1 b2")) == ["W310"])
    #expect(codes(match("1 2 3"), keys: pairs("a1")) == ["W311"])
    #expect(codes(match("1 2 3"), keys: pairs("a1 b7")) == ["E304"])
    #expect(codes(match("1 2 3"), keys: pairs("a1 b2")) == [])
  }

  @Test("A gap stands once in the text of each language")
  func gaps() {
    func block(_ ky: [Inline], _ ru: [Inline]) -> [Block] {
      let prompt = LocalizedText(versions: [.ky: ky, .ru: ru, .en: [.text("x "), .reference("g1")]])
      let grid = Grid(
        id: "g", prompt: prompt, rows: [Sample.item("g1", .text(TextForm()))], place: Sample.place())
      return [.gaps(grid)]
    }
    let one: [Inline] = [.text("x "), .reference("g1")]
    #expect(codes(block(one, one)) == [])
    #expect(codes(block(one, [.text("x")])) == ["E370"])
    #expect(codes(block(one + one, one)) == ["E371"])
  }

  @Test("An allocation can come to its total")
  func allocations() {
    func block(_ total: Decimal64, most: Int) -> [Block] {
      let rows = [
        Sample.item("a1", Sample.number(0, most, whole: true)), Sample.item("a2", Sample.number(0, most, whole: true)),
      ]
      let grid = Grid(id: "a", prompt: LocalizedText("Hours"), rows: rows, place: Sample.place())
      return [.allocate(Allocation(grid: grid, total: total))]
    }
    #expect(codes(block(Decimal64(24), most: 12)) == [])
    #expect(codes(block(Decimal64(25), most: 12)) == ["E374"])
    #expect(codes(block(Decimal64(mantissa: 235, scale: 1), most: 12)) == ["E374"])
  }

  @Test(
    "Patterns that take one text in many ways are known, others let be",
    arguments: [
      ("(a+)+", true), ("(a|a)*b", true), ("(a*)*", true), ("([a-z]+)*x", true), ("(.*){9}", true), ("(a|ab)*c", true),
      ("(x+x+)+y", true), ("\\d{4}-\\d{2}", false), ("(\\d+-)+", false), ("(ab|cd)*", false),
      ("[А-Я][а-я]+( [А-Я][а-я]+)*", false),
      ("a+b+", false), ("(a|b)c?", false),
    ])
  func ambiguity(pattern: String, isAmbiguous: Bool) {
    #expect(Pattern.isAmbiguous(pattern) == isAmbiguous)
  }
}

extension KindFindingTests {
  @Test("An order takes all its options, so none of them may come and go; an input's borders stand in order")
  func structure() {
    var option = Sample.option("a")
    option.showIf = Sample.source("m1 gt 3")
    var instrument = Sample.math
    let choices = Choices(options: [option, Sample.option("b")])
    instrument.form.sections.append(Sample.section("more", [.item(Sample.item("o", .order(choices)))]))
    let found = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings
    #expect(
      found.contains { $0.code == InstrumentFinding.markMisplaced.rawValue && $0.text(in: .en).contains("show-if") })

    var reversed = Sample.math
    reversed.form.inputs = [
      InputField(
        id: "grade", title: LocalizedText("Grade"),
        kind: .number(NumberForm(minimum: Decimal64(5), maximum: Decimal64(2), isWhole: true)), place: Sample.place())
    ]
    let findings = reversed.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings
    #expect(findings.contains { $0.code == InstrumentFinding.minimumAboveMaximum.rawValue })
  }
}
