import Expressions
import Instruments
import Texts

/// A whole instrument on a page: its sections with what they ask, then what is scored.
extension InstrumentExplainer {
  package struct Row: Sendable, Hashable {
    /// Sections and scales stand at 0, what they hold at 1, rows of grids at 2.
    package let depth: Int
    package let id: String
    package let text: String
    /// Conditions and points.
    package let remarks: [String]
  }

  package var title: String { instrument.delivery.form.title.plain(in: language) }

  package var rows: [Row] {
    var rows: [Row] = []
    for section in instrument.delivery.sections {
      rows.append(
        Row(
          depth: 0, id: section.section.id.text, text: section.section.title?.plain(in: language) ?? "",
          remarks: remarks(section.showIf)))
      for element in section.elements {
        rows.append(
          Row(
            depth: 1, id: element.block.id.text, text: Shortened.text(prompt(of: element.block), to: 72),
            remarks: [kind(of: element.block)] + points(of: element.block.id) + remarks(element.showIf)))
        guard !isOwnBlock(element) else { continue }
        for item in element.items {
          rows.append(
            Row(
              depth: 2, id: item.item.id.text, text: Shortened.text(item.item.prompt.plain(in: language), to: 72),
              remarks: points(of: item.item.id) + remarks(item.showIf)))
        }
      }
    }
    for scale in instrument.scoring.scales {
      rows.append(
        Row(
          depth: 0, id: scale.id.text, text: scale.title.plain(in: language), remarks: [say(.scale), method(of: scale)])
      )
    }
    return rows
  }

  private func isOwnBlock(_ element: DeliveryElement) -> Bool {
    if case .item = element.block { true } else { false }
  }

  private func points(of id: Symbol) -> [String] {
    instrument.scoring.items.filter { $0.id == id }.map { say(.points, ["points": number($0.points)]) }
  }

  private func remarks(_ showIf: Formula?) -> [String] {
    showIf.map { [$0.describeCondition(in: language, wording)] } ?? []
  }
}
