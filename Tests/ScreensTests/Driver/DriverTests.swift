import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

/// A terminal that is played: what comes in is given, what is shown is kept.
struct PlayedDevice: ScreenDevice, LineDevice {
  var size = Size(columns: 80, rows: 24)
  var input: [[TerminalEvent]]
  var lines: [LineTerminal.Input] = []
  var frames: [String] = []
  var output = ""
  var bells = 0

  mutating func show(_ frame: Frame) { frames.append(frame.text) }
  mutating func repaint() {}
  mutating func ring() { bells += 1 }
  mutating func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent] {
    input.isEmpty ? [.hangup(.closed)] : input.removeFirst()
  }
  mutating func write(_ text: String) { output += text }
  mutating func nextLine(timeoutMilliseconds: Int?) -> LineTerminal.Input {
    lines.isEmpty ? .hangup(.closed) : lines.removeFirst()
  }
}

/// A store that fails when told to.
final class PlayedStore {
  struct Full: Error {}

  var log: [LoggedEvent] = []
  var failures: Set<Int> = []
  var calls = 0
  /// How many frames had been shown at each call.
  var takenOver = false

  func append(_ events: [LoggedEvent]) throws {
    calls += 1
    if takenOver { throw RunnerDriver.TakenOver() }
    if failures.contains(calls) { throw Full() }
    log += events
  }
}

@Suite struct DriverTests {
  private func keys(_ text: String) -> [[TerminalEvent]] {
    text.map { [.key($0 == "\n" ? .enter : .character($0))] }
  }

  private func session(_ name: String = "math-4-diagnostic") throws -> Session {
    Session(plan: SessionPlan(delivery: try Sample.shipped(name).delivery, seed: 1))
  }

  @Test("What the store has and what the driver gives back are one session")
  func wholeRun() throws {
    let store = PlayedStore()
    var device = PlayedDevice(input: keys("623\n1\n") + [[.key(.function(10))]] + keys("2\n\n"))
    let begun = try session()
    let outcome = try RunnerDriver(glyphs: .unicode, clock: { 0 }, append: store.append).run(
      begun, language: .ky, on: &device)
    #expect(outcome.exit == .sealed(.submitted))
    #expect(outcome.failure == nil)
    #expect(try Session.replay(begun.plan, store.log).state == outcome.session.state)
    #expect(store.log.count { if case .answered = $0.event { true } else { false } } == 2)
  }

  @Test("Where the store fails, the screen stays, says so, and the same key again goes on: nothing is lost")
  func failingStore() throws {
    let store = PlayedStore()
    store.failures = [2]
    var device = PlayedDevice(input: keys("623\n") + keys("\n"))
    let outcome = try RunnerDriver(glyphs: .unicode, clock: { 0 }, append: store.append).run(
      try session(), language: .en, on: &device)
    let failed = device.frames[4]
    #expect(failed.contains("could not be saved"))
    #expect(failed.contains("623"))
    #expect(failed.contains("1 / 6"))
    #expect(device.frames[5].contains("2 / 6"))
    #expect(device.bells == 1)
    #expect(outcome.exit == .hungUp)
    #expect(outcome.session.answer(at: 0) == .decimal(Decimal64(623)))
    #expect(store.log.count { if case .answered = $0.event { true } else { false } } == 1)
  }

  @Test("Keys typed ahead of a failure don't run into screens that never came")
  func typedAhead() throws {
    let store = PlayedStore()
    store.failures = [2]
    let burst: [TerminalEvent] = [.key(.enter), .key(.character("1")), .key(.enter)]
    var device = PlayedDevice(input: keys("623") + [burst])
    let outcome = try RunnerDriver(glyphs: .unicode, clock: { 0 }, append: store.append).run(
      try session(), language: .en, on: &device)
    #expect(outcome.session.state.answers.count == 1)
  }

  @Test("A session that another terminal took over is left at once")
  func takenOver() throws {
    let store = PlayedStore()
    var device = PlayedDevice(input: keys("623\n1\n"))
    let driver = RunnerDriver(glyphs: .unicode, clock: { 0 }) { events in
      if events.contains(where: { if case .answered = $0.event { true } else { false } }) { store.takenOver = true }
      try store.append(events)
    }
    let outcome = try driver.run(try session(), language: .en, on: &device)
    #expect(outcome.exit == .takenOver)
    #expect(outcome.session.state.answers.isEmpty)
  }

  @Test("Session time goes on from where it stood, whatever the clock says")
  func clock() throws {
    var session = try session()
    try session.apply(.started(.en), at: .start)
    try session.apply(.suspended, at: Instant(milliseconds: 60_000))
    let store = PlayedStore()
    var now: Int64 = 9_000_000
    var device = PlayedDevice(input: [[.tick]])
    let outcome = try RunnerDriver(
      glyphs: .unicode,
      clock: {
        defer { now += 1_000 }; return now
      }, append: store.append
    )
    .run(session, on: &device)
    #expect(outcome.session.state.now.milliseconds > 60_000)
    #expect(outcome.session.state.now.milliseconds < 70_000)
    #expect(device.frames[0].contains("Left 38:5"))
  }

  @Test("Lines are played to the end of the input, and a failing store asks again")
  func lines() throws {
    let store = PlayedStore()
    store.failures = [2]
    var device = PlayedDevice(input: [], lines: [.line("623"), .tooLong, .line("623"), .tick])
    let outcome = try LineDriver(clock: { 0 }, append: store.append).run(try session(), language: .ru, on: &device)
    #expect(outcome.exit == .hungUp)
    #expect(outcome.session.state.phase == .suspended)
    #expect(outcome.session.answer(at: 0) == .decimal(Decimal64(623)))
    #expect(device.output.contains("не удалось сохранить"))
    #expect(device.output.contains("слишком длинная"))
    #expect(try Session.replay(outcome.session.plan, store.log).state == outcome.session.state)
  }
}
