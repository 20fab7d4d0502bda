package import Diagnostics
package import Expressions

/// How often a section is asked: so many times, or once for each that an answer counts.
package struct Repetition: Sendable, Hashable {
  package enum Count: Sendable, Hashable {
    case fixed(Int)
    /// As often as the number says that was answered before, or that is known from the start.
    case answer(Symbol)
  }

  package var count: Count
  /// How many occurrences there may be at the most.
  package var most: Int
  package var place: Place

  package static let defaultMost = 10
  /// More is no form that people can sit.
  package static let mostOccurrences = 99

  package init(count: Count, most: Int, place: Place) {
    self.count = count
    self.most = most
    self.place = place
  }
}

/// Which occurrence of a repeated section a section is, where the form is written out.
package struct SectionOccurrence: Sendable, Hashable {
  /// The section as it is written once.
  package var of: Symbol
  /// From 1.
  package var number: Int

  package init(of: Symbol, number: Int) {
    self.of = of
    self.number = number
  }

  /// What something in the section is called in this occurrence: `age.2`.
  package func id(_ id: Symbol) -> Symbol { Symbol("\(id).\(number)") }
}
