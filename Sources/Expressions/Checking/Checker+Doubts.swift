import Diagnostics

/// What can be meant, but probably isn't: conditions that are always or never so, and arithmetic that a blank spoils.
extension Checker {
  mutating func doubt(_ bound: Bound) {
    if bound.type == .boolean, !scope.use.seesRows { doubtCondition(bound.formula, isWhole: true) }
    var conditions: [Formula] = []
    bound.formula.forEach { node in
      guard case .aggregate(let aggregate, _) = node else { return }
      if aggregate.kind == .count, let value = aggregate.value { conditions.append(value) }
      if let condition = aggregate.condition { conditions.append(condition) }
    }
    for condition in conditions { doubtCondition(condition, isWhole: false) }
    if scope.use.decides { doubtBlanks(bound.formula) }
  }

  private mutating func doubtCondition(_ formula: Formula, isWhole: Bool) {
    let possibilities = Possibilities(scope: scope)
    if !possibilities.canBe(true, formula) {
      report(isWhole && scope.use == .showIf ? .neverShown : .neverTrue, formula.span)
    } else if !formula.isLiteral, !canBeMissing(formula), !possibilities.canBe(false, formula) {
      report(.alwaysTrue, formula.span)
    }
  }

  /// Whether the condition can be neither true nor false.
  ///
  /// Where a name may be missing, `x lt 5` is more than `true`: it asks for an answer.
  private func canBeMissing(_ formula: Formula) -> Bool {
    switch formula {
    case .one(FunctionID(.isAnswered), _, _), .literal: false
    case .member(let inner, let set, _): set.missingCodes.isEmpty && canBeMissing(inner)
    case .slot(let slot, _):
      scope.name(at: slot).map { name in
        if case .choice(let codes) = name.type.base, codes.codes.contains(where: { $0.missing != nil }) { return true }
        return name.mayBeMissing
      } ?? true
    case .scale, .indicator, .aggregate: true
    default: formula.children.contains { canBeMissing($0) }
    }
  }

  // MARK: Blanks

  /// Arithmetic over a name that may be blank, in a condition that doesn't ask whether it is.
  private mutating func doubtBlanks(_ formula: Formula) {
    var asked: Set<Int> = []
    formula.forEach { node in
      if case .one(FunctionID(.isAnswered), .slot(let slot, _), _) = node { asked.insert(slot) }
    }
    var doubted: Set<Int> = []
    for (slot, span) in blanks(in: formula, isArithmetic: false) where !asked.contains(slot) {
      guard doubted.insert(slot).inserted else { continue }
      report(.blankUnsafe, span, suggestion: "coalesce(\(written(span)), 0)")
    }
  }

  private func blanks(in formula: Formula, isArithmetic: Bool) -> [(slot: Int, span: Span)] {
    switch formula {
    case .slot(let slot, let span):
      let mayBeMissing = scope.name(at: slot)?.mayBeMissing ?? false
      return isArithmetic && mayBeMissing ? [(slot, span)] : []
    case .two(let id, let a, let b, _):
      let isHere = [Operator.add, .subtract, .multiply, .divide, .modulo].contains { FunctionID($0) == id }
      return blanks(in: a, isArithmetic: isHere) + blanks(in: b, isArithmetic: isHere)
    case .number(let inner, _, _): return blanks(in: inner, isArithmetic: isArithmetic)
    case .many(let id, let arguments, _):
      // What sees missing values deals with them.
      return id.function.seesMissing ? [] : arguments.flatMap { blanks(in: $0, isArithmetic: false) }
    default: return formula.children.flatMap { blanks(in: $0, isArithmetic: false) }
    }
  }
}
