import Datasets
import Expressions
import Instruments
import SeededTesting
import Testing

@testable import Storage

@Suite("Facts and components")
struct FactTests {
  static let fields: [Symbol] = ["a", "b", "c"]

  /// A value of any kind.
  static func value(_ random: inout Seeded) -> Value {
    func number() -> Int64 { Int64(bitPattern: random.next()) >> Int64(random.next() % 63) }
    func code() -> Symbol { Symbol("code-\(random.next() % 5)") }
    let reasons = Missing.Reason.allCases
    switch random.next() % 15 {
    case 0: return .boolean(random.next() % 2 == 0)
    case 1: return .integer(Int(number()))
    case 2: return .decimal(Decimal64(mantissa: number(), scale: UInt8(random.next() % 19)))
    case 3: return .float(Double(number()) / 7)
    case 4: return .text("жооп \(number()) ң\n")
    case 5: return .date(CalendarDate(days: Int32(truncatingIfNeeded: number())))
    case 6: return .time(TimeOfDay(milliseconds: Int32(random.next() % 86_400_000)))
    case 7: return .duration(Duration64(microseconds: number()))
    case 8: return .code(code())
    case 9: return .point(x: Int32(truncatingIfNeeded: number()), y: -3)
    case 10: return .pair(code(), code())
    case 11: return .directedPair(code(), code())
    case 12: return .container(Container(.ordered, [.code(code()), .integer(3), .unanswered]))
    case 13: return .container(Container(.record, [.integer(1), .text("x")], names: [code(), code()]))
    default:
      let reason = reasons[Int(random.next() % UInt64(reasons.count))]
      return .missing(Missing(reason, code: random.next() % 2 == 0 ? nil : code()))
    }
  }

  /// Symbols numbered as they come.
  final class Numbers {
    var symbols: [Symbol] = []

    func number(of symbol: Symbol) -> Int {
      if let known = symbols.firstIndex(of: symbol) { return known }
      symbols.append(symbol)
      return symbols.count - 1
    }

    func symbol(_ number: Int) -> Symbol? { symbols.indices.contains(number) ? symbols[number] : nil }
  }

  static func rows(_ count: Int, _ random: inout Seeded) -> [FactRow] {
    (0..<count).map { index in
      FactRow(
        coordinates: Coordinates(
          school: Symbol("s-\(random.next() % 2)"), year: random.next() % 3 == 0 ? nil : "2025-2026",
          schoolClass: Symbol("\(random.next() % 3)-а"), grade: random.next() % 2 == 0 ? nil : 4,
          person: random.next() % 4 == 0 ? nil : Symbol("u-\(index)")),
        values: fields.map { _ in value(&random) })
    }
  }

  @Test("What is put in comes back exactly, whatever kind of value and place", arguments: 1...8 as ClosedRange<UInt64>)
  func exact(seed: UInt64) throws {
    let world = TestWorld(seed: seed)
    let store = try SQLiteStore.inMemory(world.environment)
    var random = Seeded(seed)
    let rows = FactTests.rows(60, &random)
    try store.putFacts([FactSet(dataset: "d", fields: FactTests.fields, rows: rows)], source: "x")
    func read(_ fields: [Symbol], _ place: FactPlace = FactPlace()) throws -> [FactRow] {
      let columns = try store.facts(FactQuery(dataset: "d", fields: fields, place: place, namesPersons: true))
      return (0..<columns.count).map { row in
        FactRow(coordinates: columns.coordinates(of: row), values: columns.columns.map { $0[row] })
      }
    }
    func counted(_ rows: [FactRow]) -> [FactRow: Int] {
      rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(counted(try read(FactTests.fields)) == counted(rows))
    let place = FactPlace(school: "s-1", schoolClass: "2-а")
    #expect(counted(try read(FactTests.fields, place)) == counted(rows.filter { place.holds($0.coordinates) }))
    let turned = rows.map { FactRow(coordinates: $0.coordinates, values: [$0.values[2], .missing(Missing(.noData))]) }
    #expect(counted(try read(["c", "unknown"])) == counted(turned))
  }

  @Test("The same facts told twice are there once; other sources keep theirs; fields may change their order")
  func sources() throws {
    let world = TestWorld()
    let store = try SQLiteStore.inMemory(world.environment)
    var random = Seeded(5)
    let rows = FactTests.rows(10, &random)
    for _ in 0..<3 {
      try store.putFacts([FactSet(dataset: "d", fields: ["a", "b", "c"], rows: rows)], source: "x")
    }
    let place = Coordinates(school: "s-1")
    try store.putFacts(
      [
        FactSet(
          dataset: "d", fields: ["c", "a"], rows: [FactRow(coordinates: place, values: [.integer(3), .integer(1)])])
      ],
      source: "y")
    let columns = try store.facts(FactQuery(dataset: "d", fields: ["a", "b", "c"]))
    #expect(columns.count == 11)
    let last = try #require((0..<11).first { columns.coordinates(of: $0) == place })
    #expect(columns.columns.map { $0[last] } == [.integer(1), .missing(Missing(.noData)), .integer(3)])
    #expect(columns.cells.reduce(0) { $0 + $1.rows } == 11)
    try store.putFacts([], source: "x")
    #expect(try store.facts(FactQuery(dataset: "d", fields: ["a"])).count == 1)
    #expect(try store.facts(FactQuery(dataset: "other", fields: ["a"])).count == 0)
  }

  @Test("A row with too few values is refused, and leaves nothing behind")
  func wrongWidth() throws {
    let store = try SQLiteStore.inMemory(TestWorld().environment)
    let good = FactRow(coordinates: Coordinates(), values: [.integer(1)])
    let bad = FactRow(coordinates: Coordinates(), values: [])
    #expect(throws: StoreFault.self) {
      try store.putFacts([FactSet(dataset: "d", fields: ["a"], rows: [good, bad])], source: "x")
    }
    #expect(try store.facts(FactQuery(dataset: "d", fields: ["a"])).count == 0)
    // The numbers that the lost request gave are given anew.
    try store.putFacts([FactSet(dataset: "d", fields: ["a"], rows: [good])], source: "x")
    #expect(try store.facts(FactQuery(dataset: "d", fields: ["a"])).columns[0][0] == .integer(1))
  }

