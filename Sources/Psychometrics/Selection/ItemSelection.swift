/// Chooses units of a pool so that what they give comes as near as can be to what is wanted of each part.
///
/// Hill climbing with restarts: takes the best of all single additions, removals and exchanges until none is better, from many
/// random beginnings. The same generator gives the same choice. It needn't be the best there is; assembly by integer programming
/// (van der Linden, 2005) would be, at the cost of a solver.
package struct ItemSelection: Sendable {
  /// By part; the first is the whole, and is kept before the others are.
  package let wanted: [Double]
  /// What each unit gives, parallel to `wanted`.
  package let gives: [[Double]]
  /// Units that must not stand beside a unit, by unit.
  package let enemies: [[Int]]

  package struct Choice: Sendable {
    /// The units, in their order.
    package let units: [Int]
    /// What they give, by part.
    package let totals: [Double]
  }

  private static let weightOfWhole = 4.0
  /// Sums of shares are exact to some fifteen digits: what is nearer is the same.
  private static let nothing = 1e-9

  package init(wanted: [Double], gives: [[Double]], enemies: [[Int]]) {
    self.wanted = wanted
    self.gives = gives
    self.enemies = enemies
  }

  /// The best choice that was found; nil where there are no units.
  package func best(using random: inout some RandomNumberGenerator, restarts: Int = 60) -> Choice? {
    guard !gives.isEmpty else { return nil }
    var best: (cost: Double, chosen: [Bool])?
    for _ in 0..<restarts {
      let found = climb(from: beginning(using: &random))
      if best.map({ found.cost < $0.cost - Self.nothing }) ?? true { best = found }
      if found.cost < Self.nothing { break }
    }
    guard let best else { return nil }
    return Choice(units: gives.indices.filter { best.chosen[$0] }, totals: totals(best.chosen))
  }

  private func totals(_ chosen: [Bool]) -> [Double] {
    var result = [Double](repeating: 0, count: wanted.count)
    for unit in gives.indices where chosen[unit] {
      for part in wanted.indices { result[part] += gives[unit][part] }
    }
    return result
  }

  private func cost(_ totals: [Double]) -> Double {
    var sum = Self.weightOfWhole * abs(totals[0] - wanted[0])
    for part in wanted.indices.dropFirst() { sum += abs(totals[part] - wanted[part]) }
    return sum
  }

  /// Units at random until the whole is reached.
  private func beginning(using random: inout some RandomNumberGenerator) -> [Bool] {
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
  private func climb(from beginning: [Bool]) -> (cost: Double, chosen: [Bool]) {
    var chosen = beginning
    var totals = totals(chosen)
    var cost = cost(totals)
    while cost > Self.nothing {
      var best: (cost: Double, out: Int?, into: Int?)?
      let inside: [Int?] = [nil] + gives.indices.filter { chosen[$0] }
      let outside: [Int?] = [nil] + gives.indices.filter { !chosen[$0] }
      for out in inside {
        for into in outside where out != nil || into != nil {
          if let into, enemies[into].contains(where: { chosen[$0] && $0 != out }) { continue }
          var changed = totals
          for part in wanted.indices {
            changed[part] += (into.map { gives[$0][part] } ?? 0) - (out.map { gives[$0][part] } ?? 0)
          }
          let next = self.cost(changed)
          if next < (best?.cost ?? cost) - Self.nothing { best = (next, out, into) }
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
