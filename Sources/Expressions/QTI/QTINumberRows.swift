import Glibc

/// QTI's operators of numbers, as rows of the function table.
extension Function {
  static let qtiNumbers: [Function] = [
    .qti("sum", .many { QTIMath.fold($0, Arithmetic.add) }),
    .qti("product", .many { QTIMath.fold($0, Arithmetic.multiply) }),
    .qti("min", .many { QTIMath.extreme($0, .less) }),
    .qti("max", .many { QTIMath.extreme($0, .greater) }),
    .qti("divide", .two { a, b in QTIMath.floating(a, b) { $1 == 0 ? .nan : $0 / $1 } }),
    // A result beyond all floats has no value.
    .qti(
      "power",
      .two { a, b in
        QTIMath.floating(a, b) { x, y in
          let result = pow(x, y)
          return result.isInfinite && x.isFinite && y.isFinite ? .nan : result
        }
      }),
    .qti("integerDivide", .two { a, b in QTIMath.quotient(a, b).map { .integer($0) } ?? Arithmetic.noData }),
    .qti(
      "integerModulus",
      .two { a, b in
        guard case .integer(let x) = a, case .integer(let y) = b, let quotient = QTIMath.quotient(a, b) else {
          return Arithmetic.noData
        }
        return .integer(x &- y &* quotient)
      }),
    .qti("truncate", .one { QTIMath.whole($0) { $0.rounded(.towardZero) } }),
    // Halves go up: −6.5 becomes −6.
    .qti("round", .one { QTIMath.whole($0) { ($0 + 0.5).rounded(.down) } }),
    .qti(
      "roundTo",
      .three { value, mode, figures in
        QTIMath.rounded(value, mode, figures).map { .float($0) } ?? Arithmetic.undefined
      }),
    .qti("integerToFloat", .one { $0.double.map { .float($0) } ?? Arithmetic.undefined }),
    .qti("gcd", .many { QTIMath.foldIntegers($0, QTIMath.greatestCommonDivisor) }),
    .qti("lcm", .many { QTIMath.foldIntegers($0, QTIMath.leastCommonMultiple) }),
    .qti("mathOperator", .many(QTIMath.named)),
    .qti("statsOperator", .two(QTIStatistics.named)),
  ]
}

