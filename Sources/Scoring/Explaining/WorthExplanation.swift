import Diagnostics
import Expressions
import Instruments
import Texts

/// What is right, what it earns, and where the points go.
extension InstrumentExplainer {
  /// The key in words, the rule of credit, and the rule worked on answers that are partly right.
  func worth(of item: DeliveryItem) -> [Explanation.Line] {
    guard let key = instrument.scoring.items.first(where: { $0.slot == item.slot }) else { return [] }
    let right = key.marked(key.rightAnswer ?? .unanswered).score
    var lines: [Explanation.Line] = []
    if key.rightAnswer != nil {
      lines.append(line(.right, right.keyText(in: language, of: item)))
    }
    lines.append(line(.worth, say(.points, ["points": number(key.points)])))
    lines.append(line(.credit, say(.init(credit: key))))
    for sample in key.samples {
      let score = key.marked(sample).score
      lines.append(
        line(
          .forExample,
          say(
            .earns,
            ["answer": quoted(item.print(sample, in: language)), "points": number(score.points ?? Decimal64(0))])))
    }
    lines += spelling(of: key) + parameters(of: item)
    lines.append(line(.unanswered, say(key.isZeroWhenUnanswered ? .earnsNothing : .staysOut)))
    return lines + specification(of: item.item.id) + said(of: key)
  }

  /// The scales that an item counts in, with those that these count in, and the fields that read it.
  func destinations(of item: DeliveryItem) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    let scoring = instrument.scoring
    let scales = scales(holding: item)
    for scale in scales {
      let isReversed = scoring.scales[scale].members.contains { member in
        if case .answer(item.slot, let numbers) = member { numbers.isReversed } else { false }
      }
      lines.append(line(.countsIn, scaleLine(scoring.scales[scale]) + (isReversed ? ", \(say(.reversed))" : "")))
    }
    lines += feeds { !$0.slots.isDisjoint(with: item.slots) || !$0.scales.isDisjoint(with: scales) }
    if scales.isEmpty, scoring.items.contains(where: { $0.slot == item.slot }) {
      lines.append(line(.countsIn, say(.noScale)))
    }
    return lines
  }

  private func scales(holding item: DeliveryItem) -> [Int] {
    var found: Set<Int> = []
    for (index, scale) in instrument.scoring.scales.enumerated() {
      let isMember = scale.members.contains { member in
        switch member {
        case .points(let keyed): instrument.scoring.items[keyed].slot == item.slot
        case .answer(let slot, _): item.slots.contains(slot)
        case .scale(let inner): found.contains(inner)
        }
      }
      if isMember { found.insert(index) }
    }
    return found.sorted()
  }

  private func scaleLine(_ scale: ScaleProgram) -> String {
    "\(scale.id) — \(scale.title.plain(in: language)) (\(method(of: scale)))"
  }

  func method(of scale: ScaleProgram) -> String {
    switch scale.method {
    case .sum: say(.methodSum)
    case .mean: say(.methodMean)
    case .percent: say(.methodPercent)
    case .table: say(.methodTable)
    case .theta: AdaptivePhrase.methodTheta.text(in: language)
    }
  }

  // MARK: Scales

  func explanation(ofScale index: Int) -> Explanation {
    let scale = instrument.scoring.scales[index]
    var lines = [line(.comesTo, method(of: scale)), line(.holds, members(of: scale).joined(separator: ", "))]
    if let least = scale.atLeast {
      lines.append(line(.needs, say(.atLeastMembers, ["count": String(least)])))
    }
    lines += ability(of: scale)
    lines += measures(of: scale)
    lines += feeds { $0.scales.contains(index) }
    let source = instrument.instrument.scoring.scales.first { $0.id == scale.id }
    return Explanation(
      title: title(scale.id, say(.scale), source?.place.line ?? 0), prompt: scale.title.plain(in: language),
      lines: lines)
  }

  private func members(of scale: ScaleProgram) -> [String] {
    scale.members.map { member in
      switch member {
      case .points(let item): return instrument.scoring.items[item].id.text
      case .answer(let slot, let numbers):
        let id = instrument.delivery.slots[slot].id.text
        return numbers.isReversed ? "\(id) (\(say(.reversed)))" : id
      case .scale(let inner): return instrument.scoring.scales[inner].id.text
      }
    }
  }

  // MARK: Feeds

  private func feeds(where reads: (Formula) -> Bool) -> [Explanation.Line] {
    zip(instrument.scoring.feeds, instrument.instrument.scoring.feeds).flatMap { program, feed in
      program.fields.filter { reads($0.value) }.map { field in
        line(
          .feeds, "\(program.dataset).\(field.id) = \(field.value.describe(in: language, wording))",
          source: feed.fields.first { $0.id == field.id }?.value.text)
      }
    }
  }
}

extension KeyedItem {
  /// An answer that earns all points; nil for criteria, whose levels are their own key.
  var rightAnswer: Value? {
    switch answer {
    case .options(let codes):
      isOneOption ? codes.first.map { .code($0) } : .codes(codes)
    case .order(let codes): .ordered(codes)
    case .numbers(let keys): keys.first.map { .decimal($0.value) }
    case .texts(let keys): keys.first.map { .text($0.text) }
    case .dates(let dates): dates.first.map { .date($0) }
    case .pairs(let pairs): .pairs(pairs.firstOfEachLeft)
    case .levels, .judgement: nil
    }
  }

  private var isOneOption: Bool {
    if case .options(let codes) = answer { codes.count == 1 && credit == .all } else { false }
  }

  /// Answers on which the rule of credit is seen best: one right option short, one wrong too many, two places swapped.
  var samples: [Value] {
    switch answer {
    case .options(let right) where credit != .all:
      let wrong = options.first { !right.contains($0) }
      return [
        .codes(right), right.count > 1 ? .codes(Array(right.dropLast())) : nil, wrong.map { .codes(right + [$0]) },
      ].compactMap { $0 }
    case .order(let right) where right.count > 1:
      var swapped = right
      swapped.swapAt(right.count - 2, right.count - 1)
      return [.ordered(swapped), .ordered(Array(right.reversed()))]
    case .pairs(let right) where credit == .perPair && right.firstOfEachLeft.count > 1:
      let pairs = right.firstOfEachLeft
      return [.pairs(pairs), .pairs(Array(pairs.dropLast()))]
    case .options, .order, .numbers, .texts, .levels, .dates, .pairs, .judgement: return []
    }
  }
}
