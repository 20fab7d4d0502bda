/// Answers made up by a model, for rehearsals and tests: never for a report.

/// What a simulated respondent did with an item.
package enum SimulatedResponse: Sendable, Hashable {
  case omitted
  case score(Int)
}

/// Somebody of a known ability who answers as the items' models say, and now and then leaves an item out.
package struct SimulatedRespondent: Sendable, Hashable {
  /// θ, in logits where the items' slopes are 1.
  package var ability: Double
  /// The share of items left out whatever their difficulty (missing completely at random), 0…1.
  package var omissionRate: Double

  package init(ability: Double, omissionRate: Double = 0) {
    self.ability = ability
    self.omissionRate = omissionRate
  }

  /// Somebody drawn from a normal population.
  ///
  /// Takes one word of the generator.
  package static func drawn(
    fromMean mean: Double = 0, deviation: Double = 1, omissionRate: Double = 0, using generator: inout SeededGenerator
  ) -> SimulatedRespondent {
    SimulatedRespondent(ability: mean + deviation * generator.normal(), omissionRate: omissionRate)
  }

  /// What the respondent does with an item.
  ///
  /// Takes exactly two words of the generator, omitted or not, so that another omission rate leaves the other answers
  /// as they were.
  package func respond(to item: some ItemModel, using generator: inout SeededGenerator) -> SimulatedResponse {
    let omits = generator.happens(withProbability: omissionRate)
    let point = generator.double()
    guard !omits else { return .omitted }
    var reached = 0.0
    let probabilities = item.probabilities(at: ability)
    for (score, probability) in probabilities.enumerated() {
      reached += probability
      if point < reached { return .score(score) }
    }
    return .score(probabilities.count - 1)  // the sum may end an ulp below 1
  }

  /// What the respondent does with each item in turn.
  package func respond(
    to items: some Sequence<some ItemModel>, using generator: inout SeededGenerator
  ) -> [SimulatedResponse] {
    items.map { respond(to: $0, using: &generator) }
  }
}
