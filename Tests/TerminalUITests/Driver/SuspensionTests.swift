import Glibc
import TerminalTesting
import Testing

@Suite("Suspension")
struct SuspensionTests {
  /// The probe as the foreground job of a shell, which gets the terminal back when the probe is stopped.
  private func probeUnderShell(_ mode: String) throws -> (terminal: PseudoTerminal, probe: Int32) {
    let path = Program.built("terminal-probe").path
    let script = "\(path) \(mode)\necho shell is back\nread line\nfg\necho ended with $?\nread line"
    let terminal = try PseudoTerminal(Program("/bin/bash", ["--norc", "-m", "-c", script]))
    try terminal.waitFor("Ңң Өө Үү 漢字")
    let words = terminal.screen[0].split(separator: " ")
    return (terminal, try #require(words.dropFirst().first.flatMap { Int32($0) }))
  }

  @Test("SIGTSTP gives the terminal back to the shell; in the foreground again, all is painted anew")
  func stopAndContinue() throws {
    let (terminal, probe) = try probeUnderShell("full")
    terminal.send("ө")
    try terminal.waitFor(#"character("ө")"#)
    kill(probe, SIGTSTP)
    try terminal.waitFor("shell is back")
    #expect(terminal.isGivenBack)
    #expect(!terminal.shows("probe \(probe)"))
    terminal.resize(columns: 60, rows: 20)
    terminal.send("\r")
    try terminal.waitFor(#"character("ө")"#)
    try terminal.waitFor("60x20")
    #expect(!terminal.isCooked && terminal.modes.isAlternateScreen)
    terminal.send("\u{3}")
    try terminal.waitFor("ended with 0")
    #expect(terminal.isGivenBack)
  }

  @Test("After SIGSTOP, which nobody can meet, SIGCONT makes the screen whole again")
  func stopUnmet() throws {
    let terminal = try PseudoTerminal(.built("terminal-probe"))
    try terminal.waitFor("Ңң Өө Үү 漢字")
    terminal.kill(SIGSTOP)
    terminal.kill(SIGCONT)
    let wiped = terminal.transcript.count
    try terminal.waitUntil("painting anew") {
      $0.transcript.count > wiped + 40 && $0.shows("Ңң Өө Үү 漢字")
    }
    #expect(!terminal.isCooked)
  }

  @Test("Where nobody could continue it, and in a kiosk, SIGTSTP stops nothing", arguments: ["full", "kiosk"])
  func nobodyToContinue(mode: String) throws {
    let terminal = try PseudoTerminal(.built("terminal-probe", [mode]))
    try terminal.waitFor("Ңң Өө Үү 漢字")
    terminal.kill(SIGTSTP)
    terminal.send("ү")
    try terminal.waitFor(#"character("ү")"#)
    #expect(!terminal.isCooked && terminal.modes.isAlternateScreen)
  }

  @Test("Under a shell a kiosk isn't stopped either")
  func kiosk() throws {
    let (terminal, probe) = try probeUnderShell("kiosk")
    kill(probe, SIGTSTP)
    terminal.send("ү")
    try terminal.waitFor(#"character("ү")"#)
    #expect(!terminal.shows("shell is back"))
  }
}
