import Datasets
import Diagnostics
import Expressions
import Instruments
import Texts

/// Sections, blocks and items in words.
extension InstrumentExplainer {
  func explanation(of section: DeliverySection) -> Explanation {
    let form = section.section
    var lines = [condition(.asked, section.showIf, form.showIf) ?? line(.asked, say(.always))]
    lines.append(line(.holds, form.blocks.map(\.id.text).joined(separator: ", ")))
    lines += drawing(of: nil, in: form) + pace(of: form)
    return Explanation(
      title: title(form.id, say(.section), form.place.line), prompt: form.title?.plain(in: language) ?? "", lines: lines
    )
  }

  func explanation(of element: DeliveryElement, of section: DeliverySection) -> Explanation {
    var lines = asking(element, of: section)
    switch element.block {
    case .compute(let value):
      if let compiled = computation(at: value.id) {
        lines.append(line(.comesTo, compiled.describe(in: language, wording), source: value.value.text))
      }
    case .stimulus(let passage) where !passage.items.isEmpty:
      lines.append(line(.standsBeside, passage.items.map(\.text).joined(separator: ", ")))
    case .allocate(let allocation):
      lines.append(line(.answers, say(.addUp, ["total": number(allocation.total)])))
    case .item, .grid, .rubric, .gaps, .note, .stimulus: break
    }
    if !element.items.isEmpty {
      lines.append(line(.holds, element.items.map(\.item.id.text).joined(separator: ", ")))
    }
    lines += readers(of: instrument.delivery.slot(of: element.block.id))
    return Explanation(
      title: title(element.block.id, kind(of: element.block), element.block.place.line),
      prompt: prompt(of: element.block), lines: lines)
  }

  func explanation(
    of item: DeliveryItem, in element: DeliveryElement, of section: DeliverySection
  ) -> Explanation {
    var lines = asking(element, of: section)
    if let own = condition(.asked, item.showIf, item.item.showIf) { lines.append(own) }
    lines.append(required(item))
    if let limit = item.item.timeLimit { lines.append(time(limit)) }
    lines += answers(of: item)
    for check in zip(item.checks, item.item.checks) {
      let label: ExplanationPhrase = check.0.otherwise == .refuse ? .refuses : .asksBack
      let words = say(
        .unless,
        ["condition": check.0.that.describe(in: language, wording), "message": check.0.message.plain(in: language)])
      lines.append(line(label, words, source: check.1.that.text))
    }
    lines += worth(of: item)
    lines += destinations(of: item)
    lines += readers(of: item.slots)
    return Explanation(
      title: title(item.item.id, kind(of: item.item.kind), item.item.place.line),
      prompt: item.item.prompt.plain(in: language), lines: lines)
  }

  func explanation(of input: InputField) -> Explanation {
    Explanation(
      title: title(input.id, say(.kindInput), input.place.line), prompt: input.title.plain(in: language),
      lines: [line(.asked, say(.knownBefore))] + readers(of: instrument.delivery.slot(of: input.id)))
  }

  func title(_ id: Symbol, _ kind: String, _ fileLine: Int) -> String {
    say(.title, ["id": id.text, "kind": kind, "line": String(fileLine)])
  }

  func prompt(of block: Block) -> String {
    if let grid = block.grid { return grid.prompt.plain(in: language) }
    return switch block {
    case .item(let item): item.prompt.plain(in: language)
    case .grid, .rubric, .gaps, .allocate: ""
    case .note(let passage), .stimulus(let passage): Shortened.text(passage.text.plain(in: language), to: 200)
    case .compute: ""
    }
  }

  func computation(at id: Symbol) -> Formula? {
    guard let slot = instrument.delivery.slot(of: id) else { return nil }
    return instrument.delivery.computations.first { $0.slot == slot }?.value
  }

  // MARK: When

  /// The conditions of the section and of the block; "always" where neither has one.
  private func asking(_ element: DeliveryElement, of section: DeliverySection) -> [Explanation.Line] {
    var lines = [
      condition(.sectionAsked, section.showIf, section.section.showIf),
      condition(.asked, element.showIf, element.block.showIf),
    ].compactMap { $0 }
    if lines.isEmpty { lines = [line(.asked, say(.always))] }
    return lines + drawing(of: element.block, in: section.section) + pace(of: section.section)
  }

  /// What chance does to a section or one block of it; what asks nothing stands where it is written.
  private func drawing(of block: Block?, in section: Section) -> [Explanation.Line] {
    guard block?.asks ?? true else { return [] }
    let draw = SectionDraw(section)
    let isFixed = block.map { section.fixedBlocks.contains($0.id) } ?? false
    var lines: [Explanation.Line] = []
    if draw.isPartial {
      let numbers = ["pick": String(draw.count), "all": String(draw.questions.count)]
      lines.append(line(.drawn, say(isFixed ? .amongPicked : .pick, numbers)))
    }
    if section.isShuffled { lines.append(line(.drawn, say(isFixed ? .keepsPlace : .shuffled))) }
    return lines
  }

  private func required(_ item: DeliveryItem) -> Explanation.Line {
    switch item.required {
    case .no: return line(.required, say(.mayBeLeft))
    case .yes: return line(.required, say(.mustBeAnswered))
    case .when(let formula):
      var source: String?
      if case .when(let text) = item.item.required { source = text.text }
      return line(.required, formula.describeCondition(in: language, wording), source: source)
    }
  }

