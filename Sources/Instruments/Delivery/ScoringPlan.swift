package import Expressions
package import Texts

/// The keys, scales and feeds of an instrument ready to run; slots are those of its delivery form. It stays with the process
/// that owns the store.
package struct ScoringPlan: Sendable {
  /// The keyed items in the order of the form.
  package let items: [KeyedItem]
  /// In the order of the file: members that are scales stand before the scales that use them.
  package let scales: [ScaleProgram]
  package let feeds: [FeedProgram]
  /// How hard the items are; nil where nobody knows.
  package let calibration: CalibrationProgram?

  package init(
    items: [KeyedItem], scales: [ScaleProgram], feeds: [FeedProgram], calibration: CalibrationProgram? = nil
  ) {
    self.items = items
    self.scales = scales
    self.feeds = feeds
    self.calibration = calibration
  }

  package func scale(_ id: Symbol) -> Int? { scales.firstIndex { $0.id == id } }
}

/// An item with its key.
package struct KeyedItem: Sendable {
  package let slot: Int
  package let id: Symbol
  package let label: LocalizedText
  /// The most that can be earned.
  package let points: Decimal64
  package let credit: Credit
  package let answer: ItemKey.Answer
  /// The codes that can be chosen and mean something, in the order of the form; empty where nothing is chosen.
  package let options: [Symbol]
  /// The item was shown and nobody answered: nothing is earned of its points, as in a test; else it stays missing, as in
  /// a questionnaire, or where a rater judges.
  package let isZeroWhenUnanswered: Bool
  package let spelling: Spelling
  package let feedback: [Feedback]

  package init(
    slot: Int, id: Symbol, label: LocalizedText, points: Decimal64, credit: Credit, answer: ItemKey.Answer,
    options: [Symbol], isZeroWhenUnanswered: Bool, spelling: Spelling = .exact, feedback: [Feedback] = []
  ) {
    self.slot = slot
    self.id = id
    self.label = label
    self.points = points
    self.credit = credit
    self.answer = answer
    self.options = options
    self.isZeroWhenUnanswered = isZeroWhenUnanswered
    self.spelling = spelling
    self.feedback = feedback
  }
}

/// A scale ready to run.
package struct ScaleProgram: Sendable {
  package enum Member: Sendable, Hashable {
    /// The points of a keyed item, by its index in `ScoringPlan.items`.
    case points(item: Int)
    /// The number that an unkeyed item's answer stands for.
    case answer(slot: Int, Numbers)
    /// The score of an earlier scale, by its index in `ScoringPlan.scales`.
    case scale(Int)
  }

  /// The numbers that the answers of an unkeyed item stand for.
  package struct Numbers: Sendable, Hashable {
    /// The number of each code; codes that mean missing have none. Empty for items answered with a number.
    package let byCode: [Symbol: Decimal64]
    /// The smallest and the largest number that can be answered, where both are known.
    package let minimum: Decimal64?
    package let maximum: Decimal64?
    /// Counts from the other end: an answer x is worth minimum + maximum − x.
    package let isReversed: Bool

    package init(byCode: [Symbol: Decimal64], minimum: Decimal64?, maximum: Decimal64?, isReversed: Bool) {
      self.byCode = byCode
      self.minimum = minimum
      self.maximum = maximum
      self.isReversed = isReversed
    }
  }

  package let id: Symbol
  package let title: LocalizedText
  package let method: Scale.Method
  package let members: [Member]
  /// Parallel to `members`; empty where each counts once.
  package let weights: [Decimal64]
  package let ends: Scale.Ends?
  /// The slot whose number chooses rows and levels.
  package let by: Int?
  /// From the lowest border to the highest within each number of `by`.
  package let rows: [Scale.Row]
  /// How many members must have a value, else the scale has none. Where the author doesn't say: all that were shown in a
  /// sum, since a sum of fewer is another score; one in a mean or a percentage.
  package let atLeast: Int?
  /// From the lowest border to the highest.
  package let levels: [Level]
  /// By what ability is estimated; nil in scales of points.
  package var calibration: CalibrationProgram?

  package init(
    id: Symbol, title: LocalizedText, method: Scale.Method, members: [Member], atLeast: Int?, levels: [Level],
    weights: [Decimal64] = [], ends: Scale.Ends? = nil, by: Int? = nil, rows: [Scale.Row] = []
  ) {
    self.weights = weights
    self.ends = ends
    self.by = by
    self.rows = rows
    self.id = id
    self.title = title
    self.method = method
    self.members = members
    self.atLeast = atLeast
    self.levels = levels
  }
}

/// A row of a data set, each field an expression over answers and scales.
package struct FeedProgram: Sendable {
  package struct Field: Sendable {
    package let id: Symbol
    package let value: Formula

    package init(id: Symbol, value: Formula) {
      self.id = id
      self.value = value
    }
  }

  package let dataset: Symbol
  package let fields: [Field]

  package init(dataset: Symbol, fields: [Field]) {
    self.dataset = dataset
    self.fields = fields
  }
}
