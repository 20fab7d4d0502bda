package import Administration
import Expressions
import Instruments
package import TerminalUI
import Texts

/// A session in front of a person: the session itself, what is chosen or typed but not confirmed, and what is on the screen.
///
/// A pure value. `taking(_:at:)` gives the next one together with the events that the store must acknowledge before the
/// next frame is shown; where the store refuses, the driver goes on with the old value, and nothing is lost.
package struct RunnerState: Sendable {
  package internal(set) var session: Session
  /// Session time as last heard of.
  package internal(set) var now: Instant
  package internal(set) var size: Size
  /// In a kiosk nobody gets out of the program.
  package let isKiosk: Bool
  /// How the person sees and hears it.
  package internal(set) var looks: Looks
  /// Why the screen is done with; nil while it isn't.
  package internal(set) var exit: RunnerExit?

  /// What is recorded every so often.
  let samples: [(slot: Int, every: Int64)]
  /// Some questions or sections have limits of their own.
  let hasPartLimits: Bool

  var mode = Mode.work
  /// By slot: what differs, or may differ, from the answer that stands.
  var drafts: [Int: Draft] = [:]
  /// By slot: why a draft couldn't be confirmed; gone when the draft changes.
  var complaints: [Int: EntryProblem] = [:]
  /// Which of `rows` the pointer is at.
  var focus = 0
  /// The option in focus in the row of a table.
  var column = 0
  /// The pointer was moved by hand since it came here, so that Enter may choose what it points at. A held Enter never
  /// chooses anything.
  var isArmed = false
  /// The first line of the body that is shown.
  var scroll = 0
  /// Where the reader stands in the text of the question.
  var reading = Reading()
  /// The line that was cut out last, to be put elsewhere.
  var cutText = ""
  /// This input moved the window by hand: it doesn't follow the focus.
  var keepsScroll = false
  var message: RunnerMessage?
  /// Sections that were stopped when the person came to the screen.
  var stoppedBefore: Set<Int>
  /// Slots whose drafts were no answers when the time ended.
  var lost: [Int] = []

  /// What happened since the last step.
  var events: [LoggedEvent] = []
  var rings = false
  /// What the voice does.
  var speech: Speech?
  /// The language of the last page, where it was changed there: the session is closed and records nothing more.
  var lastLanguage: Language?
  /// Milliseconds of the driver's clock that the session's doesn't count: the practice takes no time.
  var uncounted: Int64 = 0

  enum Mode: Sendable, Hashable {
    case work
    /// The list of questions; the cursor among them.
    case overview(cursor: Int)
    case help
    /// The text that the question refers to.
    case passage
    case languages(cursor: Int)
    case dialog(Dialog, cursor: Int)
    /// A proctor stopped the work; there is only waiting.
    case waiting
    /// A question that counts for nothing, before the session begins.
    case practice(Practice)
    /// The session is sealed; the person reads what happened.
    case finished
  }

  init(session: Session, now: Instant, size: Size, isKiosk: Bool, looks: Looks = Looks()) {
    self.session = session
    self.now = now
    self.size = size
    self.isKiosk = isKiosk
    self.looks = looks
    samples = Self.samples(in: session.plan.delivery)
    hasPartLimits = session.plan.hasPartLimits
    stoppedBefore = session.state.stopped
  }

  var language: Language { practice?.language ?? lastLanguage ?? session.state.language }
}

/// Why a runner is done.
package enum RunnerExit: Sendable, Hashable {
  /// The session is sealed, and the person has read so.
  case sealed(SealReason)
  /// The person left; the session can be continued.
  case left
  /// The terminal is gone; the session can be continued.
  case hungUp
  /// Another terminal goes on with the session.
  case takenOver
}

/// A runner after one input, with what the world outside must do.
package struct RunnerStep: Sendable {
  package var state: RunnerState
  /// Applied to the session in `state` already. They must be durable before `state` is shown; where they can't be made so,
  /// go on with `notSaved()` of the earlier state.
  package var events: [LoggedEvent]
  /// Ring the bell.
  package var bell: Bool
  /// What the voice does; nil where it goes on as it is.
  package var speech: Speech?
}

/// What the message row says. Data, so that it follows the language.
enum RunnerMessage: Sendable, Hashable {
  case phrase(RunnerPhrase, [String: String] = [:])
  case problem(slot: Int, EntryProblem)
}

/// A question with numbered ways on; the first is the safe one.
enum Dialog: Sendable, Hashable {
  case handIn
  /// Something must be done before handing in.
  case blocked(Refusal)
  case leave
  /// Going on for good: what comes is chosen by the answers so far.
  case pass
  /// A soft check asks back before the respondent goes on to `target`.
  case check(slot: Int, check: Int, target: Administration.Position)
  /// Take the last record of a time sample back.
  case dropSample(slot: Int)
  /// Let a timed grid begin anew.
  case restartCells(slot: Int)
}
