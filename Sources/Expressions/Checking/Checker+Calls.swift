import Diagnostics

/// Calls: rows of the function table, and what is written like them but is a node.
extension Checker {
  mutating func call(_ call: Syntax.Call, _ span: Span, wanted: ValueType?) -> Bound? {
    guard !call.isBroken else {
      for argument in call.arguments where !isScale(argument) { _ = bind(argument) }
      return nil
    }
    if let form = SpecialForm(rawValue: call.name), !isOrdinary(form, call) { return special(form, call, span, wanted) }
    if call.condition != nil { report(.whereNotHere, call.nameSpan) }
    let rows = FunctionTable.callable(call.name)
    guard !rows.isEmpty else {
      let isKnown = SpecialForm(rawValue: call.name) != nil
      report(
        isKnown ? .functionNotHere : .unknownFunction, call.nameSpan,
        suggestion: isKnown
          ? nil
          : FamiliarNames.ours[call.name]
            ?? Similarity.nearest(to: call.name, among: FunctionTable.callableNames.sorted()))
      // A scale is right where a misspelt `score` would be.
      for argument in call.arguments where !isScale(argument) { _ = bind(argument) }
      return nil
    }
    guard let row = rows.first(where: { $0.function.signature.accepts(count: call.arguments.count) }) else {
      reportCount(call, span, rows.map { $0.function.signature.counts })
      return nil
    }
    return apply(row, spread(call.arguments, over: row.function.signature), span, wanted: wanted)
  }

  private func isScale(_ syntax: Syntax) -> Bool {
    if case .name(let id, _) = syntax { scope.scaleSlot(id) != nil } else { false }
  }

  private mutating func reportCount(_ call: Syntax.Call, _ span: Span, _ counts: [(least: Int, most: Int?)]) {
    let texts = counts.map { count in
      count.most.map { $0 == count.least ? "\($0)" : "\(count.least)–\($0)" } ?? "≥ \(count.least)"
    }
    report(
      .argumentCount, span,
      ["name": call.name, "expected": texts.joined(separator: ", "), "count": String(call.arguments.count)])
  }

  // MARK: Rows of the table

  /// An argument, in the occurrence of a repeated part in which it is read.
  private struct Argument {
    let syntax: Syntax
    var occurrence: Occurrence?
  }

  /// What is said of a repeated part from outside, where as many arguments as one likes may stand, stands for each of its
  /// occurrences: `sum(age)`, `count(age gt 6)`.
  private func spread(_ arguments: [Syntax], over signature: Signature) -> [Argument] {
    arguments.enumerated().flatMap { index, syntax -> [Argument] in
      guard signature.parameter(at: index).count == .oneOrMore,
        let part = syntax.names.lazy.compactMap({ scope.partOutside($0) }).first
      else { return [Argument(syntax: syntax)] }
      return (0..<scope.repeated[part].count).map {
        Argument(syntax: syntax, occurrence: Occurrence(part: part, number: $0 + 1))
      }
    }
  }

  private mutating func bind(_ argument: Argument, wanted: ValueType?) -> Bound? {
    guard let occurrence = argument.occurrence else { return bind(argument.syntax, wanted: wanted) }
    return inside(occurrence) { $0.bind(argument.syntax, wanted: wanted) }
  }

