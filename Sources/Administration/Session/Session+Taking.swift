import Expressions
import Instruments
import Texts

/// What each event does to a session, and why it may be refused.
extension Session {
  mutating func take(_ event: Event, at instant: Instant) throws(Refusal) {
    guard instant >= state.now else { throw .timeReversed }
    try mustFit(event)
    let wasMovedOn = passTime(to: instant, isAtLimit: event == .expired)
    switch event {
    case .started(let language):
      try mustSpeak(language)
      state.language = language
      state.phase = .running
      state.position = firstPosition
      visit()
    case .answered(let address, let value): try answer(address, value)
    case .cleared(let address):
      try mustTakeAnswer(at: address)
      state.answers[address] = nil
      forgetConfirmations(of: address.slot)
      refresh()
    case .confirmed(let address, let check):
      try mustTakeAnswer(at: address)
      guard openQuestion(of: address.slot) == check else { throw .nothingToConfirm(slot: address.slot) }
      state.confirmed.insert(SessionState.Confirmation(slot: address.slot, check: check))
    case .moved(let position): try move(to: position)
    case .expired: guard wasMovedOn else { throw .timeNotOver }
    case .languageChanged(let language):
      try mustSpeak(language)
      state.language = language
    case .flagged(let slot, let isFlagged):
      guard plan.delivery.slots.indices.contains(slot) else { throw .noSuchItem(slot) }
      if isFlagged { state.flagged.insert(slot) } else { state.flagged.remove(slot) }
    case .filled(let stop, let elements): try fill(stop, with: elements)
    case .chosen(let stop, let elements, _): try choose(stop, elements)
    case .suspended: state.phase = .suspended
    case .resumed: state.phase = .running
    case .sealed(let reason):
      if reason == .submitted, let hindrance { throw hindrance }
      state.phase = .sealed(reason)
    case .reopened, .continued: state.phase = .running
    case .paused: state.phase = .paused
    case .extended(_, let time):
      guard plan.delivery.form.timeLimit != nil, time > 0 else { throw .noTimeToGive }
      state.extension += time
    case .annulled: state.phase = .sealed(.annulled)
    }
  }

  /// Whether the event may happen in the phase that the session is in.
  private func mustFit(_ event: Event) throws(Refusal) {
    switch (state.phase, event) {
    case (.new, .started), (.sealed, .reopened), (.suspended, .resumed), (.suspended, .sealed): return
    // What a proctor decides doesn't depend on whether somebody sits there.
    case (.suspended, .paused), (.suspended, .extended), (.suspended, .annulled): return
    case (.paused, .continued), (.paused, .sealed), (.paused, .extended), (.paused, .annulled): return
    case (.new, _): throw .notStarted
    case (.sealed, _): throw .alreadySealed
    case (.suspended, _): throw .isSuspended
    case (.paused, _): throw .isPaused
    case (.running, .continued): throw .notPaused
    case (.running, .started): throw .alreadyStarted
    case (.running, .resumed): throw .notSuspended
    case (.running, .reopened): throw .notSealed
    case (.running, _): return
    }
  }

  private func mustSpeak(_ language: Language) throws(Refusal) {
    guard plan.delivery.form.languages.contains(language) else { throw .noSuchLanguage(language) }
  }

  private func mustTakeAnswer(at address: Address) throws(Refusal) {
    guard plan.delivery.slots.indices.contains(address.slot), plan.inputs[address.slot] == nil else {
      throw .noSuchItem(address.slot)
    }
    guard address.path.isEmpty else { throw .wrongPath(address) }
    guard address.attempt == attempt(at: address.slot) else { throw .wrongAttempt(address) }
    if let element = element(of: address.slot), isBehindChoice(element) { throw .behindChoice(address.slot) }
    guard !isClosed(slot: address.slot) else { throw .timeOver(address.slot) }
    guard state.shownSlots.contains(address.slot) else {
      throw isUnreached(address.slot) ? .notReached(address.slot) : .notShown(address.slot)
    }
  }

  private mutating func answer(_ address: Address, _ value: Value) throws(Refusal) {
    try mustTakeAnswer(at: address)
    if let problem = plan.delivery.problem(with: value, at: address.slot, today: plan.today) {
      throw .unacceptable(slot: address.slot, problem)
    }
    if let item = plan.delivery.item(at: address.slot), let code = value.chosen.first(where: { !offers($0, of: item) })
    {
      throw .unacceptable(slot: address.slot, item.item.unknown(code.text))
    }
    if state.answers[address] != value { forgetConfirmations(of: address.slot) }
    state.answers[address] = value
    refresh()
    if let broken = brokenCheck(of: address.slot, .refuse) {
      throw .checkFailed(slot: address.slot, check: broken)
    }
  }

  private mutating func move(to position: Position) throws(Refusal) {
    if case .element(let element) = position {
      guard let stop = state.stops.firstIndex(of: element), isStep(stop) else { throw .noSuchElement }
      guard !isClosed(element) || element == currentElement else {
        throw isBehindChoice(element) ? .elementBehindChoice : .elementClosed
      }
    }
    let isForward = isForward(position)
    if isForward, let hindrance = hindrance(at: state.position) { throw hindrance }
    if position == .end, openStop != nil { throw .choiceOpen }
    let target = isForward ? target(of: position) : position
    state.position = target
    visit()
  }

  /// Notes that the respondent goes on from where he is, which may stop the section: then the way leads on behind it.
  mutating func target(of position: Position) -> Position {
    if let here = currentElement, plan.delivery.sections[here.section].section.stopRule != nil,
      state.left.insert(here).inserted
    {
      refresh()
    }
    guard case .element(let element) = position, let stop = state.stops.firstIndex(of: element), !isStep(stop) else {
      return position
    }
    return self.position(after: position)
  }

  private mutating func fill(_ stop: Int, with elements: [ElementIndex]) throws(Refusal) {
    guard let open = plan.openStop(stop), open.section == nil, state.filled[stop] == nil, !elements.isEmpty,
      elements.count <= open.capacity, Set(elements).count == elements.count,
      elements.allSatisfy(open.candidates.contains), elements.allSatisfy({ !state.stops.contains($0) })
    else { throw .cannotFill(stop: stop) }
    state.filled[stop] = elements
    state.stops = plan.stops(filled: state.filled)
    refresh()
  }

  private mutating func forgetConfirmations(of slot: Int) {
    state.confirmed = state.confirmed.filter { $0.slot != slot }
  }

  mutating func visit() {
    if let element = currentElement { state.visited.insert(element) }
  }

  private func isForward(_ position: Position) -> Bool {
    switch (state.position, position) {
    case (.element(let here), .element(let there)): ordinal(of: here) < ordinal(of: there)
    case (.element, .end): true
    case (.end, _): false
    }
  }
}
