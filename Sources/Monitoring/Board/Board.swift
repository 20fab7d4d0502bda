package import Datasets
package import Expressions

/// All indicators of a set in one cell, by aspect, with what became of them since last year: the board by which a school
/// is led. Data only; `BoardText` gives it words.
package struct Board: Sendable {
  package let definition: IndicatorSet
  package let cell: Cell
  package let names: PlaceNames
  /// In the set's order within each aspect: result, process, conditions.
  package let rows: [Row]

  package struct Row: Sendable {
    package let indicator: Indicator
    package let value: IndicatorValue
    /// What became of it since last year; nil where nothing is known of last year.
    package let sinceLastYear: Change?
  }
}

/// The component tables of a set by data set, and how their cells become boards.
package struct BoardMaker: Sendable {
  package let finishing: Finishing
  package var tables: [Symbol: ComponentTable]
  /// What stands before each period in its year, for indicators that read the previous one.
  package var periodsBefore: [Symbol: Symbol]
  package var names: PlaceNames

  package init(
    set: CheckedIndicatorSet, tables: [Symbol: ComponentTable], periodsBefore: [Symbol: Symbol] = [:],
    names: PlaceNames = PlaceNames(), today: CalendarDate? = nil
  ) {
    finishing = Finishing(set: set, today: today)
    self.tables = tables
    self.periodsBefore = periodsBefore
    self.names = names
  }

  /// The board of everything that stands at `place`; what is nil there is pooled over.
  package func board(at place: Coordinates) -> Board {
    let lastYear = place.aYearBefore.map { values(at: $0) }
    var earlier: [IndicatorQuery.Reading: [IndicatorValue]] = [:]
    earlier[.lastYear] = lastYear
    if let period = place.period, let before = periodsBefore[period] {
      var previous = place
      previous.period = before
      earlier[.previous] = values(at: previous)
    }
    return board(of: values(at: place, earlier: earlier), lastYear: lastYear, at: place)
  }

  /// The boards of all groups at `place`, as of all grades or of girls and boys, in the order of their names.
  package func boards(at place: Coordinates, by dimension: Dimension) -> [Board] {
    let kept = Dimensions(dimension)
    var cells: Set<Cell> = []
    for table in tables.values { cells.formUnion(table.cells(keeping: kept, at: place).keys) }
    return cells.filter { $0.coordinates.text(at: dimension) != nil }
      .sorted { $0.coordinates.order(by: dimension) < $1.coordinates.order(by: dimension) }
      .map { board(at: $0.coordinates) }
  }

  private func values(
    at place: Coordinates, earlier: [IndicatorQuery.Reading: [IndicatorValue]] = [:]
  ) -> [IndicatorValue] {
    finishing.values(
      in: Cell(of: place, keeping: place.given), components: tables.mapValues { $0.components(at: place) },
      earlier: earlier)
  }

  private func board(of values: [IndicatorValue], lastYear: [IndicatorValue]?, at place: Coordinates) -> Board {
    let definition = finishing.set.definition
    let rows = zip(definition.indicators.indices, values).map { index, value in
      let indicator = definition.indicators[index]
      let before = lastYear.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      // A change of a change says nothing to anybody.
      let change: Change? =
        switch (indicator.measure, before) {
        case (.ratio, let before?) where before.number != nil && value.number != nil:
          Change(from: before, to: value, better: indicator.better)
        default: nil
        }
      return Board.Row(indicator: indicator, value: value, sinceLastYear: change)
    }
    return Board(
      definition: definition, cell: Cell(of: place, keeping: place.given), names: names,
      rows: Indicator.Aspect.allCases.flatMap { aspect in rows.filter { $0.indicator.aspect == aspect } })
  }
}

extension Board {
  /// What is different from an earlier board of the same cell: what one answer changed.
  package func changes(since earlier: Board) -> [Change] {
    rows.compactMap { row in
      guard let before = earlier.rows.first(where: { $0.indicator.id == row.indicator.id }) else { return nil }
      let change = Change(of: before.value, becoming: row.value)
      return change.isSomething ? change : nil
    }
  }

  /// The board as an audience may see it.
  package func seen(under rule: DisclosureRule) -> Board {
    Board(
      definition: definition, cell: cell, names: names,
      rows: rows.map { row in
        let value = rule.applied(to: row.value)
        return Row(
          indicator: row.indicator, value: value, sinceLastYear: value.isHidden ? nil : row.sinceLastYear)
      })
  }
}

extension Coordinates {
  /// What groups are put in order by: grades and classes by number, `4-а` before `10-а`, everything else by name.
  fileprivate func order(by dimension: Dimension) -> (Int, String) {
    let text = text(at: dimension) ?? ""
    return (grade ?? SchoolClass(text)?.grade ?? 0, text)
  }

  /// The same place a school year before; nil where the year isn't given.
  var aYearBefore: Coordinates? {
    guard let year, let known = SchoolYear(year.text) else { return nil }
    var place = self
    place.year = Symbol(known.before.text)
    // Activities and instruments are those of one year's plan.
    place.activity = nil
    place.instrument = nil
    return place
  }
}
