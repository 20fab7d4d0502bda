import Diagnostics

/// Operators: what they join, and how codes and numbers meet in a comparison.
extension Checker {
  mutating func binary(_ operation: Syntax.Binary, _ left: Syntax, _ right: Syntax, _ span: Span) -> Bound? {
    switch operation {
    case .and, .or:
      let a = condition(left)
      let b = condition(right)
      guard let a, let b else { return nil }
      let formula: Formula = operation == .and ? .and(a.formula, b.formula, span) : .or(a.formula, b.formula, span)
      return Bound(formula: formula, type: .boolean)
    case .add, .subtract, .multiply, .divide, .modulo: return arithmetic(operation, left, right, span)
    case .includes: return includes(left, right, span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return comparison(operation, left, right, span)
    }
  }

  private mutating func arithmetic(
    _ operation: Syntax.Binary, _ left: Syntax, _ right: Syntax, _ span: Span
  ) -> Bound? {
    let first = bind(left).flatMap { number($0) }
    let second = bind(right).flatMap { number($0) }
    guard let first, let second, let row = operation.operation else { return nil }
    if operation == .divide || operation == .modulo, case .literal(let value, let place) = second.formula,
      value.decimal?.isZero == true
    {
      report(.divisionByZero, place)
      return nil
    }
    let isFloat = first.type == .float || second.type == .float
    let isWhole = first.type == .integer && second.type == .integer && operation != .divide
    return Bound(
      formula: .two(FunctionID(row), first.formula, second.formula, span),
      type: isFloat ? .float : isWhole ? .integer : .decimal)
  }

  // MARK: Comparisons

  private mutating func comparison(
    _ operation: Syntax.Binary, _ left: Syntax, _ right: Syntax, _ span: Span
  ) -> Bound? {
    // The side that isn't a text decides how a text on the other side is read.
    var first: Bound?
    var second: Bound?
    if case .text = left {
      second = bind(right)
      first = side(left, beside: second)
    } else {
      first = bind(left)
      second = side(right, beside: first)
    }
    guard let first, let second else { return nil }
    if reportedSeveral(first, second, operation, span) { return nil }
    if first.formula == second.formula { report(.sameBothSides, span) }
    if operation.isOrder, let missing = [first.formula, second.formula].first(where: \.isMissingLiteral) {
      report(.noOrder, missing.span)
      return nil
    }
    if let test = codeTest(operation, first, second, span) ?? codeTest(operation.mirrored, second, first, span) {
      return test
    }
    return plainComparison(operation, first, second, span)
  }

  /// A side of a comparison, read in the light of the other.
  private mutating func side(_ syntax: Syntax, beside other: Bound?) -> Bound? {
    guard let other, case .choice(let codes) = other.type.base else { return bind(syntax) }
    guard other.type.cardinality == .single else {
      // That a code is bare matters less than that it is compared with several.
      if case .name(let id, let span) = syntax, scope.name(id) == nil,
        codes.codes.contains(where: { $0.symbol.text == id })
      {
        return code(id, of: codes, span)
      }
      return bind(syntax)
    }
    if reportedAsCode(syntax, of: codes) { return nil }
    if case .number(let number, let span) = syntax, codes.areNumbers, isAmong(codes, number) {
      return code(number.description, of: codes, span)
    }
    return bind(syntax, wanted: other.type)
  }

  private func isAmong(_ codes: ChoiceCodes, _ number: Decimal64) -> Bool {
    codes.codes.contains { $0.number == number }
  }

  private mutating func reportedSeveral(
    _ first: Bound, _ second: Bound, _ operation: Syntax.Binary, _ span: Span
  ) -> Bool {
    guard let several = [first, second].first(where: { $0.type.cardinality != .single }) else { return false }
    let other = several == first ? second : first
    var one = written(other.formula.span)
    if case .literal(.code(let code), _) = other.formula { one = "'\(code.text)'" }
    let test = "\(written(several.formula.span)) includes \(one)"
    report(
      .equalsOnSeveral, several.formula.span,
      suggestion: operation == .notEqual ? "not \(test)" : operation == .equal ? test : nil)
    return true
  }

  /// `x eq 'code'` and `x ne 'code'`: a test that names a code, missing ones too.
  private mutating func codeTest(
    _ operation: Syntax.Binary, _ name: Bound, _ literal: Bound, _ span: Span
  ) -> Bound? {
    guard operation == .equal || operation == .notEqual, case .choice = name.type.base,
      case .literal(let value, let place) = literal.formula
    else { return nil }
    if case .literal = name.formula { return nil }
    var set = MemberSet()
    switch value {
    case .code(let code): set.codes = [code]
    case .missing(let missing): set.missingCodes = missing.code.map { [$0] } ?? []
    default:
      // A number that no code is worth.
      guard case .choice(let codes) = name.type.base, codes.areNumbers, let number = value.decimal else { return nil }
      report(.codeNotInChoices, place, ["list": codes.name, "number": number.description])
      return nil
    }
    let test = Formula.member(name.formula, set, span)
    return Bound(formula: operation == .equal ? test : .not(test, span), type: .boolean)
  }

  private mutating func plainComparison(
    _ operation: Syntax.Binary, _ first: Bound, _ second: Bound, _ span: Span
  ) -> Bound? {
    guard let row = operation.operation else { return nil }
    if let (a, b) = comparable(first, second, ordered: operation.isOrder) {
      return Bound(formula: .two(FunctionID(row), a.formula, b.formula, span), type: .boolean)
    }
    if operation.isOrder, first.type.base.hasSameKind(as: second.type.base) {
      report(.noOrder, first.formula.isLiteral ? second.formula.span : first.formula.span)
    } else {
      let date = dateInQuotes(first.formula) ?? dateInQuotes(second.formula)
      let number = [first.formula, second.formula].compactMap(\.numberInQuotes).first
      let isDate = first.type == .date || second.type == .date
      let isBoolean = first.type == .boolean || second.type == .boolean
      let truth = [first.formula, second.formula].compactMap(\.truthInQuotes).first
      report(
        .notComparable, span, suggestion: isDate ? date : isBoolean ? truth : number,
        ["left": written(first.formula.span), "right": written(second.formula.span)])
    }
    return nil
  }

  /// Both sides as values that can be compared; nil where they can't.
  private func comparable(_ first: Bound, _ second: Bound, ordered: Bool) -> (Bound, Bound)? {
    switch (first.type.base, second.type.base) {
    case (.choice(let a), .choice(let b)):
      if !ordered, a.codes.contains(where: { code in b.codes.contains { $0.symbol == code.symbol } }) {
        return (first, second)
      }
      return unify(asNumber(first) ?? first, asNumber(second) ?? second).flatMap { $0.0.type.base.isNumber ? $0 : nil }
    case (.text, .text), (.boolean, .boolean): return ordered ? nil : (first, second)
    case (.date, .date), (.time, .time), (.duration, .duration): return (first, second)
    default: return unify(first, second).flatMap { $0.0.type.base.isNumber ? $0 : nil }
    }
  }

  mutating func between(_ value: Syntax, _ least: Syntax, _ most: Syntax, _ span: Span) -> Bound? {
    let bound = bind(value)
    let low = bind(least)
    let high = bind(most)
    guard let bound, let low, let high else { return nil }
    if bound.type.cardinality != .single {
      report(.equalsOnSeveral, bound.formula.span)
      return nil
    }
    if [bound, low, high].allSatisfy({ $0.type == .date }) {
      return Bound(
        formula: .many(FunctionID(.between), [bound.formula, low.formula, high.formula], span), type: .boolean)
    }
    if bound.type == .date || low.type == .date || high.type == .date {
      for piece in [bound, low, high] where piece.type != .date {
        report(.dateNeeded, piece.formula.span, suggestion: dateInQuotes(piece.formula))
      }
      return nil
    }
    let numbers = [number(bound), number(low), number(high)].compactMap { $0 }
    guard numbers.count == 3 else { return nil }
    return Bound(formula: .many(FunctionID(.between), numbers.map(\.formula), span), type: .boolean)
  }

  // MARK: Sets

  private mutating func includes(_ left: Syntax, _ right: Syntax, _ span: Span) -> Bound? {
    guard let several = bind(left) else {
      _ = bind(right)
      return nil
    }
    guard several.type.cardinality == .multiple || several.type.cardinality == .ordered else {
      let isText = several.type == .text
      report(
        .severalNeeded, several.formula.span,
        suggestion: isText
          ? "contains(\(written(left.span)), \(written(right.span)))"
          : "\(written(left.span)) eq \(written(right.span))")
      return nil
    }
    let element = ValueType(several.type.base)
    if case .choice(let codes) = element.base {
      if reportedAsCode(right, of: codes) { return nil }
      if case .number(let number, let place) = right {
        guard let code = find(number.description, in: codes, place) else { return nil }
        return inclusion(several, code, place, span)
      }
      if case .text(let text, let place) = right {
        guard let code = find(text, in: codes, place) else { return nil }
        return inclusion(several, code, place, span)
      }
    }
    guard let one = bind(right, wanted: element) else { return nil }
    guard let (_, other) = unify(Bound(formula: several.formula, type: element), one)
    else {
      report(
        .notComparable, span, ["left": written(left.span), "right": written(right.span)])
      return nil
    }
    return Bound(formula: .two(FunctionID(.includes), several.formula, other.formula, span), type: .boolean)
  }

  /// A missing code is never among several: where it was chosen, it is why there are none.
  private func inclusion(_ several: Bound, _ code: ChoiceCodes.Code, _ place: Span, _ span: Span) -> Bound {
    if code.missing != nil {
      return Bound(formula: .member(several.formula, MemberSet(missingCodes: [code.symbol]), span), type: .boolean)
    }
    let literal = Formula.literal(.code(code.symbol), place)
    return Bound(formula: .two(FunctionID(.includes), several.formula, literal, span), type: .boolean)
  }

  mutating func membership(_ inner: Syntax, _ items: [SetItem], _ span: Span) -> Bound? {
    guard let bound = bind(inner) else { return nil }
    guard !items.isEmpty else {
      report(.emptySet, span)
      return nil
    }
    guard bound.type.cardinality == .single else {
      let tests = items.map { "\(written(inner.span)) includes '\($0.text)'" }
      report(.equalsOnSeveral, inner.span, suggestion: tests.joined(separator: " or "))
      return nil
    }
    var set = MemberSet()
    var isWhole = true
    for item in items {
      guard add(item, to: &set, for: bound) else {
        isWhole = false
        continue
      }
    }
    return isWhole ? Bound(formula: .member(bound.formula, set, span), type: .boolean) : nil
  }

  private mutating func add(_ item: SetItem, to set: inout MemberSet, for bound: Bound) -> Bool {
    let value: Value
    switch bound.type.base {
    case .choice(let codes):
      guard let code = find(item.text, in: codes, item.span) else { return false }
      let isTwice = set.codes.contains(code.symbol) || set.missingCodes.contains(code.symbol)
      if isTwice {
        report(.codeTwice, item.span)
      } else if code.missing == nil {
        set.codes.append(code.symbol)
      } else {
        set.missingCodes.append(code.symbol)
      }
      return true
    case .integer, .decimal, .float:
      guard let number = Decimal64(item.text) else {
        report(.numberNeeded, item.span)
        return false
      }
      value = number.integer.map { .integer($0) } ?? .decimal(number)
    case .text: value = .text(item.text)
    case .date:
      guard let date = CalendarDate(item.text) else {
        report(.invalidDate, item.span)
        return false
      }
      value = .date(date)
    default:
      report(.choiceNeeded, bound.formula.span, ["list": written(item.span)])
      return false
    }
    if set.values.contains(where: { $0.matches(value) == true }) {
      report(.codeTwice, item.span)
    } else {
      set.values.append(value)
    }
    return true
  }
}

extension Syntax.Binary {
  /// The comparison with its sides exchanged.
  fileprivate var mirrored: Syntax.Binary {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

extension ValueType.Base {
  package var isNumber: Bool { self == .integer || self == .decimal || self == .float }

  fileprivate func hasSameKind(as other: ValueType.Base) -> Bool {
    switch (self, other) {
    case (.choice, .choice), (.choice, .text), (.text, .choice): true
    default: self == other
    }
  }
}

extension Formula {
  var isLiteral: Bool { if case .literal = self { true } else { false } }

  /// A code that says why there is no value.
  fileprivate var isMissingLiteral: Bool {
    if case .literal(let value, _) = self { value.isMissing } else { false }
  }

  fileprivate var truthInQuotes: String? {
    guard case .literal(.text(let text), _) = self, text == "true" || text == "false" else { return nil }
    return text
  }

  fileprivate var numberInQuotes: String? {
    guard case .literal(.text(let text), _) = self else { return nil }
    return Decimal64(typed: text)?.description
  }
}
