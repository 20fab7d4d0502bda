package import Psychometrics

/// Where the true value may lie, over which units it was found, or why that can't be said.
package enum ValueInterval: Sendable, Hashable {
  /// In the indicator's unit.
  case known(Interval, units: Int, of: UnitKind)
  case unknown(Reason)

  /// What was taken as drawn independently of one another.
  package enum UnitKind: String, Sendable, Hashable, CaseIterable { case rows, persons, classes, differences }

  package enum Reason: Sendable, Hashable {
    /// There is no value either.
    case noValue
    /// At least so many units must be there.
    case notEnough(needed: Int)
    /// The rows cluster, but who they belong to was lost when cells were merged.
    case clustersUnknown
    /// The formula isn't made of shares of rows.
    case notMadeOfRows
    case notComputable
  }

  package var interval: Interval? {
    guard case .known(let interval, _, _) = self else { return nil }
    return interval
  }

  /// How many units stand behind it.
  package var units: Int? {
    guard case .known(_, let units, _) = self else { return nil }
    return units
  }
}

extension ValueInterval {
  /// The interval of a ratio from what its rows, persons and classes gave, times `factor`.
  ///
  /// Rows cluster by person where persons have several of them, else by class where nobody has a name and several
  /// classes meet (research: rows alone would make the interval half as wide as it is). A share of independent rows
  /// gets Wilson's interval, a mean Student's, any other ratio the linearised one.
  init(of spread: Spread, shape: RatioProgram.Shape, factor: Int) {
    guard shape != .other else {
      self = .unknown(.notMadeOfRows)
      return
    }
    guard let rows = spread.rows else {
      self = .unknown(.notComputable)
      return
    }
    if spread.rowsOfPersons > 0 {
      if let persons = spread.persons {
        self =
          persons.units == rows.units
          ? Self.independent(rows, shape, of: .persons, factor) : Self.clustered(persons, shape, of: .persons, factor)
      } else if let classes = spread.classes, classes.units > 1 {
        self = Self.clustered(classes, shape, of: .classes, factor)
      } else {
        self = .unknown(.clustersUnknown)
      }
    } else if let classes = spread.classes, classes.units > 1, classes.units < rows.units {
      self = Self.clustered(classes, shape, of: .classes, factor)
    } else {
      self = Self.independent(rows, shape, of: .rows, factor)
    }
  }

  private static func independent(
    _ rows: UnitSums, _ shape: RatioProgram.Shape, of kind: UnitKind, _ factor: Int
  ) -> ValueInterval {
    let sums = rows.ratioSums
    let outcome: IntervalOutcome
    switch shape {
    case .share: outcome = Interval.share(sums.numerator, of: sums.denominator)
    case .mean where sums.denominator == Double(sums.units):
      outcome = Interval.mean(
        of: ValueSums(count: sums.units, sum: sums.numerator, squares: sums.numeratorSquares))
    case .mean, .ratio, .other: outcome = Interval.ratio(of: sums)
    }
    return ValueInterval(outcome, units: rows.units, of: kind, factor: factor)
  }

  private static func clustered(
    _ clusters: UnitSums, _ shape: RatioProgram.Shape, of kind: UnitKind, _ factor: Int
  ) -> ValueInterval {
    let sums = clusters.ratioSums
    let outcome = shape == .share ? Interval.clusteredShare(of: sums) : Interval.clusteredRatio(of: sums)
    return ValueInterval(outcome, units: clusters.units, of: kind, factor: factor)
  }

  private init(_ outcome: IntervalOutcome, units: Int, of kind: UnitKind, factor: Int) {
    switch outcome {
    case .interval(let interval):
      self = interval.scaled(by: Double(factor)).map { .known($0, units: units, of: kind) } ?? .unknown(.notComputable)
    case .notEnough(let needed, _): self = .unknown(.notEnough(needed: needed))
    case .undefined: self = .unknown(.notComputable)
    }
  }
}

extension Interval {
  /// The interval of the estimate times a positive factor: percents of shares.
  func scaled(by factor: Double) -> Interval? {
    Interval(
      estimate: estimate * factor, lower: lower * factor, upper: upper * factor, confidence: confidence, kind: kind,
      caution: caution)
  }
}
