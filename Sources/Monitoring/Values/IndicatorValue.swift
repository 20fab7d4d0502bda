package import Expressions

/// What an indicator comes to in one cell, with all that is needed to trust it or not.
package struct IndicatorValue: Sendable, Hashable {
  package let indicator: Symbol
  package let cell: Cell
  /// The number, or why there is none. Zero is a number; "no data", "hidden" and "not applicable" are others.
  package let outcome: Outcome
  /// What the numerator and denominator come to; missing in derived indicators.
  package let numerator: Value
  package let denominator: Value
  /// How many facts were read: those who were absent or didn't answer too.
  package let rows: Int
  package let interval: ValueInterval
  /// The word for the value; nil where no band holds it.
  package let level: Band.Level?
  /// What is aimed at in this cell; nil where there is no target for it.
  package let target: TargetOutcome?
  /// What keeps the value from being trusted as it stands.
  package let findings: [QualityFinding]

  package enum Outcome: Sendable, Hashable {
    /// In the indicator's unit: 66.0 for 66 %. Exact to 12 digits behind the point.
    case value(Decimal64)
    case empty(EmptyReason)
    /// There is a value, but the cell is too small for this audience, or would betray one that is.
    case hidden
  }

  package init(
    indicator: Symbol, cell: Cell, outcome: Outcome, numerator: Value = .missing(Missing(.noData)),
    denominator: Value = .missing(Missing(.noData)), rows: Int, interval: ValueInterval,
    level: Band.Level? = nil, target: TargetOutcome? = nil, findings: [QualityFinding] = []
  ) {
    self.indicator = indicator
    self.cell = cell
    self.outcome = outcome
    self.numerator = numerator
    self.denominator = denominator
    self.rows = rows
    self.interval = interval
    self.level = level
    self.target = target
    self.findings = findings
  }

  /// The number, where there is one to be seen.
  package var number: Decimal64? {
    guard case .value(let number) = outcome else { return nil }
    return number
  }

  package var isHidden: Bool { outcome == .hidden }

  /// The same cell as an audience sees it that may not: nothing of it but that there is something.
  package var hidden: IndicatorValue {
    IndicatorValue(
      indicator: indicator, cell: cell, outcome: .hidden, rows: 0, interval: .unknown(.noValue))
  }
}

/// Why an indicator has no value in a cell.
package enum EmptyReason: Sendable, Hashable {
  /// There are no rows.
  case noRows
  /// There are rows, but none that the denominator counts: all were absent, or nobody was asked.
  case nothingCounted
  /// The indicator isn't for this cell: a grade without marks.
  case notApplicable
  /// A derived indicator reads another that has no value here.
  case noOther(IndicatorQuery)
  /// The numbers are too large to be exact, or the formula has no result.
  case notComputable
}

/// What was aimed at, and whether it is reached.
package struct TargetOutcome: Sendable, Hashable {
  package let value: Decimal64
  package let isMet: Bool

  package init(value: Decimal64, isMet: Bool) {
    self.value = value
    self.isMet = isMet
  }
}

/// What a rule of quality found wrong with the rows behind a value.
package enum QualityFinding: Sendable, Hashable {
  /// A rule of the author doesn't hold; as it was written.
  case ruleFailed(String)
  /// More were counted above than below, though one is a part of the other.
  case moreThanAll
  /// A number that a value of this unit can't be.
  case outOfRange
}