  private mutating func apply(_ row: FunctionID, _ arguments: [Argument], _ span: Span, wanted: ValueType?) -> Bound? {
    let signature = row.function.signature
    // Texts last: what they mean may hang on the type of the others.
    var bound: [Bound?] = Array(repeating: nil, count: arguments.count)
    var variables: [Int: ValueType] = [:]
    if case .variable(let variable) = signature.result, let wanted { variables[variable] = wanted }
    var isWhole = true
    for isText in [false, true] {
      for (index, argument) in arguments.enumerated() where argument.syntax.isText == isText {
        let accepts = signature.parameter(at: index).accepts
        let piece = bind(argument, wanted: accepts.variable.flatMap { variables[$0] })
        bound[index] = piece.flatMap { check($0, accepts) }
        if let piece = bound[index], let variable = accepts.variable, piece.type != .text || !isText {
          variables[variable] = variables[variable] ?? piece.type
        }
        if bound[index] == nil { isWhole = false }
      }
    }
    guard isWhole else { return nil }
    var pieces = bound.compactMap { $0 }
    guard unifyVariables(signature, &pieces) else { return nil }
    let type: ValueType
    switch signature.result {
    case .always(let always): type = always
    case .variable(let variable):
      type =
        zip(pieces.indices, pieces).first { signature.parameter(at: $0.0).accepts.variable == variable }?.1.type
        ?? .text
    case .number: type = pieces.allSatisfy { $0.type == .integer } ? .integer : .decimal
    }
    return Bound(formula: .call(row, pieces.map(\.formula), span), type: type)
  }

  private mutating func check(_ bound: Bound, _ accepts: Parameter.Accepts) -> Bound? {
    let span = bound.formula.span
    switch accepts {
    case .anything, .variable: return bound
    case .number: return number(bound)
    case .integer:
      guard let number = number(bound) else { return nil }
      if number.type == .integer { return number }
      report(.wholeNumberNeeded, span)
    case .ordered:
      return bound.type == .date ? bound : number(bound)
    case .boolean:
      if bound.type == .boolean { return bound }
      report(.conditionNeeded, span)
    case .text:
      if bound.type == .text { return bound }
      report(.textNeeded, span, suggestion: bound.type.cardinality == .single ? "text(\(written(span)))" : nil)
    case .date:
      if bound.type == .date { return bound }
      report(.dateNeeded, span, suggestion: dateInQuotes(bound.formula))
    case .several:
      if bound.type.cardinality == .multiple || bound.type.cardinality == .ordered { return bound }
      report(.severalNeeded, span)
    }
    return nil
  }

  /// Brings all arguments of one type variable to one type.
  private mutating func unifyVariables(_ signature: Signature, _ pieces: inout [Bound]) -> Bool {
    var firstOf: [Int: Int] = [:]
    for _ in 0..<2 {
      for index in pieces.indices {
        guard let variable = signature.parameter(at: index).accepts.variable else { continue }
        guard let first = firstOf[variable], first != index else {
          firstOf[variable] = index
          continue
        }
        guard let (a, b) = unify(pieces[first], pieces[index]) else {
          report(
            .branchesDiffer, pieces[index].formula.span,
            ["left": written(pieces[first].formula.span), "right": written(pieces[index].formula.span)])
          return false
        }
        pieces[first] = a
        pieces[index] = b
      }
    }
    return true
  }

  // MARK: Nodes written as calls

  /// `sum(a, b)` is a function of values; `sum(a)` over rows gathers them.
  private func isOrdinary(_ form: SpecialForm, _ call: Syntax.Call) -> Bool {
    guard Aggregate.Kind(rawValue: form.rawValue) != nil, !FunctionTable.callable(call.name).isEmpty else {
      return false
    }
    return call.arguments.count > 1 || !scope.use.seesRows
  }

  private mutating func special(
    _ form: SpecialForm, _ call: Syntax.Call, _ span: Span, _ wanted: ValueType?
  ) -> Bound? {
    switch form {
    case .count, .sum, .mean, .min, .max, .distinct:
      guard let kind = Aggregate.Kind(rawValue: form.rawValue), scope.use.seesRows else { return functionNotHere(call) }
      return aggregate(kind, call, span)
    case .conditional: return conditional(call, span, wanted)
    case .score, .level, .percent, .maxScore: return scaleCall(form, call, span)
    case .indicator, .target: return indicator(form, call, span)
    case .today:
      guard expectCount(call, span, 0...0) else { return nil }
      return scope.use.isInInstrument ? Bound(formula: .today(span), type: .date) : functionNotHere(call)
    case .date: return date(call, span)
    case .age: return age(call, span)
    case .selected:
      guard expectCount(call, span, 2...2) else { return nil }
      return binary(.includes, call.arguments[0], call.arguments[1], span)
    }
  }

