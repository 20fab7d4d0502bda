/// The operators that have signs of their own: the first rows of the function table, known to the checker by name.
package enum Operator: UInt16, CaseIterable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, between
  case add, subtract, multiply, divide, modulo, negate
  case isAnswered, includes

  var row: Function {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .between: comparison
    case .add, .subtract, .multiply, .divide, .modulo, .negate: arithmetic
    case .isAnswered:
      Function(
        "answered", Signature(Parameter(.anything), gives: .always(.boolean)), notation: .postfix("is answered"),
        seesMissing: true, ky: "{1} — жооп берилген", ru: "{1} — дан ответ", en: "{1} is answered",
        .one { .boolean(!$0.isMissing) })
    case .includes:
      Function(
        "includes", Signature(Parameter(.several), Parameter(.anything), gives: .always(.boolean)),
        notation: .infix(.comparison), ky: "{1} — «{2}» белгиленген", ru: "{1} — отмечено «{2}»",
        en: "{1} includes “{2}”",
        .two { several, one in
          guard case .container(let container) = several else { return .missing(Missing(.undefined)) }
          return .boolean(container.holds([one]))
        })
    }
  }

  private var comparison: Function {
    switch self {
    case .notEqual:
      .comparison("ne", ky: "{1} — {2} эмес", ru: "{1} — не {2}", en: "{1} is not {2}") { a, b in
        a.matches(b).map { !$0 }
      }
    case .less:
      .comparison("lt", ky: "{1} — {2} санынан аз", ru: "{1} меньше {2}", en: "{1} is less than {2}") { a, b in
        a.order(to: b).map { $0 == .less }
      }
    case .lessOrEqual:
      .comparison("le", ky: "{1} — {2} же андан аз", ru: "{1} не больше {2}", en: "{1} is at most {2}") { a, b in
        a.order(to: b).map { $0 != .greater }
      }
    case .greater:
      .comparison("gt", ky: "{1} — {2} санынан көп", ru: "{1} больше {2}", en: "{1} is more than {2}") { a, b in
        a.order(to: b).map { $0 == .greater }
      }
    case .greaterOrEqual:
      .comparison("ge", ky: "{1} — {2} же андан көп", ru: "{1} не меньше {2}", en: "{1} is at least {2}") { a, b in
        a.order(to: b).map { $0 != .less }
      }
    case .between:
      Function(
        "between",
        Signature(Parameter(.variable(0)), Parameter(.variable(0)), Parameter(.variable(0)), gives: .always(.boolean)),
        notation: .between, ky: "{1} — {2} менен {3} аралыгында", ru: "{1} — от {2} до {3}",
        en: "{1} is between {2} and {3}",
        .three { value, least, most in
          guard let low = value.order(to: least), let high = value.order(to: most) else {
            return .missing(Missing(.undefined))
          }
          return .boolean(low != .less && high != .greater)
        })
    default:
      .comparison("eq", ky: "{1} — {2}", ru: "{1} — {2}", en: "{1} is {2}") { a, b in a.matches(b) }
    }
  }

  private var arithmetic: Function {
    switch self {
    case .subtract:
      .arithmetic("-", .sum, ky: "{1} − {2}", ru: "{1} − {2}", en: "{1} − {2}", Arithmetic.subtract)
    case .multiply:
      .arithmetic("*", .product, ky: "{1} × {2}", ru: "{1} × {2}", en: "{1} × {2}", Arithmetic.multiply)
    case .divide:
      .arithmetic(
        "/", .product, gives: .always(.decimal), ky: "{1} ÷ {2}", ru: "{1} ÷ {2}", en: "{1} ÷ {2}", Arithmetic.divide)
    case .modulo:
      .arithmetic(
        "mod", .product, ky: "{1} санын {2} санына бөлгөндөгү калдык", ru: "остаток от деления {1} на {2}",
        en: "the remainder of {1} by {2}", Arithmetic.remainder)
    case .negate:
      Function(
        "-", Signature(Parameter(.number), gives: .number), notation: .prefix("-"), ky: "−{1}", ru: "−{1}", en: "−{1}",
        .one(Arithmetic.negate))
    default:
      .arithmetic("+", .sum, ky: "{1} + {2}", ru: "{1} + {2}", en: "{1} + {2}", Arithmetic.add)
    }
  }
}

extension Function {
  fileprivate static func comparison(
    _ name: String, ky: String, ru: String, en: String, _ holds: @escaping @Sendable (Value, Value) -> Bool?
  ) -> Function {
    Function(
      name, Signature(Parameter(.variable(0)), Parameter(.variable(0)), gives: .always(.boolean)),
      notation: .infix(.comparison), ky: ky, ru: ru, en: en,
      .two { a, b in holds(a, b).map { .boolean($0) } ?? .missing(Missing(.undefined)) })
  }

  fileprivate static func arithmetic(
    _ name: String, _ precedence: Precedence, gives result: Signature.Result = .number, ky: String, ru: String,
    en: String, _ operation: @escaping @Sendable (Value, Value) -> Value
  ) -> Function {
    Function(
      name, Signature(Parameter(.number), Parameter(.number), gives: result), notation: .infix(precedence), ky: ky,
      ru: ru, en: en, .two(operation))
  }
}

extension ValueType {
  package static let boolean = ValueType(.boolean)
  package static let integer = ValueType(.integer)
  package static let decimal = ValueType(.decimal)
  package static let float = ValueType(.float)
  package static let text = ValueType(.text)
  package static let date = ValueType(.date)
}
