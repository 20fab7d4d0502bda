import Administration
import Instruments

/// Questions and sections with a limit of their own: what is there at the end is taken, and the way leads on.
extension RunnerState {
  /// Milliseconds before the end of a part at which the bell rings.
  static let lastCall: Int64 = 10_000

  mutating func passPartTime(since before: Instant) {
    guard let clock = session.partClocks.first else { return }
    // Where the whole time is over earlier, that end takes everything.
    if let limit = session.timeLimit, limit < clock.end, limit <= now { return }
    if clock.left(at: now) == 0 {
      endOfPart(clock)
    } else if clock.left(at: before) > Self.lastCall, clock.left(at: now) <= Self.lastCall {
      message = .phrase(.secondsLeft, ["n": "\(Self.lastCall / 1_000)"])
      rings = true
    }
  }

  private mutating func endOfPart(_ clock: Session.PartClock) {
    guard let here = session.currentElement else { return }
    let present = now
    now = max(clock.end, session.state.now)
    let closing = session.steps.filter { clock.isSection ? $0.section == here.section : $0 == here }
    let items = closing.flatMap { session.shownItems(at: $0) }
    for item in items { _ = confirm(item) }
    let slots = items.flatMap { [$0.slot] + $0.otherSlots.values }
    let unfinished = slots.filter { drafts[$0] != nil && complaints[$0] != nil }
    let typed = unfinished.compactMap { typedText(at: $0) }.first
    now = present
    guard record(.expired) == nil else { return }
    for slot in slots {
      drafts[slot] = nil
      complaints[slot] = nil
    }
    mode = .work
    arrive()
    message =
      if let typed { .phrase(.partTimeLost, ["typed": typed]) } else {
        .phrase(clock.isSection ? .sectionTimeOver : .questionTimeOver)
      }
    rings = true
  }

  private func typedText(at slot: Int) -> String? {
    if case .entry(let entry)? = drafts[slot] { entry.text } else { nil }
  }
}
