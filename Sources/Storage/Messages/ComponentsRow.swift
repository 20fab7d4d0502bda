package import Expressions
package import Instruments

/// The additive parts of one indicator in one cell, as Monitoring writes them. The store doesn't read them.
package struct ComponentsRow: Sendable, Hashable, Codable {
  package var indicator: Symbol
  /// What the formula is known by: parts made by another one are not mixed with these.
  package var formula: Digest
  package var dataset: Symbol
  /// The cell whose facts were read, with the version that they had then.
  package var cell: FactCell
  package var parts: [UInt8]
  /// In a reply: the cell's facts have changed since. The board shows such a row as out of date, or makes it anew.
  package var isStale: Bool

  package init(
    indicator: Symbol, formula: Digest, dataset: Symbol, cell: FactCell, parts: [UInt8], isStale: Bool = false
  ) {
    self.indicator = indicator
    self.formula = formula
    self.dataset = dataset
    self.cell = cell
    self.parts = parts
    self.isStale = isStale
  }
}

/// Which components. What is nil or empty doesn't narrow.
package struct ComponentsQuery: Sendable, Hashable, Codable {
  package var indicators: [Symbol]
  package var place: FactPlace

  package init(indicators: [Symbol] = [], place: FactPlace = FactPlace()) {
    self.indicators = indicators
    self.place = place
  }
}
