import Foundation
import Glibc
import TerminalTesting

/// What a session takes while nobody touches a key.
enum Idle {
  /// Of ten seconds, with a clock on the screen and without.
  static func figures() throws -> [Figure] {
    let folder = try Folder()
    let clock = Walk(
      arguments: ["take", "math-4-diagnostic", "--person", "u-0001", "-l", "en"], begins: "348", keys: [])
    return [
      Figure(
        name: "wake-ups a second of an idle session with a countdown", value: try wakeUps(clock, folder), unit: "/s",
        limit: 1, anchor: "Textual and prompt_toolkit 0 (no clock)"),
      Figure(
        name: "… without one",
        value: try wakeUps(Walk.generated(60, language: "ky", person: "u-0002", in: folder), folder), unit: "/s",
        limit: 1, anchor: "dialog 0"),
    ]
  }

  /// Times a second that any of the program's threads waited for something and got it.
  private static func wakeUps(_ walk: Walk, _ folder: Folder) throws -> Double {
    let terminal = try PseudoTerminal(walk.program(in: folder))
    try terminal.waitFor(walk.begins)
    pump(terminal, seconds: 2)
    // From one beat of a clock on, so that a tenth of a second more or less doesn't hold one more.
    let first = switches(of: terminal.process)
    for _ in 0..<110 where switches(of: terminal.process) == first { pump(terminal, seconds: 0.01) }
    let (before, start) = (switches(of: terminal.process), Clock.wall)
    pump(terminal, seconds: 10)
    let count = Double(switches(of: terminal.process) - before) / (Clock.wall - start)
    terminal.kill(SIGKILL)
    try terminal.waitForExit()
    return count
  }

  private static func pump(_ terminal: PseudoTerminal, seconds: Double) {
    let end = Clock.wall + seconds
    while end > Clock.wall { terminal.pump(milliseconds: Int32(max(1, (end - Clock.wall) * 1000))) }
  }

  private static func switches(of process: Int32) -> Int {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.reduce(0) { sum, task in
      let text = (try? String(contentsOfFile: "/proc/\(process)/task/\(task)/status", encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
      return sum + (line?.split(separator: "\t").last.flatMap { Int($0) } ?? 0)
    }
  }
}
