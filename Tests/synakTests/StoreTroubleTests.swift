import Foundation
import Storage
import TerminalTesting
import Testing

/// What people are told where the store can't do its work, and that nothing is lost by it.
@Suite("Trouble with the store")
struct StoreTroubleTests {
  private static let languages = ["ky", "ru", "en"]

  @Test("A file that is no store is left as it is", arguments: languages)
  func notAStore(language: String) throws {
    let school = try School()
    mkdir(school.store, 0o700)
    let file = try school.file("results/store.sqlite", "Менин документим")
    let run = try school.run("board", "-l", language)
    #expect(run.code == 3)
    #expect(run.error.contains("E804") && run.error.contains(file) && run.output.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "Менин документим")
  }

  @Test("A store of a newer program is left as it is", arguments: languages)
  func newerSchema(language: String) throws {
    let school = try School()
    #expect(try school.run("board").code == 0)
    let path = school.store + "/store.sqlite"
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: 60)  // the schema's number in the header
    try file.write(contentsOf: Data([0, 0, 3, 231]))
    try file.close()
    let before = FileManager.default.contents(atPath: path)
    let run = try school.run("board", "-l", language)
    #expect(run.code == 3)
    #expect(run.error.contains("E806") && run.error.contains("999"))
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test("A folder that can't be made is named", arguments: languages)
  func noFolder(language: String) throws {
    let school = try School()
    let file = try school.file("file", "")
    for folder in ["/nonexistent/a/results", file] {
      let run = try school.run("board", "--store", folder, "-l", language)
      #expect(run.code == 3)
      #expect(run.error.contains("E801") && run.error.contains(folder))
    }
  }

  @Test(
    "A folder in which nothing may be written is named", .enabled(if: getuid() != 0, "root may write everywhere"),
    arguments: languages)
  func noPermission(language: String) throws {
    let school = try School()
    mkdir(school.store, 0o500)
    let run = try school.run("board", "-l", language)
    #expect(run.code == 3)
    #expect(run.error.contains("E802") && run.error.contains(school.store))
  }

  @Test(
    "A disk that is mounted to be read only is told as what it is",
    .enabled(if: SmallDisk.isAllowed, "may not mount a small disk here"), arguments: languages)
  func readOnly(language: String) throws {
    let school = try School()
    let disk = try #require(SmallDisk(megabytes: 1, isReadOnly: true))
    let run = try school.run("board", "--store", disk.folder + "/results", "-l", language)
    #expect(run.code == 3)
    #expect(run.error.contains("E802") && run.error.contains(disk.folder))
  }

  @Test("A second program is told which process has the store; the first goes on undisturbed", arguments: languages)
  func inUse(language: String) throws {
    let school = try School()
    let terminal = try school.terminal(["take", "math-4-diagnostic", "--person", "u-0007", "-l", language])
    try terminal.waitFor("1 / 6")
    for command in [["board"], ["demo"], ["export", "answers"], ["take", "math-4-diagnostic", "--answers", "-"]] {
      let run = try Run(school.program(command + ["-l", language]), input: "m1 1")
      #expect(run.code == 3)
      #expect(run.error.contains("E807") && run.error.contains("\(terminal.process)"), "\(run.error)")
    }
    terminal.send("623\r")
    try terminal.waitFor("2 / 6")
    terminal.kill(SIGTERM)
    try terminal.waitForExit()
    #expect(try school.run("board").code == 0)
  }

  @Test("An empty store has a board without data and exports without rows", arguments: languages)
  func empty(language: String) throws {
    let school = try School()
    let board = try school.run("board", "-l", language)
    #expect(board.code == 0)
    #expect(board.output.contains("(BAZ)") && !board.output.contains("0,0 %  ") && !board.output.contains("NaN"))
    for subject in ["answers", "scores", "facts"] {
      let csv = try school.run("export", subject)
      #expect(csv.code == 0)
      #expect(csv.output.split(whereSeparator: \.isNewline).count == 1, "only the names of the columns")
      let json = try school.run("export", subject, "--format", "json")
      #expect(json.code == 0)
      #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any])?.isEmpty == true)
    }
    #expect(try school.run("list", "sessions").code == 0)
  }

