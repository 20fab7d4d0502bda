/// Which cells an audience may see: small ones identify people, and so do large ones when all but one of a total are shown.

/// The rule of one audience.
package struct DisclosureRule: Sendable, Hashable {
  package var audience: String
  /// Cells of fewer rows are hidden; cells of none aren't, since "nobody" tells nobody's answer.
  package var least: Int
  /// Whether further cells are hidden until what is hidden can't be had from the total.
  package var hidesComplements: Bool

  package init(audience: String, least: Int, hidesComplements: Bool) {
    self.audience = audience
    self.least = least
    self.hidesComplements = hidesComplements
  }

  /// Values of one indicator in cells that together make up a total that is shown, as the audience may see them.
  ///
  /// With complements, at least two cells and at least `least` rows are hidden together, the smallest first: then
  /// neither a hidden cell nor a few of them follow from the total.
  package func applied(toParts values: [IndicatorValue]) -> [IndicatorValue] {
    var hidden = Set(values.indices.filter { (1..<max(least, 1)).contains(values[$0].rows) })
    if hidesComplements, !hidden.isEmpty {
      var rest = values.indices.filter { !hidden.contains($0) && values[$0].rows > 0 }
        .sorted { (values[$0].rows, $0) < (values[$1].rows, $1) }[...]
      var rows = hidden.reduce(0) { $0 + values[$1].rows }
      while hidden.count < 2 || rows < least, let next = rest.popFirst() {
        hidden.insert(next)
        rows += values[next].rows
      }
    }
    return values.indices.map { hidden.contains($0) ? values[$0].hidden : values[$0] }
  }

  /// A single value, as the audience may see it.
  package func applied(to value: IndicatorValue) -> IndicatorValue {
    (1..<max(least, 1)).contains(value.rows) ? value.hidden : value
  }
}
