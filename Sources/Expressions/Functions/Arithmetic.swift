/// Arithmetic of values: whole numbers stay whole, decimals exact; floating point only where QTI brought it in.
///
/// What has no place in 18 digits is missing as an overflow; what has no result as undefined, a division by zero as no data. Never
/// NaN, and infinite only where a float was.
enum Arithmetic {
  static let overflow = Value.missing(Missing(.overflow))
  static let undefined = Value.missing(Missing(.undefined))
  /// Nothing to divide by.
  static let noData = Value.missing(Missing(.noData))

  @Sendable static func add(_ a: Value, _ b: Value) -> Value {
    if case .integer(let x) = a, case .integer(let y) = b {
      let (sum, isOver) = x.addingReportingOverflow(y)
      return isOver ? overflow : .integer(sum)
    }
    return apply(a, b, { $0.adding($1) }, { $0 + $1 })
  }

  @Sendable static func subtract(_ a: Value, _ b: Value) -> Value {
    if case .integer(let x) = a, case .integer(let y) = b {
      let (difference, isOver) = x.subtractingReportingOverflow(y)
      return isOver ? overflow : .integer(difference)
    }
    return apply(a, b, { $0.subtracting($1) }, { $0 - $1 })
  }

  @Sendable static func multiply(_ a: Value, _ b: Value) -> Value {
    if case .integer(let x) = a, case .integer(let y) = b {
      let (product, isOver) = x.multipliedReportingOverflow(by: y)
      return isOver ? overflow : .integer(product)
    }
    return apply(a, b, { $0.multiplied(by: $1) }, { $0 * $1 })
  }

  /// Division gives a decimal, of whole numbers too.
  @Sendable static func divide(_ a: Value, _ b: Value) -> Value {
    if let divisor = b.decimal, divisor.isZero { return noData }
    if case .float(0) = b { return noData }
    return apply(a, b, { $0.divided(by: $1) }, { $0 / $1 })
  }

  /// The remainder of a division toward zero; it has the sign of the dividend (XPath 1.0 §3.5).
  @Sendable static func remainder(_ a: Value, _ b: Value) -> Value {
    if case .integer(let x) = a, case .integer(let y) = b {
      guard y != 0 else { return undefined }
      return y == -1 ? .integer(0) : .integer(x % y)
    }
    guard let x = a.decimal, let y = b.decimal, !y.isZero else { return undefined }
    let places = max(x.scale, y.scale)
    let dividend = Int128(x.mantissa) * Int128(Power.ten64(Int(places - x.scale)))
    let divisor = Int128(y.mantissa) * Int128(Power.ten64(Int(places - y.scale)))
    return Decimal64(fitting: dividend % divisor, scale: Int(places)).map { .decimal($0) } ?? overflow
  }

  @Sendable static func negate(_ a: Value) -> Value {
    switch a {
    case .integer(let x): x == .min ? overflow : .integer(-x)
    case .decimal(let x): x.negated.map { .decimal($0) } ?? overflow
    case .float(let x): .float(-x)
    default: undefined
    }
  }

  @Sendable static func magnitude(_ a: Value) -> Value {
    switch a {
    case .integer(let x): x == .min ? overflow : .integer(abs(x))
    case .decimal(let x): x.magnitude.map { .decimal($0) } ?? overflow
    case .float(let x): .float(abs(x))
    default: undefined
    }
  }

  /// A whole number near `a`.
  static func whole(_ a: Value, _ rounding: Decimal64.Rounding) -> Value {
    if case .integer = a { return a }
    return a.decimal?.rounded(to: 0, rounding)?.integer.map { .integer($0) } ?? overflow
  }

  /// The sum of those that aren't missing; missing as the first one is where all are.
  @Sendable static func sum(_ values: [Value]) -> Value {
    combine(values, add)
  }

  /// The mean of those that aren't missing.
  @Sendable static func mean(_ values: [Value]) -> Value {
    let present = values.filter { !$0.isMissing }
    guard !present.isEmpty else { return values.first ?? undefined }
    let total = sum(present)
    return total.isMissing ? total : divide(total, .integer(present.count))
  }

  @Sendable static func least(_ values: [Value]) -> Value {
    combine(values) { a, b in b.order(to: a) == .less ? b : a }
  }

  @Sendable static func greatest(_ values: [Value]) -> Value {
    combine(values) { a, b in b.order(to: a) == .greater ? b : a }
  }

  private static func combine(_ values: [Value], _ operation: (Value, Value) -> Value) -> Value {
    var result: Value?
    for value in values where !value.isMissing {
      guard let known = result else {
        result = value
        continue
      }
      result = operation(known, value)
      if let result, result.isMissing { return result }
    }
    return result ?? values.first ?? undefined
  }

  /// Decimals exactly, floats as soon as one of the two is.
  private static func apply(
    _ a: Value, _ b: Value, _ exact: (Decimal64, Decimal64) -> Decimal64?, _ floating: (Double, Double) -> Double
  ) -> Value {
    if let x = a.decimal, let y = b.decimal { return exact(x, y).map { .decimal($0) } ?? overflow }
    guard let x = a.double, let y = b.double else { return undefined }
    let result = floating(x, y)
    return result.isNaN ? undefined : .float(result)
  }
}
