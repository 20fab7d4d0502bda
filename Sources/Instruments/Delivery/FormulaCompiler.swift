import Datasets
import Diagnostics
import Expressions
import Texts

/// Compiles every formula of an instrument against its slots and scales, and gathers what is wrong with them.
struct FormulaCompiler {
  private let form: Form
  private let layout: FormLayout
  private var scope: Scope
  /// Names that are lost or of computations that didn't compile: a formula that reads one isn't judged, since the mistake
  /// is known.
  private var brokenNames: Set<String> = []
  private var computedTypes: [Int: ValueType] = [:]
  private var computations: [Int: Formula] = [:]
  /// Conditions that can't be true by themselves.
  private var contradictions: [Formula] = []
  private(set) var findings: [Diagnostic] = []
  /// The occurrence of a repeated section whose formulas are compiled now.
  private var occurrence: Occurrence?

  init(_ instrument: Instrument, layout: FormLayout, after trouble: ReadingTrouble = .none) {
    form = instrument.form
    brokenNames = trouble.lostNames
    self.layout = layout
    scope = Scope(
      use: .showIf, names: layout.names, scales: instrument.scoring.scales.map(\.name),
      repeated: layout.repeated.map(\.names))
  }

  /// The form with its formulas. Where there are findings that are errors, formulas that have one are left out.
  mutating func delivery(hash: ContentHash) -> DeliveryForm {
    compileComputations()
    var sections: [DeliverySection] = []
    for (section, site) in zip(form.sections, layout.sections) {
      let showIf = self.showIf(of: section, at: site.position)
      occurrence = layout.occurrence(of: section)
      defer { occurrence = nil }
      var elements: [DeliveryElement] = []
      for (block, blockSite) in zip(section.blocks, site.blocks) {
        elements.append(element(block, at: blockSite))
      }
      sections.append(DeliverySection(section: section, showIf: showIf, elements: elements))
    }
    checkPiping()
    findings += ReachabilityCheck.findings(
      sections, scope: scope, computed: Set(computations.keys), contradictions: contradictions)
    let ids = Dictionary(layout.slots.enumerated().map { ($1.id, $0) }) { first, _ in first }
    findings += ShuffledReferenceCheck.findings(form, sections, slots: ids, computations: computations)
    return DeliveryForm(
      form: form, hash: hash, slots: layout.slots(computed: computedTypes), sections: sections,
      computations: orderedComputations(sections))
  }

  /// Tells what was found elsewhere about a formula that was compiled here.
  mutating func add(_ found: [Diagnostic]) { findings += found }

  /// A formula with what it gives, as `use` sees the instrument's names; nil where it can't be used.
  mutating func compile(
    _ source: SourceText, for use: Scope.Use, at position: Int? = nil, expecting expectation: Expectation
  ) -> Compiled? {
    guard !mentionsBrokenName(source) else { return nil }
    let result = Formula.compile(
      source, in: scope.with(use: use, position: position, occurrence: occurrence), expecting: expectation)
    // What is wrong is the same text in all occurrences.
    if occurrence?.number ?? 1 == 1 { findings += result.findings }
    if let formula = result.compiled?.formula, use == .showIf,
      result.findings.contains(where: { $0.code == ExpressionFinding.neverShown.rawValue })
    {
      contradictions.append(formula)
    }
    return result.compiled
  }

  /// What a formula gives, without telling what is wrong with it.
  func probe(_ source: SourceText, for use: Scope.Use) -> Compiled? {
    Formula.compile(source, in: scope.with(use: use), expecting: .anything).compiled
  }

  /// A section's own condition; in an occurrence also that there are so many.
  private mutating func showIf(of section: Section, at position: Int) -> Formula? {
    let here = layout.occurrence(of: section)
    occurrence = here
    let own = condition(section.showIf, for: .showIf, at: position)
    occurrence = nil
    guard let here, let repetition = section.repetition, case .answer(let id) = repetition.count else { return own }
    let told = findings
    let count = condition(SourceText("\(id) ge \(here.number)", at: repetition.place), for: .showIf, at: position)
    // What may count is judged by itself.
    findings = told
    guard let own, let count else { return own ?? count }
    return .and(count, own, own.span)
  }

