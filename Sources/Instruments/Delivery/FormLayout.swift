import Datasets
import Expressions
import Texts

/// Where every element of a form stands and which slot holds its value: made once, before anything is compiled.
struct FormLayout {
  struct ItemSite {
    let slot: Int
    let position: Int
    /// By the option that asks for a text.
    let otherSlots: [Symbol: Int]
    /// Of a timed grid.
    let partSlots: [TimedGridPart: Int]
  }

  struct BlockSite {
    let position: Int
    var items: [ItemSite] = []
    var computation: Int?
  }

  struct SectionSite {
    let position: Int
    var blocks: [BlockSite] = []
  }

  /// Parallel to the form's sections and their blocks.
  private(set) var sections: [SectionSite] = []
  private(set) var slots: [Slot] = []
  /// The slots as formulas see them. A computation's type isn't known yet; it is held for a number until it is compiled.
  private(set) var names: [Name] = []
  /// The names of repeated sections, by the section as it is written once.
  private(set) var repeated: [(section: Symbol, names: RepeatedNames)] = []
  /// The occurrence in which names are laid down now.
  private var occurrence: SectionOccurrence?
  private var nextPosition = 0

  init(_ form: Form) {
    let start = takePosition()
    for input in form.inputs {
      add(
        Slot(
          id: input.id, kind: .input, type: input.type, range: input.range, initial: .missing(Missing(.noData)),
          label: input.title), at: start, mayBeMissing: true)
    }
    let routed = form.routed
    for section in form.sections {
      var site = SectionSite(position: takePosition())
      begin(section.occurrence)
      let isInBooklet = form.booklets.map { $0.clusters.contains(section.id) } ?? false
      let isAlwaysAsked = section.repetition.map { if case .fixed = $0.count { true } else { false } } ?? true
      let isCertain = section.showIf == nil && !isInBooklet && isAlwaysAsked
      for block in section.blocks {
        // A question that isn't drawn is not shown.
        let isDrawn =
          section.adaptation == nil && !routed.contains(section.id)
          && (section.pick == nil || !block.asks || section.fixedBlocks.contains(block.id))
        site.blocks.append(lay(block, isCertain: isCertain && isDrawn && block.showIf == nil))
      }
      sections.append(site)
    }
  }

  private mutating func begin(_ occurrence: SectionOccurrence?) {
    self.occurrence = occurrence
    guard let occurrence else { return }
    if repeated.last?.section != occurrence.of { repeated.append((occurrence.of, RepeatedNames(ids: [:], count: 0))) }
    repeated[repeated.count - 1].names.count = occurrence.number
  }

  /// Where formulas of a section stand among the repeated sections.
  func occurrence(of section: Section) -> Occurrence? {
    guard let occurrence = section.occurrence,
      let part = repeated.firstIndex(where: { $0.section == occurrence.of })
    else { return nil }
    return Occurrence(part: part, number: occurrence.number)
  }

  private mutating func takePosition() -> Int {
    defer { nextPosition += 1 }
    return nextPosition
  }

  private mutating func lay(_ block: Block, isCertain: Bool) -> BlockSite {
    var site = BlockSite(position: takePosition())
    switch block {
    case .item(let item): site.items = [lay(item, of: block, at: site.position, isCertain: isCertain)]
    case .grid, .rubric, .gaps, .allocate:
      site.items = block.items.map { lay($0, of: block, at: takePosition(), isCertain: isCertain && $0.showIf == nil) }
    case .compute(let computation):
      site.computation = slots.count
      add(
        Slot(id: computation.id, kind: .computation, type: ValueType(.decimal)), at: site.position, mayBeMissing: true)
    case .note, .stimulus: break
    }
    return site
  }

  private mutating func lay(_ item: Item, of block: Block, at position: Int, isCertain: Bool) -> ItemSite {
    let slot = slots.count
    let isTally = item.kind == .tally
    add(
      Slot(
        id: item.id, kind: .item, type: item.answerType, range: item.answerRange,
        initial: item.initialAnswer, label: block.label(of: item)),
      at: position,
      mayBeMissing: !isCertain || !(isTally || item.required == .yes) || item.options.contains { $0.missing != nil })
    var otherSlots: [Symbol: Int] = [:]
    for option in item.options where option.asksText && otherSlots[option.code] == nil {
      otherSlots[option.code] = slots.count
      add(
        Slot(
          id: Symbol("\(item.id).\(option.code)"), kind: .otherText(of: slot, option: option.code),
          type: ValueType(.text), label: option.text),
        at: position, mayBeMissing: true)
    }
    var partSlots: [TimedGridPart: Int] = [:]
    for part in item.parts {
      partSlots[part] = slots.count
      add(
        Slot(
          id: item.partID(part), kind: .part(of: slot, part), type: part.type, range: item.range(of: part),
          label: item.label(of: part, block.label(of: item))),
        at: position, mayBeMissing: true)
    }
    return ItemSite(slot: slot, position: position, otherSlots: otherSlots, partSlots: partSlots)
  }

  private mutating func add(_ new: Slot, at position: Int, mayBeMissing: Bool) {
    var slot = new
    if let occurrence {
      let written = slot.id.written(in: occurrence)
      // Where it is named from outside, its own text says what it is about, whichever occurrence it is.
      slot.label = slot.label?.renamingReferences { Symbol($0).written(in: occurrence).text }
      slot.occurrence = Slot.InOccurrence(id: written, number: occurrence.number)
      repeated[repeated.count - 1].names.ids[written.text, default: []].append(slot.id.text)
    }
    names.append(
      Name(
        id: slot.id.text, type: slot.type, slot: slots.count, position: position, mayBeMissing: mayBeMissing,
        range: slot.range, isWhole: slot.type.base == .integer, label: slot.label))
    slots.append(slot)
  }

  /// The slots with the types of the computations that were compiled.
  func slots(computed types: [Int: ValueType]) -> [Slot] {
    slots.enumerated().map { index, slot in
      guard let type = types[index] else { return slot }
      var computed = Slot(id: slot.id, kind: slot.kind, type: type, range: slot.range, label: slot.label)
      computed.occurrence = slot.occurrence
      return computed
    }
  }
}

extension Symbol {
  /// The name as it is written once, of one in an occurrence: `why.oth` of `why.2.oth`.
  fileprivate func written(in occurrence: SectionOccurrence) -> Symbol {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if let index = parts.dropFirst().firstIndex(where: { $0 == "\(occurrence.number)" }) { parts.remove(at: index) }
    return Symbol(parts.joined(separator: "."))
  }
}
