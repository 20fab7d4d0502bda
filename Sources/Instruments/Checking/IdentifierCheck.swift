import Datasets
import Diagnostics
import Expressions

/// Ids: one of a kind without regard to case, and what a stimulus says that it stands beside.
struct IdentifierCheck {
  private let index: InstrumentIndex
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = IdentifierCheck(index: index)
    check.checkUniqueness()
    for section in index.instrument.form.sections { check.checkStimuli(of: section) }
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func checkUniqueness() {
    var taken: [String: Place] = [:]
    for input in index.instrument.form.inputs { claim(input.id, at: input.place, &taken) }
    for section in index.instrument.form.sections {
      claim(section.id, at: section.place, &taken)
      for block in section.blocks {
        claim(block.id, at: block.place, &taken)
        if case .item = block { continue }
        for item in block.items { claim(item.id, at: item.place, &taken) }
      }
    }
    for scale in index.instrument.scoring.scales { claim(scale.id, at: scale.place, &taken) }
    // Lists are named only where lists are meant, so they may be called like anything else.
    var lists: [String: Place] = [:]
    for list in index.instrument.form.choiceLists { claim(list.id, at: list.place, &lists) }
  }

  private mutating func claim(_ id: Symbol, at place: Place, _ taken: inout [String: Place]) {
    let small = id.text.lowercased()
    if let first = taken[small] {
      findings.add(InstrumentFinding.doubledID, at: place, id.text, ["line": String(first.line)])
    } else {
      taken[small] = place
    }
  }

  /// A stimulus stands before the items that refer to it, in one section.
  private mutating func checkStimuli(of section: Section) {
    guard section.blocks.contains(where: { if case .stimulus = $0 { true } else { false } }) else { return }
    var positions: [Symbol: Int] = [:]
    for (position, block) in section.blocks.enumerated() {
      for id in [block.id] + block.items.map(\.id) { positions[id] = position }
    }
    for (position, block) in section.blocks.enumerated() {
      guard case .stimulus(let passage) = block else { continue }
      for id in passage.items where positions[id] ?? -1 <= position && !index.isLost(id) {
        findings.add(
          InstrumentFinding.unknownStimulusItem, at: passage.place, id.text,
          meant: Similarity.nearest(to: id.text, among: positions.filter { $0.value > position }.map(\.key.text)))
      }
    }
  }
}
