import Foundation
import Storage
import TerminalTesting
import Testing

/// A disk that fails or is slow, and a program that somebody stopped, before a pupil who answers.
@Suite("Trouble with the disk, and programs that stand still")
struct DiskTroubleTests {
  private static let needsCompiler: Comment = "no C compiler to make a faulty disk with"

  /// Answers of the one session of a store.
  private func answers(_ school: School) throws -> Int {
    try school.reading { store in
      #expect(try store.verify().isSound)
      let session = try #require(try store.sessions().first)
      return try #require(try store.journal(of: session.id)).events.filter { $0.event.kind == "answered" }.count
    }
  }

  @Test(
    "A disk that can't write or sync acknowledges nothing, says so, and loses nothing that it acknowledged",
    .enabled(if: FaultyDisk.library != nil, needsCompiler), arguments: ["sync", "write"])
  func failing(what: String) throws {
    let school = try School()
    let file = try school.file("numbers.xml", Generated.numbers(40))
    let fault = school.folder + "/fault"
    let arguments = ["take", file, "--person", "u-0007", "-l", "ru"]
    let terminal = try school.terminal(
      arguments, environment: FaultyDisk.environment(store: school.store, fault: fault))
    try terminal.waitFor("1 / 40")
    for number in 1...5 {
      terminal.send("\(number)\r")
      try terminal.waitFor("\(number + 1) / 40")
    }
    try what.write(toFile: fault, atomically: true, encoding: .utf8)
    terminal.send("6\r")
    try terminal.waitFor("ничего не потеряно")
    #expect(terminal.shows("6 / 40") && terminal.shows("[ 6"), "what was typed stays where it is")
    terminal.press(.controlC)
    try terminal.waitFor("Прервать и выйти?")
    terminal.send("2\r")
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.contains { $0.contains("E8") }, "\(terminal.screen)")

    let again = try school.terminal(arguments)
    // An answer that was written and not synced may be there: it was never acknowledged.
    try again.waitUntil("question 6 or 7") { $0.shows("6 / 40") || $0.shows("7 / 40") }
    again.kill(SIGKILL)
    try again.waitForExit()
    #expect(try answers(school) >= 5)
  }

  @Test(
    "On a disk whose every sync takes 60 ms all that is typed ahead is taken, in order",
    .enabled(if: FaultyDisk.library != nil, needsCompiler))
  func slow() throws {
    let school = try School()
    let file = try school.file("numbers.xml", Generated.numbers(20))
    let terminal = try school.terminal(
      ["take", file, "--person", "u-0007", "-l", "ky"],
      environment: FaultyDisk.environment(store: school.store, microseconds: 60_000, fault: school.folder + "/none"))
    try terminal.waitFor("1 / 20")
    for number in 1...19 { terminal.send("\(number)\r") }
    try terminal.waitFor("20 / 20")
    terminal.kill(SIGKILL)
    try terminal.waitForExit()
    let values = try school.reading { store -> [String] in
      let session = try #require(try store.sessions().first)
      let events = try #require(try store.journal(of: session.id)).events.filter { $0.event.kind == "answered" }
      return events.map { String(decoding: $0.event.payload, as: UTF8.self) }
    }
    #expect(values.count == 19)
    #expect(Set(values).count == 19)
  }

  @Test(
    "A program that is stopped takes what was typed meanwhile when it goes on; another is told at once who has the store"
  )
  func stopped() throws {
    let school = try School()
    let terminal = try school.terminal(["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en"])
    try terminal.waitFor("1 / 6")
    terminal.kill(SIGSTOP)
    terminal.send("623\r")
    let start = ContinuousClock.now
    let other = try school.run(
      "take", "math-4-diagnostic", "--person", "u-0008", "--answers", "-", "-l", "en", input: Generated.mathematics)
    #expect(other.code == 3 && other.error.contains("E807") && other.error.contains("\(terminal.process)"))
    #expect(ContinuousClock.now - start < .seconds(10), "it waits for nobody")
    #expect(!terminal.shows("2 / 6"))
    terminal.kill(SIGCONT)
    try terminal.waitFor("2 / 6")
  }

  @Test("A window of one cell, and back")
  func oneCell() throws {
    let terminal = try School().terminal(["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en"])
    try terminal.waitFor("1 / 6")
    terminal.send("62")
    try terminal.waitFor("[ 62_")
    terminal.resize(columns: 1, rows: 1)
    try terminal.waitUntil("one cell") { $0.screen.count == 1 }
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor("[ 62_")
    terminal.send("3\r")
    try terminal.waitFor("2 / 6")
  }

  @Test("Line by line, the end of the input ends it at once, and the answers are kept")
  func endOfInput() throws {
    let school = try School()
    let arguments = ["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en", "--lines"]
    let terminal = try school.terminal(arguments)
    try terminal.waitFor("348 + 275")
    terminal.send("623\n")
    try terminal.waitFor("2 / 6")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    let again = try school.terminal(arguments)
    try again.waitFor("2 / 6")
  }

  @Test("Line by line before a reader who goes away it ends by itself, and the session waits")
  func closedOutput() throws {
    let school = try School()
    let program = school.program(["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en", "--lines"])
    let words = ([program.path] + program.arguments).joined(separator: " ")
    let terminal = try PseudoTerminal(
      Program(
        "/bin/sh", ["-c", "\(words) | head -6; echo the reader is gone; read line"], environment: program.environment,
        directory: program.directory))
    terminal.belongings = school
    try terminal.waitFor("the reader is gone")
    let again = try school.terminal(["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en", "--lines"])
    try again.waitFor("348 + 275")
  }
}
