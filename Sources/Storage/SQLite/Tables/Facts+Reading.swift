import Datasets
import Expressions
import Foundation
import GRDB
import GRDBSQLite

/// Facts in one pass: the engine's rows are read where they lie, and each value becomes a kind and a number.
extension ReadContext {
  func facts(_ query: FactQuery) throws -> FactColumns {
    let cells = try cells(of: query.dataset, query.place)
    let total = cells.reduce(0) { $0 + $1.cell.rows }
    let names = try SymbolNames(db)
    let dataset = try row("SELECT id FROM symbol WHERE text = ?", [query.dataset.text]).map { $0[0] as Int } ?? 0
    let all = try row("SELECT count(*) FROM dataset_cell WHERE dataset = ?", [dataset]).map { $0[0] as Int } ?? 0

    var pass = FactPass(
      rows: total, fields: query.fields, names: names, shapes: try shapes(query.fields),
      persons: try row("SELECT ifnull(max(id), 0) FROM person", []).map { $0[0] as Int } ?? 0)
    var positions = [Int32](repeating: -1, count: (cells.map(\.number).max() ?? -1) + 1)
    for (position, cell) in cells.enumerated() { positions[cell.number] = Int32(position) }
    if cells.count == all {
      let statement = try db.cachedStatement(
        sql: "SELECT cell, person, shape, data FROM fact WHERE dataset = ?")
      try read(statement, [dataset], positions, &pass)
    } else {
      let statement = try db.cachedStatement(
        sql: "SELECT cell, person, shape, data FROM fact WHERE dataset = ? AND cell = ?")
      for cell in cells { try read(statement, [dataset, cell.number], positions, &pass) }
    }
    let persons = query.namesPersons ? try pseudonyms(pass.personNumbers.numbers) : []
    return try pass.columns(query, cells: cells.map(\.cell), persons: persons)
  }

  private func read(
    _ statement: Statement, _ arguments: [Int], _ positions: [Int32], _ pass: inout FactPass
  ) throws {
    let handle = statement.sqliteStatement
    sqlite3_reset(handle)
    defer { sqlite3_reset(handle) }
    for (index, argument) in arguments.enumerated() {
      sqlite3_bind_int64(handle, Int32(index + 1), Int64(argument))
    }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      let cell = Int(sqlite3_column_int64(handle, 0))
      guard positions.indices.contains(cell) else { throw Damage() }
      try pass.add(
        cell: positions[cell], person: Int(sqlite3_column_int64(handle, 1)),
        shape: Int(sqlite3_column_int64(handle, 2)),
        UnsafeRawBufferPointer(
          start: sqlite3_column_blob(handle, 3), count: Int(sqlite3_column_bytes(handle, 3))))
    }
  }

  private func pseudonyms(_ numbers: [Int]) throws -> [Symbol] {
    let statement = try db.cachedStatement(sql: "SELECT pseudonym FROM person WHERE id = ?")
    return try numbers.map { number in
      guard let pseudonym = try String.fetchOne(statement, arguments: [number]) else { throw Damage() }
      return Symbol(pseudonym)
    }
  }

  /// For each shape, at each of its positions the column that wants the value, or −1.
  private func shapes(_ fields: [Symbol]) throws -> [[Int]] {
    var shapes: [[Int]] = []
    for row in try rows("SELECT id, fields FROM shape ORDER BY id", []) {
      let id: Int = row[0]
      while shapes.count <= id { shapes.append([]) }
      shapes[id] = (row[1] as String).split(separator: " ").map { name in
        fields.firstIndex(of: Symbol(String(name))) ?? -1
      }
    }
    return shapes
  }
}

/// Columns while they are being filled: flat memory, a stretch of `rows` a column.
private struct FactPass {
  private let rows: Int
  private let names: SymbolNames
  private let shapes: [[Int]]
  private var count = 0
  private var cell: [Int32]
  private var person: [Int32]
  private var kinds: [UInt8]
  private var numbers: [Int64]
  private(set) var personNumbers: NumberedList
  private var lists: [Lists]

  /// What the numbers of one column point to.
  private struct Lists {
    var missing: [Missing] = []
    var symbols: NumberedList
    var others: [Value] = []
  }

  /// Distinct numbers of the store in order of their appearance.
  struct NumberedList {
    private var positions: [Int32]
    private(set) var numbers: [Int] = []

