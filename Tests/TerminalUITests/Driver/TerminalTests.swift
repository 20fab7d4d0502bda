import Glibc
import TerminalTesting
import Testing

/// The driver end to end: a real program on a pseudo-terminal, and what it leaves behind.
@Suite("Terminal")
struct TerminalTests {
  private func probe(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(.built("terminal-probe", arguments), columns: columns, rows: rows)
    try terminal.waitFor("Ңң Өө Үү 漢字")
    return terminal
  }

  @Test("While it runs the terminal is raw and on its other screen; Ctrl-C is a key, and then all is given back")
  func normalEnd() throws {
    let terminal = try probe()
    #expect(!terminal.isCooked && terminal.modes.isAlternateScreen && terminal.modes.isPasteBracketed)
    terminal.send("ө\u{1B}[A\u{1B}[200~бир\rэки\u{1B}[201~\u{1A}\u{1C}")
    for text in [#"character("ө")"#, "Key.up", #"paste("бир\nэки")"#, #"control("z")"#] { try terminal.waitFor(text) }
    #expect(!terminal.shows("control(\"c\")"))
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(!terminal.shows("probe"))
  }

  @Test(
    "A signal that asks to end comes as a hangup, and all is given back", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func endingSignals(signal: Int32) throws {
    let terminal = try probe()
    terminal.kill(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isGivenBack)
  }

  @Test(
    "A crash gives all back and still kills",
    arguments: [
      ("\u{1B}[17~", SIGSEGV), ("\u{1B}[18~", SIGABRT), ("\u{1B}[20~", SIGSEGV), ("\u{1B}[21~", SIGBUS),
      ("\u{1B}[23~", SIGFPE),
    ])
  func crashes(key: String, signal: Int32) throws {
    let terminal = try probe()
    terminal.send(key)
    #expect(try terminal.waitForExit() == .killed(signal: signal))
    #expect(terminal.isGivenBack)
  }

  @Test("A trap of Swift's gives all back, and no debugger asks the person anything")
  func trap() throws {
    var program = Program.built("terminal-probe")
    program.environment["SWIFT_BACKTRACE"] = "enable=yes,interactive=yes"
    let terminal = try PseudoTerminal(program)
    try terminal.waitFor("Ңң Өө Үү 漢字")
    terminal.send("\u{1B}[15~")
    let status = try terminal.waitForExit()
    #expect(status == .killed(signal: SIGILL) || status == .killed(signal: SIGTRAP))
    #expect(terminal.isGivenBack)
  }

  @Test("exit() in the middle of everything gives all back")
  func exitCall() throws {
    let terminal = try probe()
    terminal.send("\u{1B}[19~")
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.isGivenBack)
  }

  @Test("A program that hangs and is asked twice to end gives all back and dies")
  func hangs() throws {
    let terminal = try probe()
    terminal.send("\u{1B}[24~")
    // Nothing is seen of a hanging program: wait until it has taken the key, then as long as its patience lasts.
    try terminal.waitUntil("the key to be taken", seconds: 20) { _ in self.isAsleepForLong(terminal.process) }
    terminal.kill(SIGTERM)
    usleep(2_100_000)
    terminal.kill(SIGTERM)
    #expect(try terminal.waitForExit() == .killed(signal: SIGTERM))
    #expect(terminal.isGivenBack)
  }

  /// Sleeping in `nanosleep` and not in `poll`.
  private func isAsleepForLong(_ process: Int32) -> Bool {
    guard let file = fopen("/proc/\(process)/wchan", "r") else { return false }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 64)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self).contains("nanosleep")
  }

  @Test("SIGKILL can't be met: what it leaves is seen as left (so these tests can fail)")
  func kill() throws {
    let terminal = try probe()
    terminal.kill(SIGKILL)
    #expect(try terminal.waitForExit() == .killed(signal: SIGKILL))
    #expect(!terminal.isCooked && !terminal.modes.areAsBefore && terminal.shows("probe"))
  }

  @Test("A closed window ends the program within its loop")
  func closedWindow() throws {
    let terminal = try probe()
    terminal.hangUp()
    let status = try terminal.waitForExit()
    #expect(status == .exited(128 + SIGHUP))
  }

  @Test("A new size is an event, and the next frame has it")
  func resize() throws {
    let terminal = try probe()
    terminal.resize(columns: 60, rows: 10)
    try terminal.waitFor("60x10")
    try terminal.waitFor("resize(")
    terminal.resize(columns: 1, rows: 1)
    try terminal.waitUntil("one cell") { $0.screen == ["p"] }
    terminal.resize(columns: 200, rows: 60)
    try terminal.waitFor("200x60")
  }

  @Test("A window that was another for a moment, and may have cut what stood in it, is painted anew")
  func sizeThatCameBack() throws {
    let terminal = try probe()
    terminal.emulator.show(Array("\u{1B}[2J".utf8))
    #expect(!terminal.shows("Ңң Өө Үү 漢字"))
    terminal.kill(SIGWINCH)
    try terminal.waitFor("Ңң Өө Үү 漢字")
  }

  @Test("A burst of keys is taken whole and in order")
  func burst() throws {
    let terminal = try probe(columns: 100, rows: 50)
    let keys = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    for _ in 0..<20 { terminal.send(keys) }
    terminal.send("0")
    try terminal.waitFor(#"character("0")"#)
    let seen = terminal.screen.compactMap { line in line.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(seen.joined().hasSuffix(keys + "0"))
  }

  @Test("Without events a tick comes about once a second, and nothing else wakes the program")
  func ticks() throws {
    let terminal = try probe()
    try terminal.waitFor("ticks 1")
    let before = terminal.transcript.count
    try terminal.waitFor("ticks 2")
    #expect(terminal.transcript.count - before < 60)
  }

  @Test("Queries that the terminal answers type nothing")
  func deviceReplies() throws {
    let terminal = try probe()
    terminal.send("\u{1B}[?64;1;2c\u{1B}]11;rgb:12/34/56\u{7}\u{1B}[<0;12;5M!")
    try terminal.waitFor(#"character("!")"#)
    #expect(terminal.screen.dropFirst().filter { !$0.isEmpty } == [#"key(TerminalUI.Key.character("!"))"#])
  }
}
