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
        }
      }
    }
    let slots = Dictionary(layout.slots.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var scales: [ScaleProgram] = []
    for scale in rules.scales {
      let program = ScaleProgram(
        id: scale.id, title: scale.title, method: scale.method, members: scale.members.compactMap { members[$0.id] },
        atLeast: scale.atLeast, levels: scale.levels, weights: scale.weights, ends: scale.ends,
        by: scale.by.flatMap { slots[$0.id] }, rows: scale.rows)
      members[scale.id] = .scale(scales.count)
      scales.append(program)
    }
    return ScoringPlan(items: items, scales: scales, feeds: feeds)
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
    case .number, .tally:
      return ScaleProgram.Numbers(
        byCode: [:], minimum: answerRange.least, maximum: answerRange.most, isReversed: isReversed)
    case .chooseMany, .text, .order, .timeSample, .date, .essay, .match: return nil
    }
  }
}
