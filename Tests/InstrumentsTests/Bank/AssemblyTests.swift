import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("Banks and forms assembled from them")
struct AssemblyTests {
  private func part(_ code: String, _ share: Int) -> Blueprint.Part {
    Blueprint.Part(
      code: Symbol(code), title: LocalizedText("Part \(code)"), share: Decimal64(share), place: Sample.place())
  }

  private var blueprint: Blueprint {
    Blueprint(areas: [part("x", 50), part("y", 50)], processes: [], cells: [], place: Sample.place())
  }

  /// Questions worth these points, in area x or y by turns of the seed.
  private func instrument(_ points: [Int], _ id: String = "one", area: (Int) -> String) -> Instrument {
    var instrument = Sample.instrument(
      points.indices.map { .item(Sample.item("\(id)\($0)", Sample.number(0, 9))) },
      scoring: ScoringRules(
        keys: points.enumerated().map { Sample.key("\(id)\($0)", Sample.numberKey("1"), points: Decimal64($1)) },
        scales: [
          Sample.scale(
            "total", of: points.indices.map { "\(id)\($0)" }.joined(separator: " "),
            levels: [Sample.level("low", from: "0%"), Sample.level("high", from: "60%")])
        ], feeds: [Sample.feed("diag", ["level": "level(total)", "other": "\(id)0"])]))
    instrument.form.id = Symbol(id)
    instrument.blueprint = blueprint
    for index in points.indices {
      instrument.specifications[Symbol("\(id)\(index)")] = Specification(
        area: Symbol(area(index)), process: nil, place: Sample.place())
    }
    return instrument
  }

  @Test("What is found is as near as the best of all choices, tried one by one", arguments: 1...25)
  func optimum(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let points = (0..<9).map { _ in Int.random(in: 1...4, using: &random) }
    let areas = (0..<9).map { _ in Bool.random(using: &random) ? "x" : "y" }
    var bank = ItemBank()
    bank.add(instrument(points) { areas[$0] })
    let wanted = Int.random(in: 4...12, using: &random)
    let assembly = Assembly(blueprint, points: Decimal64(wanted), pool: bank.units)
    let found = try #require(assembly.best(using: &random))
    func cost(_ x: Double, _ y: Double) -> Double {
      4 * abs(x + y - Double(wanted)) + abs(x - Double(wanted) / 2) + abs(y - Double(wanted) / 2)
    }
    var best = Double.infinity
    for choice in 0..<(1 << 9) {
      var sums = ["x": 0, "y": 0]
      for index in 0..<9 where choice & (1 << index) != 0 { sums[areas[index], default: 0] += points[index] }
      best = min(best, cost(Double(sums["x"] ?? 0), Double(sums["y"] ?? 0)))
    }
    #expect(abs(cost(found.deviations[0].found, found.deviations[1].found) - best) < 1e-9)
  }

  @Test("The same seed gives the same form")
  func seeded() throws {
    var bank = ItemBank()
    bank.add(instrument(Array(repeating: 1, count: 30)) { $0 % 2 == 0 ? "x" : "y" })
    let assembly = Assembly(blueprint, points: Decimal64(10), pool: bank.units)
    func ids(_ seed: UInt64) -> [Symbol] {
      var random = SeededNumbers(seed: seed)
      return assembly.best(using: &random)?.units.flatMap { $0.items.map(\.id) } ?? []
    }
    #expect(ids(1) == ids(1))
    #expect(ids(1) != ids(2))
    #expect(ids(1).count == 10)
  }

  @Test("No question stands twice, though two instruments have it")
  func twins() throws {
    var bank = ItemBank()
    bank.add(instrument([1, 1]) { _ in "x" })
    var copy = instrument([1, 1]) { _ in "x" }
    copy.form.id = "copy"
    bank.add(copy)
    let alone = Blueprint(areas: [part("x", 100)], processes: [], cells: [], place: Sample.place())
    var random = SeededNumbers(seed: 1)
    let found = try #require(Assembly(alone, points: Decimal64(4), pool: bank.units).best(using: &random))
    #expect(found.points == 2)
  }

  @Test("What depends on another question isn't taken out; a passage brings its questions")
  func units() {
    let passage = Block.stimulus(
      Passage(id: "text", text: LocalizedText("A story"), items: ["r1", "r2"], place: Sample.place()))
    let instrument = Sample.instrument([
      .item(Sample.item("a", Sample.number(0, 9))), .item(Sample.item("b", Sample.number(0, 9), showIf: "a gt 1")),
      passage, .item(Sample.item("r1", Sample.number(0, 9))), .item(Sample.item("r2", Sample.number(0, 9))),
    ])
    var bank = ItemBank()
    bank.add(instrument)
    #expect(bank.units.map { $0.items.map(\.id) } == [["r1", "r2"], ["a"]])
  }

  @Test("The form has ids of its own, a scale an area, the model's levels and the feeds that read them, and is sound")
  func form() throws {
    let model = instrument([1, 2, 1, 2]) { $0 % 2 == 0 ? "x" : "y" }
    var bank = ItemBank()
    bank.add(model)
    let form = AssembledForm(bank.units, like: model, id: "new", version: "2")
    #expect(form.sources.map(\.id) == ["q1", "q2", "q3", "q4"])
    #expect(form.sources.map(\.from.id) == ["one0", "one2", "one1", "one3"])
    #expect(form.instrument.scoring.scales.map(\.id) == ["s_x", "s_y", "total"])
    #expect(form.instrument.scoring.feeds.map { $0.fields.map(\.id) } == [["level"]])
    let checked = form.instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil)
    #expect(checked.findings.filter { $0.severity == .error } == [])
    #expect(checked.instrument != nil)
  }
}
