package import Datasets
package import Expressions

/// All formulas over one data set, taken apart: the parts that add up, each once however many indicators read it, and how
/// each indicator is finished from them.
package struct DatasetProgram: Sendable {
  package let dataset: Dataset
  /// What `Components.totals` hold, in order.
  package private(set) var parts: [AdditiveSplit.Part] = []
  /// What `Components.spreads` hold, in order: the ratios over this data set.
  package private(set) var ratios: [RatioProgram] = []

  init(dataset: Dataset) { self.dataset = dataset }

  /// A name for each part, stable for one version of the set: `SAP.numerator`, by the first indicator that reads it.
  package private(set) var partNames: [String] = []

  /// Takes a formula over rows in.
  mutating func add(_ formula: Formula, name: String) -> FinishedFormula {
    let split = formula.split()
    var positions: [Int] = []
    for (index, part) in split.parts.enumerated() {
      if let known = parts.firstIndex(of: part) {
        positions.append(known)
      } else {
        positions.append(parts.count)
        parts.append(part)
        partNames.append(split.parts.count == 1 ? name : "\(name).\(index + 1)")
      }
    }
    return FinishedFormula(
      finish: split.finish, positions: positions,
      linear: LinearForm(split.finish, parts: split.parts, positions: positions))
  }

  mutating func add(_ ratio: RatioProgram) { ratios.append(ratio) }

  /// The fields that the parts read.
  var fields: [Int] {
    var slots: Set<Int> = []
    for part in parts {
      slots.formUnion(part.value?.slots ?? [])
      slots.formUnion(part.condition?.slots ?? [])
    }
    return slots.sorted()
  }

  /// Components of a cell without rows, with a place for every part.
  package var nothing: Components {
    Components(
      rows: 0, totals: parts.map { PartTotal(of: $0.kind) },
      spreads: ratios.map { _ in Spread(rows: .zero, persons: .zero, classes: .zero, rowsOfPersons: 0) })
  }
}

/// A formula over rows as it is finished from the parts of a program.
package struct FinishedFormula: Sendable, Hashable {
  /// Its slots are positions in `positions`.
  let finish: Formula
  /// The parts that it reads, as positions in the program.
  let positions: [Int]
  let linear: LinearForm?

  /// The value over the rows of a cell.
  package func value(of components: Components, today: CalendarDate? = nil) -> Value {
    finish.evaluate(in: Parts(components: components, positions: positions, today: today))
  }

  private struct Parts: Environment {
    var components: Components
    var positions: [Int]
    var today: CalendarDate?

    func value(at slot: Int) -> Value {
      guard positions.indices.contains(slot) else { return .missing(Missing(.undefined)) }
      let position = positions[slot]
      // Components of no rows at all have no totals.
      guard components.totals.indices.contains(position) else { return .missing(Missing(.noData)) }
      return components.totals[position].value
    }
  }
}

/// A ratio over rows: numerator, denominator, the rules of its quality, and what kind of number it is.
package struct RatioProgram: Sendable {
  /// The position of the indicator in its set.
  package let indicator: Int
  package let numerator: FinishedFormula
  package let denominator: FinishedFormula
  package let quality: [FinishedFormula]
  package let shape: Shape

  /// What an interval takes it for.
  package enum Shape: Sendable, Hashable {
    /// Rows out of rows.
    case share
    /// A sum over rows by their number.
    case mean
    /// A sum by another sum, or a weighted count.
    case ratio
    /// Not made of shares of rows: no interval.
    case other
  }

  static func shape(
    numerator: FinishedFormula, denominator: FinishedFormula, parts: [AdditiveSplit.Part]
  ) -> Shape {
    guard let above = numerator.linear, let below = denominator.linear else { return .other }
    guard let divisor = below.singlePart, parts[divisor].kind == .count else { return .ratio }
    guard let dividend = above.singlePart else { return .ratio }
    return parts[dividend].kind == .count ? .share : .mean
  }
}
