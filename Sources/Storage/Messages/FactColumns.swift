package import Datasets
package import Expressions

/// Facts as columns: what an indicator reads in one pass.
///
/// A row stands at `cells[cell[row]]`. Rows of one person have one number in `person`, from 0 without gaps (−1 where there
/// is none). Rows of one cell follow one another. Nothing in the order of rows within a cell says anything.
package struct FactColumns: Sendable, Hashable, Codable {
  package var dataset: Symbol
  /// The coordinates that occur, each without the person and with the version of its facts.
  package var cells: [FactCell]
  package var cell: [Int32]
  /// The pseudonyms by those numbers, where they were asked for; else empty.
  package var persons: [Symbol]
  package var person: [Int32]
  /// A column a field that was asked for, in the question's order.
  package var columns: [FactColumn]

  /// How many rows there are.
  package var count: Int { cell.count }

  package init(
    dataset: Symbol, cells: [FactCell], cell: [Int32], persons: [Symbol], person: [Int32], columns: [FactColumn]
  ) {
    self.dataset = dataset
    self.cells = cells
    self.cell = cell
    self.persons = persons
    self.person = person
    self.columns = columns
  }

  /// The coordinates of a row, with the person where names were asked for.
  package func coordinates(of row: Int) -> Coordinates {
    var coordinates = cells[Int(cell[row])].coordinates
    if person[row] >= 0, !persons.isEmpty { coordinates.person = persons[Int(person[row])] }
    return coordinates
  }
}

/// The values of one field, a kind and a number each, exactly as they were put in.
package struct FactColumn: Sendable, Hashable, Codable {
  /// What the number of a row means. Raw values are stored: they are for ever.
  package enum Kind: UInt8, Sendable, Hashable {
    /// An index into `missing`.
    case missing = 0
    /// 0 or 1.
    case boolean = 1
    case integer = 2
    /// An index into `symbols`: equal codes have equal numbers within a column.
    case code = 3
    /// Days since 1970-01-01.
    case date = 4
    /// Milliseconds since midnight.
    case time = 5
    /// Microseconds.
    case duration = 6
    /// An index into `others`: texts, floats, points, pairs, containers.
    case other = 7
    /// A mantissa of scale 0; kinds 32…50 are mantissas of scale 0…18.
    case decimal = 32
  }

  package var field: Symbol
  package var kinds: [UInt8]
  package var numbers: [Int64]
  package var missing: [MissingCode]
  package var symbols: [Symbol]
  package var others: [Value]

  package init(
    field: Symbol, kinds: [UInt8] = [], numbers: [Int64] = [], missing: [MissingCode] = [], symbols: [Symbol] = [],
    others: [Value] = []
  ) {
    self.field = field
    self.kinds = kinds
    self.numbers = numbers
    self.missing = missing
    self.symbols = symbols
    self.others = others
  }

  /// The value of a row.
  package subscript(row: Int) -> Value {
    let kind = kinds[row]
    let number = numbers[row]
    if kind >= Kind.decimal.rawValue {
      return .decimal(Decimal64(mantissa: number, scale: kind - Kind.decimal.rawValue))
    }
    switch Kind(rawValue: kind) {
    case .boolean: return .boolean(number != 0)
    case .integer: return .integer(Int(number))
    case .code: return .code(symbols[Int(number)])
    case .date: return .date(CalendarDate(days: Int32(truncatingIfNeeded: number)))
    case .time: return .time(TimeOfDay(milliseconds: Int32(truncatingIfNeeded: number)))
    case .duration: return .duration(Duration64(microseconds: number))
    case .other: return others[Int(number)]
    case .missing, .decimal, nil: return .missing(missing[Int(number)].missing)
    }
  }
}

/// A reason why there is no value, as columns keep it.
package struct MissingCode: Sendable, Hashable, Codable {
  package var reason: Missing.Reason
  package var code: Symbol?

  package init(_ missing: Missing) {
    reason = missing.reason
    code = missing.code
  }

  package var missing: Missing { Missing(reason, code: code) }
}
