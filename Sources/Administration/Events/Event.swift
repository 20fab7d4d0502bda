package import Expressions
package import Instruments
package import Texts

/// One thing that happened in a session. The log of a session is a list of these; its state is what they add up to.
package enum Event: Sendable, Hashable {
  /// The first event: in which language it began.
  case started(Language)
  /// A confirmed answer, or the reason why there is none.
  case answered(Address, Value)
  /// The answer was taken back: the item is as if never answered.
  case cleared(Address)
  /// A soft check asked, and the respondent stood by the answer. `check` is its position among the item's checks.
  case confirmed(Address, check: Int)
  /// The respondent went to another stop.
  case moved(Position)
  /// The time of what is on the screen was over: it is closed, and the way led on.
  case expired
  case languageChanged(Language)
  /// Marked "look at it again", or the mark taken off.
  case flagged(slot: Int, Bool)
  /// An open stop was filled with elements, in this order.
  case filled(stop: Int, [ElementIndex])
  /// What comes at an open stop was chosen by the answers before it; nothing where it has come to its end.
  case chosen(stop: Int, [ElementIndex], ChoiceReason)
  case suspended
  case resumed
  case sealed(SealReason)
  /// A proctor opened the sealed session again.
  case reopened(by: Symbol)
  /// A proctor stopped the clocks and the answering, and let both go on.
  case paused(by: Symbol)
  case continued(by: Symbol)
  /// A proctor gave more time for the whole: so many milliseconds.
  case extended(by: Symbol, Int64)
  /// A proctor declared the session void, for a reason in plain words: it is closed, and its answers count nowhere.
  case annulled(by: Symbol, reason: String)
}

/// Where the respondent is: at an element of the form, or past the last one, where the session can be handed in.
package enum Position: Sendable, Hashable {
  case element(ElementIndex)
  case end
}

/// Why a session was closed.
package enum SealReason: String, Sendable, Hashable, CaseIterable {
  /// The respondent handed it in.
  case submitted
  case timeUp = "time-up"
  /// A proctor closed it.
  case proctor
  /// A proctor declared it void.
  case annulled
}

/// Why an event can't happen now. The words are in `RefusalPhrase`.
package enum Refusal: Error, Sendable, Hashable {
  case notStarted
  case alreadyStarted
  case alreadySealed
  case notSealed
  case isSuspended
  case notSuspended
  /// A proctor stopped it.
  case isPaused
  case notPaused
  /// There is no limit that could be put off, or nothing is put off.
  case noTimeToGive
  /// Time can't run backwards.
  case timeReversed
  case noSuchItem(Int)
  case noSuchElement
  case noSuchLanguage(Language)
  case notShown(Int)
  /// The section was stopped before it, by its own rule.
  case notReached(Int)
  case wrongPath(Address)
  case wrongAttempt(Address)
  /// The value is not one that the item takes.
  case unacceptable(slot: Int, AnswerProblem)
  /// A check that refuses isn't kept; the position among the item's checks.
  case checkFailed(slot: Int, check: Int)
  /// A soft check asks back before going on.
  case needsConfirmation(slot: Int, check: Int)
  /// There is nothing to confirm.
  case nothingToConfirm(slot: Int)
  /// An answer must be given before going on.
  case required(slot: Int)
  /// The rows of an allocation don't add up; the first row's slot and what is left over (below zero: too much).
  case unbalanced(slot: Int, rest: Decimal64)
  case cannotFill(stop: Int)
  /// What comes next was chosen by this answer: it stands.
  case behindChoice(Int)
  case elementBehindChoice
  /// What comes next isn't chosen yet: this is not the end.
  case choiceOpen
  /// The time for the item, or for its section, is over.
  case timeOver(Int)
  /// The time for what stands there is over.
  case elementClosed
  /// Nothing on the screen has run out of time.
  case timeNotOver
}
