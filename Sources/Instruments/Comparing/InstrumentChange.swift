package import Expressions
package import Texts

/// One thing that differs between two versions of an instrument.
package struct InstrumentChange: Sendable, Hashable {
  /// Whom it concerns.
  package enum Audience: Sendable, Hashable, CaseIterable {
    /// What is shown and how it is answered.
    case respondents
    /// What answers earn and where they go.
    case scores
  }

  /// What it does to the comparison of scores from before and after.
  package enum Effect: Int, Sendable, Hashable, Comparable {
    case none
    /// Somebody must judge whether it is still the same question.
    case judgement
    /// Levels mean something else, scores the same.
    case levels
    case breaks

    package static func < (a: Effect, b: Effect) -> Bool { a.rawValue < b.rawValue }
  }

  package enum Kind: Sendable, Hashable {
    case itemAdded, itemRemoved
    /// The same question under another id.
    case itemRenamed(to: Symbol)
    case sectionAdded, sectionRemoved
    case kindChanged
    case words(Language?)
    case languageAdded(Language), languageRemoved(Language)
    case optionAdded(Symbol), optionRemoved(Symbol), optionWords(Symbol, Language?), optionsReordered
    case optionValue(Symbol)
    case borders, condition, required, checks, order, timeLimit, drawing
    case key, points, credit, spelling, reversal, feedback
    case scaleAdded, scaleRemoved, scaleMembers, scaleMethod, scaleTable, levels
    case feeds, blueprint
  }

  package let kind: Kind
  package let audience: Audience
  package let effect: Effect
  /// The item, section, scale or data set.
  package let id: Symbol
  /// As it was and as it is, where that can be said in a line.
  package let old: String
  package let new: String

  package init(
    _ kind: Kind, _ audience: Audience, _ effect: Effect, of id: Symbol, old: String = "", new: String = ""
  ) {
    self.kind = kind
    self.audience = audience
    self.effect = effect
    self.id = id
    self.old = old
    self.new = new
  }
}

/// Whether scores of two versions can stand side by side.
package enum Comparability: Sendable, Hashable {
  /// They mean the same.
  case same
  /// They may: questions that earn points were worded or placed anew.
  case judgement
  /// Scores mean the same, levels don't.
  case scoresOnly
  /// Other questions, other keys or other sums.
  case broken

  package init(_ changes: [InstrumentChange]) {
    switch changes.map(\.effect).max() ?? .none {
    case .none: self = .same
    case .judgement: self = .judgement
    case .levels: self = .scoresOnly
    case .breaks: self = .broken
    }
  }
}
