/// What one part of an indicator comes to in one cell.
///
/// Totals of disjoint cells merge, in any order and grouping, to the total of their union.
package enum PartTotal: Sendable, Hashable, Codable {
  /// How many rows the condition was true of.
  case count(Int)
  /// The exact sum, and of how many values.
  case sum(ExactSum, count: Int)
  /// The exact sum of squares, and of how many values.
  case sumOfSquares(ExactSum, count: Int)
  /// The least value; nil where there is none.
  case least(Value?)
  case greatest(Value?)
  case distinct(Set<Value>)

  /// The total of no rows.
  package init(of kind: AdditiveSplit.Part.Kind) {
    self =
      switch kind {
      case .count: .count(0)
      case .sum: .sum(ExactSum(), count: 0)
      case .sumOfSquares: .sumOfSquares(ExactSum(), count: 0)
      case .least: .least(nil)
      case .greatest: .greatest(nil)
      case .distinct: .distinct([])
      }
  }

  /// Adds what a part took of one row.
  ///
  /// What is missing adds nothing.
  package mutating func add(_ value: Value) {
    guard !value.isMissing else { return }
    switch self {
    case .count(let count):
      if value == .boolean(true) { self = .count(count + 1) }
    case .sum(var sum, let count):
      guard let number = value.decimal else { return }
      sum.add(number)
      self = .sum(sum, count: count + 1)
    case .sumOfSquares(var sum, let count):
      guard let number = value.decimal else { return }
      sum.addSquare(of: number)
      self = .sumOfSquares(sum, count: count + 1)
    case .least(let known):
      self = .least(Self.nearer(.less, known, value.canonical))
    case .greatest(let known):
      self = .greatest(Self.nearer(.greater, known, value.canonical))
    case .distinct(var values):
      // Emptied first, so that the set is not copied.
      self = .distinct([])
      values.insert(value.canonical)
      self = .distinct(values)
    }
  }

  /// Adds the total of other rows.
  ///
  /// Totals of different parts don't mix; nothing is added then.
  package mutating func merge(_ other: PartTotal) {
    switch (self, other) {
    case (.count(let a), .count(let b)): self = .count(a + b)
    case (.sum(var sum, let count), .sum(let more, let others)):
      sum += more
      self = .sum(sum, count: count + others)
    case (.sumOfSquares(var sum, let count), .sumOfSquares(let more, let others)):
      sum += more
      self = .sumOfSquares(sum, count: count + others)
    case (.least(let known), .least(let value?)): self = .least(Self.nearer(.less, known, value))
    case (.greatest(let known), .greatest(let value?)): self = .greatest(Self.nearer(.greater, known, value))
    case (.distinct(let values), .distinct(let others)): self = .distinct(values.union(others))
    default: break
    }
  }

  /// The total as a formula reads it.
  ///
  /// Nothing gathered is no data, never zero; a count of nothing is zero.
  package var value: Value {
    switch self {
    case .count(let count): .integer(count)
    case .sum(let sum, let count), .sumOfSquares(let sum, let count):
      count == 0 ? .missing(Missing(.noData)) : sum.decimal.map { Value.decimal($0).canonical } ?? Arithmetic.overflow
    case .least(let value), .greatest(let value): value ?? .missing(Missing(.noData))
    case .distinct(let values): .integer(values.count)
    }
  }

  private static func nearer(_ order: Value.Order, _ known: Value?, _ value: Value) -> Value {
    guard let known else { return value }
    return value.order(to: known) == order ? value : known
  }
}