  // MARK: A full disk

  struct Words: Sendable {
    var language, notSaved, leave: String
  }

  static let words = [
    Words(language: "ky", notSaved: "эч нерсе жоголгон жок", leave: "Токтотуп чыгасызбы?"),
    Words(language: "ru", notSaved: "ничего не потеряно", leave: "Прервать и выйти?"),
    Words(language: "en", notSaved: "nothing is lost", leave: "Stop and leave?"),
  ]

  @Test(
    "On a full disk the pupil is told so in her language, and goes on when there is room; nothing acknowledged is lost",
    .enabled(if: SmallDisk.isAllowed, "may not mount a small disk here"), arguments: words)
  func fullDisk(words: Words) throws {
    let school = try School()
    let disk = try #require(SmallDisk(megabytes: 80))
    let store = disk.folder + "/results"
    let file = try school.file("numbers.xml", Generated.numbers(60))
    let terminal = try school.terminal(
      ["take", file, "--person", "u-0007", "--store", store, "-l", words.language])
    try terminal.waitFor("1 / 60")

    // Answers are taken until neither the disk nor the reserve has any room.
    let told = try answerUntilFull(terminal, disk, words)
    #expect(terminal.shows("\(told) / 60") && terminal.shows("[ \(told)"), "the answer stays where it was typed")

    // There is room again: the same key keeps the answer.
    disk.tidy()
    terminal.press(.enter)
    try terminal.waitFor("\(told + 1) / 60")
    #expect(!terminal.shows(words.notSaved))

    // Full once more; who wants to go can, and is told what was not kept.
    let again = try answerUntilFull(terminal, disk, words, from: told + 1)
    terminal.press(.controlC)
    try terminal.waitFor(words.leave)
    terminal.send("2\r")
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.isGivenBack)
    #expect(terminal.shows("E808"))

    // Everything acknowledged is there.
    disk.tidy()
    try school.reading(store) { store in
      #expect(try store.verify().isSound)
      let session = try #require(try store.sessions().first)
      let answers = try #require(try store.journal(of: session.id)).events.filter { $0.event.kind == "answered" }
      #expect(answers.count == again - 1)
    }
    let resumed = try school.terminal(
      ["take", file, "--person", "u-0007", "--store", store, "-l", words.language])
    try resumed.waitFor("\(again) / 60")
    // The disk lives until here.
    #expect(FileManager.default.fileExists(atPath: disk.folder))
    resumed.kill(SIGKILL)
    try resumed.waitForExit()
  }

  /// Answers question after question, n by n, on a disk that is filled before each. Gives the question whose answer couldn't
  /// be kept.
  private func answerUntilFull(
    _ terminal: PseudoTerminal, _ disk: SmallDisk, _ words: Words, from first: Int = 1
  ) throws -> Int {
    for question in first..<first + 25 {
      disk.fill()
      terminal.send("\(question)\r")
      try terminal.waitUntil("an answer from the store") {
        $0.shows("\(question + 1) / 60") || $0.shows(words.notSaved)
      }
      if terminal.shows(words.notSaved) { return question }
    }
    Issue.record("the disk took everything")
    return first
  }

  @Test(
    "A disk with too little room begins no session, and says how much is missing",
    .enabled(if: SmallDisk.isAllowed, "may not mount a small disk here"), arguments: languages)
  func lowSpace(language: String) throws {
    let school = try School()
    let disk = try #require(SmallDisk(megabytes: 60))
    let run = try Run(
      school.program(
        [
          "take", "math-4-diagnostic", "--person", "u-0007", "--answers", "-", "--store", disk.folder + "/results",
          "-l",
          language,
        ]), input: Generated.mathematics)
    #expect(run.code == 3)
    #expect(run.error.contains("E809") && run.error.contains("64"))
    // Looking still works.
    #expect(try school.run("board", "--store", disk.folder + "/results").code == 0)
  }
}
