import Diagnostics

/// Reads the tree that the parser gave: resolves names to slots, codes to symbols, types to conversions, and reports all
/// that can't be meant.
struct Checker {
  let source: SourceText
  private(set) var scope: Scope
  private(set) var findings: [Diagnostic] = []
  /// Inside an aggregate fields are those of one row.
  var isInsideAggregate = false

  init(source: SourceText, scope: Scope) {
    self.source = source
    self.scope = scope
  }

  /// A piece that is understood.
  ///
  /// Nil stands for a piece that isn't, which has been reported.
  typealias Bound = Compiled

  mutating func report(
    _ finding: ExpressionFinding, _ span: Span, suggestion: String? = nil, _ arguments: [String: String] = [:]
  ) {
    findings.append(source.diagnostic(finding, span, suggestion: suggestion, arguments))
  }

  /// Does something as if in an occurrence of a repeated part. What is wrong is told for the first alone: it is the same
  /// text in all.
  mutating func inside(_ occurrence: Occurrence, _ body: (inout Checker) -> Bound?) -> Bound? {
    let (outer, told) = (scope.occurrence, findings)
    scope.occurrence = occurrence
    let result = body(&self)
    scope.occurrence = outer
    if occurrence.number > 1 { findings = told }
    return result
  }

  /// The piece of text that a node was read from.
  func written(_ span: Span) -> String { source.piece(span) }

  // MARK: The whole

  mutating func bind(_ syntax: Syntax, expecting expectation: Expectation) -> Bound? {
    switch expectation {
    case .anything: return bind(syntax)
    case .boolean: return condition(syntax)
    case .number: return bind(syntax).flatMap { number($0) }
    case .type(let type): return bind(syntax, wanted: type).flatMap { coerce($0, to: type) }
    }
  }

  /// The piece with its type; `wanted` is what the place takes, so that a text can be read as a code.
  mutating func bind(_ syntax: Syntax, wanted: ValueType? = nil) -> Bound? {
    switch syntax {
    case .number(let number, let span):
      if number.scale == 0, let integer = number.integer {
        return Bound(formula: .literal(.integer(integer), span), type: .integer)
      }
      return Bound(formula: .literal(.decimal(number), span), type: .decimal)
    case .boolean(let value, let span): return Bound(formula: .literal(.boolean(value), span), type: .boolean)
    case .date(let date, let span): return Bound(formula: .literal(.date(date), span), type: .date)
    case .text(let text, let span):
      if let wanted, case .choice(let codes) = wanted.base { return code(text, of: codes, span) }
      return Bound(formula: .literal(.text(text), span), type: .text)
    case .name(let name, let span): return self.name(name, span)
    case .negate(let inner, let span):
      guard let inner = bind(inner).flatMap({ number($0) }) else { return nil }
      return Bound(formula: .one(FunctionID(.negate), inner.formula, span), type: inner.type)
    case .not(let inner, let span):
      return condition(inner).map { Bound(formula: .not($0.formula, span), type: .boolean) }
    case .binary(let operation, let left, let right, let span): return binary(operation, left, right, span)
    case .membership(let inner, let items, let span): return membership(inner, items, span)
    case .between(let value, let least, let most, let span): return between(value, least, most, span)
    case .answered(let inner, let span):
      return bind(inner).map { Bound(formula: .one(FunctionID(.isAnswered), $0.formula, span), type: .boolean) }
    case .call(let call, let span): return self.call(call, span, wanted: wanted)
    case .pieces(let pieces, _):
      for piece in pieces { _ = bind(piece) }
      return nil
    case .broken: return nil
    }
  }

  /// A piece that says yes or no.
  mutating func condition(_ syntax: Syntax) -> Bound? {
    guard let bound = bind(syntax) else { return nil }
    guard bound.type == .boolean else {
      var suggestion: String?
      if bound.type.cardinality == .single { suggestion = "\(written(bound.formula.span)) is answered" }
      report(.conditionNeeded, syntax.span, suggestion: suggestion)
      return nil
    }
    return bound
  }

  // MARK: Conversions

  /// The piece as a number: as it is, or by what its codes are worth.
  mutating func number(_ bound: Bound) -> Bound? {
    if let number = asNumber(bound) { return number }
    report(.numberNeeded, bound.formula.span, suggestion: numberInQuotes(bound.formula))
    return nil
  }

