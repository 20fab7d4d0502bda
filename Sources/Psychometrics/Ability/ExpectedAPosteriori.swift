import Glibc

/// The mean of what θ can be after the answers, with its standard deviation: the EAP estimator (Bock & Mislevy 1982).
///
/// Always exists, with no answers too (then it is the population's mean); pulled towards that mean where there are few.
package struct ExpectedAPosteriori: Sendable, Hashable {
  package var population: NormalPopulation
  /// Equally spaced quadrature nodes within `width` deviations of the mean, either way. 61 within 6 are right to 1e-6 up to
  /// some fifty items.
  package var nodes = 61
  package var width = 6.0

  package init(_ population: NormalPopulation = .standard) { self.population = population }

  package func estimate(_ responses: [ScoredResponse<some AbilityModel>]) -> AbilityEstimate {
    estimate(responses.map { logLikelihood(of: $0.item, score: $0.score) })
  }

  /// log P(score | θ) at every node: what one answer says. Kept by whoever estimates often.
  package func logLikelihood(of item: some AbilityModel, score: Int) -> [Double] {
    var buffer = [Double](repeating: 0, count: item.categories)
    return places.map { place in
      var out = buffer.mutableSpan
      item.logProbabilities(at: population.mean + population.deviation * place, into: &out)
      return buffer[score]
    }
  }

  /// The estimate from what each answer says at every node.
  package func estimate(_ likelihoods: [[Double]]) -> AbilityEstimate {
    let places = places
    var logs = places.map { -0.5 * $0 * $0 }
    for likelihood in likelihoods { for node in logs.indices { logs[node] += likelihood[node] } }
    let top = logs.max() ?? 0
    var (weight, first) = (0.0, 0.0)
    for node in places.indices {
      logs[node] = exp(logs[node] - top)
      weight += logs[node]
      first += logs[node] * places[node]
    }
    let mean = first / weight
    var second = 0.0
    for node in places.indices { second += logs[node] * (places[node] - mean) * (places[node] - mean) }
    return AbilityEstimate(
      theta: population.mean + population.deviation * mean, error: population.deviation * (second / weight).squareRoot()
    )
  }

  /// In deviations from the mean: the nodes follow the population (a fixed grid cuts off wide ones).
  private var places: [Double] {
    let step = 2 * width / Double(nodes - 1)
    return (0..<nodes).map { -width + step * Double($0) }
  }
}