  private mutating func functionNotHere(_ call: Syntax.Call) -> Bound? {
    report(.functionNotHere, call.nameSpan)
    return nil
  }

  private mutating func expectCount(_ call: Syntax.Call, _ span: Span, _ counts: ClosedRange<Int>) -> Bool {
    if call.condition != nil { report(.whereNotHere, call.nameSpan) }
    guard !counts.contains(call.arguments.count) else { return true }
    reportCount(call, span, [(counts.lowerBound, counts.upperBound)])
    return false
  }

  private mutating func conditional(_ call: Syntax.Call, _ span: Span, _ wanted: ValueType?) -> Bound? {
    guard expectCount(call, span, 3...3) else { return nil }
    let test = condition(call.arguments[0])
    var then = bind(call.arguments[1], wanted: wanted)
    let otherwise = bind(call.arguments[2], wanted: wanted ?? then?.type)
    if call.arguments[1].isText, wanted == nil, let otherwise, otherwise.type.cardinality == .single,
      case .choice = otherwise.type.base
    {
      then = bind(call.arguments[1], wanted: otherwise.type)
    }
    guard let test, let then, let otherwise else { return nil }
    guard let (a, b) = unify(then, otherwise) else {
      report(
        .branchesDiffer, span,
        ["left": written(then.formula.span), "right": written(otherwise.formula.span)])
      return nil
    }
    return Bound(formula: .conditional(test.formula, a.formula, b.formula, span), type: a.type)
  }

  private mutating func aggregate(_ kind: Aggregate.Kind, _ call: Syntax.Call, _ span: Span) -> Bound? {
    guard !isInsideAggregate else {
      report(.nestedAggregate, span)
      return nil
    }
    if call.arguments.count > 1 || (kind != .count && call.arguments.isEmpty) {
      reportCount(call, span, [(kind == .count ? 0 : 1, 1)])
      return nil
    }
    isInsideAggregate = true
    defer { isInsideAggregate = false }
    let value: Bound?
    switch kind {
    case .count: value = call.arguments.first.flatMap { condition($0) }
    case .distinct: value = call.arguments.first.flatMap { bind($0) }
    case .min, .max: value = call.arguments.first.flatMap { bind($0) }.flatMap { check($0, .ordered(0)) }
    case .sum, .mean: value = call.arguments.first.flatMap { bind($0) }.flatMap { number($0) }
    }
    let test = call.condition.flatMap { condition($0) }
    guard (value == nil) == call.arguments.isEmpty, (test == nil) == (call.condition == nil) else { return nil }
    let aggregate = Aggregate(kind, of: value?.formula, where: test?.formula)
    let type: ValueType =
      switch kind {
      case .count, .distinct: .integer
      case .mean: .decimal
      case .sum, .min, .max: value?.type ?? .decimal
      }
    return Bound(formula: .aggregate(aggregate, span), type: type)
  }

  private mutating func scaleCall(_ form: SpecialForm, _ call: Syntax.Call, _ span: Span) -> Bound? {
    guard expectCount(call, span, 1...1), let query = ScaleQuery(rawValue: form.rawValue) else { return nil }
    guard scope.use.isInInstrument else { return functionNotHere(call) }
    switch call.arguments[0] {
    case .name(let id, let place), .text(let id, let place): return scale(query, id, span, place: place)
    default:
      report(.unknownScale, call.arguments[0].span)
      return nil
    }
  }

