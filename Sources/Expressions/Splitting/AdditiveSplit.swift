/// A formula over the rows of a data set, taken apart into parts that add up over disjoint cells, and what makes the
/// value of them at the very end.
///
/// Never average averages.
package struct AdditiveSplit: Sendable, Hashable {
  /// One part that adds up.
  package struct Part: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
      case count, sum, sumOfSquares = "sum-of-squares", least, greatest, distinct
    }

    package var kind: Kind
    /// What is taken of each row; nil in a count.
    package var value: Formula?
    /// Which rows take part; nil for all.
    ///
    /// A row whose condition is missing doesn't, nor one whose value is.
    package var condition: Formula?

    package init(_ kind: Kind, of value: Formula? = nil, where condition: Formula? = nil) {
      self.kind = kind
      self.value = value
      self.condition = condition
    }

    /// What the part takes of a row; missing where the row doesn't take part.
    ///
    /// A count takes true.
    var taken: Formula {
      let value = value ?? .literal(.boolean(true), .none)
      guard let condition else { return value }
      if kind == .count { return condition }
      return .conditional(condition, value, .literal(.missing(Missing(.noData)), .none), .none)
    }
  }

  package var parts: [Part]
  /// Makes the value of finished parts: its slots are their positions in `parts`.
  package var finish: Formula

  package init(parts: [Part], finish: Formula) {
    self.parts = parts
    self.finish = finish
  }

  /// The totals of no rows: what others are added to.
  package var empty: [PartTotal] { parts.map { PartTotal(of: $0.kind) } }

  /// The totals of some rows, row by row.
  package func totals<Rows: Sequence>(over rows: Rows) -> [PartTotal] where Rows.Element: Environment {
    var totals = empty
    let taken = parts.map(\.taken)
    for row in rows {
      for index in parts.indices { totals[index].add(taken[index].evaluate(in: row)) }
    }
    return totals
  }

  /// The value that totals finish to.
  ///
  /// `others` says what other indicators are, where the formula reads them.
  package func value(
    of totals: [PartTotal], indicators: (IndicatorQuery) -> Value = { _ in .missing(Missing(.noData)) }
  )
    -> Value
  {
    withoutActuallyEscaping(indicators) { indicators in
      finish.evaluate(in: Finishing(values: totals.map(\.value), indicators: indicators))
    }
  }

  private struct Finishing: Environment {
    var values: [Value]
    var indicators: (IndicatorQuery) -> Value

    func value(at slot: Int) -> Value {
      values.indices.contains(slot) ? values[slot] : .missing(Missing(.noData))
    }

    func indicator(_ query: IndicatorQuery) -> Value { indicators(query) }
  }
}

extension Formula {
  /// The formula taken apart.
  ///
  /// A formula without aggregates has no parts and finishes itself.
  package func split() -> AdditiveSplit {
    var splitter = Splitter()
    let finish = splitter.finish(self)
    return AdditiveSplit(parts: splitter.parts, finish: finish)
  }
}

/// Puts a part in the place of every aggregate; equal parts are gathered once.
private struct Splitter {
  var parts: [AdditiveSplit.Part] = []

  mutating func finish(_ formula: Formula) -> Formula {
    switch formula {
    case .aggregate(let aggregate, let span): return finish(aggregate, span)
    case .literal, .slot, .scale, .indicator, .today: return formula
    case .and(let a, let b, let span): return .and(finish(a), finish(b), span)
    case .or(let a, let b, let span): return .or(finish(a), finish(b), span)
    case .not(let inner, let span): return .not(finish(inner), span)
    case .one(let id, let argument, let span): return .one(id, finish(argument), span)
    case .two(let id, let a, let b, let span): return .two(id, finish(a), finish(b), span)
    case .many(let id, let arguments, let span):
      var finished: [Formula] = []
      for argument in arguments { finished.append(finish(argument)) }
      return .many(id, finished, span)
    case .member(let inner, let set, let span): return .member(finish(inner), set, span)
    case .number(let inner, let numbers, let span): return .number(finish(inner), numbers, span)
    case .conditional(let condition, let then, let otherwise, let span):
      return .conditional(finish(condition), finish(then), finish(otherwise), span)
    }
  }

  private mutating func finish(_ aggregate: Aggregate, _ span: Span) -> Formula {
    switch aggregate.kind {
    case .count:
      let condition: Formula? =
        switch (aggregate.value, aggregate.condition) {
        case (let value?, let condition?): .and(value, condition, span)
        case (let value, let condition): value ?? condition
        }
      return part(.count, nil, condition, span)
    case .sum: return part(.sum, aggregate.value, aggregate.condition, span)
    case .min: return part(.least, aggregate.value, aggregate.condition, span)
    case .max: return part(.greatest, aggregate.value, aggregate.condition, span)
    case .distinct: return part(.distinct, aggregate.value, aggregate.condition, span)
    case .mean:
      let sum = part(.sum, aggregate.value, aggregate.condition, span)
      guard let value = aggregate.value else { return sum }
      let isKnown = Formula.one(FunctionID(.isAnswered), value, span)
      let counted = aggregate.condition.map { .and($0, isKnown, span) } ?? isKnown
      return .two(FunctionID(.divide), sum, part(.count, nil, counted, span), span)
    }
  }

  private mutating func part(
    _ kind: AdditiveSplit.Part.Kind, _ value: Formula?, _ condition: Formula?, _ span: Span
  ) -> Formula {
    let part = AdditiveSplit.Part(kind, of: value, where: condition)
    if let known = parts.firstIndex(of: part) { return .slot(known, span) }
    parts.append(part)
    return .slot(parts.count - 1, span)
  }
}
