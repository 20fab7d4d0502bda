/// Chooses the next item of an adaptive test, or says that it is over: numbers in, a decision with its reasons out.
///
/// Of the area that is furthest behind its wanted share (Kingsbury & Zara 1989), the items that tell most about somebody of
/// the ability estimated so far (maximum Fisher information; Lord 1980, ch. 10), one of the best drawn by chance so that the
/// very best isn't asked of everybody (randomesque: Kingsbury & Zara 1989). The estimate is EAP: it exists from the first
/// answer on, so that no rule for the beginning is needed.
package struct AdaptiveSelection: Sendable {
  package struct Rules: Sendable, Hashable {
    /// How many items are asked at the least and at the most; at least 1.
    package var length: ClosedRange<Int>
    /// The standard error at which it is enough, in units of θ; nil where only the length stops.
    package var error: Double?
    /// Among how many of the best one is drawn; 1 is always the best.
    package var exposure: Int

    package init(length: ClosedRange<Int>, error: Double? = nil, exposure: Int = 1) {
      self.length = length
      self.error = error
      self.exposure = exposure
    }
  }

  package struct Item: Sendable, Hashable {
    package var model: CalibratedItem
    /// The index of its area in `shares`; nil where it is in none.
    package var area: Int?

    package init(_ model: CalibratedItem, area: Int? = nil) {
      self.model = model
      self.area = area
    }
  }

  package let rules: Rules
  package let pool: [Item]
  /// What part of the items each area should have, by area; in any unit. Empty where areas don't matter.
  package let shares: [Double]
  package let population: NormalPopulation
  private let estimator: ExpectedAPosteriori
  /// What each score of each item says, by item and score; empty where it is worked out when it is needed.
  private var likelihoods: [[[Double]]] = []

  package init(_ rules: Rules, pool: [Item], shares: [Double] = [], population: NormalPopulation = .standard) {
    self.rules = rules
    self.pool = pool
    self.shares = shares
    self.population = population
    estimator = ExpectedAPosteriori(population)
  }

  /// The same with what each score says at hand: for whoever chooses for many.
  package var prepared: AdaptiveSelection {
    var result = self
    result.likelihoods = pool.indices.map { item in
      (0..<pool[item].model.categories).map { likelihood(of: item, score: $0) }
    }
    return result
  }

  private func likelihood(of item: Int, score: Int) -> [Double] {
    likelihoods.isEmpty ? estimator.logLikelihood(of: pool[item].model, score: score) : likelihoods[item][score]
  }

  /// An item of the pool that was asked.
  package struct Asked: Sendable, Hashable {
    package var item: Int
    /// nil where nothing can be said of it: it was asked all the same.
    package var score: Int?

    package init(item: Int, score: Int?) {
      self.item = item
      self.score = score
    }
  }

  package struct Decision: Sendable, Hashable {
    package var outcome: Outcome
    /// What the answers so far say.
    package var estimate: AbilityEstimate
  }

  package enum Outcome: Sendable, Hashable {
    case next(Choice)
    case stop(Stop)
  }

  package struct Choice: Sendable, Hashable {
    package var item: Int
    /// Of the item, at the estimate.
    package var information: Double
    /// How many items could have been chosen.
    package var considered: Int
    /// Those of which it was drawn, the one that tells most first.
    package var best: [Int]
    /// The area that was furthest behind; nil where areas don't matter.
    package var area: Int?
  }

  package enum Stop: Sendable, Hashable {
    /// The standard error is small enough.
    case error
    /// As many as may be were asked.
    case length
    /// Nothing is left to ask.
    case exhausted
  }

  package func estimate(_ asked: [Asked]) -> AbilityEstimate {
    estimator.estimate(asked.compactMap { asked in asked.score.map { likelihood(of: asked.item, score: $0) } })
  }

  /// What comes after these. The same generator gives the same choice; it takes one number where there is a choice among
  /// several.
  package func decision(after asked: [Asked], using random: inout SeededGenerator) -> Decision {
    let estimate = estimate(asked)
    func stop(_ why: Stop) -> Decision { Decision(outcome: .stop(why), estimate: estimate) }
    if asked.count >= rules.length.upperBound { return stop(.length) }
    if asked.count >= rules.length.lowerBound, let error = rules.error, estimate.error <= error { return stop(.error) }
    let used = Set(asked.map(\.item))
    let free = pool.indices.filter { !used.contains($0) }
    guard !free.isEmpty else { return stop(.exhausted) }
    let area = area(after: asked, free: free)
    let considered = area.map { area in free.filter { pool[$0].area == area } } ?? free
    let told = considered.map { (item: $0, information: pool[$0].model.information(at: estimate.theta)) }
      .sorted { ($1.information, $0.item) < ($0.information, $1.item) }
    let best = told.prefix(max(1, rules.exposure))
    let drawn = best.count == 1 ? best[0] : best[random.integer(in: 0..<best.count)]
    return Decision(
      outcome: .next(
        Choice(
          item: drawn.item, information: drawn.information, considered: considered.count, best: best.map(\.item),
          area: area)),
      estimate: estimate)
  }

  /// The area that is furthest behind its share of what will have been asked with the next item, of those that have
  /// something left; the first of equals.
  private func area(after asked: [Asked], free: [Int]) -> Int? {
    let total = shares.reduce(0, +)
    guard total > 0 else { return nil }
    var counts = [Int](repeating: 0, count: shares.count)
    for asked in asked { if let area = pool[asked.item].area { counts[area] += 1 } }
    let left = Set(free.compactMap { pool[$0].area })
    func behind(_ area: Int) -> Double { shares[area] / total * Double(asked.count + 1) - Double(counts[area]) }
    let open = shares.indices.filter { left.contains($0) && shares[$0] > 0 }
    return open.max { behind($0) < behind($1) || (behind($0) == behind($1) && $0 > $1) }
  }
}
