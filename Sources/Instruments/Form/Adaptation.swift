package import Diagnostics
package import Expressions

/// How a section chooses its questions one by one, each after the answers before it: `adapt`.
///
/// Who answers a question well gets a harder one next. The parameters by which it is chosen stand in the instrument's
/// calibration, the shares of its areas in the blueprint; neither goes to a terminal.
package struct Adaptation: Sendable, Hashable {
  /// How many questions are asked at the least and at the most.
  package var atLeast: Int
  package var atMost: Int
  /// The standard error of ability at which it is enough, in units of the calibration; nil where only the number stops.
  package var error: Decimal64?
  /// Among how many of the best questions one is drawn by chance.
  package var exposure: Int
  package var place: Place

  package init(atLeast: Int = 1, atMost: Int, error: Decimal64? = nil, exposure: Int = 1, place: Place) {
    self.atLeast = atLeast
    self.atMost = atMost
    self.error = error
    self.exposure = exposure
    self.place = place
  }
}

/// Where the way leads behind a section, by the points that were earned in it: `route`. Sections that a route leads to are
/// asked of those alone whom it leads there.
package struct Route: Sendable, Hashable {
  package var to: Symbol
  /// From so many points of the section, or such a share of them, up to the next route's border.
  package var from: Level.Border
  package var place: Place

  package init(to: Symbol, from: Level.Border, place: Place) {
    self.to = to
    self.from = from
    self.place = place
  }
}

extension Form {
  /// The sections that routes lead to.
  package var routed: Set<Symbol> { Set(sections.flatMap { $0.routes.map(\.to) }) }
}
