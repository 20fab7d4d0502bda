package import Expressions
import Psychometrics

/// Chooses questions of a bank so that their points come as near as can be to a blueprint's shares and to a sum.
///
/// Passages bring their questions, and no question is taken twice. The same seed gives the same form; `ItemSelection` says
/// how it is looked for.
package struct Assembly: Sendable {
  package let blueprint: Blueprint
  /// What the form must come to.
  package let points: Decimal64
  package let pool: [BankUnit]

  package init(_ blueprint: Blueprint, points: Decimal64, pool: [BankUnit]) {
    self.blueprint = blueprint
    self.points = points
    // What stands in no area can't be counted towards one.
    let areas = Set(blueprint.areas.map(\.code))
    let processes = Set(blueprint.processes.map(\.code))
    self.pool = pool.filter { unit in
      unit.isKeyed && unit.points > .zero
        && unit.items.allSatisfy { item in
          (areas.isEmpty || item.specification?.area.map(areas.contains) ?? false)
            && (processes.isEmpty || item.specification?.process.map(processes.contains) ?? false)
        }
    }
  }

  /// A part of the blueprint with the points that are wanted of it and those that were found.
  package struct Deviation: Sendable, Hashable {
    package let part: String
    package let wanted: Double
    package let found: Double

    package init(part: String, wanted: Double, found: Double) {
      self.part = part
      self.wanted = wanted
      self.found = found
    }
  }

  package struct Result: Sendable {
    package let units: [BankUnit]
    package let deviations: [Deviation]
    package let points: Double

    package init(units: [BankUnit], deviations: [Deviation], points: Double) {
      self.units = units
      self.deviations = deviations
      self.points = points
    }
  }

  /// The best form that was found; nil where the pool is empty.
  package func best(using random: inout some RandomNumberGenerator, restarts: Int = 60) -> Result? {
    let parts = self.parts
    let total = Self.number(points)
    let words = pool.map(\.words)
    let selection = ItemSelection(
      wanted: [total] + parts.map { total * Self.number($0.share) / 100 },
      gives: pool.map { unit in [Self.number(unit.points)] + parts.map { Self.points(of: unit, in: $0) } },
      enemies: words.indices.map { one in
        words.indices.filter { $0 != one && !words[$0].isDisjoint(with: words[one]) }
      })
    guard let choice = selection.best(using: &random, restarts: restarts) else { return nil }
    let deviations = parts.indices.map { part in
      Deviation(part: parts[part].name, wanted: selection.wanted[part + 1], found: choice.totals[part + 1])
    }
    return Result(units: choice.units.map { pool[$0] }, deviations: deviations, points: choice.totals[0])
  }

  /// A share of the blueprint, and which questions count towards it.
  private struct Part {
    var name: String
    var share: Decimal64
    var holds: (Specification) -> Bool
  }

  private var parts: [Part] {
    let areas = blueprint.areas.compactMap { area in
      area.share.map { Part(name: area.code.text, share: $0) { $0.area == area.code } }
    }
    let processes = blueprint.processes.compactMap { process in
      process.share.map { Part(name: process.code.text, share: $0) { $0.process == process.code } }
    }
    let cells = blueprint.cells.map { cell in
      Part(name: "\(cell.area) × \(cell.process)", share: cell.share) {
        $0.area == cell.area && $0.process == cell.process
      }
    }
    return areas + processes + cells
  }

  private static func points(of unit: BankUnit, in part: Part) -> Double {
    unit.items.filter { $0.specification.map(part.holds) ?? false }.compactMap(\.key?.points).map(number).reduce(0, +)
  }

  /// Points have at most six digits, so nothing is lost.
  private static func number(_ decimal: Decimal64) -> Double { Double("\(decimal)") ?? 0 }
}
