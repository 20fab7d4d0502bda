package import Diagnostics
package import Expressions
package import Texts

/// A score built of items or of other scales, or read from a table of one.
package struct Scale: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable, CaseIterable {
    case sum, mean, percent
    /// The number that a table gives for the score of its one member: norms by grade or age, marks.
    case table
    /// Ability by the calibration: the mean of what it can be after the answers (EAP), with its standard error.
    case theta
  }

  package var id: Symbol
  package var title: LocalizedText
  package var method: Method
  /// Items, or scales that stand before this one.
  package var members: [Member]
  /// How many members must have a value; else the scale has none.
  package var atLeast: Int?
  /// How often each member counts, parallel to `members`; empty where each counts once.
  package var weights: [Decimal64] = []
  /// The ends to which the smallest and the largest possible score are stretched.
  package var ends: Ends?
  /// The input, item or computed value whose number chooses rows and levels: the grade, the age.
  package var by: Member?
  /// The table, from the lowest border to the highest within each number of `by`.
  package var rows: [Row] = []
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

  package struct Ends: Sendable, Hashable {
    package var least: Decimal64
    package var most: Decimal64

    package init(least: Decimal64, most: Decimal64) {
      self.least = least
      self.most = most
    }
  }

  /// What the member's score is worth from a border up to the next.
  package struct Row: Sendable, Hashable {
    package var from: Level.Border
    package var value: Decimal64
    /// The numbers of `by` that it holds for; nil where it holds for all.
    package var holdsFor: ClosedRange<Int>?
    package var place: Place

    package init(from: Level.Border, value: Decimal64, holdsFor: ClosedRange<Int>? = nil, place: Place) {
      self.from = from
      self.value = value
      self.holdsFor = holdsFor
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
  /// The numbers of the scale's `by` that it holds for; nil where it holds for all. A code may stand several times with
  /// other borders.
  package var holdsFor: ClosedRange<Int>?
  package var title: LocalizedText
  package var place: Place

  package init(code: Symbol, from: Border, holdsFor: ClosedRange<Int>? = nil, title: LocalizedText, place: Place) {
    self.code = code
    self.from = from
    self.holdsFor = holdsFor
    self.title = title
    self.place = place
  }
}

extension Scale.Row {
  /// Whether it holds for a number of the scale's `by`; nil where nobody knows the number.
  package func holds(for number: Int?) -> Bool { holdsFor.map { number.map($0.contains) ?? false } ?? true }
}

extension Level {
  /// Whether it holds for a number of the scale's `by`; nil where nobody knows the number.
  package func holds(for number: Int?) -> Bool { holdsFor.map { number.map($0.contains) ?? false } ?? true }
}

extension ClosedRange<Int> {
  /// As a file writes it: `4`, `5-11`.
  package var text: String { count == 1 ? "\(lowerBound)" : "\(lowerBound)-\(upperBound)" }
}
