package import Datasets
package import Diagnostics
package import Expressions
package import Texts

/// A set of indicators as its author wrote it: the choice lists, the data sets that rows are read from, and what is
/// measured over them. Nothing is checked yet; `checked()` makes it ready to run.
package struct IndicatorSet: Sendable, Hashable {
  package var id: Symbol
  package var version: String
  package var languages: [Language]
  package var title: LocalizedText
  package var choiceLists: [ChoiceList]
  package var datasets: [Dataset]
  package var indicators: [Indicator]
  package var place: Place

  package init(
    id: Symbol, version: String, languages: [Language], title: LocalizedText, choiceLists: [ChoiceList],
    datasets: [Dataset], indicators: [Indicator], place: Place
  ) {
    self.id = id
    self.version = version
    self.languages = languages
    self.title = title
    self.choiceLists = choiceLists
    self.datasets = datasets
    self.indicators = indicators
    self.place = place
  }

  /// How plans and documents name it: `negizgi/2025.1`.
  package var reference: String { "\(id)/\(version)" }
}
