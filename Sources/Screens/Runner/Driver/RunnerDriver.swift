package import Administration
import Instruments
package import TerminalUI
package import Texts

/// Plays a session on a terminal: input in, events to the store, and a new screen only when the store has them.
package struct RunnerDriver {
  /// Milliseconds of a clock that never goes back and stands still for nobody.
  private let clock: () -> Int64
  /// Makes events durable before it returns; throws where it can't. It must take the same events twice without harm, since
  /// it isn't known whether a failed call kept them.
  private let append: ([LoggedEvent]) throws -> Void
  private let glyphs: Glyphs
  /// Called once, when the first screen is shown.
  private let settled: () -> Void
  /// Makes a voice say something, or be silent; returns at once.
  private let speak: (Speech) -> Void
  /// Tells others how far the person is, and brings the session as they left it where they changed it; called every few
  /// seconds. Nil where nobody else has a say.
  private let watch: ((RunnerGlimpse) -> Session?)?
  /// Milliseconds after which whoever does nothing counts as gone; nil waits for ever.
  private let idle: Int64?

  package init(
    glyphs: Glyphs, clock: @escaping () -> Int64, settled: @escaping () -> Void = {},
    speak: @escaping (Speech) -> Void = { _ in }, idle: Int64? = nil, watch: ((RunnerGlimpse) -> Session?)? = nil,
    append: @escaping ([LoggedEvent]) throws -> Void
  ) {
    self.glyphs = glyphs
    self.settled = settled
    self.speak = speak
    self.watch = watch
    self.idle = idle
    self.clock = clock
    self.append = append
  }

  /// How it ended.
  package struct Outcome {
    /// The session as the store has it.
    package var session: Session
    package var exit: RunnerExit
    /// Why the last events aren't in the store; nil where all are.
    package var failure: (any Error)?
  }

  /// Thrown by `append` where another terminal holds the session now: this one must stop.
  package struct TakenOver: Error {
    package init() {}
  }

  /// Thrown by `append` where others wrote into the journal meanwhile: nothing of the offered was kept, and the session
  /// stands as here.
  package struct Moved: Error {
    package let session: Session

    package init(session: Session) { self.session = session }
  }

  /// Milliseconds before the end of patience at which a person is asked.
  private static let warning: Int64 = 30_000

  /// Milliseconds between two looks at what others did.
  private static let watchInterval: Int64 = 2_000

  /// Runs a session until it is sealed, left, or the terminal is gone. Fails where not even its beginning can be stored.
  package func run<Device: ScreenDevice & ~Copyable>(
    _ session: Session, language: Language? = nil, isKiosk: Bool = false, looks: Looks = Looks(),
    on device: inout Device
  ) throws -> Outcome {
    var base = session.state.now.milliseconds - clock()
    func instant() -> Instant { Instant(milliseconds: base + clock()) }
    let first = RunnerState.begin(
      session, at: instant(), language: language, size: device.size, isKiosk: isKiosk, looks: looks)
    if !first.events.isEmpty { try append(first.events) }
    var state = first.state
    var failure: (any Error)?
    var watched = clock()
    var touched = clock()
    /// Goes on with the session as others left it.
    func adopt(_ session: Session) {
      let stoodStill = state.session.state.phase == .paused
      state = state.adopting(session)
      if stoodStill {
        base = session.state.now.milliseconds - clock()
        state.uncounted = 0
      }
    }
    device.show(state.frame(size: device.size, glyphs: glyphs))
    settled()
    // Only where there is something to show: no other session hears of the question.
    let hasPictures = !looks.pictures.isEmpty
    if hasPictures { device.askForDots() }
    var dots: CellDots?
    while true {
      if let watch, clock() - watched >= Self.watchInterval {
        if let session = watch(state.glimpse) {
          adopt(session)
          device.ring()
          device.show(state.frame(size: device.size, glyphs: glyphs))
        }
        watched = clock()
      }
      var events = device.nextEvents(timeoutMilliseconds: patience(of: state, at: instant()))
      if events != [.tick] { touched = clock() }
      if let idle {
        if clock() - touched >= idle { events = [.hangup(.closed)] }
        state = state.warned(clock() - touched >= idle - Self.warning)
      }
      for event in events {
        if case .key(.control("r")) = event {
          device.repaint()
          continue
        }
        let step = state.taking(ScreenInput(event), at: instant())
        if step.bell { device.ring() }
        if let speech = step.speech { speak(speech) }
        do {
          if !step.events.isEmpty { try append(step.events) }
          state = step.state
          if !step.events.isEmpty { failure = nil }
        } catch is TakenOver {
          return Outcome(session: state.session, exit: .takenOver)
        } catch let moved as Moved {
          adopt(moved.session)
          state = state.toldToRepeat()
          device.ring()
          break
        } catch {
          // Whoever insists on leaving, or is gone, isn't held by a store that fails.
          if let exit = step.state.exit, exit == .hungUp || failure != nil {
            return Outcome(session: state.session, exit: exit, failure: error)
          }
          if failure == nil { device.ring() }
          failure = error
          state = state.notSaved()
          // Keys typed ahead were meant for screens that didn't come.
          break
        }
        if let exit = state.exit { return Outcome(session: state.session, exit: exit, failure: failure) }
      }
      if hasPictures, device.dots != dots {
        dots = device.dots
        state.fitPictures(dots)
      }
      device.show(state.frame(size: device.size, glyphs: glyphs))
    }
  }

  /// How long nothing needs to be drawn: to the next second where a clock runs on the screen, or to the end of a part.
  private func patience(of state: RunnerState, at now: Instant) -> Int {
    let longest = watch == nil && idle == nil ? 60_000 : Int(Self.watchInterval)
    guard state.showsClock else { return longest }
    let now = state.sessionTime(at: now)
    let second = 1_000 - now.milliseconds % 1_000
    let ends = [state.session.partClocks.first?.left(at: now), state.cellsTimeLeft].compactMap { $0 }
    return Int(max(1, min(second, ends.min() ?? second)))
  }
}
