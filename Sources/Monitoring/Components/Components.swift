package import Expressions

/// The additive parts of all indicators of one data set in one cell: what travels upward from a class to its grade, its
/// school and its district. Ratios never do: they are finished from the parts, at the very end.
///
/// Parts of disjoint cells add up to the parts of their union, in any order and grouping. The parts are named by the
/// program that they belong to (`DatasetProgram.partNames`); components of two programs must not be added.
package struct Components: Sendable, Hashable {
  /// How many facts were read: those who were absent or didn't answer too.
  package var rows: Int
  /// A total a part of the program; empty in `zero`.
  package var totals: [PartTotal]
  /// What the intervals come from, a ratio of the program; empty in `zero`.
  package var spreads: [Spread]

  package init(rows: Int, totals: [PartTotal], spreads: [Spread]) {
    self.rows = rows
    self.totals = totals
    self.spreads = spreads
  }

  /// What no rows come to.
  package static let zero = Components(rows: 0, totals: [], spreads: [])

  /// The components of the union of two disjoint cells, with no person in both.
  package static func + (a: Components, b: Components) -> Components {
    if a.totals.isEmpty && a.spreads.isEmpty && a.rows == 0 { return b }
    if b.totals.isEmpty && b.spreads.isEmpty && b.rows == 0 { return a }
    precondition(a.totals.count == b.totals.count && a.spreads.count == b.spreads.count)
    var sum = a
    sum += b
    return sum
  }

  package static func += (a: inout Components, b: Components) {
    if a.totals.isEmpty && a.spreads.isEmpty && a.rows == 0 {
      a = b
      return
    }
    guard !(b.totals.isEmpty && b.spreads.isEmpty && b.rows == 0) else { return }
    precondition(a.totals.count == b.totals.count && a.spreads.count == b.spreads.count)
    a.rows += b.rows
    for index in a.totals.indices { a.totals[index].merge(b.totals[index]) }
    for index in a.spreads.indices { a.spreads[index] += b.spreads[index] }
  }

  /// The same cell where persons may stand in several of the cells that it was added from: their sums don't hold.
  package var withoutPersons: Components {
    var copy = self
    for index in copy.spreads.indices { copy.spreads[index].persons = nil }
    return copy
  }

  /// The same cell where it isn't known which classes its rows are from.
  package var withoutClasses: Components {
    var copy = self
    for index in copy.spreads.indices { copy.spreads[index].classes = nil }
    return copy
  }

  /// The rows of one class, seen as one unit beside other classes.
  package var asOneClass: Components {
    var copy = self
    for index in copy.spreads.indices { copy.spreads[index].classes = copy.spreads[index].rows?.asOneUnit }
    return copy
  }
}

/// What the interval of one ratio comes from, over each kind of unit that its rows may cluster in; nil where the sums
/// don't hold.
package struct Spread: Sendable, Hashable {
  /// Every row a unit of its own.
  package var rows: UnitSums?
  /// Every person a unit; rows without a person are units of their own.
  package var persons: UnitSums?
  /// Every class a unit.
  package var classes: UnitSums?
  /// How many of the rows that take part have a person.
  package var rowsOfPersons: Int

  package init(rows: UnitSums?, persons: UnitSums?, classes: UnitSums?, rowsOfPersons: Int) {
    self.rows = rows
    self.persons = persons
    self.classes = classes
    self.rowsOfPersons = rowsOfPersons
  }

  package static func += (a: inout Spread, b: Spread) {
    func sum(_ x: UnitSums?, _ y: UnitSums?) -> UnitSums? {
      guard let x, let y else { return nil }
      return x.adding(y)
    }
    a.rows = sum(a.rows, b.rows)
    a.persons = sum(a.persons, b.persons)
    a.classes = sum(a.classes, b.classes)
    a.rowsOfPersons += b.rowsOfPersons
  }
}