  mutating func scale(_ query: ScaleQuery, _ id: String, _ span: Span, place: Span? = nil) -> Bound? {
    guard let slot = scope.scaleSlot(id) else {
      report(
        .unknownScale, place ?? span,
        suggestion: Similarity.nearest(to: Lookalikes.latin(id), among: scope.scales.map(\.id)))
      return nil
    }
    guard query == .level else { return Bound(formula: .scale(query, slot, span), type: .decimal) }
    guard let levels = scope.scales[slot].levels else {
      report(.scaleWithoutLevels, place ?? span)
      return nil
    }
    return Bound(formula: .scale(query, slot, span), type: ValueType(.choice(levels)))
  }

  private mutating func indicator(_ form: SpecialForm, _ call: Syntax.Call, _ span: Span) -> Bound? {
    guard expectCount(call, span, form == .target ? 1...1 : 1...2) else { return nil }
    guard scope.use.seesIndicators else { return functionNotHere(call) }
    guard case .text(let id, let place) = call.arguments[0] else {
      report(.literalNeeded, call.arguments[0].span, suggestion: "'\(written(call.arguments[0].span))'")
      return nil
    }
    guard scope.indicators.contains(id) else {
      report(.unknownIndicator, place, suggestion: Similarity.nearest(to: id, among: scope.indicators))
      return nil
    }
    var reading: IndicatorQuery.Reading = form == .target ? .target : .now
    if call.arguments.count == 2 {
      guard case .text(let name, let place) = call.arguments[1] else {
        report(.literalNeeded, call.arguments[1].span, suggestion: "'\(written(call.arguments[1].span))'")
        return nil
      }
      let readings = [IndicatorQuery.Reading.lastYear, .previous, .cohortLastYear]
      guard let known = readings.first(where: { $0.rawValue == name }) else {
        report(.unknownReading, place, suggestion: Similarity.nearest(to: name, among: readings.map(\.rawValue)))
        return nil
      }
      reading = known
    }
    return Bound(formula: .indicator(IndicatorQuery(id: id, reading: reading), span), type: .decimal)
  }

  private mutating func date(_ call: Syntax.Call, _ span: Span) -> Bound? {
    guard expectCount(call, span, 1...1) else { return nil }
    // The lexer has reported a day without quotes.
    if case .date(let date, _) = call.arguments[0] { return Bound(formula: .literal(.date(date), span), type: .date) }
    guard case .text(let text, let place) = call.arguments[0] else {
      report(.literalNeeded, call.arguments[0].span)
      return nil
    }
    guard let date = CalendarDate(text) else {
      report(.invalidDate, place)
      return nil
    }
    return Bound(formula: .literal(.date(date), span), type: .date)
  }

  private mutating func age(_ call: Syntax.Call, _ span: Span) -> Bound? {
    guard expectCount(call, span, 1...1) else { return nil }
    guard scope.use.isInInstrument else { return functionNotHere(call) }
    guard let birth = bind(call.arguments[0]).flatMap({ check($0, .date) }),
      let row = FunctionTable.callable("years-between").first
    else { return nil }
    return Bound(formula: .two(row, birth.formula, .today(span), span), type: .integer)
  }
}

extension Syntax {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

extension Parameter.Accepts {
  /// The type variable that the parameter binds, if any.
  fileprivate var variable: Int? {
    switch self {
    case .variable(let variable), .ordered(let variable): variable
    default: nil
    }
  }
}

/// What other languages call our functions.
enum FamiliarNames {
  static let ours = [
    "avg": "mean", "average": "mean", "len": "length", "string-length": "length", "int": "floor", "ceil": "ceiling",
    "count-selected": "selected-count", "now": "today", "lowercase": "lower", "uppercase": "upper", "iif": "if",
    "ifelse": "if", "string": "text", "str": "text", "num": "number", "maximum": "max", "minimum": "min",
    "isblank": "is missing", "is-missing": "is missing", "isnull": "is missing", "is-answered": "is answered",
    "datediff": "days-between", "total": "sum",
  ]
}