  @Test("Components know when their facts have changed")
  func components() throws {
    let world = TestWorld()
    let store = try SQLiteStore.inMemory(world.environment)
    func put(_ value: Int) throws {
      try store.putFacts(
        [
          FactSet(
            dataset: "d", fields: ["a"],
            rows: ["4-а", "4-б"].map { name in
              FactRow(
                coordinates: Coordinates(school: "s-1", schoolClass: Symbol(name), person: "u-1"),
                values: [.integer(value)])
            })
        ], source: "x")
    }
    try put(1)
    let cells = try store.cells(of: "d")
    #expect(cells.count == 2 && cells.allSatisfy { $0.version == 1 && $0.rows == 1 && $0.coordinates.person == nil })
    let formula = Digest(of: [1])
    let made = cells.map { cell in
      ComponentsRow(indicator: "i-1", formula: formula, dataset: "d", cell: cell, parts: [1, 2])
    }
    #expect(try store.putComponents(made).isEmpty)
    #expect(try store.components(ComponentsQuery(indicators: ["i-1"])) == made)
    #expect(try store.components(ComponentsQuery(indicators: ["i-2"])).isEmpty)
    #expect(try store.components(ComponentsQuery(place: FactPlace(schoolClass: "4-б"))).count == 1)
    try put(2)
    #expect(try store.components(ComponentsQuery()).allSatisfy(\.isStale))
    #expect(try store.putComponents(made) == [0, 1])
    let fresh = try store.cells(of: "d", at: FactPlace(schoolClass: "4-а"))
    #expect(
      try store.putComponents(
        fresh.map { ComponentsRow(indicator: "i-1", formula: formula, dataset: "d", cell: $0, parts: [3]) }
      ).isEmpty)
    #expect(try store.components(ComponentsQuery()).map(\.isStale) == [false, true])
  }

  @Test("Damaged bytes are read as nothing, never past their end", arguments: 1...50 as ClosedRange<UInt64>)
  func damagedBytes(seed: UInt64) throws {
    var random = Seeded(seed)
    let numbers = Numbers()
    var bytes: [UInt8] = []
    for _ in 0..<4 { try ValueCodec.append(FactTests.value(&random), to: &bytes, symbols: { numbers.number(of: $0) }) }
    for _ in 0..<40 {
      var broken = bytes
      broken[Int(random.next() % UInt64(bytes.count))] = random.byte()
      broken.removeLast(Int(random.next() % UInt64(bytes.count)))
      broken.withUnsafeBytes { buffer in
        var reader = ByteReader(buffer)
        while reader.remaining > 0, ValueCodec.value(&reader, { numbers.symbol($0) }) != nil {}
        #expect(reader.position <= buffer.count)
      }
    }
  }
}
