package import Diagnostics
package import Expressions
package import Psychometrics

/// What is known of how hard the items are, from a trial of them: kept with the keys, never sent to a terminal.
package struct Calibration: Sendable, Hashable {
  /// The mean of ability in the population that the items were tried on, and its standard deviation.
  package var mean: Decimal64
  package var deviation: Decimal64
  /// On whom and when the items were tried; nil where the author doesn't say.
  package var sample: String?
  package var items: [Parameters]
  package var place: Place

  /// The parameters of one item.
  package struct Parameters: Sendable, Hashable {
    package var item: Symbol
    /// a: how sharply the item tells; 1 in the Rasch model.
    package var slope: Decimal64
    /// b: the difficulty, or for an item of several points that of each.
    package var difficulties: [Decimal64]
    /// c: how often somebody who knows nothing is right.
    package var guessing: Decimal64
    package var place: Place

    package init(
      item: Symbol, slope: Decimal64 = Decimal64(1), difficulties: [Decimal64], guessing: Decimal64 = .zero,
      place: Place
    ) {
      self.item = item
      self.slope = slope
      self.difficulties = difficulties
      self.guessing = guessing
      self.place = place
    }
  }

  package static let defaultDeviation = Decimal64(1)

  package init(
    mean: Decimal64 = .zero, deviation: Decimal64 = Calibration.defaultDeviation, sample: String? = nil,
    items: [Parameters], place: Place
  ) {
    self.mean = mean
    self.deviation = deviation
    self.sample = sample
    self.items = items
    self.place = place
  }

  package var population: NormalPopulation {
    NormalPopulation(mean: mean.double, deviation: deviation.double)
  }
}

extension Calibration.Parameters {
  package var model: CalibratedItem {
    if difficulties.count == 1 {
      return .logistic(
        ThreeParameterLogistic(
          slope: slope.double, difficulty: difficulties[0].double, guessing: guessing.double))
    }
    return .steps(GeneralizedPartialCredit(slope: slope.double, steps: difficulties.map(\.double)))
  }
}

/// Which family of models an instrument's parameters belong to, by what they need.
package enum CalibrationModel: String, Sendable, Hashable, CaseIterable {
  case rasch, twoParameter, threeParameter, partialCredit

  package init(_ calibration: Calibration) {
    let items = calibration.items
    if items.contains(where: { $0.difficulties.count > 1 }) {
      self = .partialCredit
    } else if items.contains(where: { !$0.guessing.isZero }) {
      self = .threeParameter
    } else {
      self = Set(items.map(\.slope)).count > 1 ? .twoParameter : .rasch
    }
  }
}

/// A calibration ready to run: the models by the slots of their items.
package struct CalibrationProgram: Sendable {
  package let population: NormalPopulation
  package let models: [Int: CalibratedItem]

  package init(population: NormalPopulation, models: [Int: CalibratedItem]) {
    self.population = population
    self.models = models
  }
}
