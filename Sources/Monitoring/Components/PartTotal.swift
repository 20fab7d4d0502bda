package import Expressions

/// What one part of a formula comes to over the rows of a cell.
package enum PartTotal: Sendable, Hashable {
  /// How many rows took part.
  case count(Int)
  /// The sum of numbers, or of their squares, and of how many; of none there is no sum.
  case sum(ExactSum, terms: Int)
  case least(Value?)
  case greatest(Value?)
  case distinct(Set<Value>)

  /// What no rows come to.
  package init(of kind: AdditiveSplit.Part.Kind) {
    switch kind {
    case .count: self = .count(0)
    case .sum, .sumOfSquares: self = .sum(ExactSum(), terms: 0)
    case .least: self = .least(nil)
    case .greatest: self = .greatest(nil)
    case .distinct: self = .distinct([])
    }
  }

  /// The total over the union of two disjoint sets of rows.
  package static func += (a: inout PartTotal, b: PartTotal) {
    switch (a, b) {
    case (.count(let x), .count(let y)): a = .count(x + y)
    case (.sum(var x, let n), .sum(let y, let m)):
      x += y
      a = .sum(x, terms: n + m)
    case (.least(let x), .least(let y)): a = .least(Self.first(x, y, by: .less))
    case (.greatest(let x), .greatest(let y)): a = .greatest(Self.first(x, y, by: .greater))
    case (.distinct(let x), .distinct(let y)): a = .distinct(x.union(y))
    default: preconditionFailure("totals of two different programs")
    }
  }

  /// Adds what `copies` equal rows give; `.none` of them gives nothing.
  mutating func add(_ addition: Addition, copies: Int) {
    switch (self, addition) {
    case (_, .nothing): return
    case (.count(let count), _): self = .count(count + copies)
    case (.sum(var sum, let terms), .number(let number)):
      sum.add(mantissa: Int128(number.mantissa) * Int128(copies), scale: Int(number.scale))
      self = .sum(sum, terms: terms + copies)
    case (.sum(var sum, let terms), .square(let number)):
      for _ in 0..<copies { sum.addSquare(of: number) }
      self = .sum(sum, terms: terms + copies)
    case (.least(let least), .value(let value)): self = .least(Self.first(least, value, by: .less))
    case (.greatest(let greatest), .value(let value)): self = .greatest(Self.first(greatest, value, by: .greater))
    case (.distinct(var values), .value(let value)):
      values.insert(value)
      self = .distinct(values)
    default: preconditionFailure("a row of another program")
    }
  }

  /// Which of two values stands before the other; nil is no value.
  private static func first(_ a: Value?, _ b: Value?, by wanted: Value.Order) -> Value? {
    guard let a else { return b }
    guard let b else { return a }
    return b.order(to: a) == wanted ? b : a
  }

  /// The total as formulas see it: how many there were of distinct values; missing where there was nothing to take.
  package var value: Value {
    switch self {
    case .count(let count): .integer(count)
    case .sum(_, terms: 0), .least(nil), .greatest(nil): .missing(Missing(.noData))
    case .sum(let sum, _): sum.decimal.map { .decimal($0) } ?? .missing(Missing(.overflow))
    case .least(let value?), .greatest(let value?): value
    case .distinct(let values): .integer(values.count)
    }
  }
}

/// What one row gives to one part.
enum Addition: Sendable, Hashable {
  case nothing
  case one
  case number(Decimal64)
  case square(Decimal64)
  case value(Value)
}

extension AdditiveSplit.Part {
  /// What a row gives: nothing where its condition isn't true or its value is missing.
  func addition(of row: Row) -> Addition {
    if let condition, condition.evaluate(in: row) != .boolean(true) { return .nothing }
    guard let value else { return kind == .count ? .one : .nothing }
    let given = value.evaluate(in: row)
    if given.isMissing { return .nothing }
    switch kind {
    case .count: return given == .boolean(true) ? .one : .nothing
    case .sum: return given.decimal.map { .number($0) } ?? .nothing
    case .sumOfSquares: return given.decimal.map { .square($0) } ?? .nothing
    case .least, .greatest, .distinct: return .value(given)
    }
  }
}
