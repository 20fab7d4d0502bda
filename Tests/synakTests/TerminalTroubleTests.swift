import Foundation
import SeededTesting
import Storage
import TerminalTesting
import Testing

/// Windows that are too small or change, lines that break, signals, no terminal at all: what is said, and that answers stay.
@Suite("Trouble with the terminal")
struct TerminalTroubleTests {
  private static let take = ["take", "math-4-diagnostic", "--person", "u-0007", "-l"]

  @Test(
    "A window of 20×5 says what it needs; nothing is answered blindly, and in a larger one it goes on where it stood",
    arguments: [
      ("ky", "Терезе кичинекей:"), ("ru", "Окно слишком"), ("en", "The window is too"),
    ])
  func small(language: String, words: String) throws {
    let school = try School()
    let terminal = try school.terminal(Self.take + [language], columns: 20, rows: 5)
    try terminal.waitFor(words)
    #expect(terminal.screen.joined(separator: " ").contains("40x12"))
    terminal.send("999\r")
    try waitUntilTaken(terminal)
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor("1 / 6")
    try terminal.waitFor("[ ____________ ]")
    terminal.send("62")
    try terminal.waitFor("[ 62")
    terminal.resize(columns: 20, rows: 5)
    try terminal.waitFor(words)
    terminal.send("9\r\r")
    try waitUntilTaken(terminal)
    terminal.resize(columns: 40, rows: 12)
    try terminal.waitFor("1 / 6")
    #expect(terminal.shows("[ 62_"))
    terminal.send("3\r")
    try terminal.waitFor("2 / 6")
  }

  /// Nothing shows that keys were taken in a window that shows nothing: but one that is changed after them, and still too
  /// small, is drawn after them.
  private func waitUntilTaken(_ terminal: PseudoTerminal) throws {
    terminal.resize(columns: 21, rows: 6)
    try terminal.waitFor("21x6")
  }

