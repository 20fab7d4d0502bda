package import Diagnostics
package import Expressions
package import Psychometrics
package import Texts

/// What is measured over a data set: a numerator and a denominator, or a formula over other indicators, with the bands
/// that give its values words and the targets that are aimed at.
package struct Indicator: Sendable, Hashable {
  /// What of education's quality it says something about (regulation 2.3).
  package enum Aspect: String, Sendable, Hashable, CaseIterable { case result, process, conditions }

  /// The sub-areas of conditions (regulation 2.3).
  package enum Area: String, Sendable, Hashable, CaseIterable {
    case programme, material, staff, information, organisation, other
  }

  /// What its numbers are.
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Numerator / denominator · 100.
    case percent
    /// A difference of percents.
    case percentagePoints = "percentage-points"
    case points
    /// A number between 0 and 1.
    case index
  }

  /// How the number is made, as written.
  package enum Measure: Sendable, Hashable {
    case ratio(numerator: SourceText, denominator: SourceText)
    /// From finished values of other indicators in the same cell.
    case derived(SourceText)
  }

  package var id: Symbol
  package var label: LocalizedText
  package var note: LocalizedText?
  package var aspect: Aspect
  package var area: Area?
  package var dataset: Symbol
  package var unit: Unit
  package var better: Direction
  /// How many digits behind the point people see.
  package var decimals: Int
  /// The school year from which it is in force: `2020-2021`.
  package var since: String?
  /// What it is elsewhere: `sdg:4.1.1`.
  package var reference: String?
  /// Whether it is computed from data of persons.
  package var readsPersons: Bool
  /// The grades that it applies to; nil for all. Elsewhere it is "not applicable", as marks are in grades without marks.
  package var grades: ClosedRange<Int>?
  package var measure: Measure
  /// What must hold of the rows for the value to be trusted; a rule that doesn't hold is printed beside the value.
  package var quality: [SourceText]
  package var bands: [Band]
  package var targets: [Target]
  package var breakdowns: [Breakdown]
  package var place: Place

  package init(
    id: Symbol, label: LocalizedText, note: LocalizedText? = nil, aspect: Aspect, area: Area? = nil, dataset: Symbol,
    unit: Unit, better: Direction, decimals: Int? = nil, since: String? = nil, reference: String? = nil,
    readsPersons: Bool = true, grades: ClosedRange<Int>? = nil, measure: Measure, quality: [SourceText] = [],
    bands: [Band] = [], targets: [Target] = [], breakdowns: [Breakdown] = [], place: Place
  ) {
    self.id = id
    self.label = label
    self.note = note
    self.aspect = aspect
    self.area = area
    self.dataset = dataset
    self.unit = unit
    self.better = better
    self.decimals = decimals ?? unit.usualDecimals
    self.since = since
    self.reference = reference
    self.readsPersons = readsPersons
    self.grades = grades
    self.measure = measure
    self.quality = quality
    self.bands = bands
    self.targets = targets
    self.breakdowns = breakdowns
    self.place = place
  }
}

extension Indicator.Unit {
  /// How many digits behind the point people see where the author doesn't say.
  package var usualDecimals: Int {
    switch self {
    case .percent, .percentagePoints: 1
    case .points, .index: 2
    }
  }

  /// What numerator / denominator is multiplied by.
  package var factor: Int { self == .percent ? 100 : 1 }
}

/// A way in which an indicator is to be shown in groups: `sex`, `grade`.
package struct Breakdown: Sendable, Hashable {
  /// As written.
  package var name: String
  package var place: Place

  package init(name: String, place: Place) {
    self.name = name
    self.place = place
  }

  /// What it names; nil where nothing is called so.
  package var dimension: Dimension? { Dimension(rawValue: name) }
}
