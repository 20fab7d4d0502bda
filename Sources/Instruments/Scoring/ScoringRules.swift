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
  package var value: Decimal64
  /// How far an answer may be off, either way.
  package var tolerance: Decimal64

  package init(value: Decimal64, tolerance: Decimal64) {
    self.value = value
    self.tolerance = tolerance
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

/// A score built of items or of other scales.
package struct Scale: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable, CaseIterable { case sum, mean, percent }

  package var id: Symbol
  package var title: LocalizedText
  package var method: Method
  /// Items, or scales that stand before this one.
  package var members: [Member]
  /// How many members must have a value; else the scale has none.
  package var atLeast: Int?
  package var levels: [Level]
  package var place: Place

  /// A member with the place where its id stands.
  package struct Member: Sendable, Hashable {
    package var id: Symbol
    package var place: Place

    package init(id: Symbol, place: Place) {
      self.id = id
      self.place = place
    }
  }

  package init(
    id: Symbol, title: LocalizedText, method: Method, members: [Member], atLeast: Int? = nil, levels: [Level] = [],
    place: Place
  ) {
    self.id = id
    self.title = title
    self.method = method
    self.members = members
    self.atLeast = atLeast
    self.levels = levels
    self.place = place
  }
}

/// A named stretch of a scale, from its border up to the next level's.
package struct Level: Sendable, Hashable {
  package enum Border: Sendable, Hashable {
    case score(Decimal64)
    /// A share of the scale's maximum, in percent: 0…100.
    case percent(Decimal64)
  }

  package var code: Symbol
  package var from: Border
  package var title: LocalizedText
  package var place: Place

  package init(code: Symbol, from: Border, title: LocalizedText, place: Place) {
    self.code = code
    self.from = from
    self.title = title
    self.place = place
  }
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
