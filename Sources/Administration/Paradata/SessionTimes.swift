import Expressions
import Instruments

/// How long a respondent was at each question, when it was answered first, and how often the answer was changed: read from
/// the log alone.
///
/// Time counts while an element is on the screen and the session isn't suspended. An element of several questions (a grid)
/// has one time for all of them: nobody knows at which row a person looks.
package struct SessionTimes: Sendable, Hashable {
  package struct ElementTime: Sendable, Hashable {
    /// Milliseconds on the screen, over all visits.
    package var spent: Int64 = 0
    package var visits = 0
    /// Milliseconds from the first sight to the first answer in it; nil where there was none.
    package var untilAnswer: Int64?
  }

  package struct ItemChanges: Sendable, Hashable {
    /// Answers that were confirmed; those taken back don't count.
    package var answers = 0
    /// How often another answer, or none, took the place of one.
    package var changes = 0
  }

  package private(set) var elements: [ElementIndex: ElementTime] = [:]
  /// By slot.
  package private(set) var items: [Int: ItemChanges] = [:]
  /// Milliseconds from the first event to the last, suspensions left out.
  package private(set) var total: Int64 = 0
  package private(set) var suspensions = 0

  /// What of the log can't be followed is left out.
  package init(_ plan: SessionPlan, _ log: [LoggedEvent]) {
    var session = Session(plan: plan)
    var last: Instant?
    for entry in log {
      let before = session
      let isRunning = session.state.phase == .running
      if let last, isRunning {
        let passed = max(0, entry.instant.milliseconds - last.milliseconds)
        total += passed
        if let element = session.currentElement { elements[element, default: ElementTime()].spent += passed }
      }
      last = entry.instant
      guard (try? session.apply(entry.event, at: entry.instant)) != nil else { continue }
      note(entry.event, before: before)
      if session.currentElement != before.currentElement || before.state.phase == .new,
        let element = session.currentElement
      {
        elements[element, default: ElementTime()].visits += 1
      }
    }
  }

  private mutating func note(_ event: Event, before session: Session) {
    switch event {
    case .answered(let address, let value):
      items[address.slot, default: ItemChanges()].answers += 1
      let earlier = session.answer(at: address.slot)
      if let earlier, earlier != value { items[address.slot, default: ItemChanges()].changes += 1 }
      if let element = session.currentElement, elements[element]?.untilAnswer == nil {
        elements[element, default: ElementTime()].untilAnswer = elements[element]?.spent ?? 0
      }
    case .cleared(let address):
      if session.answer(at: address.slot) != nil { items[address.slot, default: ItemChanges()].changes += 1 }
    case .suspended: suspensions += 1
    default: break
    }
  }
}
