import Datasets
import Expressions
import Monitoring
import Psychometrics
import Testing
import Texts

@Suite("Finished values")
struct FinishingTests {
  private func marks(_ marks: [String], at place: Coordinates) -> [Fact] {
    marks.enumerated().map { number, mark in
      var place = place
      place.person = Symbol("p\(number)")
      return Fact(dataset: "marks", coordinates: place, values: [.code(Symbol(mark))], source: "\(number)")
    }
  }

  private func maker(_ facts: [Fact]) throws -> BoardMaker {
    let set = try #require(SampleIndicators.checked())
    var tables: [Symbol: ComponentTable] = [:]
    for program in set.programs {
      tables[program.dataset.id] = RollUp.table(of: FactTable(dataset: program.dataset, facts: facts), by: program)
    }
    return BoardMaker(set: set, tables: tables)
  }

  private func row(_ id: Symbol, _ board: Board) throws -> Board.Row {
    try #require(board.rows.first { $0.indicator.id == id })
  }

  @Test("A value carries its fraction, rows, units, interval, band and target")
  func wholeValue() throws {
    let place = Coordinates(school: "s-1", year: "2025-2026", grade: 9)
    let board = try maker(marks(["5", "4", "4", "3", "2", "na", "exempt", "5"], at: place))
      .board(at: Coordinates(school: "s-1", year: "2025-2026"))
    let value = try row("SAP", board).value
    #expect(value.numerator == .integer(4))
    #expect(value.denominator == .integer(7))
    #expect(value.number == Decimal64(mantissa: 57_142_857_142_857, scale: 12))
    #expect(value.rows == 8)
    #expect(value.level == .fair)
    #expect(value.target == TargetOutcome(value: Decimal64(55), isMet: true))
    // Wilson 1927 for 4 of 7 with z = 1.959964: computed by hand in another program, 25.05 % and 84.18 %.
    let interval = try #require(value.interval.interval)
    #expect(abs(interval.lower - 25.048) < 0.01)
    #expect(abs(interval.upper - 84.179) < 0.01)
    #expect(value.interval.units == 7)
  }

  @Test("A grade's target isn't the school's, nor that of its boys")
  func targets() throws {
    let maker = try maker(marks(["5", "4", "3", "2"], at: Coordinates(school: "s-1", grade: 9, sex: "m")))
    #expect(try row("SAP", maker.board(at: Coordinates(school: "s-1", grade: 9))).value.target?.value == Decimal64(50))
    #expect(try row("SAP", maker.board(at: Coordinates(school: "s-1"))).value.target?.value == Decimal64(55))
    #expect(try row("SAP", maker.board(at: Coordinates(school: "s-1", grade: 9, sex: "m"))).value.target == nil)
    #expect(try row("SAP", maker.board(at: Coordinates(school: "s-1", grade: 10))).value.target == nil)
  }

