import Diagnostics
import Expressions
import Psychometrics
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("What a session draws of a section")
struct SectionDrawTests {
  private func question(_ id: String) -> Block { .item(Sample.item(id, Sample.number())) }

  private func passage(_ id: String, for items: String = "") -> Block {
    .stimulus(
      Passage(id: Symbol(id), text: LocalizedText("Passage \(id)"), items: Sample.symbols(items), place: Sample.place())
    )
  }

  private func section(
    _ blocks: [Block], pick: Int? = nil, shuffled: Bool = false, fixed: String = ""
  ) -> Section {
    var section = Sample.section("pool", pick: pick, blocks)
    section.isShuffled = shuffled
    section.fixedBlocks = Set(Sample.symbols(fixed))
    return section
  }

  /// The blocks of many sessions, by their ids.
  private func orders(_ section: Section, seeds: ClosedRange<UInt64> = 1...600) -> [[String]] {
    let draw = SectionDraw(section)
    return seeds.map { seed in
      draw.blocks(by: SeededGenerator(seed: seed)).map { section.blocks[$0].id.text }
    }
  }

  @Test("Only questions are drawn: notes, passages and computed values are there in every session")
  func onlyQuestions() {
    let note = Block.note(Passage(id: "hello", text: LocalizedText("Hello"), place: Sample.place()))
    let sum = Block.compute(Computation(id: "sum", value: Sample.source("a + b"), place: Sample.place()))
    let pool = section([note, question("a"), question("b"), question("c"), sum], pick: 2)
    for order in orders(pool) {
      #expect(order.first == "hello" && order.last == "sum" && order.count == 4)
    }
    #expect(Set(orders(pool)).count == 3)
  }

  @Test("A fixed question is among the drawn in every session, and counts as one of them")
  func fixed() {
    let pool = section(["a", "b", "c", "d"].map(question), pick: 2, fixed: "c")
    let all = orders(pool)
    #expect(all.allSatisfy { $0.count == 2 && $0.contains("c") })
    #expect(Set(all) == [["a", "c"], ["b", "c"], ["c", "d"]])
    let shuffled = orders(section(["a", "b", "c"].map(question), shuffled: true, fixed: "a"))
    #expect(Set(shuffled) == [["a", "b", "c"], ["a", "c", "b"]])
  }

