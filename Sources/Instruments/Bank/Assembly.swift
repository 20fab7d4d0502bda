package import Expressions

/// Chooses questions of a bank so that their points come as near as can be to a blueprint's shares and to a sum.
///
/// Passages bring their questions, and no question is taken twice. Looks for the best by steps from many random beginnings
/// (hill climbing with restarts): the same seed gives the same form.
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
    guard !pool.isEmpty else { return nil }
    let problem = Problem(self)
    var best: (cost: Double, chosen: [Bool])?
    for _ in 0..<restarts {
      let found = problem.climb(from: problem.beginning(using: &random), using: &random)
      if best.map({ found.cost < $0.cost - 1e-9 }) ?? true { best = found }
      if found.cost < 1e-9 { break }
    }
    guard let best else { return nil }
    let units = pool.indices.filter { best.chosen[$0] }.map { pool[$0] }
    let totals = problem.totals(best.chosen)
    let deviations = zip(problem.parts, zip(problem.wanted, totals)).map { part, numbers in
      Deviation(part: part, wanted: numbers.0, found: numbers.1)
    }
    return Result(units: units, deviations: Array(deviations.dropFirst()), points: totals.first ?? 0)
  }
}

/// The numbers of an assembly: what each unit gives to the sum and to each part, and what is wanted of them.
private struct Problem {
  /// The first is the whole form.
  var parts: [String] = [""]
  var wanted: [Double]
  /// By unit, parallel to `parts`.
  var gives: [[Double]]
  /// Units that ask the same, by unit.
  var enemies: [[Int]]

  /// The sum is kept before the shares are.
  private static let weightOfSum = 4.0

  init(_ assembly: Assembly) {
    let words = assembly.pool.map(\.words)
    enemies = words.indices.map { one in
      words.indices.filter { $0 != one && !words[$0].isDisjoint(with: words[one]) }
    }
    let total = Self.number(assembly.points)
    wanted = [total]
    gives = assembly.pool.map { [Self.number($0.points)] }
    func add(_ name: String, _ share: Decimal64?, _ holds: (Specification?) -> Bool) {
      guard let share else { return }
      parts.append(name)
      wanted.append(total * Self.number(share) / 100)
      for (index, unit) in assembly.pool.enumerated() {
        let points = unit.items.filter { holds($0.specification) }.compactMap(\.key?.points).map(Self.number)
        gives[index].append(points.reduce(0, +))
      }
    }
    for area in assembly.blueprint.areas { add(area.code.text, area.share) { $0?.area == area.code } }
    for process in assembly.blueprint.processes {
      add(process.code.text, process.share) { $0?.process == process.code }
    }
    for cell in assembly.blueprint.cells {
      add("\(cell.area) × \(cell.process)", cell.share) { $0?.area == cell.area && $0?.process == cell.process }
    }
  }

  /// Points have at most six digits, so nothing is lost.
  private static func number(_ decimal: Decimal64) -> Double { Double("\(decimal)") ?? 0 }

  func totals(_ chosen: [Bool]) -> [Double] {
    var result = [Double](repeating: 0, count: parts.count)
    for unit in gives.indices where chosen[unit] {
      for part in parts.indices { result[part] += gives[unit][part] }
    }
    return result
  }

  private func cost(_ totals: [Double]) -> Double {
    var sum = Self.weightOfSum * abs(totals[0] - wanted[0])
    for part in parts.indices.dropFirst() { sum += abs(totals[part] - wanted[part]) }
    return sum
  }

  /// Units at random until the sum is reached.
  func beginning(using random: inout some RandomNumberGenerator) -> [Bool] {
    var chosen = [Bool](repeating: false, count: gives.count)
    var sum = 0.0
    for unit in gives.indices.shuffled(using: &random) where sum + gives[unit][0] <= wanted[0] {
      if enemies[unit].contains(where: { chosen[$0] }) { continue }
      chosen[unit] = true
      sum += gives[unit][0]
    }
    return chosen
  }

  /// Takes the best of all single additions, removals and exchanges until none is better.
  func climb(
    from beginning: [Bool], using random: inout some RandomNumberGenerator
  ) -> (cost: Double, chosen: [Bool]) {
    var chosen = beginning
    var totals = totals(chosen)
    var cost = cost(totals)
    while cost > 1e-9 {
      var best: (cost: Double, out: Int?, into: Int?)?
      let inside: [Int?] = [nil] + gives.indices.filter { chosen[$0] }
      let outside: [Int?] = [nil] + gives.indices.filter { !chosen[$0] }
      for out in inside {
        for into in outside where out != nil || into != nil {
          if let into, enemies[into].contains(where: { chosen[$0] && $0 != out }) { continue }
          var changed = totals
          for part in parts.indices {
            changed[part] += (into.map { gives[$0][part] } ?? 0) - (out.map { gives[$0][part] } ?? 0)
          }
          let next = self.cost(changed)
          if next < (best?.cost ?? cost) - 1e-9 { best = (next, out, into) }
        }
      }
      guard let step = best else { break }
      if let out = step.out { chosen[out] = false }
      if let into = step.into { chosen[into] = true }
      totals = self.totals(chosen)
      cost = self.cost(totals)
    }
    return (cost, chosen)
  }
}