  @Test("No rows, nothing counted, not applicable, hidden and zero are five outputs")
  func emptiness() throws {
    let place = Coordinates(school: "s-1", year: "2025-2026", grade: 9)
    let none = try row("SAP", maker([]).board(at: place)).value
    #expect(none.outcome == .empty(.noRows))
    let exempt = try row("SAP", maker(marks(["exempt", "exempt"], at: place)).board(at: place)).value
    #expect(exempt.outcome == .empty(.nothingCounted))
    #expect(exempt.rows == 2)
    let zero = try row("SAP", maker(marks(["2", "3"], at: place)).board(at: place)).value
    #expect(zero.outcome == .value(.zero))
    let young = Coordinates(school: "s-1", year: "2025-2026", grade: 2)
    let markless = try row("SAP", maker(marks(["5"], at: young)).board(at: young)).value
    #expect(markless.outcome == .empty(.notApplicable))
    let hidden = DisclosureRule(audience: "parents", least: 5, hidesComplements: true).applied(to: zero)
    #expect(hidden.isHidden)
    #expect(
      Set([none, exempt, zero, markless, hidden].map { $0.text(of: SampleIndicators.indicators[1], in: .ky) }).count
        == 5)
  }

  @Test("Groups stand in the order of their numbers, and each has the board of its own rows")
  func groups() throws {
    let facts = ["10-а", "4-б", "4-а"].flatMap { name in
      marks(["5", "2"], at: Coordinates(school: "s-1", schoolClass: Symbol(name), grade: name == "10-а" ? 10 : 4))
    }
    let boards = try maker(facts).boards(at: Coordinates(school: "s-1"), by: .schoolClass)
    #expect(boards.map { $0.cell.coordinates.schoolClass?.text } == ["4-а", "4-б", "10-а"])
    #expect(try boards.map { try row("SAP", $0).value.rows } == [2, 2, 2])
  }

  @Test("Before it was in force an indicator doesn't apply")
  func beforeItsTime() throws {
    var definition = SampleIndicators.set
    definition.indicators[1].since = "2025-2026"
    let set = try #require(definition.checked().set)
    func outcome(_ year: Symbol) -> IndicatorValue.Outcome? {
      Finishing(set: set).values(in: Cell(of: Coordinates(year: year), keeping: .year), components: [:])
        .first { $0.indicator == "SAP" }?.outcome
    }
    #expect(outcome("2024-2025") == .empty(.notApplicable))
    #expect(outcome("2025-2026") == .empty(.noRows))
  }

  @Test("A derived indicator is made of finished values, and says so where one isn't there")
  func derived() throws {
    let now = Coordinates(school: "s-1", year: "2025-2026", period: "q1")
    let before = Coordinates(school: "s-1", year: "2024-2025", period: "q1")
    let late = marks(Array(repeating: "5", count: 30) + Array(repeating: "3", count: 10), at: now)
    let early = marks(Array(repeating: "5", count: 10) + Array(repeating: "3", count: 30), at: before)
    let board = try maker(late + early).board(at: now)
    let change = try row("DIN", board)
    #expect(change.value.number == Decimal64(50))
    #expect(change.value.target == TargetOutcome(value: Decimal64(2), isMet: true))
    let interval = try #require(change.value.interval.interval)
    #expect(interval.kind == .difference)
    #expect(interval.lower > 25 && interval.upper < 70)
    let quality = try row("SAP", board)
    #expect(quality.sinceLastYear?.difference == Decimal64(50))
    #expect(quality.sinceLastYear?.verdict == .better)
    let alone = try row("DIN", maker(late).board(at: now)).value
    #expect(alone.outcome == .empty(.noOther(IndicatorQuery(id: "SAP", reading: .lastYear))))
  }

  @Test("With fewer than ten clusters there is a range and no verdict")
  func fewClusters() throws {
    func classes(_ year: Symbol, _ share: Int) -> [Fact] {
      (0..<60).map { number in
        Fact(
          dataset: "parents",
          coordinates: Coordinates(year: year, schoolClass: Symbol("\(1 + number % 3)-а")),
          values: [.boolean(number < share), .unanswered], source: "\(number)")
      }
    }
    let maker = try maker(classes("2025-2026", 55) + classes("2024-2025", 15))
    let change = try #require(try row("KAT", maker.board(at: Coordinates(year: "2025-2026"))).sinceLastYear)
    #expect(change.difference.map { $0 > Decimal64(60) } == true)
    #expect(change.verdict == .withheld(.fewClusters))
  }

  @Test("What one answer changed is told without a verdict")
  func oneAnswer() throws {
    let place = Coordinates(school: "s-1")
    let before = try maker(marks(["5", "2"], at: place)).board(at: place)
    let after = try maker(marks(["5", "2", "4"], at: place)).board(at: place)
    let changes = after.changes(since: before)
    let change = try #require(changes.first { $0.after.indicator == "SAP" })
    #expect(change.before.number == Decimal64(50))
    #expect(change.difference?.text(places: 2) == "16.67")
    #expect(change.verdict == nil)
    #expect(after.changes(since: after).isEmpty)
  }
}
