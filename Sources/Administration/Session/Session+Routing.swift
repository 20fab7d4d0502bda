package import Expressions
package import Instruments

/// What is shown, and what stands in the way of going on.
extension Session {
  /// The element on the screen; nil at the end.
  package var currentElement: ElementIndex? {
    guard case .stop(let stop) = state.position, state.stops.indices.contains(stop) else { return nil }
    return state.stops[stop]
  }

  /// The next stop that is shown after `position`, or the end.
  package func position(after position: Position) -> Position {
    guard case .stop(let stop) = position else { return .end }
    let later = state.stops.indices.first { $0 > stop && isStep($0) }
    return later.map { .stop($0) } ?? .end
  }

  /// The nearest stop that is shown before `position`; nil at the first.
  package func position(before position: Position) -> Position? {
    let limit = if case .stop(let stop) = position { stop } else { state.stops.count }
    return state.stops.indices.last { $0 < limit && isStep($0) }.map { .stop($0) }
  }

  /// The stops that are on the way now, in order: shown, and with something to see.
  package var steps: [Int] { state.stops.indices.filter(isStep) }

  var firstPosition: Position { steps.first.map { .stop($0) } ?? .end }

  private func isStep(_ stop: Int) -> Bool {
    guard state.shown[stop] else { return false }
    if case .compute = plan.element(at: state.stops[stop]).block { return false }
    return true
  }

  /// The items of a stop that are shown, in the order in which they are shown.
  package func shownItems(at stop: Int) -> [DeliveryItem] {
    plan.items(of: plan.element(at: state.stops[stop])).filter { state.shownSlots.contains($0.slot) }
  }

  /// What stands in the way of leaving a position forward; nil where nothing does.
  package func hindrance(at position: Position) -> Refusal? {
    guard case .stop(let stop) = position, state.stops.indices.contains(stop) else { return nil }
    for item in shownItems(at: stop) {
      if let refusal = hindrance(of: item) { return refusal }
    }
    return nil
  }

  /// What stands in the way of handing in: the first thing on the way that must still be done.
  package var hindrance: Refusal? {
    for stop in steps {
      if let refusal = hindrance(at: .stop(stop)) { return refusal }
    }
    return nil
  }

  /// The stop at which an item stands.
  package func stop(of slot: Int) -> Int? {
    steps.first { plan.element(at: state.stops[$0]).items.contains { $0.slot == slot || $0.otherSlots.values.contains(slot) } }
  }

  private func hindrance(of item: DeliveryItem) -> Refusal? {
    if isRequired(item), !isAnswered(item.slot) { return .required(slot: item.slot) }
    if let broken = brokenCheck(of: item.slot, .refuse) { return .checkFailed(slot: item.slot, check: broken) }
    if let open = openQuestion(of: item.slot) { return .needsConfirmation(slot: item.slot, check: open) }
    return nil
  }

  package func isRequired(_ item: DeliveryItem) -> Bool {
    switch item.required {
    case .no: false
    case .yes: true
    case .when(let formula): formula.evaluate(in: environment) == .boolean(true)
    }
  }

  /// Whether something was answered, be it "don't know".
  package func isAnswered(_ slot: Int) -> Bool { answer(at: slot) != nil }

  /// The first check of the item of one kind that its answer doesn't keep.
  func brokenCheck(of slot: Int, _ kind: AnswerCheck.Otherwise) -> Int? {
    guard let item = plan.delivery.item(at: slot) else { return nil }
    return item.checks.indices.first { index in
      item.checks[index].otherwise == kind && isBroken(item.checks[index])
    }
  }

  /// The first soft check that asks back and wasn't confirmed.
  package func openQuestion(of slot: Int) -> Int? {
    guard let item = plan.delivery.item(at: slot) else { return nil }
    return item.checks.indices.first { index in
      item.checks[index].otherwise == .ask && isBroken(item.checks[index])
        && !state.confirmed.contains(SessionState.Confirmation(slot: slot, check: index))
    }
  }

  private func isBroken(_ check: DeliveryItem.Check) -> Bool {
    check.that.evaluate(in: environment) == .boolean(false)
  }
}