/// Arithmetic as QTI defines it: floating point wherever a float stands.
package enum QTIMath {
  // MARK: Folds

  /// All numbers of all operands joined; missing where one is.
  static func fold(_ values: [Value], _ join: (Value, Value) -> Value) -> Value {
    let numbers = QTIValue.flattened(values)
    guard let first = numbers.first else { return QTIValue.null }
    return numbers.dropFirst().reduce(first) { $0.isMissing ? $0 : join($0, $1) }
  }

  /// The least or the greatest number, a float as soon as one of them is.
  static func extreme(_ values: [Value], _ order: Value.Order) -> Value {
    let numbers = QTIValue.flattened(values)
    let isFloat = numbers.contains { if case .float = $0 { true } else { false } }
    let best = fold(values) { a, b in
      guard let relation = b.order(to: a) else { return Arithmetic.undefined }
      return relation == order ? b : a
    }
    return isFloat ? best.double.map { .float($0) } ?? best : best
  }

  static func foldIntegers(_ values: [Value], _ join: (Int, Int) -> Int?) -> Value {
    var result: Int?
    for value in QTIValue.flattened(values) {
      guard case .integer(let number) = value, number != .min else { return Arithmetic.undefined }
      guard let known = result else {
        result = abs(number)
        continue
      }
      guard let next = join(known, abs(number)) else { return Arithmetic.overflow }
      result = next
    }
    return result.map { .integer($0) } ?? QTIValue.null
  }

  /// Euclid's algorithm.
  static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int? { b == 0 ? a : greatestCommonDivisor(b, a % b) }

  static func leastCommonMultiple(_ a: Int, _ b: Int) -> Int? {
    guard a != 0, b != 0, let divisor = greatestCommonDivisor(a, b) else { return 0 }
    let (product, overflow) = (a / divisor).multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }

  /// The quotient rounded down; nil where there is none.
  static func quotient(_ a: Value, _ b: Value) -> Int? {
    guard case .integer(let x) = a, case .integer(let y) = b, y != 0, !(x == .min && y == -1) else { return nil }
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    return remainder != 0 && (remainder < 0) != (y < 0) ? quotient - 1 : quotient
  }

  // MARK: Floats

  static func floating(_ a: Value, _ b: Value, _ operation: (Double, Double) -> Double) -> Value {
    guard let x = a.double, let y = b.double else { return Arithmetic.undefined }
    return float(operation(x, y))
  }

  /// A float; what is no number is undefined.
  static func float(_ value: Double) -> Value { value.isNaN ? Arithmetic.undefined : .float(value) }

  /// A whole number made of a float; what is infinite stays so.
  static func whole(_ value: Value, _ rounding: (Double) -> Double) -> Value {
    if case .integer = value { return value }
    guard let number = value.double else { return Arithmetic.undefined }
    let rounded = rounding(number)
    if rounded.isInfinite { return .float(rounded) }
    return Int(exactly: rounded).map { .integer($0) } ?? Arithmetic.undefined
  }

  /// The number to some significant figures or decimal places, halves away from zero in the decimal digits that people see.
  static func rounded(_ value: Value, _ mode: Value, _ figures: Value) -> Double? {
    guard let number = value.double, case .integer(let count) = figures, case .text(let mode) = mode else { return nil }
    guard number.isFinite, number != 0 else { return number.isNaN ? nil : number }
    var places = count
    if mode == "significantFigures" {
      guard count >= 1 else { return nil }
      places = count - 1 - Int(log10(number.magnitude).rounded(.down))
    } else if count < 0 {
      return nil
    }
    // Exact where the number has few digits; beyond that no digit that matters is left to round.
    if let exact = Decimal64(number), let rounded = exact.rounded(to: max(-30, min(18, places))) {
      return rounded.double
    }
    let power = pow(10, Double(places))
    let scaled = (number * power).rounded(.toNearestOrAwayFromZero) / power
    return scaled.isFinite ? scaled : number
  }

  /// `equal` with its tolerances: the second number lies around the first.
  @Sendable static func equal(_ values: [Value]) -> Value {
    guard values.count == 7, let x = values[0].double, let y = values[1].double, case .text(let mode) = values[2],
      let below = values[3].double, let above = values[4].double
    else { return Arithmetic.undefined }
    guard mode != "exact" else { return values[0].matches(values[1]).map { .boolean($0) } ?? .boolean(false) }
    let isRelative = mode == "relative"
    let least = isRelative ? x * (1 - below / 100) : x - below
    let most = isRelative ? x * (1 + above / 100) : x + above
    let isAbove = values[5] == .boolean(true) ? y >= least : y > least
    let isBelow = values[6] == .boolean(true) ? y <= most : y < most
    return .boolean(isAbove && isBelow)
  }

  // MARK: Functions by name

  package static let names = [
    "sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan", "atan2", "asec", "acsc", "acot", "sinh", "cosh",
    "tanh", "sech", "csch", "coth", "log", "ln", "exp", "abs", "signum", "floor", "ceil", "toDegrees", "toRadians",
  ]

  @Sendable static func named(_ values: [Value]) -> Value {
    guard values.count >= 2, case .text(let name) = values[values.count - 1], let x = values[0].double else {
      return Arithmetic.undefined
    }
    if name == "atan2" {
      guard values.count == 3, let y = values[1].double else { return Arithmetic.undefined }
      return float(atan2(x, y))
    }
    switch name {
    case "floor": return whole(values[0]) { $0.rounded(.down) }
    case "ceil": return whole(values[0]) { $0.rounded(.up) }
    case "signum": return x.isNaN ? Arithmetic.undefined : .integer(x > 0 ? 1 : x < 0 ? -1 : 0)
    case "abs": return float(x.magnitude)
    default: return float(function(name, x))
    }
  }

  private static func function(_ name: String, _ x: Double) -> Double {
    switch name {
    case "sin": sin(x)
    case "cos": cos(x)
    case "tan": tan(x)
    case "sec": 1 / cos(x)
    case "csc": reciprocal(sin(x))
    case "cot": reciprocal(tan(x))
    case "asin": asin(x)
    case "acos": acos(x)
    case "atan": atan(x)
    case "asec": acos(reciprocal(x))
    case "acsc": asin(reciprocal(x))
    case "acot": x == 0 ? Double.pi / 2 : atan(1 / x)
    case "sinh": sinh(x)
    case "cosh": cosh(x)
    case "tanh": tanh(x)
    case "sech": 1 / cosh(x)
    case "csch": reciprocal(sinh(x))
    case "coth": reciprocal(tanh(x))
    // The logarithm of zero has no value: the specification's own example says NULL.
    case "log": x > 0 ? log10(x) : .nan
    case "ln": x > 0 ? log(x) : .nan
    case "exp": exp(x)
    case "toDegrees": x * 180 / .pi
    case "toRadians": x * .pi / 180
    default: .nan
    }
  }

  private static func reciprocal(_ x: Double) -> Double { x == 0 ? .nan : 1 / x }
}

/// Statistics of a container of numbers.
package enum QTIStatistics {
  package static let names = ["mean", "sampleVariance", "sampleSD", "popVariance", "popSD"]

  @Sendable static func named(_ container: Value, _ name: Value) -> Value {
    let numbers = QTIValue.flattened([container]).map(\.double)
    guard case .text(let name) = name, !numbers.isEmpty, numbers.allSatisfy({ $0 != nil }) else {
      return Arithmetic.undefined
    }
    let values = numbers.compactMap { $0 }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    switch name {
    case "mean": return QTIMath.float(mean)
    case "popVariance": return QTIMath.float(squares / count)
    case "popSD": return QTIMath.float((squares / count).squareRoot())
    case "sampleVariance": return values.count < 2 ? Arithmetic.undefined : QTIMath.float(squares / (count - 1))
    case "sampleSD":
      return values.count < 2 ? Arithmetic.undefined : QTIMath.float((squares / (count - 1)).squareRoot())
    default: return Arithmetic.undefined
    }
  }
}