    init(_ size: Int) { positions = [Int32](repeating: -1, count: size) }

    /// Nil where the number is none that the store gave.
    @inline(__always)
    mutating func position(of number: Int) -> Int32? {
      guard number >= 0, number < positions.count else { return nil }
      if positions[number] < 0 {
        positions[number] = Int32(numbers.count)
        numbers.append(number)
      }
      return positions[number]
    }
  }

  init(rows: Int, fields: [Symbol], names: SymbolNames, shapes: [[Int]], persons: Int) {
    self.rows = rows
    self.names = names
    self.shapes = shapes
    cell = [Int32](repeating: 0, count: rows)
    person = [Int32](repeating: -1, count: rows)
    // What no row says is missing: kind 0, and number 0 is the reason that stands first in every list.
    kinds = [UInt8](repeating: 0, count: rows * fields.count)
    numbers = [Int64](repeating: 0, count: rows * fields.count)
    personNumbers = NumberedList(persons + 1)
    lists = fields.map { _ in
      Lists(missing: [Missing(.noData)], symbols: NumberedList(names.symbols.count))
    }
  }

  @inline(__always)
  mutating func add(cell: Int32, person: Int, shape: Int, _ data: UnsafeRawBufferPointer) throws {
    guard count < rows, cell >= 0, shapes.indices.contains(shape) else { throw Damage() }
    self.cell[count] = cell
    if person > 0 {
      guard let position = personNumbers.position(of: person) else { throw Damage() }
      self.person[count] = position
    }
    var reader = ByteReader(data)
    for column in shapes[shape] { try read(&reader, into: column) }
    count += 1
  }

  @inline(__always)
  private mutating func read(_ reader: inout ByteReader, into column: Int) throws {
    let start = reader
    guard let kind = reader.byte() else { throw Damage() }
    switch kind {
    case FactColumn.Kind.missing.rawValue:
      guard let missing = ValueCodec.missing(&reader, names.reading) else { throw Damage() }
      guard column >= 0 else { return }
      set(column, kind, Int64(position(of: missing, column)))
    case FactColumn.Kind.boolean.rawValue:
      guard let flag = reader.byte() else { throw Damage() }
      if column >= 0 { set(column, kind, Int64(flag)) }
    case FactColumn.Kind.code.rawValue:
      guard let number = reader.unsigned() else { throw Damage() }
      guard column >= 0 else { return }
      guard let position = lists[column].symbols.position(of: Int(truncatingIfNeeded: number)) else { throw Damage() }
      set(column, kind, Int64(position))
    case FactColumn.Kind.other.rawValue:
      reader = start
      guard let value = ValueCodec.value(&reader, names.reading) else { throw Damage() }
      guard column >= 0 else { return }
      lists[column].others.append(value)
      set(column, kind, Int64(lists[column].others.count - 1))
    default:
      guard let number = reader.signed() else { throw Damage() }
      if column >= 0 { set(column, kind, number) }
    }
  }

  @inline(__always)
  private mutating func set(_ column: Int, _ kind: UInt8, _ number: Int64) {
    kinds[column * rows + count] = kind
    numbers[column * rows + count] = number
  }

  private mutating func position(of missing: Missing, _ column: Int) -> Int {
    if let known = lists[column].missing.firstIndex(of: missing) { return known }
    lists[column].missing.append(missing)
    return lists[column].missing.count - 1
  }

  func columns(_ query: FactQuery, cells: [FactCell], persons: [Symbol]) throws -> FactColumns {
    guard count == rows else { throw Damage() }
    func symbols(_ list: NumberedList) throws -> [Symbol] {
      try list.numbers.map { number in
        guard let symbol = names[number] else { throw Damage() }
        return symbol
      }
    }
    let columns = try query.fields.indices.map { index in
      let stretch = index * rows..<(index + 1) * rows
      return FactColumn(
        field: query.fields[index], kinds: Array(kinds[stretch]), numbers: Array(numbers[stretch]),
        missing: lists[index].missing.map { MissingCode($0) }, symbols: try symbols(lists[index].symbols),
        others: lists[index].others)
    }
    return FactColumns(
      dataset: query.dataset, cells: cells, cell: cell, persons: persons, person: person,
      columns: columns)
  }
}
