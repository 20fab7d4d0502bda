import Datasets
import Expressions
import Monitoring
import Psychometrics
import SeededTesting
import Testing

@Suite("From facts to indicators")
struct RollUpTests {
  private static let places: [Coordinates] = [
    Coordinates(), Coordinates(school: "s-1", period: "q1"), Coordinates(period: "q2", grade: 5),
    Coordinates(schoolClass: "4-а"), Coordinates(period: "q1", subject: "math"), Coordinates(sex: "f", language: "ky"),
    Coordinates(activity: "t1"), Coordinates(school: "nowhere"),
  ]

  private func tables(_ facts: [Fact], _ set: CheckedIndicatorSet) -> [Symbol: ComponentTable] {
    var tables: [Symbol: ComponentTable] = [:]
    for program in set.programs {
      tables[program.dataset.id] = RollUp.table(of: FactTable(dataset: program.dataset, facts: facts), by: program)
    }
    return tables
  }

  private func merged(_ heaps: [[Fact]], _ set: CheckedIndicatorSet) -> [Symbol: ComponentTable] {
    heaps.map { tables($0, set) }.reduce([:]) { sum, table in sum.merging(table) { $0 + $1 } }
  }

  private func values(
    _ tables: [Symbol: ComponentTable], _ set: CheckedIndicatorSet, at place: Coordinates
  ) -> [IndicatorValue] {
    Finishing(set: set).values(
      in: Cell(of: place, keeping: place.given), components: tables.mapValues { $0.components(at: place) })
  }

  /// The value of a formula over rows without taking it apart, as the language means it.
  private func direct(_ source: SourceText, _ dataset: Dataset, _ rows: [Row]) throws -> Value {
    let scope = Scope(
      use: .numerator,
      names: dataset.fields.enumerated().map { Name(id: $1.id.text, type: $1.type, slot: $0) })
    let formula = try #require(Formula.compile(source, in: scope, expecting: .number).compiled).formula
    return formula.evaluate(in: RowsEnvironment(rows))
  }

  @Test("Any split, order and grouping of facts finishes to the value of all rows at once", arguments: seeds(120))
  func mergingIsExact(seed: UInt64) throws {
    let set = try #require(SampleIndicators.checked())
    var random = RandomFacts(seed: seed)
    let facts = set.definition.datasets.flatMap { random.facts(of: $0, count: 40) }
    let together = tables(facts, set)
    let dealt = merged(random.dealt(facts), set)
    for place in Self.places {
      let whole = values(together, set, at: place)
      let parts = values(dealt, set, at: place)
      #expect(whole.map(\.outcome) == parts.map(\.outcome))
      #expect(whole.map(\.rows) == parts.map(\.rows))
      #expect(whole.map(\.findings) == parts.map(\.findings))
      for (indicator, value) in zip(set.indicators, whole) {
        guard case .ratio(let numerator, let denominator) = indicator.measure,
          let dataset = set.dataset(indicator.dataset)
        else { continue }
        let rows = facts.filter { $0.dataset == dataset.id && $0.coordinates.keeping(place.given) == place }.map {
          fact in
          Row(zip(dataset.fields, fact.values).map { $0.formed($1) })
        }
        #expect(value.rows == rows.count)
        if let grades = indicator.grades, let grade = place.grade, !grades.contains(grade) { continue }
        let above = try direct(numerator, dataset, rows)
        let below = try direct(denominator, dataset, rows)
        if let above = above.decimal, let below = below.decimal, !below.isZero {
          let expected = above.multiplied(by: Decimal64(indicator.unit == .percent ? 100 : 1))?.divided(by: below)
          #expect(value.number == expected?.rounded(to: 12), "\(indicator.id) at \(place)")
        } else {
          #expect(value.outcome == .empty(rows.isEmpty ? .noRows : .nothingCounted), "\(indicator.id) at \(place)")
        }
      }
    }
  }

  @Test("Where no person is torn apart, intervals too are the same however cells were merged", arguments: seeds(50))
  func intervalsMerge(seed: UInt64) throws {
    let set = try #require(SampleIndicators.checked())
    var random = RandomFacts(seed: seed)
    let facts = set.definition.datasets.flatMap { random.facts(of: $0, count: 60) }
    let together = tables(facts, set)
    let dealt = merged(random.dealt(facts) { $0.coordinates.schoolClass?.text }, set)
    for place in Self.places {
      #expect(values(together, set, at: place) == values(dealt, set, at: place))
    }
  }

