import Expressions

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

extension PartTotal {
  /// Adds what `copies` equal rows give.
  mutating func add(_ addition: Addition, copies: Int) {
    switch addition {
    case .nothing: return
    case .one: merge(.count(copies))
    case .number(let number):
      var sum = ExactSum()
      sum.add(mantissa: Int128(number.mantissa) * Int128(copies), scale: Int(number.scale))
      merge(.sum(sum, count: copies))
    case .square(let number):
      var sum = ExactSum()
      for _ in 0..<copies { sum.addSquare(of: number) }
      merge(.sumOfSquares(sum, count: copies))
    case .value(let value): add(value)
    }
  }
}
