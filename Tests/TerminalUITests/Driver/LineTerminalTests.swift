import Glibc
import TerminalTesting
import TerminalUI
import Testing

@Suite("Line terminal")
struct LineTerminalTests {
  private func probe() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(.built("terminal-probe", ["lines"]))
    try terminal.waitFor("pid")
    return terminal
  }

  @Test("Lines come and go with the terminal's own editing on")
  func dialogue() throws {
    let terminal = try probe()
    #expect(terminal.isGivenBack)
    terminal.send("бир\r")
    try terminal.waitFor("read <бир>")
    terminal.send("a\u{1B}[A\u{7}b\r")
    try terminal.waitFor("read <a[Ab>")
    terminal.send("bye\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("Ctrl-D, Ctrl-C and signals come as a hangup")
  func hangups() throws {
    let ended = try probe()
    ended.send("\u{4}")
    #expect(try ended.waitForExit() == .exited(129))
    let interrupted = try probe()
    interrupted.send("\u{3}")
    #expect(try interrupted.waitForExit() == .exited(130))
    #expect(interrupted.shows("hangup 130"))
    let terminated = try probe()
    terminated.kill(SIGTERM)
    #expect(try terminated.waitForExit() == .exited(143))
  }

  @Test("From a file: the last line needs no newline, endless lines are dropped, bytes that are no UTF-8 too")
  func pipe() throws {
    let terminal = try PseudoTerminal(
      Program(
        "/bin/sh",
        [
          "-c",
          """
          { printf 'one\\r\\n'; head -c 200000 /dev/zero | tr '\\0' x; printf '\\nt\\377wo\\n\\nlast'; } \
          | \(Program.built("terminal-probe").path) lines; echo status $?
          """,
        ]))
    try terminal.waitFor("status 129")
    let lines = terminal.screen.filter { $0.contains("read") || $0.contains("too long") }
    #expect(
      lines.map { $0.replacing("> ", with: "") } == ["read <one>", "too long", "read <two>", "read <>", "read <last>"])
  }

  @Test("A reader who is gone is a hangup and no SIGPIPE")
  func brokenPipe() throws {
    let path = Program.built("terminal-probe").path
    let terminal = try PseudoTerminal(
      Program("/bin/bash", ["-c", "{ sleep 0.1; echo one; sleep 1; } | { \(path) lines; echo status $? >&2; } | true"]))
    try terminal.waitFor("status 129")
  }
}