  @Test("A passage moves with the questions that it lists behind it, and goes where none of them is drawn")
  func passages() {
    let blocks = [
      passage("p", for: "a b"), question("a"), question("b"), passage("r", for: "c d"), question("c"), question("d"),
    ]
    #expect(
      Set(orders(section(blocks, shuffled: true))) == [
        ["p", "a", "b", "r", "c", "d"], ["r", "c", "d", "p", "a", "b"],
      ])
    let drawn = Set(orders(section(blocks, pick: 2)))
    #expect(drawn.contains(["p", "a", "b"]) && drawn.contains(["p", "a", "r", "d"]) && drawn.count == 6)
    // For all that follows it stands where it is written.
    let first = orders(section([passage("all")] + ["a", "b"].map(question), shuffled: true))
    #expect(Set(first) == [["all", "a", "b"], ["all", "b", "a"]])
  }

  @Test(
    "What is said of a draw is what sessions get, for drawn, fixed and shuffled parts at random", arguments: 1...120)
  func agrees(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    var blocks: [Block] = []
    var fixed: [String] = []
    for number in 0..<Int.random(in: 2...5, using: &random) {
      if Int.random(in: 0...3, using: &random) == 0 {
        let listed = Bool.random(using: &random) ? "q\(number) q\(number + 1)" : ""
        blocks.append(passage("p\(number)", for: listed))
      }
      blocks.append(question("q\(number)"))
      if Int.random(in: 0...2, using: &random) == 0 { fixed.append("q\(number)") }
    }
    let questions = blocks.count(where: \.asks)
    let section = section(
      blocks, pick: Bool.random(using: &random) ? Int.random(in: max(1, fixed.count)...questions, using: &random) : nil,
      shuffled: Bool.random(using: &random), fixed: fixed.joined(separator: " "))
    let draw = SectionDraw(section)
    let sessions = (1...1_200).map { draw.blocks(by: SeededGenerator(seed: UInt64($0))) }
    let allAsk = sessions.allSatisfy { order in order.count { blocks[$0].asks } == draw.count }
    #expect(allAsk)
    for block in draw.questions {
      let times = sessions.count { $0.contains(block) }
      let chance = draw.chance(ofQuestion: block)
      let expected = 1_200 * Double(chance.numerator) / Double(chance.denominator)
      // Four standard deviations of a binomial are 69 at most.
      #expect(abs(Double(times) - expected) <= 70 && (chance != .one || times == 1_200), "q at \(block)")
    }
    let may = ShuffledReferenceCheck.Draw(draw)
    for first in blocks.indices {
      for second in blocks.indices where second > first && section.isShuffled {
        let turned = sessions.contains { order in
          guard let one = order.firstIndex(of: first), let two = order.firstIndex(of: second) else { return false }
          return one > two
        }
        #expect(may.mayPut(first, behind: second) == turned, "\(blocks.map(\.id)) \(fixed) \(first) \(second)")
      }
    }
  }

  // MARK: What the checks make of it

  /// Four questions of a point each in one section, one of them of the area "geometry".
  private func test(_ change: (inout Instrument) -> Void) -> [String] {
    let ids = ["a", "b", "c", "d"]
    var instrument = Sample.instrument(
      ids.map(question),
      scoring: ScoringRules(
        keys: ids.map { Sample.key($0, Sample.numberKey("1")) }, scales: [Sample.scale("total", of: "a b c d")]))
    instrument.form.sections[0].pick = 2
    change(&instrument)
    return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings.map { finding in
      ([finding.code] + ["actual", "all", "maximum"].compactMap { finding.arguments[$0] }).joined(separator: " ")
    }
  }

  private func blueprint(_ geometry: Int, _ rest: Int) -> (inout Instrument) -> Void {
    { instrument in
      func part(_ code: Symbol, _ share: Int) -> Blueprint.Part {
        Blueprint.Part(code: code, title: LocalizedText("Part"), share: Decimal64(share), place: Sample.place())
      }
      instrument.blueprint = Blueprint(
        areas: [part("geometry", geometry), part("rest", rest)], processes: [], cells: [], place: Sample.place())
      for id in ["a", "b", "c", "d"] as [Symbol] {
        instrument.specifications[id] = Specification(
          area: id == "a" ? "geometry" : "rest", process: nil, place: Sample.place())
      }
    }
  }

  @Test("A blueprint is held against what a session gets: a share of the drawn, all of the fixed")
  func blueprints() {
    #expect(test(blueprint(25, 75)) == [])
    #expect(
      test {
        blueprint(50, 50)(&$0)
        $0.form.sections[0].fixedBlocks = ["a"]
      } == [])
    // One of two points is always geometry: a half, never a quarter or a third.
    #expect(
      test {
        blueprint(33, 67)(&$0)
        $0.form.sections[0].fixedBlocks = ["a"]
      } == ["W432 50 2", "W432 50 2"])
  }

  @Test("A level above the points of what is drawn is never reached")
  func levels() {
    func levels(_ border: String) -> (inout Instrument) -> Void {
      {
        $0.scoring.scales[0].levels = [Sample.level("low", from: "0"), Sample.level("high", from: border)]
      }
    }
    #expect(test(levels("2")) == [])
    #expect(test(levels("3")) == ["E327 2"])
    #expect(
      test {
        levels("3")(&$0)
        $0.form.sections[0].pick = 3
      } == [])
    // Of the points those of the best draw.
    #expect(
      test {
        levels("6")(&$0)
        $0.scoring.keys[0].points = Decimal64(5)
      } == [])
    // Booklets of two sections: nobody gets all four points.
    #expect(
      test {
        levels("3")(&$0)
        let blocks = $0.form.sections[0].blocks
        $0.form.sections = zip(["s", "t"], [blocks.prefix(2), blocks.suffix(2)]).map {
          Sample.section($0, Array($1))
        }
        $0.form.booklets = Booklets(
          booklets: [Booklets.Booklet(id: "1", sections: ["s"]), Booklets.Booklet(id: "2", sections: ["t"])],
          place: Sample.place())
      } == ["E327 2"])
  }
}
