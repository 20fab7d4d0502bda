import Administration
import Instruments
import TerminalUI

/// Questions that follow the answers: going on there is for good, so it is asked where something would be lost by it.
extension RunnerState {
  /// Goes on where what comes isn't chosen yet. Asks back before a whole part is left, and before a question is left without
  /// an answer.
  mutating func passGate() {
    guard let open = session.openStop else { return }
    let isAnswered = items.allSatisfy { session.isAnswered($0.slot) }
    if session.currentElement == nil || (open.isStepwise && isAnswered) { choose() } else { ask(.pass) }
  }

  /// Lets the choice happen and goes to what was chosen, or stays with what stands in the way.
  mutating func choose() {
    guard let event = session.choice(after: events) else {
      message = .phrase(.choiceWaits)
      rings = true
      return
    }
    mode = .work
    if let refusal = record(event) {
      let isHere = refusal.slot.map { session.element(of: $0) == session.currentElement } ?? true
      if isHere { obstruct(refusal, .end) } else { ask(.blocked(refusal)) }
      return
    }
    stoppedBefore = session.state.stopped
    arrive()
    if isFirstOfChoices { message = .phrase(.choiceBegins) }
  }

  /// Where nothing is left to show, chooses on until there is: at the beginning, and when a time is over.
  mutating func fillTheWay() {
    while session.state.phase == .running, session.state.position == .end, let event = session.choice(after: events) {
      guard record(event) == nil else { return }
      if isFirstOfChoices { message = .phrase(.choiceBegins) }
    }
  }

  /// The first question of a section that chooses them one by one is on the screen.
  private var isFirstOfChoices: Bool {
    guard let open = session.openStop, open.isStepwise, let here = session.currentElement else { return false }
    return session.state.filled[open.id] == [here]
  }

  func addPass(to body: inout Body) {
    let isPart = session.openStop?.isStepwise != true
    body.add(phrase(isPart ? .passPartTitle : .passQuestionTitle), .bold)
    body.space()
    if isPart {
      addStandings(to: &body)
      body.space()
    }
    body.add(phrase(.passForGood))
  }
}
