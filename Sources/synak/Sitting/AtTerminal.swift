import Administration
import Foundation
import Glibc
import Screens
import Storage
import TerminalUI
import Texts

/// Sessions on a real terminal: full-screen where it can be, line by line where it can't.
enum AtTerminal {
  /// How it ended, and the sitting as the store has it.
  struct Outcome {
    var sitting: Sitting
    var exit: RunnerExit
    /// Why the last answers aren't in the store; nil where all are.
    var failure: (any Error)?
  }

  /// Plays a sitting on a full screen.
  static func run<Device: ScreenDevice & ~Copyable>(
    _ sitting: Sitting, of conduct: Conduct, language: Language?, isKiosk: Bool = false, glyphs: Glyphs,
    looks: Looks = Looks(), speaker: (any Speaker)? = nil, on device: inout Device
  ) throws -> Outcome {
    var sitting = sitting
    let driver = RunnerDriver(
      glyphs: glyphs, clock: Conduct.clock, settled: ProgramMemory.settle, speak: { speaker?.take($0) }
    ) { events in
      try conduct.keep(events, in: &sitting)
    }
    defer { speaker?.hush() }
    let outcome = try driver.run(sitting.session, language: language, isKiosk: isKiosk, looks: looks, on: &device)
    return Outcome(sitting: sitting, exit: outcome.exit, failure: outcome.failure)
  }

  /// Plays a sitting line by line.
  static func runLines<Device: LineDevice & ~Copyable>(
    _ sitting: Sitting, of conduct: Conduct, language: Language?, looks: Looks = Looks(),
    on device: inout Device
  ) throws -> Outcome {
    var sitting = sitting
    let driver = LineDriver(clock: Conduct.clock) { events in try conduct.keep(events, in: &sitting) }
    let outcome = try driver.run(sitting.session, language: language, looks: looks, on: &device)
    return Outcome(sitting: sitting, exit: outcome.exit, failure: outcome.failure)
  }

  /// The terminal's name in the store: the same person at the same terminal goes on without a question.
  static var name: String {
    let host = ProcessInfo.processInfo.hostName
    let line = ttyname(STDIN_FILENO).map { String(cString: $0) } ?? "script"
    return "\(host) \(line)"
  }

  /// What goes to standard error while a screen is drawn would tear it: it goes to a file beside the store meanwhile.
  static func withErrorsAside<T>(in folder: String, _ body: () throws -> T) throws -> T {
    let log = open(folder + "/synak.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard log >= 0 else { return try body() }
    let saved = dup(STDERR_FILENO)
    dup2(log, STDERR_FILENO)
    defer {
      dup2(saved, STDERR_FILENO)
      close(saved)
      close(log)
    }
    return try body()
  }
}
