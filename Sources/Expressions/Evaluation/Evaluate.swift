extension Formula {
  /// The value of the formula.
  ///
  /// Never traps; what has no value is missing with its reason, that of the leftmost missing argument.
  package func evaluate<E: Environment>(in environment: E) -> Value {
    switch self {
    case .slot(let slot, _): return environment.value(at: slot)
    case .literal(let value, _): return value
    case .member(let inner, let set, _): return set.contains(inner.evaluate(in: environment))
    case .two(let id, let first, let second, _):
      let evaluator = FunctionTable.evaluators[Int(id.row)]
      let a = first.evaluate(in: environment)
      if a.isMissing, !evaluator.seesMissing { return a }
      let b = second.evaluate(in: environment)
      if b.isMissing, !evaluator.seesMissing { return b }
      guard case .two(let call) = evaluator.call else { return Arithmetic.undefined }
      return call(a, b)
    case .and(let first, let second, _):
      let a = first.evaluate(in: environment)
      if case .boolean(false) = a { return a }
      let b = second.evaluate(in: environment)
      if case .boolean(false) = b { return b }
      return a.isMissing ? a : b
    case .or(let first, let second, _):
      let a = first.evaluate(in: environment)
      if case .boolean(true) = a { return a }
      let b = second.evaluate(in: environment)
      if case .boolean(true) = b { return b }
      return a.isMissing ? a : b
    case .not(let inner, _):
      let value = inner.evaluate(in: environment)
      if case .boolean(let known) = value { return .boolean(!known) }
      return value
    case .number(let inner, let numbers, _): return numbers.number(of: inner.evaluate(in: environment))
    case .one(let id, let argument, _):
      let evaluator = FunctionTable.evaluators[Int(id.row)]
      let value = argument.evaluate(in: environment)
      if value.isMissing, !evaluator.seesMissing { return value }
      guard case .one(let call) = evaluator.call else { return Arithmetic.undefined }
      return call(value)
    case .many(let id, let arguments, _):
      return Self.call(FunctionTable.evaluators[Int(id.row)], arguments, in: environment)
    case .conditional(let condition, let then, let otherwise, _):
      let value = condition.evaluate(in: environment)
      guard case .boolean(let holds) = value else { return value }
      return holds ? then.evaluate(in: environment) : otherwise.evaluate(in: environment)
    case .scale(let query, let slot, _): return environment.scale(query, at: slot)
    case .indicator(let query, _): return environment.indicator(query)
    case .aggregate(let aggregate, _): return environment.total(of: aggregate)
    case .today: return environment.today.map { .date($0) } ?? Arithmetic.undefined
    }
  }

  private static func call<E: Environment>(
    _ evaluator: FunctionTable.Evaluator, _ arguments: [Formula], in environment: E
  ) -> Value {
    if case .three(let call) = evaluator.call, arguments.count == 3 {
      let a = arguments[0].evaluate(in: environment)
      if a.isMissing, !evaluator.seesMissing { return a }
      let b = arguments[1].evaluate(in: environment)
      if b.isMissing, !evaluator.seesMissing { return b }
      let c = arguments[2].evaluate(in: environment)
      if c.isMissing, !evaluator.seesMissing { return c }
      return call(a, b, c)
    }
    guard case .many(let call) = evaluator.call else { return Arithmetic.undefined }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      let value = argument.evaluate(in: environment)
      if value.isMissing, !evaluator.seesMissing { return value }
      values.append(value)
    }
    return call(values)
  }
}

extension MemberSet {
  /// True or false where the value is known, or where the set names a reason why it isn't; else missing.
  func contains(_ value: Value) -> Value {
    switch value {
    case .code(let code): return .boolean(codes.contains(code))
    case .missing(let missing):
      guard !missingCodes.isEmpty else { return value }
      return .boolean(missing.code.map { missingCodes.contains($0) } ?? false)
    default: return .boolean(values.contains { $0.matches(value) == true })
    }
  }
}

extension CodeNumbers {
  func number(of value: Value) -> Value {
    guard case .code(let code) = value else { return value }
    return entries.first { $0.code == code }?.number ?? Arithmetic.undefined
  }
}
