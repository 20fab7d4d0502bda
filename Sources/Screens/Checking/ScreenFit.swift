import Administration
import Datasets
package import Diagnostics
import Expressions
package import Instruments
import TerminalUI
import Texts

/// Whether each question is seen whole on the smallest common terminal, 80 columns by 24 lines, in every language: drawn as
/// respondents see it.
package enum ScreenFit {
  private static let smallest = Size(columns: 80, rows: 24)
  /// So few cells of a line are surely used where words are broken.
  private static let certainCells = 40

  package static func findings(of instrument: CheckedInstrument) -> [Diagnostic] {
    let rows = Chrome.layout(smallest, message: "").rows.count
    let width = Chrome.bodyWidth(smallest)
    var findings: [Diagnostic] = []
    var session: Session?
    for (index, section) in instrument.delivery.sections.enumerated()
    where section.section.occurrence?.number ?? 1 == 1 {
      for (position, element) in section.elements.enumerated() {
        // A passage is longer than a screen as a matter of course.
        guard !element.items.isEmpty else { continue }
        if let grid = tooWide(element, width) { findings.append(grid) }
        guard mayBeTall(element, rows) else { continue }
        let whole = session ?? Session(plan: SessionPlan(delivery: instrument.delivery, seed: 1))
        session = whole
        let place = ElementIndex(section: index, block: position)
        if let finding = tooTall(element, whole, at: place, rows: rows, width: width) { findings.append(finding) }
      }
    }
    return findings
  }

  private static func tooTall(
    _ element: DeliveryElement, _ session: Session, at place: ElementIndex, rows: Int, width: Int
  ) -> Diagnostic? {
    for language in session.plan.delivery.form.languages {
      let state = RunnerState(
        session: session.displaying(place, in: language), now: .start, size: smallest, isKiosk: false)
      let body = state.body(width: width, glyphs: .unicode, isSpacious: false)
      guard body.lines.count > rows else { continue }
      return Diagnostic(
        WordingFinding.tallerThanScreen, at: element.block.place, found: element.block.id.text,
        arguments: ["language": language.rawValue, "lines": String(body.lines.count), "rows": String(rows)])
    }
    return nil
  }

  private static func tooWide(_ element: DeliveryElement, _ width: Int) -> Diagnostic? {
    guard case .grid(let grid) = element.block,
      let count = element.items.map(\.item.options.count).max(), RunnerState.isNarrow(width, options: count)
    else { return nil }
    return Diagnostic(
      WordingFinding.widerThanScreen, at: grid.place, found: grid.id.text, arguments: ["count": String(count)])
  }

  /// False where it surely fits: drawing takes longer than counting.
  private static func mayBeTall(_ element: DeliveryElement, _ rows: Int) -> Bool {
    var lines = 4
    func add(_ text: LocalizedText) {
      var most = 0
      text.forEachVersion { _, words in most = max(most, Self.cells(words)) }
      lines += 1 + most / certainCells
    }
    if let grid = element.block.grid { add(grid.prompt) }
    for item in element.items {
      add(item.item.prompt)
      if let hint = item.item.hint { add(hint) }
      lines += 2
      for option in item.item.options { add(option.text) }
      if case .match(let form) = item.item.kind { for option in form.lefts + form.rights.options { add(option.text) } }
      if case .criterion(let levels) = item.item.kind { for level in levels { add(level.text) } }
    }
    return lines > rows
  }

  /// At most so many cells: letters have two bytes or one, and what stands apart begins a line.
  private static func cells(_ words: [Inline]) -> Int {
    words.reduce(0) { sum, inline in
      let own = if case .text(let text) = inline { text.utf8.count } else { inline.standsApart ? 2 * certainCells : 1 }
      return sum + own + inline.inside.reduce(0) { $0 + cells($1) }
    }
  }
}