  @Test("The board's pages and the list of names bear a small window too")
  func smallPicker() throws {
    let terminal = try School().terminal(["demo", "-l", "en"], columns: 20, rows: 5)
    try terminal.waitFor("The window is too")
    terminal.press(.enter, .enter)
    try waitUntilTaken(terminal)
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor("Choose your class")
    terminal.press(.controlC)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test("A window may change at any moment", arguments: [1, 2, 3] as [UInt64])
  func resizes(seed: UInt64) throws {
    var random = Seeded(seed)
    let school = try School()
    let file = try school.file("numbers.xml", Generated.numbers(30))
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "ru"])
    for question in 1...30 {
      try terminal.waitUntil("question \(question)") { $0.shows("Вопрос \(question)") && $0.shows(" \(question) / 30") }
      let digits = Array("\(question + 1000)")
      for digit in digits {
        terminal.send(String(digit))
        if Int.random(in: 0..<3, using: &random) == 0 {
          terminal.resize(
            columns: Int.random(in: 40...200, using: &random), rows: Int.random(in: 12...60, using: &random))
        }
      }
      try terminal.waitFor("[ \(question + 1000)_")
      if Int.random(in: 0..<4, using: &random) == 0 {
        let columns = Int.random(in: 20...39, using: &random)
        let rows = Int.random(in: 5...11, using: &random)
        terminal.resize(columns: columns, rows: rows)
        try terminal.waitFor("\(columns)x\(rows)")
        terminal.resize(columns: 80, rows: 24)
        try terminal.waitFor("[ \(question + 1000)_")
      }
      terminal.press(.enter)
    }
    try terminal.waitFor("На все вопросы есть ответ.")
    terminal.kill(SIGTERM)
    try terminal.waitForExit()
    let answered = try school.reading { store in
      try store.sessions().first.flatMap { try store.journal(of: $0.id) }?.events.filter { $0.event.kind == "answered" }
    }
    #expect(answered?.count == 30)
  }

  @Test("A line that breaks ends the program; answers are kept, the chosen one too, and it goes on at another terminal")
  func hangup() throws {
    let school = try School()
    let terminal = try school.terminal(Self.take + ["en"])
    try terminal.waitFor("1 / 6")
    terminal.send("623\r")
    try terminal.waitFor("2 / 6")
    terminal.send(terminal.number(before: "56"))
    try terminal.waitFor("(•) 56")
    terminal.hangUp()
    guard case .exited = try terminal.waitForExit() else {
      Issue.record("ended by \(String(describing: terminal.status))")
      return
    }
    let again = try school.terminal(Self.take + ["en"])
    try again.waitFor("2 / 6")
    try again.waitFor("(•) 56")
    again.press(.pageUp)
    try again.waitFor("[ 623")
  }

  @Test(
    "Whoever asks the program to end gets the terminal back and the answers kept", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signals(signal: Int32) throws {
    let school = try School()
    let terminal = try school.terminal(Self.take + ["ru"])
    try terminal.waitFor("1 / 6")
    terminal.send("623")
    try terminal.waitFor("[ 623")
    terminal.kill(signal)
    guard case .exited = try terminal.waitForExit() else {
      Issue.record("ended by \(String(describing: terminal.status))")
      return
    }
    #expect(terminal.isGivenBack)
    #expect(terminal.shows("Ответы сохранены."))
    let again = try school.terminal(Self.take + ["ru"])
    try again.waitFor("[ 623")
  }

  @Test("Line by line a line that breaks keeps the answers too")
  func hangupOfLines() throws {
    let school = try School()
    let terminal = try school.terminal(Self.take + ["ru", "--lines"])
    try terminal.waitFor("Вычислите: 348 + 275")
    terminal.send("623\n")
    try terminal.waitFor("2 / 6")
    terminal.hangUp()
    guard case .exited = try terminal.waitForExit() else {
      Issue.record("ended by \(String(describing: terminal.status))")
      return
    }
    let again = try school.terminal(Self.take + ["ru", "--lines"])
    try again.waitFor("2 / 6")
    again.send("/назад\n")
    try again.waitFor("Ваш ответ: 623")
  }

  @Test("What terminals report and stray keys send is never an answer; what is pasted is")
  func reports() throws {
    let terminal = try School().terminal(Self.take + ["en"])
    try terminal.waitFor("1 / 6")
    // Device attributes, a cursor's place, a colour, a click, focus, a cut sequence, a control string.
    for report in ["[?64;1;2c", "[24;80R", "]11;rgb:1212/3434/5656\u{7}", "[<0;12;5M", "[I", "[1;2", "P1$r0m\u{1B}\\"] {
      terminal.send("\u{1B}" + report)
    }
    terminal.send("\u{1B}[200~623\u{1B}[201~")
    try terminal.waitFor("[ 623_")
    terminal.press(.enter)
    try terminal.waitFor("2 / 6")
  }

  @Test(
    "Without a terminal `take` says that it needs one or a file of answers, and opens nothing",
    arguments: [("ky", "терминал керек"), ("ru", "нужен терминал"), ("en", "needs a terminal")])
  func none(language: String, words: String) throws {
    let school = try School()
    let run = try Run(school.program(Self.take + [language]))
    #expect(run.code == 2)
    #expect(run.error.contains("E706") && run.error.contains(words) && run.error.contains("--answers"))
    #expect(!FileManager.default.fileExists(atPath: school.store))
  }

  // MARK: Readers that go away

  @Test("A reader who has seen enough is no fault", arguments: ["board", "list people", "list findings", "--help"])
  func enough(command: String) throws {
    let school = try School()
    let synak = school.program([]).path
    let run = try Run(
      Program(
        "/bin/sh", ["-c", "\(synak) \(command) | head -1"], environment: school.program([]).environment))
    #expect(run.code == 0)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.error.isEmpty)
  }

  @Test(
    "Output that can't be written is a fault, not a silence",
    arguments: [("ky", "жазууга"), ("ru", "записать"), ("en", "written")])
  func fullOutput(language: String, words: String) throws {
    let school = try School()
    let synak = school.program([]).path
    for command in ["export answers", "list findings", "board", "check nothing.xml"] {
      let run = try Run(
        Program(
          "/bin/sh", ["-c", "\(synak) \(command) -l \(language) >/dev/full"],
          environment: school.program([]).environment))
      #expect(run.code == 3, "\(command)")
      #expect(run.error.contains("E708") && run.error.contains(words), "\(command): \(run.error)")
    }
  }
}
