package import Expressions
package import Instruments

/// Answers as they stand, as expressions see them, and as they go into the record.
extension Session {
  /// The attempt that is open for a slot, from 1.
  package func attempt(at slot: Int) -> Int { state.attempts[slot] ?? 1 }

  /// The address at which an answer is taken now.
  package func address(of slot: Int) -> Address { Address(slot: slot, attempt: attempt(at: slot)) }

  /// The answer that stands, be it parked; nil where none was given.
  package func answer(at slot: Int) -> Value? { state.answers[address(of: slot)] }

  /// The value as expressions see it: blank where hidden or unanswered.
  package func value(at slot: Int) -> Value { state.values[slot] }

  /// The slots whose answers are kept though their items are hidden now.
  package var parked: Set<Int> {
    Set(state.answers.keys.map(\.slot).filter { !state.shownSlots.contains($0) })
  }

  /// The values as they go into the final record and into scores: what is hidden is `not-shown`.
  package var record: [Value] { state.values }

  package var environment: Row { Row(state.values, today: plan.today) }

  /// Works out what is shown and every value that follows, after answers changed.
  ///
  /// In the order of the form; where something looks at what stands later, again until nothing changes. The checker refuses
  /// cycles, so as many rounds as there are elements are always enough.
  mutating func refresh() {
    settle()
    if plan.hasGates { endAtGate() }
  }

  mutating func settle() {
    for _ in 0...state.stops.count {
      let (values, shown, stopped) = settled
      let isStable = !plan.looksAhead || (values == state.values && shown == state.shown)
      state.values = values
      state.shown = shown
      state.stopped = stopped
      if isStable { break }
    }
    var slots = Set(plan.inputs.keys)
    for (stop, isShown) in zip(state.stops, state.shown) where isShown {
      for item in plan.element(at: stop).items where shows(item) {
        slots.insert(item.slot)
        for (code, other) in item.otherSlots where isChosen(code, at: item.slot) { slots.insert(other) }
      }
    }
    state.shownSlots = slots
  }

  private func shows(_ item: DeliveryItem) -> Bool {
    item.showIf.map { $0.evaluate(in: environment) == .boolean(true) } ?? true
  }

  private func isChosen(_ code: Symbol, at slot: Int) -> Bool {
    switch answer(at: slot) {
    case .code(let chosen)?: chosen == code
    case .missing(let missing)?: missing.code == code
    case .container(let container)?: container.elements.contains(.code(code))
    default: false
    }
  }

  /// The answer without the options that aren't there any more: it is kept, and counts again when they come back.
  private func standing(_ item: DeliveryItem, _ answer: Value?, in row: Row) -> Value {
    guard let answer else { return .unanswered }
    guard !item.optionConditions.isEmpty else { return answer }
    func isThere(_ code: Symbol?) -> Bool { code.map { item.offers($0, in: row) } ?? true }
    switch answer {
    case .code(let code): return isThere(code) ? answer : .unanswered
    case .missing(let missing): return isThere(missing.code) ? answer : .unanswered
    case .container(let container):
      let kept = container.elements.filter { if case .code(let code) = $0 { isThere(code) } else { true } }
      if kept.count == container.elements.count { return answer }
      return kept.isEmpty ? .unanswered : .container(Container(container.cardinality, kept))
    default: return answer
    }
  }

  /// Whether an option of an item is there now.
  package func offers(_ code: Symbol, of item: DeliveryItem) -> Bool { item.offers(code, in: environment) }

  /// Whether there is anything to choose: where no option is there, nobody can answer.
  package func offersNothing(of item: DeliveryItem) -> Bool {
    guard !item.optionConditions.isEmpty else { return false }
    let environment = environment
    return !item.item.codes.contains { item.offers($0, in: environment) }
  }

  /// One round through the form with the values of the round before where they aren't known yet.
  private var settled: (values: [Value], shown: [Bool], stopped: Set<Int>) {
    var row = Row(state.values, today: plan.today)
    var known = Array(repeating: Value.notShown, count: row.values.count)
    for (slot, value) in plan.inputs {
      known[slot] = value
      row.values[slot] = value
    }
    var shown = Array(repeating: false, count: state.stops.count)
    var sections: [Int: Bool] = [:]
    var runs: [Int: StopRun] = [:]
    for (position, index) in state.stops.enumerated() {
      let section = plan.delivery.sections[index.section]
      let isSectionShown =
        sections[index.section] ?? (section.showIf.map { $0.evaluate(in: row) == .boolean(true) } ?? true)
      sections[index.section] = isSectionShown
      let element = section.elements[index.block]
      var run = section.section.stopRule.map { runs[index.section] ?? StopRun($0) }
      let isReached = run?.isReached != true
      let isDue = isSectionShown && (element.showIf.map { $0.evaluate(in: row) == .boolean(true) } ?? true)
      let isShown = isDue && isReached
      shown[position] = isShown
      for item in element.items {
        let isItemDue = isDue && (item.showIf.map { $0.evaluate(in: row) == .boolean(true) } ?? true)
        let isItemShown = isItemDue && isReached
        known[item.slot] = isItemShown ? standing(item, answer(at: item.slot), in: row) : .notShown
        if isItemShown {
          run?.take(known[item.slot], at: item.slot, wasLeft: state.left.contains(index), judge: plan.judge)
        } else if isItemDue, let run {
          known[item.slot] = run.unreached(item.slot, judge: plan.judge)
        }
        for (part, slot) in item.partSlots {
          known[slot] = item.item.value(of: part, in: known[item.slot])
          row.values[slot] = known[slot]
        }
        known[item.slot] = item.item.seen(known[item.slot])
        row.values[item.slot] = known[item.slot]
        for (code, other) in item.otherSlots {
          known[other] = isItemShown && isChosen(code, at: item.slot) ? answer(at: other) ?? .unanswered : .notShown
          row.values[other] = known[other]
        }
      }
      if case .compute = element.block, let slot = plan.delivery.slot(of: element.block.id),
        let computation = plan.delivery.computation(at: slot)
      {
        known[slot] = isShown ? computation.value.evaluate(in: row) : .notShown
        row.values[slot] = known[slot]
      }
      runs[index.section] = run
    }
    return (known, shown, Set(runs.filter(\.value.isReached).keys))
  }
}

extension DeliveryForm {
  package func computation(at slot: Int) -> DeliveryComputation? { computations.first { $0.slot == slot } }
}

extension DeliveryItem {
  /// Whether an option is there, by its own condition and by what it belongs under.
  fileprivate func offers(_ code: Symbol, in row: Row) -> Bool {
    optionConditions[code].map { $0.evaluate(in: row) == .boolean(true) } ?? true
  }
}
