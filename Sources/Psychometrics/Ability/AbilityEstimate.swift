/// How able somebody is, as far as the answers tell.
package struct AbilityEstimate: Sendable, Hashable {
  /// θ, on the scale of the items' parameters.
  package var theta: Double
  /// Its standard error, in the same units; above zero.
  package var error: Double

  package init(theta: Double, error: Double) {
    self.theta = theta
    self.error = error
  }
}

/// An item with the score that was reached in it.
package struct ScoredResponse<Item: AbilityModel>: Sendable {
  package var item: Item
  /// 0..<item.categories.
  package var score: Int

  package init(_ item: Item, score: Int) {
    self.item = item
    self.score = score
  }
}

/// The normal population that a person is thought to come from.
package struct NormalPopulation: Sendable, Hashable {
  package var mean: Double
  /// Above zero.
  package var deviation: Double

  package static let standard = NormalPopulation(mean: 0, deviation: 1)

  package init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }
}