  // MARK: What answers

  private func answers(of item: DeliveryItem) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    if !item.item.options.isEmpty {
      let options = item.item.options.map { option($0, if: item.optionConditions[$0.code]) }
      lines.append(line(.answers, options.joined(separator: "; ")))
    }
    switch item.item.kind {
    case .choose(let choices), .order(let choices), .chooseMany(let choices, _, _):
      if choices.isShuffled { lines.append(line(.order, say(.optionsShuffled))) }
    case .number(let form):
      lines.append(line(.answers, numbers(form)))
    case .text(let form):
      lines.append(
        line(.answers, say(.textOf, ["lines": String(form.lines), "length": String(form.maximumLength)])))
    case .criterion(let levels):
      lines.append(
        line(.answers, levels.map { "\(number($0.points)) — \($0.text.plain(in: language))" }.joined(separator: "; ")))
    case .tally: lines.append(line(.answers, say(.counted)))
    case .date(let form): lines.append(line(.answers, say(.dateOf, ["precision": form.precision.rawValue])))
    case .essay(let form):
      let words = [
        "least": String(form.minimumWords ?? 0), "most": form.maximumWords.map(String.init) ?? say(.noLimit),
        "length": String(form.maximumLength),
      ]
      lines.append(line(.answers, say(.wordsOf, words)))
    case .match(let form):
      lines.append(line(.answers, form.lefts.map { option($0) }.joined(separator: "; ")))
      lines.append(line(.answers, form.rights.options.map { option($0) }.joined(separator: "; ")))
    case .timedGrid(let form): lines += timedGrid(form, of: item.item)
    case .timeSample(let every, _):
      lines.append(line(.answers, say(.everySoOften, ["minutes": number(Self.minutes(every))])))
    }
    if case .chooseMany(_, let least, let most) = item.item.kind, least != nil || most != nil {
      let bounds = ["least": String(least ?? 0), "most": most.map(String.init) ?? say(.noLimit)]
      lines.append(line(.howMany, say(.fromTo, bounds)))
    }
    return lines
  }

  static func minutes(_ milliseconds: Int64) -> Decimal64 {
    Decimal64(Int(milliseconds)).divided(by: Decimal64(60_000)) ?? Decimal64(0)
  }

  private func option(_ option: Option, if condition: Formula? = nil) -> String {
    var words = "\(option.code) — \(option.text.plain(in: language))"
    if let reason = option.missing { words += " (\(MissingWord(reason).text(in: language)))" }
    if option.isAlone { words += " (\(say(.alone)))" }
    if let condition { words += " (\(condition.describeCondition(in: language, wording)))" }
    if option.asksText { words += " (\(say(.asksText)))" }
    return words
  }

  private func numbers(_ form: NumberForm) -> String {
    var words = say(form.isWhole ? .wholeNumber : .number)
    switch (form.minimum, form.maximum) {
    case (let least?, let most?): words += say(.between, ["least": number(least), "most": number(most)])
    case (let least?, nil): words += say(.atLeast, ["least": number(least)])
    case (nil, let most?): words += say(.atMost, ["most": number(most)])
    case (nil, nil): break
    }
    if let unit = form.unit { words += ", \(unit.plain(in: language))" }
    return words
  }

  // MARK: Who reads it

  /// The conditions, computations, checks and texts that read a slot.
  func readers(of slot: Int?) -> [Explanation.Line] { slot.map { readers(of: [$0]) } ?? [] }

  /// The same for an item with what else is seen of it.
  private func readers(of slots: Set<Int>) -> [Explanation.Line] {
    func reads(_ formula: Formula?) -> Bool { formula.map { !$0.slots.isDisjoint(with: slots) } ?? false }
    var readers: [String] = []
    for section in instrument.delivery.sections {
      if reads(section.showIf) { readers.append(section.section.id.text) }
      for element in section.elements {
        let own = [element.showIf, computation(at: element.block.id)].compactMap { $0 }
        if own.contains(where: reads) { readers.append(element.block.id.text) }
        for item in element.items where !slots.contains(item.slot) && item.reads(slots) {
          readers.append(item.item.id.text)
        }
      }
    }
    let ids = Set(slots.map { instrument.delivery.slots[$0].id.text })
    let piped = instrument.delivery.form.pipedReferences.filter { ids.contains($0.id) }
    readers += piped.compactMap { $0.owner?.text }
    var seen: Set<String> = []
    let names = readers.filter { seen.insert($0).inserted }
    return names.isEmpty ? [] : [line(.readBy, names.joined(separator: ", "))]
  }
}

extension DeliveryItem {
  /// The item's own slot, and those of what else is seen of it.
  var slots: Set<Int> { Set([slot] + partSlots.values) }

  /// Whether one of the item's own rules reads a slot.
  fileprivate func reads(_ slots: Set<Int>) -> Bool {
    var formulas = checks.map(\.that) + optionConditions.values
    if let showIf { formulas.append(showIf) }
    if case .when(let formula) = required { formulas.append(formula) }
    return formulas.contains { !$0.slots.isDisjoint(with: slots) }
  }
}