  private mutating func condition(_ source: SourceText?, for use: Scope.Use, at position: Int) -> Formula? {
    guard let source else { return nil }
    return compile(source, for: use, at: position, expecting: .boolean)?.formula
  }

  private mutating func element(_ block: Block, at site: FormLayout.BlockSite) -> DeliveryElement {
    let showIf = condition(block.showIf, for: .showIf, at: site.position)
    let isOwnBlock = if case .item = block { true } else { false }
    var items: [DeliveryItem] = []
    for (item, itemSite) in zip(block.items, site.items) {
      // An item that is a block has the block's condition, which stands with the element.
      let own = isOwnBlock ? nil : condition(item.showIf, for: .showIf, at: itemSite.position)
      items.append(delivery(of: item, at: itemSite, showIf: own))
    }
    return DeliveryElement(block: block, showIf: showIf, items: items)
  }

  private mutating func delivery(of item: Item, at site: FormLayout.ItemSite, showIf: Formula?) -> DeliveryItem {
    var checks: [DeliveryItem.Check] = []
    for check in item.checks {
      if let that = condition(check.that, for: .check, at: site.position) {
        checks.append(DeliveryItem.Check(that: that, otherwise: check.otherwise, message: check.message))
      }
    }
    let required: DeliveryItem.Requirement
    switch item.required {
    case .no: required = .no
    case .yes: required = .yes
    case .when(let source):
      required = condition(source, for: .required, at: site.position).map { .when($0) } ?? .no
    }
    return DeliveryItem(
      item: item, slot: site.slot, type: layout.slots[site.slot].type, showIf: showIf, required: required,
      checks: checks, otherSlots: site.otherSlots, partSlots: site.partSlots,
      optionConditions: optionConditions(of: item, at: site.position))
  }

  /// An option's own condition, and that it belongs under what was answered before, as one formula each.
  private mutating func optionConditions(of item: Item, at position: Int) -> [Symbol: Formula] {
    guard let choices = item.choices else { return [:] }
    var result: [Symbol: Formula] = [:]
    for option in choices.options {
      if let formula = condition(option.showIf, for: .showIf, at: position) { result[option.code] = formula }
    }
    guard let filter = choices.filter else { return result }
    // Compiled as "filter in {parent}", so that names, codes and order are judged as in any condition.
    for option in choices.options {
      guard let parent = option.parent else { continue }
      let source = SourceText("\(filter.item) in {\(parent)}", at: filter.place)
      guard let formula = compile(source, for: .showIf, at: position, expecting: .boolean)?.formula else {
        return result
      }
      result[option.code] = result[option.code].map { .and($0, formula, formula.span) } ?? formula
    }
    return result
  }

  // MARK: Computations

  /// One after another so that each knows the types of those that it reads.
  private mutating func compileComputations() {
    var written: [(computation: Computation, slot: Int, position: Int, occurrence: Occurrence?)] = []
    for (section, site) in zip(form.sections, layout.sections) {
      for (block, blockSite) in zip(section.blocks, site.blocks) {
        guard case .compute(let computation) = block, let slot = blockSite.computation else { continue }
        written.append((computation, slot, blockSite.position, layout.occurrence(of: section)))
      }
    }
    let indicesByName = Dictionary(grouping: written.indices) { layout.slots[written[$0].slot].writtenID.text }
    let reads = written.enumerated().map { index, one in
      words(of: one.computation.value).flatMap { indicesByName[String($0)] ?? [] }.filter { other in
        other != index
          && (one.occurrence?.part != written[other].occurrence?.part || one.occurrence == written[other].occurrence)
      }
    }
    // A circle of words may yet be none of names; if it is one, it is found when all are compiled.
    let order = (try? Dependencies.order(reads).get()) ?? Array(written.indices)
    for index in order {
      let (computation, slot, position, place) = written[index]
      occurrence = place
      defer { occurrence = nil }
      if let compiled = compile(computation.value, for: .compute, at: position, expecting: .anything) {
        computations[slot] = compiled.formula
        computedTypes[slot] = compiled.type
        scope.setType(compiled.type, of: computation.id.text)
      } else {
        brokenNames.insert(layout.slots[slot].writtenID.text)
      }
    }
  }

