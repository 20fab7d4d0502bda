package import Expressions
package import Instruments

/// How an item is marked, for people who mark on paper: the key itself is said there by the letters of the paper.
extension InstrumentExplainer {
  /// The rule of credit, the rule worked on partly right answers, and what a missing answer earns; empty where nothing is
  /// right or wrong.
  package func marking(of id: Symbol) -> [Explanation.Line] {
    guard let item = instrument.delivery.items.first(where: { $0.item.id == id }) else { return [] }
    let elsewhere = [say(.right), say(.worth)]
    return worth(of: item).filter { !elsewhere.contains($0.label) }
  }

  /// From which score each level and each row of a table begins.
  package func borders(of scale: Symbol) -> [Explanation.Line] {
    let labels = [say(.level), say(.row)]
    return explanation(of: scale)?.lines.filter { labels.contains($0.label) } ?? []
  }

  /// When a section stops, and how much time there is for it.
  package func paceLines(of section: Section) -> [Explanation.Line] { pace(of: section) }
}
