/// Writes a formula as an author would: what the reader reads back to the same formula.
package struct Printer {
  /// The ids of names and scales by slot.
  let name: (Int) -> String
  let scale: (Int) -> String

  package init(name: @escaping (Int) -> String, scale: @escaping (Int) -> String = { "scale\($0)" }) {
    self.name = name
    self.scale = scale
  }

  package init(_ scope: Scope) {
    self.init(
      name: { scope.name(at: $0)?.id ?? "slot\($0)" },
      scale: { scope.scales.indices.contains($0) ? scope.scales[$0].id : "scale\($0)" })
  }

  package func text(of formula: Formula) -> String { text(of: formula, at: .or) }

  /// The text, in brackets where the place binds tighter than the formula.
  private func text(of formula: Formula, at least: Precedence) -> String {
    let (text, precedence) = pieces(of: formula)
    return precedence < least ? "(\(text))" : text
  }

  private func pieces(of formula: Formula) -> (String, Precedence) {
    switch formula {
    case .literal(let value, _): (text(of: value), value.isNegative ? .sign : .primary)
    case .slot(let slot, _): (name(slot), .primary)
    case .and(let a, let b, _): ("\(text(of: a, at: .and)) and \(text(of: b, at: .not))", .and)
    case .or(let a, let b, _): ("\(text(of: a, at: .or)) or \(text(of: b, at: .and))", .or)
    case .not(let inner, _): negation(of: inner)
    case .one(let id, let argument, _): call(id, [argument])
    case .two(let id, let a, let b, _): call(id, [a, b])
    case .many(let id, let arguments, _): call(id, arguments)
    case .member(let inner, let set, _): (membership(inner, set, "eq"), .comparison)
    case .conditional(let condition, let then, let otherwise, _):
      ("if(\(list([condition, then, otherwise])))", .primary)
    case .number(let inner, _, _): pieces(of: inner)
    case .aggregate(let aggregate, _): (text(of: aggregate), .primary)
    case .scale(let query, let slot, _): ("\(query.rawValue)(\(scale(slot)))", .primary)
    case .indicator(let query, _): (text(of: query), .primary)
    case .today: ("today()", .primary)
    }
  }

  private func negation(of inner: Formula) -> (String, Precedence) {
    switch inner {
    case .one(FunctionID(.isAnswered), let argument, _):
      ("\(text(of: argument, at: .sum)) is missing", .comparison)
    case .member(let tested, let set, _) where set.single != nil: (membership(tested, set, "ne"), .comparison)
    default: ("not \(text(of: inner, at: .not))", .not)
    }
  }

  private func call(_ id: FunctionID, _ arguments: [Formula]) -> (String, Precedence) {
    let row = id.function
    switch row.notation {
    case .call, .foreign: return ("\(row.name)(\(list(arguments)))", .primary)
    case .infix(let precedence):
      guard arguments.count == 2 else { return ("\(row.name)(\(list(arguments)))", .primary) }
      // Comparisons don't chain, so both sides bind tighter; the others go from left to right.
      let left: Precedence = precedence == .comparison ? .sum : precedence
      let right = Precedence(rawValue: precedence.rawValue + 1) ?? .primary
      return ("\(text(of: arguments[0], at: left)) \(row.name) \(text(of: arguments[1], at: right))", precedence)
    case .prefix(let sign):
      guard let argument = arguments.first else { return (sign, .sign) }
      return (sign + text(of: argument, at: .primary), .sign)
    case .postfix(let words):
      guard let argument = arguments.first else { return (words, .comparison) }
      return ("\(text(of: argument, at: .sum)) \(words)", .comparison)
    case .between:
      guard arguments.count == 3 else { return ("between(\(list(arguments)))", .primary) }
      let pieces = arguments.map { text(of: $0, at: .sum) }
      return ("\(pieces[0]) between \(pieces[1]) and \(pieces[2])", .comparison)
    }
  }

  private func membership(_ inner: Formula, _ set: MemberSet, _ word: String) -> String {
    if let single = set.single { return "\(text(of: inner, at: .sum)) \(word) \(quoted(single.text))" }
    let codes = (set.codes + set.missingCodes).map { item($0.text) }
    let values = set.values.map { value -> String in
      if case .date(let date) = value { return quoted(date.description) }
      return value.decimal == nil ? item(value.plainText) : value.plainText
    }
    return "\(text(of: inner, at: .sum)) in {\((codes + values).joined(separator: ", "))}"
  }

  /// A code in braces: bare where it reads as one.
  private func item(_ text: String) -> String {
    let isBare = !text.isEmpty && text.unicodeScalars.allSatisfy { $0.isCodePart && ($0 == "-" || !$0.isMinus) }
    return isBare ? text : quoted(text)
  }

  private func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  private func list(_ formulas: [Formula]) -> String { formulas.map { text(of: $0) }.joined(separator: ", ") }

  private func text(of aggregate: Aggregate) -> String {
    let value = aggregate.value.map { text(of: $0) } ?? ""
    let condition = aggregate.condition.map { " where \(text(of: $0))" } ?? ""
    return "\(aggregate.kind.rawValue)(\(value)\(condition))"
  }

  private func text(of query: IndicatorQuery) -> String {
    switch query.reading {
    case .now: "indicator(\(quoted(query.id)))"
    case .target: "target(\(quoted(query.id)))"
    default: "indicator(\(quoted(query.id)), \(quoted(query.reading.rawValue)))"
    }
  }

  private func text(of value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .code(let code): quoted(code.text)
    case .missing(let missing): quoted(missing.code?.text ?? "")
    case .date(let date): "date(\(quoted(date.description)))"
    // A decimal keeps its point, so that it is read back as one.
    case .decimal(let decimal): decimal.isWhole ? decimal.text(places: 1) : decimal.description
    default: value.plainText
    }
  }
}

extension MemberSet {
  /// The code of a test that names one, as `eq` writes it.
  var single: Symbol? {
    guard values.isEmpty, codes.count + missingCodes.count == 1 else { return nil }
    return codes.first ?? missingCodes.first
  }
}

extension Value {
  fileprivate var isNegative: Bool { decimal?.isNegative ?? false }
}