  func asNumber(_ bound: Bound) -> Bound? {
    guard bound.type.cardinality == .single else { return nil }
    switch bound.type.base {
    case .integer, .decimal, .float: return bound
    case .choice(let codes) where codes.areNumbers:
      let entries = codes.codes.compactMap { code in
        code.number.map {
          CodeNumbers.Entry(code: code.symbol, number: $0.integer.map { .integer($0) } ?? .decimal($0))
        }
      }
      let isWhole = entries.allSatisfy { if case .integer = $0.number { true } else { false } }
      let numbers = CodeNumbers(entries: entries)
      // What stands in the formula itself is converted at once.
      if case .literal(let value, let span) = bound.formula {
        return Bound(formula: .literal(numbers.number(of: value), span), type: isWhole ? .integer : .decimal)
      }
      return Bound(
        formula: .number(bound.formula, numbers, bound.formula.span), type: isWhole ? .integer : .decimal)
    default: return nil
    }
  }

  /// `'5'` where 5 was meant.
  private func numberInQuotes(_ formula: Formula) -> String? {
    guard case .literal(.text(let text), _) = formula else { return nil }
    return Decimal64(typed: text)?.description
  }

  /// The piece as a value of the type that a place takes.
  mutating func coerce(_ bound: Bound, to type: ValueType) -> Bound? {
    if bound.type == type { return bound }
    let span = bound.formula.span
    guard bound.type.cardinality == type.cardinality else {
      report(type.cardinality == .single ? .equalsOnSeveral : .severalNeeded, span)
      return nil
    }
    switch (bound.type.base, type.base) {
    case (_, .decimal), (_, .float): return number(bound).map { Bound(formula: $0.formula, type: type) }
    case (_, .integer):
      guard let number = number(bound) else { return nil }
      guard number.type == .integer else {
        report(.wholeNumberNeeded, span, suggestion: "round(\(written(span)))")
        return nil
      }
      return number
    case (.choice(let from), .choice(let to)): return recode(bound, from, to)
    case (_, .choice(let codes)):
      report(.choiceNeeded, span, ["list": codes.name])
      return nil
    case (_, .boolean): report(.conditionNeeded, span)
    case (_, .date): report(.dateNeeded, span, suggestion: dateInQuotes(bound.formula))
    default: report(.textNeeded, span, suggestion: "text(\(written(span)))")
    }
    return nil
  }

  /// Codes of one list where another takes them: right where the other has them all.
  private mutating func recode(_ bound: Bound, _ from: ChoiceCodes, _ to: ChoiceCodes) -> Bound? {
    let known = Set(to.codes.map(\.symbol))
    let strange = from.codes.filter { !known.contains($0.symbol) }
    guard strange.isEmpty else {
      report(
        .choiceNeeded, bound.formula.span,
        ["list": to.name, "code": strange.map(\.symbol.text).joined(separator: " ")])
      return nil
    }
    return Bound(formula: bound.formula, type: ValueType(.choice(to), bound.type.cardinality))
  }

  func dateInQuotes(_ formula: Formula) -> String? {
    guard case .literal(.text(let text), _) = formula, CalendarDate(text) != nil else { return nil }
    return "date('\(text)')"
  }

  /// One type for places that stand for one another, with both pieces brought to it; nil where there is none.
  func unify(_ a: Bound, _ b: Bound) -> (Bound, Bound)? {
    if a.type == b.type { return (a, b) }
    guard a.type.cardinality == b.type.cardinality else { return nil }
    if case .choice(let first) = a.type.base, case .choice(let second) = b.type.base {
      if first.codes == second.codes { return (a, Bound(formula: b.formula, type: a.type)) }
    }
    guard let x = asNumber(a), let y = asNumber(b) else { return nil }
    let type: ValueType = x.type == y.type ? x.type : x.type == .float || y.type == .float ? .float : .decimal
    return (Bound(formula: x.formula, type: type), Bound(formula: y.formula, type: type))
  }
}

extension SourceText {
  func piece(_ span: Span) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: min(Int(span.start), bytes.count))
    let end = bytes.index(bytes.startIndex, offsetBy: min(max(Int(span.start), Int(span.end)), bytes.count))
    return String(text[start..<end])
  }
}
