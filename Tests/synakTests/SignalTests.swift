import Foundation
import SeededTesting
import Storage
import TerminalTesting
import Testing

/// The programs that people have in front of them, at their end: the terminal is theirs again, whatever ended them.
@Suite("Signals and strays at the real programs")
struct SignalTests {
  /// A command that takes the whole screen, and what stands on it when it is ready.
  struct Scene: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var shows: String
    /// A room that must be open for it; nil where it needs none.
    var room: [String]?
    var testDescription: String { arguments[0] }
  }

  static let scenes = [
    Scene(arguments: ["take", "math-4-diagnostic", "--person", "u-0007", "-l", "ky"], shows: "1 / 6"),
    Scene(arguments: ["preview", "math-4-diagnostic", "-l", "ru"], shows: "348"),
    Scene(arguments: ["demo", "-l", "en"], shows: "Choose your class"),
    Scene(arguments: ["proctor", "-l", "en"], shows: "F10", room: ["room", "math-4-diagnostic", "--class", "4-а"]),
  ]
  /// Nobody stops this one to go on later.
  static let kiosk = Scene(
    arguments: ["kiosk", "--once", "-l", "en"], shows: "Welcome", room: ["room", "math-4-diagnostic", "--class", "4-а"])
  static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE]

  private func started(_ scene: Scene, _ school: School) throws -> PseudoTerminal {
    let room = try open(scene.room, school)
    let terminal = try school.terminal(scene.arguments)
    terminal.belongings = Owners(school, room)
    try terminal.waitFor(scene.shows)
    // What is asked for is the modes of a program at work.
    #expect(!terminal.isCooked && terminal.modes.isAlternateScreen)
    return terminal
  }

  /// What lives as long as a terminal does.
  private final class Owners {
    let all: [AnyObject?]
    init(_ all: AnyObject?...) { self.all = all }
  }

  private func open(_ room: [String]?, _ school: School) throws -> PseudoTerminal? {
    guard let room else { return nil }
    let terminal = try school.terminal(room + ["--any-day", "-l", "en"], columns: 120)
    try terminal.waitFor("The room is open")
    return terminal
  }

  @Test(
    "Every signal that ends a program leaves a cooked terminal and its own screen", arguments: scenes + [kiosk], signals
  )
  func ended(scene: Scene, signal: Int32) throws {
    let terminal = try started(scene, try School())
    terminal.kill(signal)
    let status = try terminal.waitForExit()
    #expect(terminal.isGivenBack, "\(status)")
    let crashes = [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE].contains(signal)
    #expect(crashes == (status == .killed(signal: signal)), "\(status)")
  }

  @Test("Stopped by its shell and continued, each gives the terminal back and takes it again", arguments: scenes)
  func suspended(scene: Scene) throws {
    let school = try School()
    let room = try open(scene.room, school)
    let program = school.program(scene.arguments)
    let words = ([program.path] + program.arguments).map { "'\($0)'" }.joined(separator: " ")
    let shell = Program(
      "/bin/bash", ["--norc", "-m", "-c", "\(words)\necho shell is back\nread line\nfg\necho ended\nread line"],
      environment: program.environment, directory: program.directory)
    let terminal = try PseudoTerminal(shell)
    terminal.belongings = Owners(school, room)
    try terminal.waitFor(scene.shows)
    kill(try #require(child(of: terminal.process)), SIGTSTP)
    try terminal.waitFor("shell is back")
    #expect(terminal.isGivenBack)
    terminal.send("\r")
    try terminal.waitFor(scene.shows)
    #expect(!terminal.isCooked && terminal.modes.isAlternateScreen)
    kill(try #require(child(of: terminal.process)), SIGTERM)
    try terminal.waitFor("ended")
    #expect(terminal.isGivenBack)
  }

  private func child(of process: Int32) -> Int32? {
    let path = "/proc/\(process)/task/\(process)/children"
    return (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: " ").first.flatMap { Int32($0) }
  }

  @Test("None of the sixteen strays is an answer of the real program", arguments: seeds(3))
  func strays(seed: UInt64) throws {
    var random = Seeded(seed)
    let school = try School()
    let terminal = try school.terminal(["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en"])
    try terminal.waitFor("1 / 6")
    terminal.send("62")
    try terminal.waitFor("[ 62_")
    for stray in StraySequence.all.shuffled(using: &random) { terminal.send(stray.bytes) }
    #expect(try terminal.leave() == .exited(0))
    // What was typed is what waits, and it is all that was stored.
    let again = try school.terminal(["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en"])
    try again.waitFor("[ 62_")
    again.kill(SIGKILL)
    try again.waitForExit()
    let answers = try school.reading { store in
      try store.sessions().first.flatMap { try store.journal(of: $0.id) }?.events.filter { $0.event.kind == "answered" }
    }
    #expect(answers?.count == 1)
  }
}
