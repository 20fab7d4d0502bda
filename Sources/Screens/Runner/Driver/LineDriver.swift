package import Administration
package import TerminalUI
package import Texts

/// What the line driver needs of a terminal.
package protocol LineDevice: ~Copyable {
  mutating func write(_ text: String)
  mutating func nextLine(timeoutMilliseconds: Int?) -> LineTerminal.Input
}

extension LineTerminal: LineDevice {}

/// Plays a session line by line: what was answered is in the store before the next question is printed.
package struct LineDriver {
  private let clock: () -> Int64
  private let append: ([LoggedEvent]) throws -> Void

  /// See `RunnerDriver`.
  package init(clock: @escaping () -> Int64, append: @escaping ([LoggedEvent]) throws -> Void) {
    self.clock = clock
    self.append = append
  }

  package func run<Device: LineDevice & ~Copyable>(
    _ session: Session, language: Language? = nil, looks: Looks = Looks(), on device: inout Device
  ) throws -> RunnerDriver.Outcome {
    let base = session.state.now.milliseconds - clock()
    func instant() -> Instant { Instant(milliseconds: base + clock()) }
    let first = LineRunner.begin(session, at: instant(), language: language, looks: looks)
    if !first.events.isEmpty { try append(first.events) }
    var runner = first.runner
    device.write(first.output)
    while true {
      let hasClock = runner.state.showsClock
      let input = device.nextLine(timeoutMilliseconds: hasClock ? 1_000 : nil)
      let step: LineRunner.Step =
        switch input {
        case .line(let line): runner.taking(line: line, at: instant())
        case .tooLong: LineRunner.Step(runner: runner, output: runner.tooLong, events: [])
        case .tick: runner.tick(at: instant())
        case .hangup: runner.hangup(at: instant())
        }
      do {
        if !step.events.isEmpty { try append(step.events) }
      } catch is RunnerDriver.TakenOver {
        return RunnerDriver.Outcome(session: runner.state.session, exit: .takenOver)
      } catch {
        if let exit = step.runner.exit {
          return RunnerDriver.Outcome(session: runner.state.session, exit: exit, failure: error)
        }
        device.write(runner.notSaved())
        continue
      }
      runner = step.runner
      device.write(step.output)
      if let exit = runner.exit { return RunnerDriver.Outcome(session: runner.state.session, exit: exit) }
    }
  }
}

extension LineRunner {
  var tooLong: String { words(.tooLong) + "\n" + prompt }
}