  private mutating func orderedComputations(_ sections: [DeliverySection]) -> [DeliveryComputation] {
    var result: [DeliveryComputation] = []
    var places: [Place] = []
    for (sectionIndex, site) in layout.sections.enumerated() {
      for (elementIndex, blockSite) in site.blocks.enumerated() {
        guard let slot = blockSite.computation, let value = computations[slot] else { continue }
        let element = sections[sectionIndex].elements[elementIndex]
        result.append(
          DeliveryComputation(
            slot: slot, value: value, section: sectionIndex, element: elementIndex, showIf: element.showIf))
        places.append(element.block.place)
      }
    }
    let indexBySlot = Dictionary(uniqueKeysWithValues: result.enumerated().map { ($1.slot, $0) })
    let reads = result.map { $0.value.slots.compactMap { indexBySlot[$0] } }
    switch Dependencies.order(reads) {
    case .success(let order): return order.map { result[$0] }
    case .failure(let cycle):
      let names = cycle.members.map { layout.slots[result[$0].slot].id.text }
      findings.append(
        Diagnostic(
          ExpressionFinding.cycle, at: cycle.members.first.map { places[$0] },
          found: (names + names.prefix(1)).joined(separator: " → ")))
      return result
    }
  }

  private func mentionsBrokenName(_ source: SourceText) -> Bool {
    !brokenNames.isEmpty && words(of: source).contains { brokenNames.contains(String($0)) }
  }

  private func words(of source: SourceText) -> [Substring] {
    source.text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
  }

  // MARK: Answers in texts

  /// A text may show what was answered before it.
  private mutating func checkPiping() {
    guard !form.pipedReferences.isEmpty else { return }
    var positions: [Symbol: Int] = [:]
    // A text with gaps names its own gaps, which stand in it.
    var ownGaps: Set<String> = []
    var occurrences: [Symbol: Occurrence] = [:]
    for (section, site) in zip(form.sections, layout.sections) {
      positions[section.id] = positions[section.id] ?? site.position
      if let place = layout.occurrence(of: section) {
        for id in [section.id] + section.blocks.flatMap({ [$0.id] + $0.items.map(\.id) }) { occurrences[id] = place }
      }
      for (block, blockSite) in zip(section.blocks, site.blocks) {
        positions[block.id] = positions[block.id] ?? blockSite.position
        if case .gaps(let gaps) = block { ownGaps.formUnion(gaps.rows.map { "\(gaps.id) \($0.id)" }) }
        for (item, itemSite) in zip(block.items, blockSite.items) {
          positions[item.id] = positions[item.id] ?? itemSite.position
        }
      }
    }
    for reference in form.pipedReferences {
      if let owner = reference.owner, ownGaps.contains("\(owner) \(reference.id)") { continue }
      // A title is read before anything is answered; a list's texts are shown wherever its items stand.
      let position = reference.owner.map { positions[$0] } ?? 0
      occurrence = reference.owner.flatMap { occurrences[$0] }
      defer { occurrence = nil }
      _ = compile(
        SourceText(reference.id, at: reference.place), for: .piping, at: position, expecting: .anything)
    }
  }
}

extension Scale {
  /// The scale as formulas see it.
  var name: ScaleName {
    ScaleName(id: id.text, levels: levelCodes, label: title)
  }

  /// The codes of its levels; nil where it has none.
  var levelCodes: ChoiceCodes? {
    guard !levels.isEmpty else { return nil }
    var seen: Set<Symbol> = []
    let codes = levels.map(\.code).filter { seen.insert($0).inserted }
    return ChoiceCodes(
      name: id.text, codes: codes.map { ChoiceCodes.Code(symbol: $0, number: Decimal64($0.text)) })
  }
}
