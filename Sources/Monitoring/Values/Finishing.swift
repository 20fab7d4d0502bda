import Datasets
package import Expressions
import Psychometrics

/// From components to values: the one place where a ratio is made.
package struct Finishing: Sendable {
  package let set: CheckedIndicatorSet
  /// The day on which formulas that ask for it are asked.
  package var today: CalendarDate?

  package init(set: CheckedIndicatorSet, today: CalendarDate? = nil) {
    self.set = set
    self.today = today
  }

  /// The values of all indicators in one cell, in the set's order.
  ///
  /// `components` holds those of the cell by data set; one that isn't there has no rows. `earlier` holds finished values of
  /// other times, in the set's order, for derived indicators and targets.
  package func values(
    in cell: Cell, components: [Symbol: Components], earlier: [IndicatorQuery.Reading: [IndicatorValue]] = [:]
  ) -> [IndicatorValue] {
    var finished = [IndicatorValue?](repeating: nil, count: set.indicators.count)
    for index in set.order {
      let environment = Others(set: set, finished: finished, cell: cell, today: today, earlier: earlier)
      finished[index] = value(of: index, in: cell, components: components, others: environment)
    }
    return finished.compactMap { $0 }
  }

  private func value(
    of index: Int, in cell: Cell, components: [Symbol: Components], others: Others
  ) -> IndicatorValue {
    let indicator = set.indicators[index]
    guard indicator.applies(to: cell) else {
      return IndicatorValue(
        indicator: indicator.id, cell: cell, outcome: .empty(.notApplicable), rows: 0, interval: .unknown(.noValue))
    }
    let own = components[indicator.dataset] ?? .zero
    switch set.measures[index] {
    case .ratio(let program, let ratio):
      return ratioValue(of: index, set.programs[program].ratios[ratio], at: ratio, own, in: cell, others)
    case .derived(let formula): return derivedValue(of: index, formula, own, in: cell, others)
    }
  }

  private func ratioValue(
    of index: Int, _ ratio: RatioProgram, at position: Int, _ components: Components, in cell: Cell, _ others: Others
  ) -> IndicatorValue {
    let indicator = set.indicators[index]
    let numerator = ratio.numerator.value(of: components, today: today)
    let denominator = ratio.denominator.value(of: components, today: today)
    let outcome = Self.quotient(numerator, denominator, rows: components.rows, factor: indicator.unit.factor)
    var findings: [QualityFinding] = []
    var interval = ValueInterval.unknown(.noValue)
    if case .value(let number) = outcome {
      if components.spreads.indices.contains(position) {
        interval = ValueInterval(
          of: components.spreads[position], shape: ratio.shape, factor: indicator.unit.factor)
      }
      findings = quality(of: indicator, ratio, components, number)
    }
    return IndicatorValue(
      indicator: indicator.id, cell: cell, outcome: outcome, numerator: numerator, denominator: denominator,
      rows: components.rows, interval: interval, level: outcome.number.flatMap { indicator.bands.level(of: $0) },
      target: target(of: index, in: cell, outcome.number, others), findings: findings)
  }

  /// factor · numerator / denominator, or why there is no number.
  static func quotient(
    _ numerator: Value, _ denominator: Value, rows: Int, factor: Int
  ) -> IndicatorValue.Outcome {
    guard rows > 0 else { return .empty(.noRows) }
    if case .missing(let missing) = numerator, missing.reason != .noData { return .empty(.notComputable) }
    if case .missing(let missing) = denominator, missing.reason != .noData { return .empty(.notComputable) }
    guard let above = numerator.decimal, let below = denominator.decimal, !below.isZero else {
      return .empty(.nothingCounted)
    }
    guard let number = above.multiplied(by: Decimal64(factor))?.divided(by: below)?.rounded(to: 12) else {
      return .empty(.notComputable)
    }
    return .value(number)
  }

  private func quality(
    of indicator: Indicator, _ ratio: RatioProgram, _ components: Components, _ number: Decimal64
  ) -> [QualityFinding] {
    var findings: [QualityFinding] = []
    for (rule, source) in zip(ratio.quality, indicator.quality)
    where rule.value(of: components, today: today) == .boolean(false) {
      findings.append(.ruleFailed(source.text))
    }
    if let range = indicator.unit.range, number < range.least || number > range.most {
      findings.append(ratio.shape == .share && number > range.most ? .moreThanAll : .outOfRange)
    }
    return findings
  }

  private func derivedValue(
    of index: Int, _ formula: Formula, _ components: Components, in cell: Cell, _ others: Others
  ) -> IndicatorValue {
    let indicator = set.indicators[index]
    let value = formula.evaluate(in: others)
    let outcome: IndicatorValue.Outcome
    if let number = value.decimal?.rounded(to: 12) {
      outcome = .value(number)
    } else if let query = formula.queries.first(where: { others.indicator($0).isMissing }) {
      outcome = .empty(.noOther(query))
    } else {
      outcome = .empty(.notComputable)
    }
    return IndicatorValue(
      indicator: indicator.id, cell: cell, outcome: outcome, rows: components.rows,
      interval: outcome.number == nil ? .unknown(.noValue) : differenceInterval(of: formula, others),
      level: outcome.number.flatMap { indicator.bands.level(of: $0) },
      target: target(of: index, in: cell, outcome.number, others))
  }

  /// The interval of a − b, where the derived indicator is a difference of two others.
  private func differenceInterval(of formula: Formula, _ others: Others) -> ValueInterval {
    guard case .two(let id, let first, let second, _) = formula, id.function.name == "-",
      case .indicator(let a, _) = first, case .indicator(let b, _) = second
    else { return .unknown(.notMadeOfRows) }
    guard let left = others.finished(a)?.interval, let right = others.finished(b)?.interval,
      let minuend = left.interval, let subtrahend = right.interval
    else { return .unknown(.noValue) }
    guard let interval = Interval.difference(minuend, minus: subtrahend).interval else {
      return .unknown(.notComputable)
    }
    return .known(interval, units: min(left.units ?? 0, right.units ?? 0), of: .differences)
  }

  private func target(
    of index: Int, in cell: Cell, _ number: Decimal64?, _ others: Others
  ) -> TargetOutcome? {
    guard let aim = others.target(of: index), let number else { return nil }
    let isMet = set.indicators[index].better == .higherIsBetter ? number >= aim : number <= aim
    return TargetOutcome(value: aim, isMet: isMet)
  }
}

