/// A formula as it was written, before anything is known of its names: what the parser gives and the checker reads.
indirect enum Syntax: Equatable {
  case number(Decimal64, Span)
  case text(String, Span)
  case boolean(Bool, Span)
  case date(CalendarDate, Span)
  case name(String, Span)
  case negate(Syntax, Span)
  case not(Syntax, Span)
  /// `and`, `or`, comparisons, arithmetic, `includes`.
  case binary(Binary, Syntax, Syntax, Span)
  case membership(Syntax, [SetItem], Span)
  case between(Syntax, Syntax, Syntax, Span)
  case answered(Syntax, Span)
  case call(Call, Span)
  /// Pieces that nothing joins; that has been reported, but what is inside them can be checked.
  case pieces([Syntax], Span)
  /// What couldn't be read; it has been reported.
  case broken(Span)

  struct Call: Equatable {
    var name: String
    var nameSpan: Span
    var arguments: [Syntax]
    /// The condition behind `where`.
    var condition: Syntax?
    /// Whether a bracket or a comma is missing, so that the number of arguments says nothing.
    var isBroken = false
  }

  enum Binary: String, CaseIterable {
    case or, and
    case equal = "eq"
    case notEqual = "ne"
    case less = "lt"
    case lessOrEqual = "le"
    case greater = "gt"
    case greaterOrEqual = "ge"
    case includes
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "mod"

    var precedence: Precedence {
      switch self {
      case .or: .or
      case .and: .and
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .includes: .comparison
      case .add, .subtract: .sum
      case .multiply, .divide, .modulo: .product
      }
    }

    var isOrder: Bool {
      switch self {
      case .less, .lessOrEqual, .greater, .greaterOrEqual: true
      default: false
      }
    }

    /// The row of the function table; nil for `and` and `or`, which are nodes.
    var operation: Operator? {
      switch self {
      case .or, .and: nil
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .includes: .includes
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      case .modulo: .modulo
      }
    }
  }

  var span: Span {
    switch self {
    case .number(_, let span), .text(_, let span), .boolean(_, let span), .date(_, let span), .name(_, let span),
      .negate(_, let span), .not(_, let span), .binary(_, _, _, let span), .membership(_, _, let span),
      .between(_, _, _, let span), .answered(_, let span), .call(_, let span), .pieces(_, let span), .broken(let span):
      span
    }
  }
}
