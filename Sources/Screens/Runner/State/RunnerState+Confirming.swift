import Administration
import Expressions
import Instruments

/// Drafts become answers: on Enter, on leaving a screen, and when time or the terminal ends.
extension RunnerState {
  /// Confirms what is chosen and typed on this screen. False where something is no answer yet: it stays beside its field.
  mutating func confirmScreen() -> Bool {
    var isFine = true
    for item in items where !confirm(item) { isFine = false }
    return isFine
  }

  /// Confirms whatever can be, on all screens.
  mutating func confirmAllDrafts() {
    for element in session.steps {
      for item in session.shownItems(at: element) { _ = confirm(item) }
    }
  }

  /// Confirms an item's draft and the texts of its "other" options, which are shown once their option is answered.
  mutating func confirm(_ item: DeliveryItem) -> Bool {
    var isFine = true
    if let draft = drafts[item.slot] {
      let recorded = session.answer(at: item.slot)
      isFine = settle(
        draft.outcome(for: item, recorded: recorded, language: language, today: session.plan.today), at: item.slot)
    }
    for (_, other) in item.otherSlots.sorted(by: { $0.value < $1.value }) {
      guard case .entry(let entry)? = drafts[other] else { continue }
      guard session.state.shownSlots.contains(other) else { continue }
      if !settle(Draft.otherText(entry), at: other) { isFine = false }
    }
    return isFine
  }

  private mutating func settle(_ outcome: Draft.Outcome, at slot: Int) -> Bool {
    let standing = session.answer(at: slot)
    var refusal: Refusal?
    switch outcome {
    case .problem(let problem):
      complaints[slot] = problem
      return false
    case .nothing where standing != nil: refusal = record(.cleared(session.address(of: slot)))
    case .value(let value) where standing != value: refusal = record(.answered(session.address(of: slot), value))
    case .nothing, .value: break
    }
    if let refusal {
      complaints[slot] = .refused(refusal)
      return false
    }
    drafts[slot] = nil
    complaints[slot] = nil
    return true
  }

  /// Changes a draft. A complaint about the earlier one is settled with it.
  mutating func setDraft(_ draft: Draft, at slot: Int) {
    drafts[slot] = draft
    complaints[slot] = nil
  }
}