extension Formula {
  /// The indicators that the formula reads, always in the same order: what is read now first.
  fileprivate var queries: [IndicatorQuery] {
    let readings = IndicatorQuery.Reading.allCases
    func rank(_ query: IndicatorQuery) -> Int { readings.firstIndex(of: query.reading) ?? readings.count }
    return indicators.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
  }
}

extension Indicator {
  /// Whether the cell may have a value at all: its grade has marks, and the indicator was in force in its year.
  fileprivate func applies(to cell: Cell) -> Bool {
    if let grades, let grade = cell.coordinates.grade, !grades.contains(grade) { return false }
    if let since, let first = SchoolYear(since), let year = cell.coordinates.year.flatMap({ SchoolYear($0.text) }) {
      return first <= year
    }
    return true
  }
}

extension IndicatorValue.Outcome {
  var number: Decimal64? {
    guard case .value(let number) = self else { return nil }
    return number
  }
}

/// What derived indicators and targets see: the values that are finished already, here and at other times.
private struct Others: Environment {
  var set: CheckedIndicatorSet
  var finished: [IndicatorValue?]
  var cell: Cell
  var today: CalendarDate?
  var earlier: [IndicatorQuery.Reading: [IndicatorValue]]

  func value(at slot: Int) -> Value { .missing(Missing(.undefined)) }

  func finished(_ query: IndicatorQuery) -> IndicatorValue? {
    guard let index = set.index(of: Symbol(query.id)) else { return nil }
    switch query.reading {
    case .now: return finished[index]
    case .lastYear, .previous, .cohortLastYear:
      return earlier[query.reading].flatMap { $0.indices.contains(index) ? $0[index] : nil }
    case .target: return nil
    }
  }

  func indicator(_ query: IndicatorQuery) -> Value {
    let number =
      query.reading == .target
      ? set.index(of: Symbol(query.id)).flatMap { target(of: $0) } : finished(query)?.number
    return number.map { .decimal($0) } ?? .missing(Missing(.noData))
  }

  /// The target of an indicator in this cell: the one that says most, the first of equals.
  func target(of index: Int) -> Decimal64? {
    let meant = set.targets[index].filter { $0.target.applies(to: cell) }
    let most = meant.map(\.target.specificity).max()
    guard let target = meant.first(where: { $0.target.specificity == most }) else { return nil }
    // A target may read finished values, not other targets: those could go round in circles.
    return target.value.evaluate(in: ForTarget(others: self)).decimal
  }

  private struct ForTarget: Environment {
    var others: Others

    func value(at slot: Int) -> Value { .missing(Missing(.undefined)) }

    func indicator(_ query: IndicatorQuery) -> Value {
      (others.finished(query)?.number).map { .decimal($0) } ?? .missing(Missing(.noData))
    }

    var today: CalendarDate? { others.today }
  }
}
