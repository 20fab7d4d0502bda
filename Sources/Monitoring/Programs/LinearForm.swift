import Expressions

/// A finishing formula that is a sum of parts, each times a constant: then every row has its own share of it, and an
/// interval can be had.
package struct LinearForm: Sendable, Hashable {
  /// Positions of parts in the data set's program, with what they are multiplied by.
  var terms: [Int: Decimal64]

  /// What one row gives; nil where a number is too large.
  func value(of additions: ArraySlice<Addition>) -> Decimal64? {
    var sum = Decimal64.zero
    for (part, coefficient) in terms {
      let addition: Decimal64? =
        switch additions[additions.startIndex + part] {
        case .one: .one
        case .number(let number): number
        case .square(let number): number.multiplied(by: number)
        case .nothing, .value: .zero
        }
      guard let addition, let term = addition.multiplied(by: coefficient), let next = sum.adding(term) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  /// The linear form of a finishing formula whose slots are `positions` in the program; nil where it isn't one.
  init?(_ finish: Formula, parts: [AdditiveSplit.Part], positions: [Int]) {
    guard let combination = Combination(finish, parts: parts), combination.constant.isZero else { return nil }
    terms = [:]
    for (slot, coefficient) in combination.coefficients {
      let part = positions[slot]
      guard let sum = terms[part, default: .zero].adding(coefficient) else { return nil }
      terms[part] = sum
    }
  }

  /// The only part, where it is taken once as it is.
  var singlePart: Int? {
    guard terms.count == 1, let (part, coefficient) = terms.first, coefficient == .one else { return nil }
    return part
  }
}

/// constant + Σ coefficient · slot.
private struct Combination {
  var constant: Decimal64
  var coefficients: [Int: Decimal64]

  init(constant: Decimal64, coefficients: [Int: Decimal64] = [:]) {
    self.constant = constant
    self.coefficients = coefficients
  }

  init?(_ formula: Formula, parts: [AdditiveSplit.Part]) {
    switch formula {
    case .literal(let value, _):
      guard let number = value.decimal else { return nil }
      self.init(constant: number)
    case .slot(let slot, _):
      guard parts.indices.contains(slot), [.count, .sum, .sumOfSquares].contains(parts[slot].kind) else { return nil }
      self.init(constant: .zero, coefficients: [slot: .one])
    case .one(let id, let inner, _):
      guard id.function.name == "-", let value = Combination(inner, parts: parts) else { return nil }
      self = value
      guard scale(by: Decimal64(-1)) else { return nil }
    case .two(let id, let first, let second, _):
      guard let a = Combination(first, parts: parts), var b = Combination(second, parts: parts) else { return nil }
      self = a
      switch id.function.name {
      case "+":
        guard add(b) else { return nil }
      case "-":
        guard b.scale(by: Decimal64(-1)), add(b) else { return nil }
      case "*":
        if b.coefficients.isEmpty {
          guard scale(by: b.constant) else { return nil }
        } else if a.coefficients.isEmpty {
          self = b
          guard scale(by: a.constant) else { return nil }
        } else {
          return nil
        }
      case "/":
        // Only by a constant whose reciprocal is exact.
        guard b.coefficients.isEmpty, let reciprocal = Decimal64.one.divided(by: b.constant),
          reciprocal.multiplied(by: b.constant) == .one, scale(by: reciprocal)
        else { return nil }
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func add(_ other: Combination) -> Bool {
    guard let sum = constant.adding(other.constant) else { return false }
    constant = sum
    for (slot, coefficient) in other.coefficients {
      guard let sum = coefficients[slot, default: .zero].adding(coefficient) else { return false }
      coefficients[slot] = sum
    }
    return true
  }

  private mutating func scale(by factor: Decimal64) -> Bool {
    guard let product = constant.multiplied(by: factor) else { return false }
    constant = product
    for (slot, coefficient) in coefficients {
      guard let product = coefficient.multiplied(by: factor) else { return false }
      coefficients[slot] = product
    }
    return true
  }
}
