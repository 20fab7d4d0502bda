import Datasets
import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("What is never shown")
struct ReachabilityTests {
  private func findings(_ blocks: [Block], section: String? = nil) -> [String] {
    var instrument = Sample.instrument([], method: .questionnaire)
    instrument.form.sections = [Sample.section("first", blocks), Sample.section("last", showIf: section, [])]
    return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings
      .map { "\($0.code) \($0.found)" }
  }

  private func choose(_ id: String, _ codes: String, showIf: String? = nil, required: Item.Requirement = .no) -> Block {
    .item(Sample.item(id, .choose(Sample.choices(codes)), showIf: showIf, required: required))
  }

  @Test("An answer that is given only under a condition brings the condition")
  func chain() {
    let blocks = [
      choose("a", "yes no"), choose("b", "x y", showIf: "a = 'yes'"),
      choose("c", "x y", showIf: "b = 'x' and a = 'no'"),
    ]
    #expect(findings(blocks) == ["W330 c"])
    #expect(findings([blocks[0], blocks[1], choose("c", "x y", showIf: "b = 'x' and a = 'yes'")]) == [])
    #expect(findings([blocks[0], blocks[1], choose("c", "x y", showIf: "b = 'x' or a = 'no'")]) == [])
  }

  @Test("What is never shown needs no answer, and is told once")
  func required() {
    let blocks = [
      choose("a", "yes no"), choose("b", "x y", showIf: "a = 'yes'"),
      choose("c", "x y", showIf: "b = 'x' and a = 'no'", required: .yes),
    ]
    #expect(findings(blocks) == ["W272 c", "W330 c"])
    #expect(
      findings([choose("a", "yes no"), choose("c", "x y", showIf: "a = 'yes' and a = 'no'")])
        == ["W201 a = 'yes' and a = 'no'"])
  }

  @Test("What computes isn't decided, and that is said")
  func undecided() {
    let number = Block.item(Sample.item("n", Sample.number(0, 9, whole: true)))
    let other = Block.item(Sample.item("m", Sample.number(0, 9, whole: true)))
    #expect(findings([number, other, choose("c", "x y", showIf: "n gt m")]) == ["N331 c"])
    #expect(findings([number, other, choose("c", "x y", showIf: "n gt m or n = 3")]) == [])
    #expect(findings([number, choose("c", "x y", showIf: "n gt 8")]) == [])
  }

  @Test("An answer that a check refuses isn't counted on")
  func refused() {
    var item = Sample.item("n", Sample.number(0, 9, whole: true))
    item.checks = [
      AnswerCheck(
        that: Sample.source("n lt 5"), otherwise: .refuse, message: LocalizedText("Less!"), place: Sample.place())
    ]
    #expect(findings([.item(item), choose("c", "x y", showIf: "n gt 7")]) == ["N331 c"])
    #expect(findings([.item(item), choose("c", "x y", showIf: "n gt 2")]) == [])
  }

  // MARK: Shuffled orders

  private func shuffled(_ change: (inout Form) -> Void) -> [String] {
    var instrument = Sample.instrument([], method: .questionnaire)
    instrument.form.sections = [
      Sample.section("first", [choose("a", "x y"), choose("b", "x y", showIf: "a = 'x'")]),
      Sample.section("last", [choose("c", "x y", showIf: "a = 'x'")]),
    ]
    change(&instrument.form)
    return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings
      .map { "\($0.code) \($0.found)" }
  }

  @Test("What a draw may put behind its reader is told; what is fixed, or drawn in another part, isn't")
  func drawn() {
    #expect(shuffled { _ in } == [])
    #expect(shuffled { $0.sections[0].isShuffled = true } == ["W332 b"])
    #expect(
      shuffled {
        $0.sections[0].isShuffled = true
        $0.sections[0].fixedBlocks = ["a"]
      } == [])
    #expect(shuffled { $0.shufflesSections = true } == ["W332 c"])
    #expect(
      shuffled {
        $0.shufflesSections = true
        $0.sections[0].isFixed = true
      } == [])
    let turned = Booklets(
      booklets: [
        Booklets.Booklet(id: "1", sections: ["first", "last"]), Booklets.Booklet(id: "2", sections: ["last", "first"]),
      ], place: Sample.place())
    #expect(shuffled { $0.booklets = turned } == ["W332 c"])
  }

  @Test("One fixed part guarantees nothing while another place is left to deal; at the front, or of two, it does")
  func fixedOnOneSide() {
    // a moves, b stands second and reads it, d leaves a place behind b.
    func blocks(_ fixed: Set<Symbol>, pick: Int? = nil) -> [String] {
      shuffled {
        $0.sections[0].isShuffled = true
        $0.sections[0].blocks.append(choose("d", "x y"))
        $0.sections[0].fixedBlocks = fixed
        $0.sections[0].pick = pick
      }
    }
    #expect(blocks(["b"]) == ["W332 b"])
    #expect(blocks(["b", "d"]) == [] && blocks(["a"]) == [] && blocks(["a", "b"]) == [])
    #expect(blocks(["b"], pick: 2) == [], "beside the one that is always drawn there is no third to change with")
    #expect(blocks(["b", "d"], pick: 2) == [] && blocks(["b"], pick: 1) == [])
    #expect(blocks([], pick: 2) == ["W332 b"] && blocks([], pick: 1) == [])
    // What is read stands second, its reader third; the first place may go to the reader.
    #expect(
      shuffled {
        $0.sections[0].isShuffled = true
        $0.sections[0].blocks.insert(choose("d", "x y"), at: 0)
        $0.sections[0].fixedBlocks = ["a"]
      } == ["W332 b"])
    // The same among sections.
    #expect(
      shuffled {
        $0.shufflesSections = true
        $0.sections[1].isFixed = true
        $0.sections.append(Sample.section("end", [choose("e", "x y")]))
      } == ["W332 c"])
    #expect(
      shuffled {
        $0.shufflesSections = true
        $0.sections[1].isFixed = true
      } == [])
  }

  @Test("Sections that no booklet has together are never turned round, shuffled or not")
  func apart() {
    let apart = Booklets(
      booklets: [Booklets.Booklet(id: "1", sections: ["first"]), Booklets.Booklet(id: "2", sections: ["last"])],
      place: Sample.place())
    #expect(
      shuffled {
        $0.shufflesSections = true
        $0.booklets = apart
      } == [])
  }

  @Test("A computation is read as what it reads; a section's condition is told once, at the section")
  func throughComputations() {
    func computed(_ change: (inout Form) -> Void) -> [String] {
      shuffled {
        $0.sections[0].blocks = [
          choose("a", "x y"),
          .compute(Computation(id: "k", value: Sample.source("if(a = 'x', 1, 0)"), place: Sample.place())),
        ]
        $0.sections[1] = Sample.section("last", showIf: "k = 1", [choose("c", "x y"), choose("d", "x y")])
        change(&$0)
      }
      .filter { !$0.hasPrefix("N331") }
    }
    #expect(computed { _ in } == [])
    #expect(computed { $0.shufflesSections = true } == ["W332 last"])
  }

  @Test("What a piped text reads is judged like a condition")
  func piped() {
    func text(_ change: (inout Form) -> Void) -> [String] {
      shuffled {
        $0.sections[0].blocks = [choose("a", "x y"), choose("b", "x y")]
        $0.sections[1].blocks = [choose("c", "x y")]
        $0.pipedReferences = [PipedReference(id: "a", owner: "b", place: Sample.place())]
        change(&$0)
      }
    }
    #expect(text { _ in } == [])
    #expect(text { $0.sections[0].isShuffled = true } == ["W332 b"])
    #expect(text { $0.shufflesSections = true } == [])
  }

  @Test("A pair is told exactly where a draw turns it round, over all draws of small forms")
  func allDraws() {
    /// All orders of the drawn parts: those that move dealt to the places of those that move.
    func orders(_ drawn: [Int], _ moves: [Bool]) -> [[Int]] {
      func permutations(_ list: [Int]) -> [[Int]] {
        list.isEmpty
          ? [[]] : list.flatMap { one in permutations(list.filter { $0 != one }).map { [one] + $0 } }
      }
      return permutations(drawn.filter { moves[$0] }).map { dealt in
        var next = dealt.makeIterator()
        return drawn.map { moves[$0] ? next.next() ?? $0 : $0 }
      }
    }
    for count in 2...5 {
      for pattern in 0..<(1 << count) {
        let moves = (0..<count).map { pattern >> $0 & 1 == 1 }
        // What keeps its place is always drawn; of the rest as many as are left.
        let certain = moves.count { !$0 }
        for pick in max(1, certain)...count {
          let subsets = (0..<(1 << count)).filter { set in
            set.nonzeroBitCount == pick && moves.indices.allSatisfy { moves[$0] || set >> $0 & 1 == 1 }
          }
          let all = subsets.flatMap { set in orders((0..<count).filter { set >> $0 & 1 == 1 }, moves) }
          for part in 0..<count {
            for other in 0..<count where other != part {
              let happens = all.contains { order in
                guard let first = order.firstIndex(of: part), let second = order.firstIndex(of: other) else {
                  return false
                }
                return first > second
              }
              let draw = ShuffledReferenceCheck.Draw(
                moves: moves, isCertain: moves.map { !$0 }, drawn: pick - certain)
              #expect(draw.mayPut(part, behind: other) == happens, "\(moves) \(pick) \(part) \(other)")
            }
          }
        }
      }
    }
  }

  // MARK: All answers, one by one

  /// A form with a condition at random on each question, and all answers that each can have.
  private struct RandomForm {
    var blocks: [Block] = []
    var section: String?
    var answers: [[Value]] = []

    init(_ random: inout SeededNumbers) {
      for id in ["a", "b", "c", "d"] {
        let showIf =
          id == "a" || Int.random(in: 0...4, using: &random) == 0 ? nil : Self.condition(blocks.count, &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0:
          var choices = Sample.choices("1 2 3")
          choices.options.append(Sample.option("dk", missing: .dontKnow))
          blocks.append(.item(Sample.item(id, .choose(choices), showIf: showIf)))
          answers.append([.unanswered, .code("1"), .code("2"), .code("3"), .missing(Missing(.dontKnow, code: "dk"))])
        case 1:
          blocks.append(.item(Sample.item(id, Sample.number(0, 3, whole: true), showIf: showIf)))
          answers.append([.unanswered] + (0...3).map { .integer($0) })
        default:
          blocks.append(
            .item(Sample.item(id, .chooseMany(Sample.choices("1 2 3"), atLeast: nil, atMost: nil), showIf: showIf)))
          answers.append(
            [.unanswered]
              + [["1"], ["2"], ["3"], ["1", "2"], ["1", "3"], ["2", "3"], ["1", "2", "3"]].map { .codes($0) })
        }
      }
      section = Self.condition(blocks.count, &random)
    }

    /// Over the questions before it.
    private static func condition(_ count: Int, _ random: inout SeededNumbers) -> String {
      func part(_ depth: Int) -> String {
        if depth > 0, Bool.random(using: &random) {
          let join = Bool.random(using: &random) ? "and" : "or"
          return "(\(part(depth - 1)) \(join) \(part(depth - 1)))"
        }
        let id = ["a", "b", "c", "d"][Int.random(in: 0..<count, using: &random)]
        let number = Int.random(in: 1...3, using: &random)
        let test = [
          "{\(id)=\(number)}", "not {\(id)=\(number)}", "\(id) is answered", "\(id) is not answered",
        ][Int.random(in: 0...3, using: &random)]
        return test
      }
      return part(2)
    }

    /// Tests of one value as the kind of question asks for them.
    mutating func spell() {
      var several: Set<String> = []
      var numbers: Set<String> = []
      for block in blocks {
        guard case .item(let item) = block else { continue }
        if case .chooseMany = item.kind { several.insert(item.id.text) }
        if case .number = item.kind { numbers.insert(item.id.text) }
      }
      func spelt(_ text: String) -> String {
        var text = text
        for id in ["a", "b", "c", "d"] {
          for number in 1...3 {
            let test =
              several.contains(id)
              ? "\(id) includes '\(number)'" : numbers.contains(id) ? "\(id) ge \(number)" : "\(id) in {\(number)}"
            text = text.split(separator: "{\(id)=\(number)}", omittingEmptySubsequences: false).joined(separator: test)
          }
        }
        return text
      }
      blocks = blocks.map { block in
        guard case .item(var item) = block else { return block }
        item.showIf = item.showIf.map { Sample.source(spelt($0.text)) }
        return .item(item)
      }
      section = section.map(spelt)
    }
  }

  private struct Answers: Environment {
    var values: [Value]
    func value(at slot: Int) -> Value { values[slot] }
    func scale(_ query: ScaleQuery, at slot: Int) -> Value { .unanswered }
    var today: CalendarDate? { nil }
  }

  /// Which questions some answers show, the last section among them, by trying all answers.
  private func shown(_ form: DeliveryForm, _ answers: [[Value]]) -> Set<String> {
    var result: Set<String> = []
    let conditions = form.sections[0].elements.map(\.showIf)
    func holds(_ formula: Formula?, _ values: [Value]) -> Bool {
      formula.map { $0.evaluate(in: Answers(values: values)) == .boolean(true) } ?? true
    }
    func go(_ index: Int, _ values: [Value]) {
      if index == answers.count {
        if holds(form.sections[1].showIf, values) { result.insert("last") }
        return
      }
      if !holds(conditions[index], values) {
        var next = values
        next[index] = .notShown
        return go(index + 1, next)
      }
      result.insert(form.sections[0].elements[index].block.id.text)
      for answer in answers[index] {
        var next = values
        next[index] = answer
        go(index + 1, next)
      }
    }
    go(0, Array(repeating: .unanswered, count: answers.count))
    return result
  }

  @Test(
    "All answers, tried one by one, agree: never shown is never shown, and all else is shown by some",
    arguments: 1...150)
  func bruteForce(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var form = RandomForm(&random)
    form.spell()
    var instrument = Sample.instrument([], method: .questionnaire)
    instrument.form.sections = [
      Sample.section("first", form.blocks),
      Sample.section("last", showIf: form.section, [choose("z", "x y")]),
    ]
    let checked = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil)
    let delivery = try #require(checked.instrument, "\(checked.findings)").delivery
    let shown = shown(delivery, form.answers)
    let told = checked.findings.filter { ["W330", "W201"].contains($0.code) }.count
    let undecided = checked.findings.filter { $0.code == "N331" }.count
    #expect(undecided == 0, "nothing here computes")
    let hidden = ["a", "b", "c", "d", "last"].filter { !shown.contains($0) }
    // A condition that is impossible by itself is told at its place, and not again with the others.
    #expect(told == hidden.count, "\(hidden) \(checked.findings.map { "\($0.code) \($0.found)" })")
    #expect(checked.findings.filter { $0.code == "W330" }.allSatisfy { hidden.contains($0.found) })
  }

  @Test("The forms of that test do contradict themselves, in one condition and across several")
  func contradictions() {
    var codes: [String: Int] = [:]
    for seed in UInt64(1)...150 {
      var random = SeededNumbers(seed: seed)
      var form = RandomForm(&random)
      form.spell()
      for finding in findings(form.blocks, section: form.section) { codes[String(finding.prefix(4)), default: 0] += 1 }
    }
    #expect(codes["W330", default: 0] > 5 && codes["W201", default: 0] > 5, "\(codes)")
  }
}
