package import Diagnostics
package import Expressions
package import Texts

/// What is right and what it is worth: kept apart from the form, never sent to a terminal.
package struct ScoringRules: Sendable, Hashable {
  /// The keys by item, in the order of the form.
  package var keys: [ItemKey]
  /// Items whose answer counts from the other end in scales.
  package var reversed: Set<Symbol>
  package var scales: [Scale]
  package var feeds: [Feed]
  /// What is said to whoever has answered, once the test is over: apart from the form, since it gives the key away.
  package var feedback: [Symbol: [Feedback]] = [:]
  /// How hard the items are, where they were tried.
  package var calibration: Calibration?

  package init(keys: [ItemKey] = [], reversed: Set<Symbol> = [], scales: [Scale] = [], feeds: [Feed] = []) {
    self.keys = keys
    self.reversed = reversed
    self.scales = scales
    self.feeds = feeds
  }
}

/// What is right for one item, and what it is worth.
package struct ItemKey: Sendable, Hashable {
  package enum Answer: Sendable, Hashable {
    /// The right option or options.
    case options([Symbol])
    /// Any of these numbers, each within its tolerance.
    case numbers([NumberKey])
    /// Any of these spellings.
    case texts([SourceText])
    /// The right order, first to last.
    case order([Symbol])
    /// The points of a rubric's levels are their own key.
    case levels
    /// Any of these days, months or years.
    case dates([CalendarDate])
    /// The right pairs; where a left has several, each of them is right.
    case pairs([MatchPair])
    /// A person judges it, by the guide.
    case judgement(MarkingGuide)
  }

  package var item: Symbol
  /// The most that can be earned.
  package var points: Decimal64
  package var credit: Credit
  package var answer: Answer
  /// How near a typed text must come to a key.
  package var spelling = Spelling.exact
  package var place: Place

  package init(item: Symbol, points: Decimal64, credit: Credit, answer: Answer, place: Place) {
    self.item = item
    self.points = points
    self.credit = credit
    self.answer = answer
    self.place = place
  }
}

/// A right number.
package struct NumberKey: Sendable, Hashable {
  /// How far an answer may be off, either way.
  package enum Tolerance: Sendable, Hashable {
    case absolute(Decimal64)
    /// In percent of the right number: 0…100.
    case percent(Decimal64)

    package static let none = Tolerance.absolute(.zero)

    package var number: Decimal64 {
      switch self {
      case .absolute(let number), .percent(let number): number
      }
    }

    /// As a file writes it: `0.05`, `2%`.
    package var text: String {
      if case .percent(let number) = self { "\(number)%" } else { "\(number)" }
    }
  }

  package var value: Decimal64
  package var tolerance: Tolerance

  package init(value: Decimal64, tolerance: Tolerance = .none) {
    self.value = value
    self.tolerance = tolerance
  }

  package init(value: Decimal64, tolerance: Decimal64) {
    self.init(value: value, tolerance: .absolute(tolerance))
  }
}

/// How partly right answers earn points.
package enum Credit: String, Sendable, Hashable, CaseIterable {
  /// All or nothing.
  case all
  /// The share of right options chosen, each wrong one taking one away, never below zero.
  case hits
  /// Each option rightly chosen or rightly left out.
  case perOption = "per-option"
  /// Each place of an order that holds the right option.
  case perPlace = "per-place"
  /// Each pair rightly joined.
  case perPair = "per-pair"
  /// Each pair of neighbours in the right order.
  case adjacent
}

/// The bridge to monitoring: a row of a data set, each field an expression over answers and scales.
package struct Feed: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package var id: Symbol
    package var value: SourceText
    package var place: Place

    package init(id: Symbol, value: SourceText, place: Place) {
      self.id = id
      self.value = value
      self.place = place
    }
  }

  package var dataset: Symbol
  package var fields: [Field]
  package var place: Place

  package init(dataset: Symbol, fields: [Field], place: Place) {
    self.dataset = dataset
    self.fields = fields
    self.place = place
  }
}

/// What is said of an answer when the test is over.
package struct Feedback: Sendable, Hashable {
  package enum Occasion: String, Sendable, Hashable, CaseIterable {
    case always
    /// All points.
    case right
    /// Fewer, or no answer.
    case wrong
  }

  package var occasion: Occasion
  package var text: LocalizedText
  package var place: Place

  package init(_ occasion: Occasion, text: LocalizedText, place: Place) {
    self.occasion = occasion
    self.text = text
    self.place = place
  }
}
