package import Administration
import Instruments
package import TerminalUI
package import Texts

/// One input after another: what each does in the mode that the runner is in.
extension RunnerState {
  /// Puts a session on a screen: begins it, or goes on with one that was suspended or broken off.
  ///
  /// `language` is the one that a new session begins in; the form's first where the form doesn't have it.
  package static func begin(
    _ session: Session, at now: Instant, language: Language? = nil, size: Size, isKiosk: Bool = false,
    looks: Looks = Looks()
  ) -> RunnerStep {
    var state = RunnerState(
      session: session, now: max(now, session.state.now), size: size, isKiosk: isKiosk, looks: looks)
    switch session.state.phase {
    case .new:
      let languages = session.plan.delivery.form.languages
      let first = language.flatMap { languages.contains($0) ? $0 : nil } ?? state.language
      if looks.practice != .none {
        state.beginPractice(in: first)
        return state.step()
      }
      _ = state.record(.started(first))
    case .suspended: _ = state.record(.resumed)
    case .running: break
    case .paused: state.mode = .waiting
    case .sealed: state.mode = .finished
    }
    state.arrive()
    state.passTime(to: now)
    return state.step()
  }

  /// The runner after `input`, which came at session time `now`.
  package func taking(_ input: ScreenInput, at now: Instant) -> RunnerStep {
    var next = self
    let wasOver = isOver
    let place = session.state.position
    next.passTime(to: now)
    // What was typed for a question doesn't close the page that says that the time is up, nor answer the next one.
    let isSame = next.isOver == wasOver && next.session.state.position == place
    if isSame || !input.isTyped { next.take(input) }
    return next.step()
  }

  /// This state where the store couldn't keep what came next: nothing moved, nothing is lost.
  package func notSaved() -> RunnerState {
    var same = self
    same.message = .phrase(.notSaved)
    return same
  }

  private func step() -> RunnerStep {
    var state = self
    state.events = []
    state.rings = false
    state.keepsScroll = false
    state.speech = nil
    return RunnerStep(state: state, events: events, bell: rings, speech: speech)
  }

  var isOver: Bool { session.isSealed }

  /// Lets an event happen, or says why it can't.
  mutating func record(_ event: Event) -> Refusal? {
    let moment = max(now, session.state.now)
    do {
      try session.apply(event, at: moment)
      events.append(LoggedEvent(event, at: moment))
      return nil
    } catch {
      return error
    }
  }

  private mutating func take(_ input: ScreenInput) {
    switch input {
    case .resize(let size):
      self.size = size
      followFocus()
    case .hangup: hangUp(.hungUp)
    case .tick: break
    case .key, .paste:
      // Nobody answers what he can't see.
      guard Chrome.fits(size) else {
        if case .key(.control("c")) = input, !isKiosk { if practice == nil { ask(.leave) } else { hangUp(.left) } }
        return
      }
      message = nil
      // Whoever goes on doesn't want to hear the rest.
      speech = .hush
      takeTyped(input)
    }
  }

  private mutating func takeTyped(_ input: ScreenInput) {
    if case .key(.control("c")) = input {
      if !isKiosk, mode != .finished { if practice == nil { ask(.leave) } else { hangUp(.left) } }
      return
    }
    if case .key(let key) = input, takeAnywhere(key) { return }
    switch (mode, input) {
    case (.practice(let practice), .key(let key)): takeInPractice(key, practice)
    case (.work, .key(let key)): takeAtWork(key)
    case (.work, .paste(let text)): type(text)
    case (.overview(let cursor), .key(let key)): takeInOverview(key, cursor: cursor)
    case (.languages(let cursor), .key(let key)): takeInLanguages(key, cursor: cursor)
    case (.dialog(let dialog, let cursor), .key(let key)): takeInDialog(key, dialog, cursor: cursor)
    case (.passage, .key(let key)): takeInPassage(key)
    case (.help, .key(let key)): takeInReading(key)
    case (.finished, .key(.enter)): if case .sealed(let reason) = session.state.phase { exit = .sealed(reason) }
    default: break
    }
  }

  /// Keys that do the same on every screen; false where it is none of them.
  private mutating func takeAnywhere(_ key: Key) -> Bool {
    switch key {
    case .function(9), .control("x"): readAloud()
    case .function(12), .control("q"): toggleLarge()
    case .function(4), .control("l"): return changeLanguageHere()
    default: return false
    }
    return true
  }

  /// On pages beside the question the language changes in place; false where the page has keys of its own for it.
  private mutating func changeLanguageHere() -> Bool {
    switch mode {
    case .overview, .help, .passage, .dialog:
      nextLanguage()
      return true
    case .finished:
      lastLanguage = delivery.form.languages.next(after: language)
      return true
    case .work, .languages, .practice, .waiting: return false
    }
  }

  private mutating func takeAtWork(_ key: Key) {
    switch key {
    case .function(1), .control("g"): open(.help)
    case .function(2), .control("o"): openOverview()
    case .function(3), .control("f"): toggleFlag()
    case .function(4), .control("l"): changeLanguage()
    case .function(5), .control("t"): openPassage()
    case .function(10), .control("s"): askToHandIn()
    case .pageDown: if !turnPageOfText(1) { goForward() }
    case .pageUp: if !turnPageOfText(-1) { goBack() }
    case .control("n"), .tab: goForward()
    case .control("p"), .backTab: goBack()
    case .far(.up) where passageBeside != nil: scrollPassage(by: -1)
    case .far(.down) where passageBeside != nil: scrollPassage(by: 1)
    default: takeInField(key)
    }
  }

  /// Opens a page to read or to choose from, at its top.
  mutating func open(_ mode: Mode) {
    self.mode = mode
    scroll = 0
    followFocus()
  }

  /// Back to the question.
  mutating func closePage() {
    mode = session.state.phase == .paused ? .waiting : .work
    scroll = 0
    followFocus()
  }

  mutating func takeInReading(_ key: Key) {
    switch key {
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll = view.clamped(scroll + 1)
    case .pageUp: scroll = max(0, scroll - view.height)
    case .pageDown, .character(" "): scroll = view.clamped(scroll + view.height)
    case .home: scroll = 0
    case .end: scroll = view.clamped(.max)
    case .enter, .function(1), .control("g"), .function(5), .control("t"), .tab, .backTab, .backspace: closePage()
    default: break
    }
  }

  /// The person or the terminal goes: what is chosen and acceptable is kept, and the session waits.
  mutating func hangUp(_ reason: RunnerExit) {
    if session.state.phase == .running {
      confirmAllDrafts()
      _ = record(.suspended)
    }
    exit = reason
  }
}
