import Datasets
package import Expressions
package import Instruments
package import Texts

/// The way through an instrument, row by row: what is asked in which order, under which conditions, and where answers lead.
///
/// The picture and the terminal's rendition are made of the same rows.
package struct RouteMap: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case section, question, note, passage, computation
  }

  package struct Row: Sendable, Hashable {
    package var kind: Kind
    package var id: String
    /// The number of a question, as on paper.
    package var number: Int?
    package var text: String
    /// How many are drawn, in which order.
    package var remarks: [String] = []
    /// When it is shown, in words; empty for always.
    package var conditions: [String] = []
    /// The rows that its conditions read, and the sections whose points lead to it.
    package var reads: [Int] = []
    /// "Yes → 4": answers after which questions are skipped.
    package var jumps: [String] = []
    package var isNeverShown = false
  }

  package let title: String
  package let language: Language
  package let rows: [Row]

  /// `neverShown` are the sections and blocks whose conditions the checker found never to be true; `pace` says when a
  /// section stops and how much time there is for it.
  package init(
    _ paper: Paper, wording: Wording, neverShown: Set<Symbol> = [], pace: (Section) -> [String] = { _ in [] }
  ) {
    title = paper.delivery.form.title.plain(in: paper.language)
    language = paper.language
    var maker = RouteMapMaker(paper: paper, wording: wording, neverShown: neverShown)
    var rows = maker.rows()
    for section in paper.delivery.form.sections {
      if let index = rows.firstIndex(where: { $0.kind == .section && $0.id == section.id.text }) {
        rows[index].remarks += pace(section)
        for route in section.routes {
          guard let target = rows.firstIndex(where: { $0.kind == .section && $0.id == route.to.text }) else { continue }
          rows[target].reads = Set(rows[target].reads + [index]).sorted()
        }
      }
    }
    self.rows = rows
  }
}

/// Makes the rows of a map.
private struct RouteMapMaker {
  let paper: Paper
  let wording: Wording
  let neverShown: Set<Symbol>
  /// Where each slot's value comes from.
  private var sources: [Int: Int] = [:]

  init(paper: Paper, wording: Wording, neverShown: Set<Symbol>) {
    self.paper = paper
    self.neverShown = neverShown
    var numbered = wording
    numbered.name = { slot in paper.label(ofSlot: slot).map { "\($0). \(wording.name(slot))" } ?? wording.name(slot) }
    self.wording = numbered
  }

  private var language: Language { paper.language }

  mutating func rows() -> [RouteMap.Row] {
    var rows: [RouteMap.Row] = []
    var section: Symbol?
    var conditions: [(Int, [Formula])] = []
    for index in paper.entries.indices {
      let entry = paper.entries[index]
      if entry.section.section.id != section {
        section = entry.section.section.id
        conditions.append((rows.count, [entry.section.showIf].compactMap { $0 }))
        rows.append(row(of: entry.section))
      }
      conditions.append((rows.count, [entry.element.showIf].compactMap { $0 }))
      remember(entry, at: rows.count)
      rows.append(row(of: entry, at: index))
    }
    for (index, formulas) in conditions {
      rows[index].conditions = formulas.map { $0.describeCondition(in: language, wording) }
      let read = formulas.reduce(into: Set<Int>()) { $0.formUnion($1.slots) }
      rows[index].reads = Set(read.compactMap { sources[$0] }).filter { $0 < index }.sorted()
    }
    return rows
  }

  private mutating func remember(_ entry: Paper.Entry, at row: Int) {
    for question in entry.questions {
      sources[question.item.slot] = row
      for slot in question.item.otherSlots.values { sources[slot] = row }
    }
    if case .compute(let value) = entry.element.block, let slot = paper.delivery.slot(of: value.id) {
      sources[slot] = row
    }
  }

  private func row(of section: DeliverySection) -> RouteMap.Row {
    let form = section.section
    var row = RouteMap.Row(
      kind: .section, id: form.id.text, text: form.title?.plain(in: language) ?? form.id.text)
    let draw = SectionDraw(form)
    if draw.isPartial {
      row.remarks.append(say(.drawn, ["pick": String(draw.count), "all": String(draw.questions.count)]))
    }
    if form.isShuffled { row.remarks.append(say(.shuffled)) }
    if paper.delivery.form.booklets?.clusters.contains(form.id) == true { row.remarks.append(say(.booklet)) }
    row.isNeverShown = neverShown.contains(form.id)
    return row
  }

  private func row(of entry: Paper.Entry, at index: Int) -> RouteMap.Row {
    let block = entry.element.block
    var row = RouteMap.Row(kind: .question, id: block.id.text, number: entry.number, text: "")
    switch block {
    case .item(let item): row.text = plain(item.prompt)
    case .grid(let grid), .rubric(let grid), .gaps(let grid): row.text = plain(grid.prompt)
    case .allocate(let allocation): row.text = plain(allocation.grid.prompt)
    case .note(let passage):
      row.kind = .note
      row.text = beginning(of: plain(passage.text))
    case .stimulus(let passage):
      row.kind = .passage
      row.text = beginning(of: plain(passage.text))
    case .compute(let value):
      row.kind = .computation
      let slot = paper.delivery.slot(of: value.id)
      let formula = paper.delivery.computations.first { $0.slot == slot }?.value
      row.text = "\(value.id) = \(formula?.describe(in: language, wording) ?? value.value.text)"
    }
    row.text = row.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    row.jumps = jumps(of: entry, at: index)
    row.isNeverShown = neverShown.contains(block.id) || neverShown.contains(entry.section.section.id)
    return row
  }

  /// The words with "…" for answers that they show.
  private func plain(_ text: LocalizedText) -> String { text.plain(in: language) { _ in "…" } }

  /// What is only read is known by its first words.
  private func beginning(of text: String) -> String {
    let most = 120
    guard text.count > most else { return text }
    let head = text.prefix(most - 1)
    return (head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head) + "…"
  }

  private func jumps(of entry: Paper.Entry, at index: Int) -> [String] {
    let targets = Skips(paper: paper).targets(after: index)
    return (entry.questions.first?.options ?? []).compactMap { option in
      let words = ["option": "«\(option.text.plain(in: language))»"]
      return switch targets[option.code] {
      case .question(let number): say(.jump, words.merging(["number": String(number)]) { $1 })
      case .end: say(.jumpToEnd, words)
      case nil: nil
      }
    }
  }

  private func say(_ phrase: MapPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }
}