  @Test("Pupils with several marks are clusters, and rows without pupils cluster by class")
  func clusters() throws {
    let set = try #require(SampleIndicators.checked())
    var random = RandomFacts(seed: 7)
    let facts = set.definition.datasets.flatMap { random.facts(of: $0, count: 300) }
    let place = Coordinates(period: "q1")
    let values = values(tables(facts, set), set, at: place)
    func interval(_ id: Symbol) throws -> ValueInterval {
      try #require(values.first { $0.indicator == id }).interval
    }
    // By hand: each pupil's marks 4 and 5 over all that count.
    var pupils: [Symbol: (y: Double, x: Double)] = [:]
    for fact in facts where fact.dataset == "marks" && fact.coordinates.period == "q1" {
      guard let person = fact.coordinates.person, case .code(let code) = fact.values[0], code != "exempt" else {
        continue
      }
      pupils[person, default: (0, 0)].y += code == "4" || code == "5" ? 1 : 0
      pupils[person, default: (0, 0)].x += 1
    }
    var sums = RatioSums.zero
    for pupil in pupils.values { sums.add(numerator: pupil.y, denominator: pupil.x) }
    let expected = try #require(Interval.clusteredShare(of: sums).interval)
    let quality = try interval("SAP")
    #expect(quality.units == pupils.count)
    let found = try #require(quality.interval)
    #expect(abs(found.lower - 100 * expected.lower) < 1e-9)
    #expect(abs(found.upper - 100 * expected.upper) < 1e-9)
    #expect(found.kind == .clusteredWilson)
    guard case .known(let survey, let classes, .classes) = try interval("KAT") else {
      Issue.record("not clustered by class")
      return
    }
    let places = facts.filter { $0.dataset == "parents" && $0.coordinates.period == "q1" }.map {
      $0.coordinates.keeping([.school, .schoolClass])
    }
    #expect(classes == Set(places).count)
    #expect(survey.kind == .clusteredWilson)
    guard case .known(let mean, _, .persons) = try interval("ORT") else {
      Issue.record("not clustered by pupil")
      return
    }
    #expect(mean.kind == .clusteredRatio)
    #expect(try interval("MID") == .unknown(.notMadeOfRows))
  }

  @Test("Rows that stand for several count as often")
  func copies() throws {
    let set = try #require(SampleIndicators.checked())
    let dataset = try #require(set.dataset("parents"))
    let program = try #require(set.program(of: "parents"))
    var facts = FactTable(dataset: dataset)
    var answered: [Value] = [.boolean(true), .decimal(Decimal64(mantissa: 5, scale: 1))]
    let here = facts.place(Coordinates(schoolClass: "4-а"))
    facts.append(place: here, values: answered, copies: 3)
    answered[1] = .decimal(Decimal64(1))
    facts.append(place: here, values: answered)
    let all = facts.completed(by: [Expected(coordinates: Coordinates(schoolClass: "4-а"), count: 10)])
    #expect(all.facts == 10)
    let table = RollUp.table(of: all, by: program)
    let values = Finishing(set: set).values(
      in: Cell(of: Coordinates(), keeping: []), components: ["parents": table.components(at: Coordinates())])
    let share = try #require(values.first { $0.indicator == "KAT" })
    #expect(share.number == Decimal64(40))
    #expect(share.rows == 10)
    #expect(share.interval.interval?.kind == .wilson)
    let satisfaction = try #require(values.first { $0.indicator == "KAN" })
    #expect(satisfaction.number == Decimal64(mantissa: 625, scale: 3))
    #expect(satisfaction.findings == [.ruleFailed("count(answered) / count() ge 0.6")])
  }

  @Test("Those of the register who gave nothing have rows, each once")
  func expectedPersons() throws {
    let set = try #require(SampleIndicators.checked())
    let dataset = try #require(set.dataset("diag"))
    let place = Coordinates(schoolClass: "4-а")
    func at(_ person: Symbol) -> Coordinates {
      var place = place
      place.person = person
      return place
    }
    let facts = FactTable(
      dataset: dataset,
      facts: [
        Fact(dataset: "diag", coordinates: at("p1"), values: [.code("base"), .integer(6), .integer(8)], source: "1")
      ])
    let all = facts.completed(
      by: ["p1", "p2", "p2", "p3"].map { Expected(coordinates: at($0)) }, reason: .absent)
    #expect(all.count == 3)
    #expect(all.fields[0].value(at: 2) == .missing(Missing(.absent, code: "absent")))
    #expect(all.fields[1].value(at: 2) == .missing(Missing(.absent)))
  }
}
