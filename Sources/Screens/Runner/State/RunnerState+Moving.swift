import Administration
import Instruments
import TerminalUI
import Texts

/// From screen to screen: on, back, and to any question of the list.
extension RunnerState {
  /// Confirms what is there and goes on; stays, and says why, where that can't be.
  mutating func goForward() {
    guard confirmScreen() else {
      complain()
      return
    }
    let next = session.position(after: session.state.position)
    guard next != .end || session.openStop == nil else {
      passGate()
      return
    }
    guard session.state.position != .end else {
      message = .phrase(.endReached)
      return
    }
    move(to: next)
  }

  /// Goes back. What is no answer yet waits here as it is.
  mutating func goBack() {
    _ = confirmScreen()
    guard let before = session.position(before: session.state.position) else {
      message = .phrase(session.state.locked.isEmpty ? .firstScreen : .choiceStands)
      return
    }
    move(to: before)
  }

  /// Moves, or stays with what stands in the way.
  mutating func move(to target: Administration.Position) {
    guard target != session.state.position else {
      closePage()
      return
    }
    let stopped = stoppedBefore
    if let refusal = record(.moved(target)) {
      mode = .work
      obstruct(refusal, target)
    } else {
      mode = .work
      arrive()
      if !session.state.stopped.isSubset(of: stopped) { message = .phrase(.partStopped) }
    }
    stoppedBefore = session.state.stopped
  }

  mutating func obstruct(_ refusal: Refusal, _ target: Administration.Position) {
    switch refusal {
    case .needsConfirmation(let slot, let check):
      focus(onSlot: slot)
      open(.dialog(.check(slot: slot, check: check, target: target), cursor: 0))
    case .choiceOpen: passGate()
    case .elementBehindChoice:
      message = .phrase(.choiceStands)
      rings = true
    case .elementClosed:
      message = .phrase(.closedThere)
      rings = true
    default:
      if let slot = refusal.slot {
        show(.refused(refusal), at: slot)
      }
      rings = true
    }
  }

  /// Shows the first field that is no answer yet.
  private mutating func complain() {
    for item in items {
      for slot in [item.slot] + item.otherSlots.values.sorted() {
        guard let problem = complaints[slot], drafts[slot] != nil else { continue }
        show(problem, at: slot)
        rings = true
        return
      }
    }
  }

  /// Says what is wrong beside the field; in the message row too where the screen may not show both.
  private mutating func show(_ problem: EntryProblem, at slot: Int) {
    complaints[slot] = problem
    focus(onSlot: slot)
    let view = view
    if view.body.lines.count > view.height { message = .problem(slot: slot, problem) }
    followFocus()
  }

  /// The screen of a new position: the pointer at what is still to be answered, or at what was chosen.
  mutating func arrive() {
    fillTheWay()
    isArmed = false
    column = 0
    scroll = 0
    let items = items
    let next = items.count > 1 ? items.first { !isFilled($0) } ?? items.first : items.first
    focus = 0
    if let next { point(at: next) }
  }

  /// The pointer at an item: at the option that is chosen, else at its first row.
  mutating func point(at item: DeliveryItem) {
    isArmed = false
    focus(onSlot: item.slot)
    let index = chosen(for: item).first.flatMap { code in options(of: item).firstIndex { $0.code == code } }
    if isTable { column = index ?? 0 } else if let index { focus(on: .option(slot: item.slot, index: index)) }
  }

  // MARK: The list of questions

  mutating func openOverview() {
    _ = confirmScreen()
    let here = session.currentElement.flatMap { questions.firstIndex(of: $0) }
    open(.overview(cursor: here ?? max(0, questions.count - 1)))
  }

  mutating func takeInOverview(_ key: Key, cursor: Int) {
    let last = max(0, questions.count - 1)
    let page = max(1, view.height - 1)
    switch key {
    case .up: setOverview(max(0, cursor - 1))
    case .down: setOverview(min(last, cursor + 1))
    case .pageUp: setOverview(max(0, cursor - page))
    case .pageDown: setOverview(min(last, cursor + page))
    case .home: setOverview(0)
    case .end: setOverview(last)
    case .enter:
      if questions.indices.contains(cursor) { move(to: .element(questions[cursor])) } else { closePage() }
    case .function(2), .control("o"), .backspace: closePage()
    case .function(10), .control("s"): askToHandIn()
    default: break
    }
  }

  private mutating func setOverview(_ cursor: Int) {
    mode = .overview(cursor: cursor)
    followFocus()
  }

  // MARK: Marks, languages, passages

  /// Marks the question on the screen to be looked at again, or takes the mark off.
  mutating func toggleFlag() {
    guard let element = session.currentElement, let first = items.first else {
      message = .phrase(.nothingToFlag)
      return
    }
    if isFlagged(element) {
      for item in items where session.state.flagged.contains(item.slot) { _ = record(.flagged(slot: item.slot, false)) }
      message = .phrase(.unflagged)
    } else if record(.flagged(slot: focusedRow?.slot ?? first.slot, true)) == nil {
      message = .phrase(.flagged)
    }
  }

  /// The next of two languages, or a list of more.
  mutating func changeLanguage() {
    let languages = delivery.form.languages
    let here = languages.firstIndex(of: language) ?? 0
    switch languages.count {
    case 0, 1: message = .phrase(.oneLanguage)
    case 2: speak(languages[1 - here])
    default: open(.languages(cursor: here))
    }
  }

  /// The language after this one, round and round: where there is no list to choose from.
  mutating func nextLanguage() {
    let languages = delivery.form.languages
    guard languages.count > 1, let here = languages.firstIndex(of: language) else {
      message = .phrase(.oneLanguage)
      return
    }
    speak(languages[(here + 1) % languages.count])
  }

  mutating func takeInLanguages(_ key: Key, cursor: Int) {
    let languages = delivery.form.languages
    switch key {
    case .up: mode = .languages(cursor: max(0, cursor - 1))
    case .down: mode = .languages(cursor: min(languages.count - 1, cursor + 1))
    case .character(let character):
      if let number = character.wholeNumberValue, languages.indices.contains(number - 1) {
        mode = .languages(cursor: number - 1)
      }
    case .function(4), .control("l"): mode = .languages(cursor: (cursor + 1) % max(1, languages.count))
    case .enter:
      if languages.indices.contains(cursor) { speak(languages[cursor]) }
      closePage()
    case .backspace: closePage()
    default: break
    }
  }

  private mutating func speak(_ language: Language) {
    guard language != self.language else { return }
    if record(.languageChanged(language)) == nil { followFocus() }
  }
}
