package import Expressions
package import Texts

/// The names of schools, periods and activities as people know them, for headings: a board itself knows only ids.
package struct PlaceNames: Sendable, Hashable {
  package var texts: [Dimension: [Symbol: LocalizedText]]

  package init(_ texts: [Dimension: [Symbol: LocalizedText]] = [:]) { self.texts = texts }

  /// Those that a plan gives.
  package init(of plan: MonitoringPlan) {
    texts = [
      .school: [plan.school.id: plan.school.name],
      .period: Dictionary(plan.periods.map { ($0.id, $0.name) }) { first, _ in first },
      .activity: Dictionary(plan.activities.map { ($0.id, $0.name) }) { first, _ in first },
    ]
  }

  func text(at dimension: Dimension, _ value: String, in language: Language) -> String? {
    texts[dimension]?[Symbol(value)]?.plain(in: language)
  }
}
