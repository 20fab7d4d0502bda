package import Expressions
import Instruments
package import Texts

/// One administration of an instrument to one respondent: a plan that never changes and a state that events move on.
///
/// Pure: the same events at the same instants give the same session on any machine, so resuming, auditing and watching are
/// all the same as running.
package struct Session: Sendable {
  package let plan: SessionPlan
  package internal(set) var state: SessionState

  package init(plan: SessionPlan) {
    self.plan = plan
    state = SessionState(plan: plan)
    refresh()
  }

  /// The session after a log of events. What was taken once is taken again.
  package static func replay(_ plan: SessionPlan, _ log: [LoggedEvent]) throws(Refusal) -> Session {
    var session = Session(plan: plan)
    for entry in log { try session.apply(entry.event, at: entry.instant) }
    return session
  }

  /// Moves the session on by one event, or leaves it exactly as it was and says why. (When the time is over, the session is
  /// sealed as it stands and the event is refused: an event confirmed in time carries an instant in time.)
  package mutating func apply(_ event: Event, at instant: Instant) throws(Refusal) {
    if let over = timeLimit, instant > over, state.phase == .running {
      state.now = over
      state.phase = .sealed(.timeUp)
      throw .alreadySealed
    }
    var next = self
    try next.take(event, at: instant)
    next.state.now = instant
    self = next
  }

  /// When the session's time is over, in session time; nil where there is no limit.
  package var timeLimit: Instant? { plan.timeLimit.map { Instant(milliseconds: $0 + state.extension) } }

  /// Milliseconds left at `instant`, never below zero; nil where there is no limit.
  package func timeLeft(at instant: Instant) -> Int64? {
    timeLimit.map { max(0, $0.milliseconds - instant.milliseconds) }
  }

  package var isSealed: Bool { if case .sealed = state.phase { true } else { false } }
}

/// An event with its time, as the log keeps it.
package struct LoggedEvent: Sendable, Hashable {
  package var event: Event
  package var instant: Instant

  package init(_ event: Event, at instant: Instant) {
    self.event = event
    self.instant = instant
  }
}

/// What the events of a session add up to.
package struct SessionState: Sendable, Hashable {
  package enum Phase: Sendable, Hashable {
    case new, running, suspended
    /// A proctor stopped it.
    case paused
    case sealed(SealReason)
  }

  package internal(set) var phase = Phase.new
  package internal(set) var language: Language
  package internal(set) var position = Position.end
  /// The instant of the last event.
  package internal(set) var now = Instant.start
  /// Every answer that stands, also those of items that are hidden now (parked).
  package internal(set) var answers: [Address: Value] = [:]
  /// The attempt that is open, by slot; 1 where nothing is written.
  package internal(set) var attempts: [Int: Int] = [:]
  package internal(set) var flagged: Set<Int> = []
  /// Soft checks that the respondent stood by.
  package internal(set) var confirmed: Set<Confirmation> = []
  /// What open stops were filled with.
  package internal(set) var filled: [Int: [ElementIndex]] = [:]
  /// The way through the form with its open stops filled so far.
  package internal(set) var stops: [ElementIndex] = []
  /// Stops that were on the screen.
  package internal(set) var visited: Set<ElementIndex> = []

  /// Milliseconds that proctors gave beyond the limit.
  package internal(set) var `extension`: Int64 = 0
  /// Milliseconds that elements with a limit of their own, and sections with one, were on the screen.
  package internal(set) var spent: [ElementIndex: Int64] = [:]
  package internal(set) var spentInSections: [Int: Int64] = [:]
  /// Elements and sections whose time is over.
  package internal(set) var closed: Set<ElementIndex> = []
  package internal(set) var closedSections: Set<Int> = []
  /// Stops that the respondent went on from.
  package internal(set) var left: Set<ElementIndex> = []
  /// Sections that their own rule stopped, by index.
  package internal(set) var stopped: Set<Int> = []
  /// The open stop at which the way ends; nil where it leads to the end.
  package internal(set) var gate: Int?
  /// Open stops that take nothing more.
  package internal(set) var finished: Set<Int> = []
  /// Stops by whose answers something was chosen.
  package internal(set) var locked: Set<ElementIndex> = []

  /// By slot: the value as expressions see it; hidden answers are `not-shown`.
  package internal(set) var values: [Value]
  /// Parallel to `stops`.
  package internal(set) var shown: [Bool] = []
  /// The slots that are shown.
  package internal(set) var shownSlots: Set<Int> = []

  package struct Confirmation: Sendable, Hashable {
    var slot: Int
    var check: Int
  }

  init(plan: SessionPlan) {
    language = plan.delivery.form.languages.first ?? .ky
    values = Array(repeating: .notShown, count: plan.delivery.slots.count)
    stops = plan.stops(filled: [:])
  }
}

extension SessionPlan {
  /// The elements of the route, with what open stops were filled with.
  func stops(filled: [Int: [ElementIndex]]) -> [ElementIndex] {
    route.flatMap { stop -> [ElementIndex] in
      switch stop {
      case .element(let index): [index]
      case .open(let open): filled[open.id] ?? []
      }
    }
  }
}
