/// A formula that was checked: its names are slots, its types are right, its codes exist.
///
/// One tree for Synak's own language and for QTI, walked by the evaluator, the describer, the printer and the splitter.
package indirect enum Formula: Sendable, Hashable {
  /// A value that stands in the formula itself.
  case literal(Value, Span)
  /// The value of a name: an answer, a field, or a part of a split indicator.
  case slot(Int, Span)
  /// Three-valued logic; nodes because they don't look at the second where the first decides.
  case and(Formula, Formula, Span)
  case or(Formula, Formula, Span)
  case not(Formula, Span)
  /// Rows of the function table by how many values they take, so that one or two need no array.
  case one(FunctionID, Formula, Span)
  case two(FunctionID, Formula, Formula, Span)
  case many(FunctionID, [Formula], Span)
  /// Whether a value is one of some: `x in {2, na}`, `x eq 'na'`.
  case member(Formula, MemberSet, Span)
  /// `if(condition, then, else)`.
  ///
  /// A missing condition gives missing.
  case conditional(Formula, Formula, Formula, Span)
  /// The number that a code stands for.
  case number(Formula, CodeNumbers, Span)
  /// `count sum mean min max distinct` over rows.
  case aggregate(Aggregate, Span)
  /// What a scale says of the session.
  case scale(ScaleQuery, Int, Span)
  /// What an indicator says.
  case indicator(IndicatorQuery, Span)
  /// The day on which the formula is asked.
  case today(Span)
}

/// The values that a membership test names.
///
/// A missing code takes part only where it is named.
package struct MemberSet: Sendable, Hashable {
  /// The codes that stand for values.
  package var codes: [Symbol]
  /// The codes that stand for reasons why there is no value.
  package var missingCodes: [Symbol]
  /// Values that aren't codes: numbers, texts, dates.
  package var values: [Value]

  package init(codes: [Symbol] = [], missingCodes: [Symbol] = [], values: [Value] = []) {
    self.codes = codes
    self.missingCodes = missingCodes
    self.values = values
  }
}

/// What each code of a list is worth, where codes are read as numbers.
package struct CodeNumbers: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var code: Symbol
    package var number: Value
  }

  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }
}

/// What a formula may ask of a scale.
///
/// The raw values are the functions' names.
package enum ScaleQuery: String, Sendable, Hashable, CaseIterable {
  case score, level, percent
  case maxScore = "max-score"
}

/// What a derived indicator or a target may ask of another indicator.
package struct IndicatorQuery: Sendable, Hashable {
  /// Which of the indicator's numbers.
  ///
  /// The raw values are what authors write.
  package enum Reading: String, Sendable, Hashable, CaseIterable {
    case now
    case lastYear = "last-year"
    case previous
    case cohortLastYear = "cohort-last-year"
    case target
  }

  package var id: String
  package var reading: Reading

  package init(id: String, reading: Reading) {
    self.id = id
    self.reading = reading
  }
}

/// What is done with the rows of a data set.
package struct Aggregate: Sendable, Hashable {
  /// The raw values are the functions' names.
  package enum Kind: String, Sendable, Hashable, CaseIterable { case count, sum, mean, min, max, distinct }

  package var kind: Kind
  /// What is taken of each row: a condition in `count`, a value otherwise; nil in `count()`, which counts all rows.
  package var value: Formula?
  /// Which rows take part; nil for all.
  package var condition: Formula?

  package init(_ kind: Kind, of value: Formula?, where condition: Formula? = nil) {
    self.kind = kind
    self.value = value
    self.condition = condition
  }
}

extension Formula {
  /// How deep a tree may be that is read from a file.
  package static let maximumDepth = 200

  /// A call in the node that its row takes.
  package static func call(_ id: FunctionID, _ arguments: [Formula], _ span: Span) -> Formula {
    switch id.function.evaluate {
    case .one where arguments.count == 1: .one(id, arguments[0], span)
    case .two where arguments.count == 2: .two(id, arguments[0], arguments[1], span)
    default: .many(id, arguments, span)
    }
  }

  /// Where the node stands in the text that it was made from.
  package var span: Span {
    switch self {
    case .literal(_, let span), .slot(_, let span), .and(_, _, let span), .or(_, _, let span), .not(_, let span),
      .one(_, _, let span), .two(_, _, _, let span), .many(_, _, let span), .member(_, _, let span),
      .conditional(_, _, _, let span), .number(_, _, let span), .aggregate(_, let span), .scale(_, _, let span),
      .indicator(_, let span), .today(let span):
      span
    }
  }

  /// The nodes directly inside this one, left to right.
  package var children: [Formula] {
    switch self {
    case .literal, .slot, .scale, .indicator, .today: []
    case .not(let inner, _), .one(_, let inner, _), .member(let inner, _, _), .number(let inner, _, _): [inner]
    case .and(let a, let b, _), .or(let a, let b, _), .two(_, let a, let b, _): [a, b]
    case .many(_, let arguments, _): arguments
    case .conditional(let condition, let then, let otherwise, _): [condition, then, otherwise]
    case .aggregate(let aggregate, _): [aggregate.value, aggregate.condition].compactMap { $0 }
    }
  }

  /// Calls `visit` for this node and all inside, outer ones first.
  package func forEach(_ visit: (Formula) -> Void) {
    visit(self)
    switch self {
    case .literal, .slot, .scale, .indicator, .today: break
    case .not(let inner, _), .one(_, let inner, _), .member(let inner, _, _), .number(let inner, _, _):
      inner.forEach(visit)
    case .and(let a, let b, _), .or(let a, let b, _), .two(_, let a, let b, _):
      a.forEach(visit)
      b.forEach(visit)
    case .many, .conditional, .aggregate: for child in children { child.forEach(visit) }
    }
  }

  /// The slots of names that the formula reads.
  package var slots: Set<Int> {
    var result: Set<Int> = []
    forEach { if case .slot(let slot, _) = $0 { result.insert(slot) } }
    return result
  }

  /// The slots of scales that the formula reads.
  package var scales: Set<Int> {
    var result: Set<Int> = []
    forEach { if case .scale(_, let slot, _) = $0 { result.insert(slot) } }
    return result
  }

  /// The indicators that the formula reads.
  package var indicators: Set<IndicatorQuery> {
    var result: Set<IndicatorQuery> = []
    forEach { if case .indicator(let query, _) = $0 { result.insert(query) } }
    return result
  }
}
