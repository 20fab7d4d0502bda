import Diagnostics
import Expressions
import Psychometrics

/// What must hold of one indicator beside its formulas: bands, targets, breakdowns, unit, dates.
extension IndicatorSetChecker {
  mutating func check(_ indicator: Indicator) {
    if let since = indicator.since, SchoolYear(since) == nil {
      report(.badSchoolYear, at: indicator.place, found: since)
    }
    if !(0...6).contains(indicator.decimals) {
      report(.numbersExpected, at: indicator.place, found: String(indicator.decimals), ["least": "0", "most": "6"])
    }
    checkAspect(of: indicator)
    checkUnit(of: indicator)
    checkBands(of: indicator)
    checkTargets(of: indicator)
    checkBreakdowns(of: indicator)
  }

  private mutating func checkAspect(of indicator: Indicator) {
    if indicator.area != nil, indicator.aspect != .conditions {
      report(.areaWithoutConditions, at: indicator.place)
    }
    if indicator.area == nil, indicator.aspect == .conditions {
      let known = Indicator.Area.allCases.map(\.rawValue).joined(separator: ", ")
      report(.conditionsWithoutArea, at: indicator.place, ["known": known])
    }
  }

  private mutating func checkUnit(of indicator: Indicator) {
    if case .ratio = indicator.measure, indicator.unit == .percentagePoints {
      report(.derivedUnit, at: indicator.place)
    }
  }

  /// A difference of percents isn't a percent.
  mutating func checkDifference(_ formula: Formula, of indicator: Indicator) {
    guard indicator.unit == .percent, case .two(let id, let first, let second, _) = formula,
      id.function.name == "-", case .indicator(let a, _) = first, case .indicator(let b, _) = second
    else { return }
    let units = [a, b].map { query in set.indicators.first { $0.id.text == query.id }?.unit }
    if units.allSatisfy({ $0 == .percent }) { report(.differenceUnit, at: indicator.place) }
  }

  private mutating func checkBands(of indicator: Indicator) {
    let range = indicator.unit.range
    for (before, band) in zip(indicator.bands, indicator.bands.dropFirst()) {
      if band.from <= before.from {
        report(
          .bandOrder, at: band.place, found: band.from.description, ["before": before.from.description])
      }
      let rises = indicator.better == .higherIsBetter ? band.level > before.level : band.level < before.level
      if !rises {
        report(
          .bandLevelOrder, at: band.place, found: band.level.rawValue,
          [
            "before": before.level.rawValue,
            "better": indicator.better == .higherIsBetter ? "higher" : "lower",
          ])
      }
    }
    guard let range, let first = indicator.bands.first else { return }
    if first.from > range.least {
      report(
        .valuesWithoutBand, at: first.place,
        ["before": first.from.description, "least": range.least.description])
    }
    for band in indicator.bands where band.from < range.least || band.from > range.most {
      report(.bandOutOfRange, at: band.place, found: band.from.description, range.words)
    }
  }

  private mutating func checkTargets(of indicator: Indicator) {
    var seen: [TargetKey: Place] = [:]
    for target in indicator.targets {
      switch target.scope {
      case .grade:
        if target.grade == nil { report(.targetNeedsGrade, at: target.place) }
      case .school, .district:
        if target.grade != nil {
          report(.targetGradeForbidden, at: target.place, found: target.grade?.description ?? "")
        }
      case .schoolClass: break
      }
      if let grade = target.grade, let grades = indicator.grades, !grades.contains(grade) {
        report(.targetOutsideGrades, at: target.place, found: String(grade))
      }
      let key = TargetKey(target)
      if let first = seen[key] {
        report(.duplicateTarget, at: target.place, ["first": String(first.line)])
      } else {
        seen[key] = target.place
      }
      if let range = indicator.unit.range, let value = Decimal64(target.value.text),
        value < range.least || value > range.most
      {
        report(.targetOutOfRange, at: target.value.place, found: target.value.text, range.words)
      }
    }
  }

  private mutating func checkBreakdowns(of indicator: Indicator) {
    var seen: Set<String> = []
    let known = Dimension.allCases.map(\.rawValue)
    for breakdown in indicator.breakdowns {
      if breakdown.dimension == nil {
        report(
          .unknownDimension, at: breakdown.place, found: breakdown.name,
          suggestion: Similarity.nearest(to: breakdown.name, among: known),
          ["known": known.joined(separator: ", ")])
      }
      if !seen.insert(breakdown.name).inserted {
        report(.doubledBreakdown, at: breakdown.place, found: breakdown.name)
      }
    }
  }
}

private struct TargetKey: Hashable {
  var scope: Target.Scope
  var grade: Int?
  var subject: Symbol?
  var period: Symbol?

  init(_ target: Target) {
    scope = target.scope
    grade = target.grade
    subject = target.subject
    period = target.period
  }
}

extension Indicator.Unit {
  /// The numbers that a value of this unit can be; nil where there is no end.
  var range: UnitRange? {
    switch self {
    case .percent: UnitRange(least: Decimal64(0), most: Decimal64(100))
    case .percentagePoints: UnitRange(least: Decimal64(-100), most: Decimal64(100))
    case .index: UnitRange(least: Decimal64(0), most: Decimal64(1))
    case .points: nil
    }
  }
}

struct UnitRange {
  var least: Decimal64
  var most: Decimal64

  var words: [String: String] { ["least": least.description, "most": most.description] }
}

/// A school year as it is written: `2025-2026`.
package struct SchoolYear: Sendable, Hashable, Comparable {
  /// The calendar year in which it begins.
  package let start: Int

  /// Nil where the text isn't two years that follow one another.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let first = Int(parts[0]), let second = Int(parts[1]), second == first + 1
    else { return nil }
    start = first
  }

  package init(start: Int) { self.start = start }

  package var text: String { "\(start)-\(start + 1)" }

  package var before: SchoolYear { SchoolYear(start: start - 1) }

  package static func < (a: Self, b: Self) -> Bool { a.start < b.start }
}
