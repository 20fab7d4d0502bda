package import Administration
import Instruments

/// What others decide while a person works: a proctor stops the work, lets it go on, gives time, closes it.
extension RunnerState {
  /// This state with the session as others left it; what is chosen or typed and not confirmed stays.
  package func adopting(_ session: Session) -> RunnerState {
    var next = self
    let before = self.session
    next.session = session
    // Time that passed while the work was stopped didn't pass for the person.
    next.now =
      before.state.phase == .paused || session.state.phase == .paused ? session.state.now : max(now, session.state.now)
    next.message = nil
    switch session.state.phase {
    case .paused: next.open(.waiting)
    case .sealed:
      next.lost = []
      next.open(.finished)
    case .new, .running, .suspended:
      if mode == .waiting || mode == .finished {
        next.exit = nil
        next.mode = .work
        next.arrive()
      }
      let given = session.state.extension - before.state.extension
      if given > 0 {
        next.message = .phrase(.timeGiven, ["n": "\(given / 60_000)"])
        next.rings = true
      } else if before.state.phase == .paused {
        next.message = .phrase(.goesOn)
      }
    }
    return next
  }

  /// This state where what the person did met a change by others and must be done again.
  package func toldToRepeat() -> RunnerState {
    var same = self
    if mode == .work { same.message = .phrase(.journalMoved) }
    return same
  }

  /// This state with the question whether anybody is there, or without it.
  package func warned(_ isWarned: Bool) -> RunnerState {
    var next = self
    if isWarned {
      next.message = .phrase(.stillThere)
    } else if message == .phrase(.stillThere) {
      next.message = nil
    }
    return next
  }

  /// How far the person is: what a proctor sees.
  package var glimpse: RunnerGlimpse {
    let questions = questions
    return RunnerGlimpse(
      answered: questions.count { standing(of: $0) == .answered }, total: questions.count + session.mostToCome,
      flagged: questions.count { isFlagged($0) }, number: session.currentElement.flatMap { number(of: $0) },
      now: now)
  }
}

/// How far a person is in a session.
package struct RunnerGlimpse: Sendable, Hashable {
  package var answered: Int
  package var total: Int
  package var flagged: Int
  /// The number of the question on the screen; nil at the end.
  package var number: Int?
  /// Session time.
  package var now: Instant
}
