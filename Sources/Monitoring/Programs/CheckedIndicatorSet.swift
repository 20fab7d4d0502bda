package import Datasets
package import Expressions

/// A set of indicators ready to run: every formula compiled and taken apart.
package struct CheckedIndicatorSet: Sendable {
  package let definition: IndicatorSet
  /// A program a data set, in the set's order.
  package let programs: [DatasetProgram]
  /// How each indicator is made, in the set's order.
  package let measures: [CheckedMeasure]
  /// The targets of each indicator, in the set's order.
  package let targets: [[CheckedTarget]]
  /// The indicators in an order in which each comes after all that it reads.
  package let order: [Int]

  package var indicators: [Indicator] { definition.indicators }

  /// The program over a data set.
  package func program(of dataset: Symbol) -> DatasetProgram? { programs.first { $0.dataset.id == dataset } }

  /// The data set with this id.
  package func dataset(_ id: Symbol) -> Dataset? { definition.datasets.first { $0.id == id } }

  /// The position of an indicator.
  package func index(of indicator: Symbol) -> Int? { definition.indicators.firstIndex { $0.id == indicator } }
}

/// How an indicator is made.
package enum CheckedMeasure: Sendable, Hashable {
  /// The ratio at this position of the program at that.
  case ratio(program: Int, ratio: Int)
  case derived(Formula)
}

/// What is aimed at, with its formula compiled.
package struct CheckedTarget: Sendable, Hashable {
  package let target: Target
  package let value: Formula
}
