import Datasets
import Expressions
import Texts

/// Makes the scoring plan of an instrument whose keys and scales were found right.
struct ScoringCompiler {
  private let instrument: Instrument
  private let layout: FormLayout

  init(_ instrument: Instrument, layout: FormLayout) {
    self.instrument = instrument
    self.layout = layout
  }

  func plan(feeds: [FeedProgram]) -> ScoringPlan {
    let rules = instrument.scoring
    let keys = Dictionary(rules.keys.map { ($0.item, $0) }) { first, _ in first }
    var items: [KeyedItem] = []
    var members: [Symbol: ScaleProgram.Member] = [:]
    let scaled = Set(rules.scales.flatMap { $0.members.map(\.id) })
    for (section, site) in zip(instrument.form.sections, layout.sections) {
      for (block, blockSite) in zip(section.blocks, site.blocks) {
        for (item, itemSite) in zip(block.items, blockSite.items) {
          if let key = keys[item.id] {
            members[item.id] = .points(item: items.count)
            items.append(keyed(item, key, slot: itemSite.slot))
          } else if scaled.contains(item.id),
            let numbers = item.scaleNumbers(isReversed: rules.reversed.contains(item.id))
          {
            members[item.id] = .answer(slot: itemSite.slot, numbers)
          }
          for part in item.numberParts where scaled.contains(item.partID(part)) {
            guard let slot = itemSite.partSlots[part] else { continue }
            let range = item.range(of: part)
            members[item.partID(part)] = .answer(
              slot: slot,
              ScaleProgram.Numbers(byCode: [:], minimum: range.least, maximum: range.most, isReversed: false))
          }
        }
      }
    }
    let slots = Dictionary(layout.slots.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let calibration = rules.calibration.map { program($0, slots) }
    var scales: [ScaleProgram] = []
    for scale in rules.scales {
      var program = ScaleProgram(
        id: scale.id, title: scale.title, method: scale.method, members: scale.members.compactMap { members[$0.id] },
        atLeast: scale.atLeast, levels: scale.levels, weights: scale.weights, ends: scale.ends,
        by: scale.by.flatMap { slots[$0.id] }, rows: scale.rows)
      if scale.method == .theta { program.calibration = calibration }
      members[scale.id] = .scale(scales.count)
      scales.append(program)
    }
    return ScoringPlan(items: items, scales: scales, feeds: feeds, calibration: calibration)
  }

  private func program(_ calibration: Calibration, _ slots: [Symbol: Int]) -> CalibrationProgram {
    CalibrationProgram(
      population: calibration.population,
      models: Dictionary(calibration.items.compactMap { item in slots[item.item].map { ($0, item.model) } }) {
        first, _ in
        first
      })
  }

  private func keyed(_ item: Item, _ key: ItemKey, slot: Int) -> KeyedItem {
    let options: [Symbol]
    if case .criterion(let descriptors) = item.kind {
      options = descriptors.map(\.code)
    } else {
      options = item.options.filter { $0.missing == nil }.map(\.code)
    }
    return KeyedItem(
      slot: slot, id: item.id, label: layout.slots[slot].label ?? item.prompt, points: key.points, credit: key.credit,
      answer: key.answer,
      options: options, isZeroWhenUnanswered: instrument.form.method == .test && key.answer != .levels,
      spelling: key.spelling, feedback: instrument.scoring.feedback[item.id] ?? [])
  }
}

extension Item {
  /// The numbers that the item's answers stand for in a scale; nil where they stand for none.
  func scaleNumbers(isReversed: Bool) -> ScaleProgram.Numbers? {
    switch kind {
    case .choose, .criterion:
      guard case .choice(let codes) = answerType.base, codes.areNumbers else { return nil }
      let pairs = codes.codes.compactMap { code in code.number.map { (code.symbol, $0) } }
      let numbers = pairs.map(\.1)
      return ScaleProgram.Numbers(
        byCode: Dictionary(pairs) { first, _ in first },
        minimum: numbers.min(), maximum: numbers.max(), isReversed: isReversed)
    case .number, .tally, .timedGrid:
      return ScaleProgram.Numbers(
        byCode: [:], minimum: answerRange.least, maximum: answerRange.most, isReversed: isReversed)
    case .chooseMany, .text, .order, .timeSample, .date, .essay, .match: return nil
    }
  }
}
