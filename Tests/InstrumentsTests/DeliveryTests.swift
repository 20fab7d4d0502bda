import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("Instruments ready to run")
struct DeliveryTests {
  static let hash = ContentHash(of: "sample".utf8)

  private func checked(_ instrument: Instrument) throws -> CheckedInstrument {
    let result = instrument.checked(hash: Self.hash, datasets: Sample.datasets)
    #expect(result.findings == [], "\(result.findings.map { $0.text(in: .en) })")
    return try #require(result.instrument)
  }

  @Test("Every item, other text and computation has a slot of its type")
  func slots() throws {
    var instrument = Sample.parents
    let cost = Computation(id: "cost", value: Sample.source("coalesce(spend, 0) * 30"), place: Sample.place())
    instrument.form.sections[0].blocks.append(.compute(cost))
    let form = try checked(instrument).delivery
    #expect(
      form.slots.map(\.id.text) == [
        "grade", "meals", "why_not", "why_not.oth", "spend", "cost", "g_safe", "g_respect", "g_fair", "g_bully",
        "bully_more", "plans",
      ])
    #expect(form.slots[3].kind == .otherText(of: 2, option: "oth"))
    #expect(form.slots[5].type == ValueType(.decimal))
    #expect(form.slots[0].type == ValueType(.integer))
    #expect(form.slot(of: "g_fair") == 8)
    #expect(form.items.map(\.slot) == [0, 1, 2, 4, 6, 7, 8, 9, 10, 11])
    #expect(form.computations.map(\.slot) == [5])
    #expect(form.sections[0].elements[2].items[0].otherSlots == ["oth": 3])
    #expect(form.sections[0].elements[2].showIf != nil)
    #expect(form.sections[2].showIf != nil)
    #expect(form.sections[0].elements[3].items[0].checks.count == 1)
  }

  @Test("A tally has 0 from the start, all else is unanswered")
  func initialValues() throws {
    let form = try checked(Sample.lesson).delivery
    #expect(form.slots.map(\.initial) == [.integer(0)] + Array(repeating: .unanswered, count: 4))
  }

  @Test("Computations come after what they read, in whatever order they are written")
  func computationOrder() throws {
    func compute(_ id: String, _ value: String) -> Block {
      .compute(Computation(id: Symbol(id), value: Sample.source(value), place: Sample.place()))
    }
    let instrument = Sample.instrument(
      [
        .item(Sample.item("x", Sample.number())), compute("c", "if(b eq 'high', 1, 0)"),
        compute("b", "if(a gt 3, 'high', 'low')"), compute("a", "coalesce(x, 0) + 1"),
      ], method: .questionnaire)
    let result = instrument.checked(hash: Self.hash, datasets: nil)
    #expect(!result.findings.hasErrors, "\(result.findings.map { $0.text(in: .en) })")
    let form = try #require(result.instrument).delivery
    #expect(form.computations.map { form.slots[$0.slot].id.text } == ["a", "b", "c"])
    #expect(form.slots[2].type == ValueType(.text))
  }

  @Test("Computations that read one another in a circle are told once")
  func circle() {
    func compute(_ id: String, _ value: String) -> Block {
      .compute(Computation(id: Symbol(id), value: Sample.source(value), place: Sample.place()))
    }
    let instrument = Sample.instrument(
      [.item(Sample.item("x", Sample.number())), compute("a", "b + 1"), compute("b", "a + x")], method: .questionnaire)
    let findings = instrument.checked(hash: Self.hash, datasets: nil).findings
    #expect(findings.filter { $0.severity == .error }.map(\.code) == [ExpressionFinding.cycle.rawValue])
    #expect(findings.contains { $0.found == "a → b → a" })
  }

  @Test("Names that were lost in reading aren't told again as unknown")
  func lostNames() {
    var instrument = Sample.math
    instrument.form.sections[0].blocks[0] = .item(
      Sample.item("m1", Sample.number(), showIf: "lost eq 1"))
    instrument.scoring.scales[0].members.append(Scale.Member(id: "lost", place: Sample.place()))
    let unknown = instrument.checked(hash: Self.hash, datasets: nil)
    #expect(unknown.findings.count { $0.severity == .error } == 2)
    let trouble = ReadingTrouble(hasErrors: true, lostNames: ["lost"])
    let known = instrument.checked(hash: Self.hash, datasets: nil, after: trouble)
    #expect(known.findings == [])
    #expect(known.instrument == nil, "what was badly read isn't run")
  }

  @Test("The plan knows points, numbers and scales by their slots")
  func plan() throws {
    let plan = try checked(Sample.parents).scoring
    #expect(plan.items.isEmpty)
    guard case .answer(let slot, let numbers) = plan.scales[0].members[3] else {
      Issue.record("no number")
      return
    }
    #expect(slot == 8 && numbers.isReversed)
    #expect(numbers.byCode == ["1": Decimal64(1), "2": Decimal64(2), "3": Decimal64(3), "4": Decimal64(4)])
    #expect(numbers.minimum == Decimal64(1) && numbers.maximum == Decimal64(4))
    let math = try checked(Sample.math).scoring
    #expect(math.scales[3].members == [.scale(0), .scale(1), .scale(2)])
    #expect(math.items.map(\.isZeroWhenUnanswered) == Array(repeating: true, count: 6))
    #expect(try checked(Sample.lesson).scoring.items.map(\.isZeroWhenUnanswered) == [false, false])
  }
}
