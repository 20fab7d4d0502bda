package import Expressions
package import Instruments

/// What is shown, and what stands in the way of going on.
extension Session {
  /// The element on the screen; nil at the end.
  package var currentElement: ElementIndex? {
    if case .element(let element) = state.position { element } else { nil }
  }

  /// The next element that is shown after `position`, or the end.
  package func position(after position: Position) -> Position {
    guard case .element(let element) = position else { return .end }
    let here = ordinal(of: element)
    let later = state.stops.indices.first { $0 > here && isStep($0) && !isClosed(state.stops[$0]) }
    return later.map { .element(state.stops[$0]) } ?? .end
  }

  /// The nearest element that is shown before `position`; nil at the first.
  package func position(before position: Position) -> Position? {
    let limit = if case .element(let element) = position { ordinal(of: element) } else { state.stops.count }
    return state.stops.indices.last { $0 < limit && isStep($0) && !isClosed(state.stops[$0]) }.map {
      .element(state.stops[$0])
    }
  }

  /// The elements that are on the way now, in order: shown, and with something to see.
  package var steps: [ElementIndex] { state.stops.indices.filter(isStep).map { state.stops[$0] } }

  /// Whether a slot's item isn't asked because its section was stopped before it.
  package func isUnreached(_ slot: Int) -> Bool {
    guard !state.stopped.isEmpty, !state.shownSlots.contains(slot) else { return false }
    return state.stopped.contains { section in
      plan.delivery.sections[section].elements.contains { $0.items.contains { $0.slot == slot } }
    }
  }

  var firstPosition: Position { steps.first.map { .element($0) } ?? .end }

  /// The position of an element on the way; behind all others where it isn't on it.
  func ordinal(of element: ElementIndex) -> Int { state.stops.firstIndex(of: element) ?? state.stops.count }

  func isStep(_ stop: Int) -> Bool {
    guard state.shown[stop] else { return false }
    if case .compute = plan.element(at: state.stops[stop]).block { return false }
    return true
  }

  /// The items of an element that are shown, in the order in which they are shown.
  package func shownItems(at element: ElementIndex) -> [DeliveryItem] {
    plan.items(of: plan.element(at: element)).filter { state.shownSlots.contains($0.slot) }
  }

  /// What stands in the way of leaving a position forward; nil where nothing does.
  package func hindrance(at position: Position) -> Refusal? {
    guard case .element(let element) = position, !isClosed(element) else { return nil }
    for item in shownItems(at: element) {
      if let refusal = hindrance(of: item) { return refusal }
    }
    return imbalance(at: element)
  }

  /// What is left to give out among the rows of an allocation; nil where the element is none, or nothing was given yet.
  package func rest(at element: ElementIndex) -> Decimal64? {
    guard case .allocate(let allocation) = plan.element(at: element).block else { return nil }
    let given = shownItems(at: element).map { value(at: $0.slot) }
    return given.contains { !$0.isMissing } ? allocation.rest(after: given) : nil
  }

  private func imbalance(at element: ElementIndex) -> Refusal? {
    guard let rest = rest(at: element), !rest.isZero, let first = shownItems(at: element).first else { return nil }
    return .unbalanced(slot: first.slot, rest: rest)
  }

  /// What stands in the way of handing in: the first thing on the way that must still be done.
  package var hindrance: Refusal? { hindranceOnTheWay ?? (openStop == nil ? nil : .choiceOpen) }

  /// What of the way so far must still be done.
  package var hindranceOnTheWay: Refusal? {
    for element in steps {
      if let refusal = hindrance(at: .element(element)) { return refusal }
    }
    return nil
  }

  /// The element on the way in which an item stands.
  package func element(of slot: Int) -> ElementIndex? {
    steps.first { plan.element(at: $0).items.contains { $0.slot == slot || $0.otherSlots.values.contains(slot) } }
  }

  private func hindrance(of item: DeliveryItem) -> Refusal? {
    if isRequired(item), !isAnswered(item.slot) { return .required(slot: item.slot) }
    if let broken = brokenCheck(of: item.slot, .refuse) { return .checkFailed(slot: item.slot, check: broken) }
    if let open = openQuestion(of: item.slot) { return .needsConfirmation(slot: item.slot, check: open) }
    return nil
  }

  package func isRequired(_ item: DeliveryItem) -> Bool {
    if offersNothing(of: item) { return false }
    return switch item.required {
    case .no: false
    case .yes: true
    case .when(let formula): formula.evaluate(in: environment) == .boolean(true)
    }
  }

  /// Whether something was answered, be it "don't know".
  package func isAnswered(_ slot: Int) -> Bool {
    switch answer(at: slot) {
    case nil: return false
    case .missing(let missing)?: return missing.code != nil
    // What was chosen may not be there any more.
    default: return value(at: slot) != .unanswered || !state.shownSlots.contains(slot)
    }
  }

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
