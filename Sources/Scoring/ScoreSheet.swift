package import Datasets
package import Expressions
package import Instruments

/// What a session came to: every keyed item with its points and their reason, every scale, and the rows that it gives to
/// monitoring.
package struct ScoreSheet: Sendable, Hashable {
  /// Parallel to `ScoringPlan.items`.
  package let items: [ItemScore]
  /// Parallel to `ScoringPlan.scales`.
  package let scales: [ScaleScore]
  /// Parallel to `ScoringPlan.feeds`.
  package let ratings: [Rating]

  package func item(_ id: Symbol) -> ItemScore? { items.first { $0.id == id } }
  package func scale(_ id: Symbol) -> ScaleScore? { scales.first { $0.id == id } }
}

/// What one keyed item earned, and why.
package struct ItemScore: Sendable, Hashable {
  package let slot: Int
  package let id: Symbol
  /// 0…maximum, to 18 significant digits (two thirds of a point are 0.666666666666666667); nil where the item doesn't
  /// count.
  package let points: Decimal64?
  /// The most that could be earned; nil where the item doesn't count.
  package let maximum: Decimal64?
  package let reason: ScoreReason
  /// The rule by which partly right answers earn points.
  package let credit: Credit
  /// What was answered.
  package let given: Value
  /// What is right.
  package let key: ItemKey.Answer
}

/// Why an item earned what it earned.
package enum ScoreReason: Sendable, Hashable {
  /// Hidden: neither points nor maximum.
  case notShown
  /// No answer, or a code that stands for none. In a test nothing is earned; elsewhere the item doesn't count.
  case unanswered(Missing)
  /// The section was stopped before the item, and its rule says that what wasn't reached earns nothing.
  case notReached
  case right
  /// Taken for this key, though the spelling isn't the same.
  case misspelt(String)
  /// Some of what was asked.
  case partly(Marks)
  /// Nothing earned; with the marks where the answer has parts.
  case wrong(Marks?)
  /// A person must judge it first: no points yet, and no scale that needs them.
  case awaitsJudgement
  /// Judged by so many raters; marked where two lie far apart and a third should judge.
  case judged(raters: Int, needsThird: Bool)
  /// The level of a criterion that a rater chose, worth its points.
  case level(Symbol)

  /// What was counted by the credit rule.
  package struct Marks: Sendable, Hashable {
    /// Options, places or neighbours that are right.
    package let right: Int
    /// Options that were chosen and aren't right.
    package let wrong: Int
    /// How many could be right.
    package let all: Int

    package init(right: Int, wrong: Int = 0, of all: Int) {
      self.right = right
      self.wrong = wrong
      self.all = all
    }
  }
}

/// What a scale came to.
package struct ScaleScore: Sendable, Hashable {
  package let id: Symbol
  /// A decimal to 18 significant digits, or why there is none: no member was shown, or too few have a value.
  package let score: Value
  /// The most that the members that count could give; nil where there is no score or a member has no largest number.
  package let maximum: Decimal64?
  /// 100 · score / maximum.
  package let percent: Decimal64?
  /// The level whose border the exact score reaches; nil where there are none, or the score lies below them all.
  package let level: Symbol?
  /// How many members have a value.
  package let answered: Int
  /// How many members were shown.
  package let shown: Int
  /// The standard error of an ability, in its units; nil for scores that are counted.
  package var error: Decimal64?
}

/// A row of a data set: what a scored session says there. Its coordinates are the session's.
package struct Rating: Sendable, Hashable {
  package let dataset: Symbol
  package let fields: [Symbol]
  /// Parallel to `fields`.
  package let values: [Value]

  package subscript(field: Symbol) -> Value? {
    fields.firstIndex(of: field).map { values[$0] }
  }

  /// A value a field of the data set, in its order, as facts hold them: numbers rounded half away from zero to the field's
  /// digits, fields that nothing feeds without data.
  package func values(for dataset: Dataset) -> [Value] {
    dataset.fields.map { field in
      guard let value = self[field.id] else { return .missing(Missing(.noData)) }
      guard case .number(let decimals) = field.kind else { return value }
      switch value {
      case .integer(let integer): return .decimal(Decimal64(integer))
      case .decimal(let decimal):
        return decimal.rounded(to: decimals).map { .decimal($0.normalized) } ?? .missing(Missing(.overflow))
      default: return value
      }
    }
  }
}
