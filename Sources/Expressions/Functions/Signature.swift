/// What a function accepts and gives.
package struct Signature: Sendable, Equatable {
  package var parameters: [Parameter]
  package var result: Result

  /// What a function gives.
  package enum Result: Sendable, Equatable {
    case always(ValueType)
    /// What the type variable of this number was bound to.
    case variable(Int)
    /// Whole where all arguments are, else decimal.
    case number
  }

  init(_ parameters: Parameter..., gives result: Result) {
    self.parameters = parameters
    self.result = result
  }

  /// How many arguments there may be; nil where there is no upper end.
  package var counts: (least: Int, most: Int?) {
    let least = parameters.count { $0.count != .optional }
    return (least, parameters.contains { $0.count == .oneOrMore } ? nil : parameters.count)
  }

  func accepts(count: Int) -> Bool {
    let (least, most) = counts
    return count >= least && most.map { count <= $0 } ?? true
  }

  /// The parameter that the argument at `index` stands for: the last one repeats.
  func parameter(at index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }
}

/// One parameter of a function: what may stand there, and whether it may be left out or repeated.
package struct Parameter: Sendable, Equatable {
  package enum Count: Sendable, Equatable { case one, optional, oneOrMore }

  /// What may stand for a parameter.
  package enum Accepts: Sendable, Hashable {
    case anything, boolean, text, date
    /// An integer, a decimal, or a choice whose codes are numbers.
    case number
    /// A whole number.
    case integer
    /// Several codes, as "choose-many" and "order" give them.
    case several
    /// A type variable: the same type in all places with its number, integers widening to decimals.
    case variable(Int)
    /// A type variable of what has an order: numbers and days.
    case ordered(Int)
  }

  package var accepts: Accepts
  package var count: Count

  init(_ accepts: Accepts, _ count: Count = .one) {
    self.accepts = accepts
    self.count = count
  }
}
