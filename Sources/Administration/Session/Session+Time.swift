import Expressions
import Instruments

/// Items and sections with limits of their own: their clocks run while they are on the screen, over all visits together, and
/// stand still while the session is suspended. What is over is closed: it keeps its answer and takes no other.
extension Session {
  /// A part of the form whose clock runs now.
  package struct PartClock: Sendable, Hashable {
    /// The whole section, not the one question.
    package var isSection: Bool
    /// When its time is over, in session time.
    package var end: Instant

    /// Milliseconds left at `instant`, never below zero.
    package func left(at instant: Instant) -> Int64 { max(0, end.milliseconds - instant.milliseconds) }
  }

  /// The clocks that run, the one that is over first in front: of the question on the screen, and of its section.
  package var partClocks: [PartClock] {
    guard state.phase == .running, let here = currentElement else { return [] }
    var clocks: [PartClock] = []
    if let limit = plan.timeLimit(of: here) {
      clocks.append(clock(limit, spent: state.spent[here] ?? 0, isSection: false))
    }
    if let limit = plan.timeLimit(ofSection: here.section) {
      clocks.append(clock(limit, spent: state.spentInSections[here.section] ?? 0, isSection: true))
    }
    return clocks.sorted { $0.end < $1.end }
  }

  /// When the time of what is on the screen is over; nil where it has no limit.
  package var partEnd: Instant? { partClocks.first?.end }

  private func clock(_ limit: Int64, spent: Int64, isSection: Bool) -> PartClock {
    PartClock(
      isSection: isSection, end: Instant(milliseconds: state.now.milliseconds + max(0, limit - spent)))
  }

  /// Whether an element takes no answer any more: its time, or that of its section, is over, or something was chosen by it.
  package func isClosed(_ element: ElementIndex) -> Bool {
    state.closed.contains(element) || state.closedSections.contains(element.section) || state.locked.contains(element)
  }

  /// Whether an item takes no answer any more, since its time is over.
  package func isClosed(slot: Int) -> Bool {
    guard !state.closed.isEmpty || !state.closedSections.isEmpty || !state.locked.isEmpty else { return false }
    return element(of: slot).map { isClosed($0) } ?? false
  }

  /// Lets the clocks run up to `instant` and closes what is over: after its limit, or, where `isAtLimit`, also just at it.
  /// True where the respondent was moved on by that.
  mutating func passTime(to instant: Instant, isAtLimit: Bool) -> Bool {
    guard state.phase == .running, let here = currentElement, !partClocks.isEmpty else { return false }
    let clocks = partClocks
    let passed = instant.milliseconds - state.now.milliseconds
    if plan.timeLimit(of: here) != nil { state.spent[here, default: 0] += passed }
    if plan.delivery.sections[here.section].section.timeLimit != nil {
      state.spentInSections[here.section, default: 0] += passed
    }
    let over = clocks.filter { isAtLimit ? $0.end <= instant : $0.end < instant }
    guard !over.isEmpty else { return false }
    for clock in over {
      if clock.isSection { state.closedSections.insert(here.section) } else { state.closed.insert(here) }
    }
    state.position = target(of: position(after: state.position))
    visit()
    return true
  }
}

extension SessionPlan {
  /// Whether a question or a section has a limit of its own.
  package var hasPartLimits: Bool {
    delivery.items.contains { $0.item.timeLimit != nil } || delivery.form.sections.contains { $0.timeLimit != nil }
  }

  /// The limit of what stands alone on a screen; nil where it has none.
  func timeLimit(of element: ElementIndex) -> Int64? {
    if case .item(let item) = self.element(at: element).block { item.timeLimit.map { stretched($0) } } else { nil }
  }
}
