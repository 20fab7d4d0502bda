import Datasets
package import Expressions
package import Instruments
import Scoring
package import Texts

/// Reads a codebook off a compiled instrument, slot by slot, so that it holds exactly what exports have columns for.
package struct CodebookMaker {
  let instrument: CheckedInstrument
  let language: Language
  let wording: Wording
  let explainer: InstrumentExplainer
  private let column: (Symbol) -> String
  private let sites: [Int: ElementSite]

  /// `column` gives the name under which an answer stands in exports.
  package init(_ instrument: CheckedInstrument, in language: Language, column: @escaping (Symbol) -> String) {
    self.instrument = instrument
    self.language = language
    self.column = column
    wording = instrument.wording(in: language)
    explainer = InstrumentExplainer(instrument, in: language)
    sites = ElementSite.bySlot(instrument.delivery)
  }

  package var codebook: Codebook {
    let form = instrument.delivery.form
    let answers = instrument.delivery.slots.indices.map(answer)
    let scores = instrument.scoring.scales.indices.flatMap { [score(at: $0)] + doubt(of: $0) }
    return Codebook(
      id: form.id.text, version: form.version, hash: instrument.hash.digest.hex, title: form.title.plain(in: language),
      language: language, variables: answers + scores + facts)
  }

  func say(_ phrase: CodebookPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  func number(_ decimal: Decimal64) -> String { NumberFormat.text("\(decimal.normalized)", in: language) }

  // MARK: Answers

  private func answer(at slot: Int) -> Codebook.Variable {
    let known = instrument.delivery.slots[slot]
    var variable = Codebook.Variable(
      table: .answers, name: column(known.id), label: known.label?.plain(in: language) ?? "", kind: "", storage: "")
    switch known.kind {
    case .item: describe(&variable, itemAt: slot)
    case .otherText(let item, let option): describe(&variable, textOf: option, of: item)
    case .computation: describe(&variable, computationAt: slot)
    case .part(let grid, _):
      let type = known.type
      variable.kind = say(.whereComputed)
      (variable.storage, variable.isNumeric) = ValueWords(maker: self).storage(of: type)
      variable.minimum = known.range.least
      variable.maximum = known.range.most
      variable.asked = sites[grid].map(asked) ?? []
      variable.codes = [missing(.unanswered)] + (variable.asked.isEmpty ? [] : [missing(.notShown)])
    case .input: describe(&variable, inputAt: slot)
    }
    variable.feeds = feeds(reading: slot, variable.scales)
    return variable
  }

  private func describe(_ variable: inout Codebook.Variable, itemAt slot: Int) {
    guard let site = sites[slot] else { return }
    let item = site.item
    variable.kind = explainer.kind(of: item.item.kind)
    if let grid = site.element.block.grid {
      if case .gaps = site.element.block {} else { variable.heading = grid.prompt.plain(in: language) }
    }
    let values = ValueWords(maker: self).of(item.item)
    variable.storage = values.storage
    variable.isNumeric = values.isNumeric
    variable.codes = values.codes
    if case .number(let form) = item.item.kind {
      variable.minimum = form.minimum
      variable.maximum = form.maximum
      variable.unit = form.unit?.plain(in: language)
    }
    variable.asked = asked(site)
    if case .tally = item.item.kind { variable.minimum = .zero } else { variable.codes.append(missing(.unanswered)) }
    if !variable.asked.isEmpty { variable.codes.append(missing(.notShown)) }
    variable.isRequired = item.item.required == .yes
    variable.points = instrument.scoring.items.first { $0.slot == slot }?.points
    variable.scales = memberships(of: slot)
  }

  private func describe(_ variable: inout Codebook.Variable, textOf option: Symbol, of slot: Int) {
    let words = instrument.delivery.item(at: slot)?.item.options.text(of: option, in: language) ?? option.text
    variable.kind = say(.otherText, ["option": words])
    variable.storage = say(.text)
    let owner = sites[slot].map(asked) ?? []
    variable.asked = owner + [Codebook.Condition(words: say(.ifChosen, ["option": words]), source: nil)]
    variable.codes = [missing(.unanswered), missing(.notShown)]
  }

  private func describe(_ variable: inout Codebook.Variable, computationAt slot: Int) {
    guard let computation = instrument.delivery.computations.first(where: { $0.slot == slot }) else { return }
    let section = instrument.delivery.sections[computation.section]
    let block = section.elements[computation.element].block
    variable.kind = say(.whereComputed)
    if case .compute(let written) = block {
      variable.formula = Codebook.Condition(
        words: computation.value.describe(in: language, wording), source: written.value.text)
      if variable.label.isEmpty { variable.label = variable.formula?.words ?? "" }
    }
    let type = instrument.delivery.slots[slot].type
    (variable.storage, variable.isNumeric) = ValueWords(maker: self).storage(of: type)
    variable.asked = conditions([(section.showIf, section.section.showIf), (computation.showIf, block.showIf)])
  }

  private func describe(_ variable: inout Codebook.Variable, inputAt slot: Int) {
    guard let input = instrument.delivery.input(at: slot) else { return }
    variable.kind = say(.knownBefore)
    (variable.storage, variable.isNumeric) = ValueWords(maker: self).storage(of: input.type)
    switch input.kind {
    case .number(let form):
      variable.minimum = form.minimum
      variable.maximum = form.maximum
      variable.unit = form.unit?.plain(in: language)
    case .choice(let choices): variable.codes = ValueWords(maker: self).codes(choices.options)
    case .text, .date: break
    }
    variable.codes.append(missing(.noData))
  }

  func missing(_ reason: Missing.Reason) -> Codebook.Code {
    Codebook.Code(
      stored: Value.missing(Missing(reason)).stored, label: MissingWord(reason).text(in: language), number: nil,
      missing: reason.rawValue)
  }

  // MARK: Who is asked

  private func asked(_ site: ElementSite) -> [Codebook.Condition] {
    var result = conditions([
      (site.section.showIf, site.section.section.showIf), (site.element.showIf, site.element.block.showIf),
      (site.item.showIf, site.item.item.showIf),
    ])
    let section = site.section.section
    if instrument.delivery.form.booklets?.clusters.contains(section.id) == true {
      result.append(Codebook.Condition(words: say(.inBooklet), source: nil))
    }
    let draw = SectionDraw(section)
    if draw.isPartial, !section.fixedBlocks.contains(site.element.block.id) {
      let words = say(.drawn, ["pick": String(draw.count), "all": String(draw.questions.count)])
      result.append(Codebook.Condition(words: words, source: nil))
    }
    if let rule = section.adaptation {
      let words = say(.adaptive, ["most": String(rule.atMost), "all": String(section.blocks.count { $0.asks })])
      result.append(Codebook.Condition(words: words, source: nil))
    }
    if instrument.delivery.form.routed.contains(section.id) {
      result.append(Codebook.Condition(words: say(.routed), source: nil))
    }
    return result
  }

  private func conditions(_ pairs: [(Formula?, SourceText?)]) -> [Codebook.Condition] {
    pairs.compactMap { formula, source in
      formula.map { Codebook.Condition(words: $0.describeCondition(in: language, wording), source: source?.text) }
    }
  }

  // MARK: Where it goes

  private func memberships(of slot: Int) -> [Codebook.Membership] {
    instrument.scoring.scales.compactMap { scale in
      for member in scale.members {
        switch member {
        case .points(let item) where instrument.scoring.items[item].slot == slot:
          return Codebook.Membership(scale: scale.id.text, isReversed: false)
        case .answer(slot, let numbers):
          return Codebook.Membership(scale: scale.id.text, isReversed: numbers.isReversed)
        case .points, .answer, .scale: continue
        }
      }
      return nil
    }
  }

  private func feeds(reading slot: Int, _ scales: [Codebook.Membership]) -> [String] {
    let held = Set(scales.map(\.scale))
    let indices = Set(instrument.scoring.scales.indices.filter { held.contains(instrument.scoring.scales[$0].id.text) })
    return instrument.scoring.feeds.flatMap { feed in
      feed.fields.filter { $0.value.slots.contains(slot) || !$0.value.scales.isDisjoint(with: indices) }
        .map { "\(feed.dataset).\($0.id)" }
    }
  }
}

/// An item with the block and the section in which it stands.
struct ElementSite {
  let section: DeliverySection
  let element: DeliveryElement
  let item: DeliveryItem

  static func bySlot(_ delivery: DeliveryForm) -> [Int: ElementSite] {
    var sites: [Int: ElementSite] = [:]
    for section in delivery.sections {
      for element in section.elements {
        for item in element.items { sites[item.slot] = ElementSite(section: section, element: element, item: item) }
      }
    }
    return sites
  }
}
