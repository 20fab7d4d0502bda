package import Expressions

/// One field of many facts: its distinct values, and for each row the position of its value among them.
package struct FieldColumn: Sendable {
  package let field: Field
  /// In the field's form, in order of first appearance; two may be equal where they were told apart before rounding.
  package private(set) var distinct: [Value]
  /// For each row a position in `distinct`.
  package private(set) var codes: [Int32]

  private var numbers: [Value: Int32] = [:]

  package init(field: Field) {
    self.field = field
    distinct = []
    codes = []
  }

  /// A column that was read whole.
  ///
  /// The values need not be in the field's form yet.
  package init(field: Field, distinct: [Value], codes: [Int32]) {
    self.field = field
    self.distinct = distinct.map { field.formed($0) }
    self.codes = codes
    for (number, value) in self.distinct.enumerated() where numbers[value] == nil { numbers[value] = Int32(number) }
  }

  /// A column whose rows hold a kind and a number each, as stores keep values: equal pairs are equal values, and each
  /// distinct pair is asked for once.
  package init(field: Field, kinds: [UInt8], numbers: [Int64], value: (_ row: Int) throws -> Value) rethrows {
    self.init(field: field)
    let rows = min(kinds.count, numbers.count)
    codes.reserveCapacity(rows)
    // Small numbers of each kind have their place in a table, which most columns never leave.
    let small = 4_096
    var table = [Int32](repeating: -1, count: 64 * small)
    var others: [Pair: Int32] = [:]
    for row in 0..<rows {
      let kind = Int(kinds[row])
      let number = numbers[row]
      if kind < 64, number >= 0, number < small {
        let place = kind * small + Int(number)
        if table[place] < 0 { table[place] = try self.number(of: value(row)) }
        codes.append(table[place])
      } else {
        let pair = Pair(kind: kinds[row], number: number)
        if let known = others[pair] {
          codes.append(known)
        } else {
          let code = try self.number(of: value(row))
          others[pair] = code
          codes.append(code)
        }
      }
    }
  }

  private struct Pair: Hashable {
    var kind: UInt8
    var number: Int64
  }

  package mutating func append(_ value: Value) {
    codes.append(number(of: value))
  }

  /// The position of a value among the distinct ones, new or known.
  private mutating func number(of value: Value) -> Int32 {
    let formed = field.formed(value)
    if let known = numbers[formed] { return known }
    let number = Int32(distinct.count)
    numbers[formed] = number
    distinct.append(formed)
    return number
  }

  package func value(at row: Int) -> Value { distinct[Int(codes[row])] }
}

extension Field {
  /// A value as this field holds it: numbers as decimals rounded to the field's decimals, so that sums are exact; a code
  /// that means "no value" as missing with that code; a value of another kind as missing, undefined.
  package func formed(_ value: Value) -> Value {
    switch (kind, value) {
    case (_, .missing): return value
    case (.number(let decimals), .integer(let number)): return .rounded(Decimal64(number), to: decimals)
    case (.number(let decimals), .decimal(let number)): return .rounded(number, to: decimals)
    case (.choice(let codes), .code(let symbol)):
      guard let code = codes.codes.first(where: { $0.symbol == symbol }) else { return .missing(Missing(.undefined)) }
      return code.missing.map { .missing(Missing($0, code: symbol)) } ?? value
    case (.boolean, .boolean), (.text, .text), (.date, .date): return value
    default: return .missing(Missing(.undefined))
    }
  }
}

extension Value {
  /// A number rounded half away from zero.
  fileprivate static func rounded(_ number: Decimal64, to decimals: Int) -> Value {
    number.rounded(to: decimals).map { .decimal($0) } ?? .missing(Missing(.overflow))
  }
}
