import Foundation
import Storage
import TerminalTesting
import Testing

/// `synak demo` as people see it: the whole road from a pupil's answer to an indicator.
@Suite("synak demo")
struct DemoTests {
  // MARK: On a terminal

  /// What the program and the test say in a language.
  struct Words: Sendable, CustomTestStringConvertible {
    var language: String
    var chooseClass, isItYou, firstQuestion, secondQuestion, left, allAnswered, handIn, handedIn: String
    var result, right, changes, board, standing: String
    /// The next language in the list of three, with its number there and its words.
    var other: (number: String, firstQuestion: String, secondQuestion: String)
    var testDescription: String { language }
  }

  static let words = [
    Words(
      language: "ky", chooseClass: "Классыңызды тандаңыз", isItYou: "Бул сизби: Жумабекова Айдана, 4-а?",
      firstQuestion: "Эсептегиле: 348 + 275", secondQuestion: "Кайсы сан 7ге калдыксыз бөлүнөт?", left: "Калды",
      allAnswered: "Бардык суроолорго жооп берилди.", handIn: "Ишти тапшырасызбы?",
      handedIn: "Тапшырылды. Чоң рахмат!", result: "Жыйынтык", right: "Туура: 623. Упай: 1 ичинен 1.",
      changes: "Бул жооптор эмнени өзгөрттү", board: "Мектептин билим сапатынын негизги көрсөткүчтөрү",
      standing: "Жумабекова Айдана  (тапшырды)",
      other: ("2", "Вычислите: 348 + 275", "Какое число делится на 7 без остатка?")),
    Words(
      language: "ru", chooseClass: "Выберите свой класс", isItYou: "Это вы: Жумабекова Айдана, 4-а?",
      firstQuestion: "Вычислите: 348 + 275", secondQuestion: "Какое число делится на 7 без остатка?",
      left: "Осталось", allAnswered: "На все вопросы есть ответ.", handIn: "Сдать работу?",
      handedIn: "Работа сдана. Большое спасибо!", result: "Результат", right: "Верно: 623. Баллы: 1 из 1.",
      changes: "Что изменили эти ответы", board: "Основные показатели качества образования школы",
      standing: "Жумабекова Айдана  (сдано)",
      other: ("3", "Calculate: 348 + 275", "Which number is divisible by 7 with no remainder?")),
    Words(
      language: "en", chooseClass: "Choose your class", isItYou: "Is this you: Жумабекова Айдана, 4-а?",
      firstQuestion: "Calculate: 348 + 275", secondQuestion: "Which number is divisible by 7 with no remainder?",
      left: "Left", allAnswered: "All questions are answered.", handIn: "Hand in your work?",
      handedIn: "Handed in. Thank you!", result: "Result", right: "Right: 623. Points: 1 of 1.",
      changes: "What these answers changed", board: "Core education-quality indicators of a school",
      standing: "Жумабекова Айдана  (handed in)",
      other: ("1", "Эсептегиле: 348 + 275", "Кайсы сан 7ге калдыксыз бөлүнөт?")),
  ]

  @Test("A pupil finds her name, sits the test, is told why for each point, and sees what it changed", arguments: words)
  func pupil(words: Words) throws {
    let school = try School()
    let terminal = try school.terminal(["demo", "-l", words.language])

    // Who she is: class, name, yes.
    try pickName(terminal, words)

    // A language is changed in the middle of an answer; what is typed stays.
    try terminal.waitFor("1 / 6")
    try terminal.waitFor(words.firstQuestion)
    #expect(terminal.shows(words.left))
    terminal.send("62")
    try terminal.waitFor("[ 62")
    terminal.press(.language)
    try terminal.waitFor("3  English")
    terminal.send(words.other.number)
    terminal.press(.enter)
    try terminal.waitFor(words.other.firstQuestion)
    #expect(terminal.shows("[ 62"))
    terminal.send("3\r")
    try terminal.waitFor(words.other.secondQuestion)

    // And the answer stays when she goes back and takes the first language again.
    terminal.press(.pageUp)
    try terminal.waitFor("[ 623")
    terminal.press(.language)
    try terminal.waitFor("3  English")
    terminal.send(words.language == "ky" ? "1" : words.language == "ru" ? "2" : "3")
    terminal.press(.enter)
    try terminal.waitFor(words.firstQuestion)
    #expect(terminal.shows("[ 623"))
    terminal.press(.enter)
    try terminal.waitFor(words.secondQuestion)

    try answerTheRest(terminal)

    // Handing in is asked back; Enter alone goes on working.
    try terminal.waitFor(words.allAnswered)
    terminal.press(.handIn)
    try terminal.waitFor(words.handIn)
    terminal.press(.enter)
    try terminal.waitUntil("the dialog closed") { !$0.shows(words.handIn) && $0.shows(words.allAnswered) }
    terminal.press(.handIn)
    try terminal.waitFor(words.handIn)
    terminal.send("2\r")
    try terminal.waitFor(words.handedIn)

    // Why each point, and what it changed.
    terminal.press(.enter)
    try terminal.waitFor(words.result)
    try terminal.waitFor("8 / 8")
    try terminal.waitFor(words.right)
    for mark in ["[+] 2.", "[+] 3.", "[+] 4.", "[+] 5.", "[+] 6."] {
      if !terminal.shows(mark) { terminal.press(.pageDown) }
      try terminal.waitFor(mark)
    }
    terminal.press(.end)
    try terminal.waitFor(words.changes)
    try terminal.waitUntil("the indicator that changed") { $0.shows("(BAZ)") && $0.shows("100") }

    // The board, and the next pupil.
    terminal.press(.enter)
    try terminal.waitFor(words.board)
    terminal.press(.enter)
    try terminal.waitFor(words.chooseClass)
    terminal.press(.controlC)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(terminal.shows("TEM") || terminal.shows("KAN"), "the board stays on the terminal")

    // Another day: she is known to have handed in.
    let again = try school.terminal(["demo", "-l", words.language])
    try pickName(again, words, confirms: false)
    #expect(again.shows(words.standing))
    again.press(.controlC)
    #expect(try again.waitForExit() == .exited(0))
    #expect(again.isGivenBack)
  }

  private func pickName(_ terminal: PseudoTerminal, _ words: Words, confirms: Bool = true) throws {
    try terminal.waitFor(words.chooseClass)
    try terminal.waitFor("1  4-а")
    terminal.press(.enter)
    try terminal.waitFor("Абдыкеримов Тилек")
    terminal.send("жум")
    try terminal.waitUntil("one name") { $0.shows("Жумабекова Айдана") && !$0.shows("Абдыкеримов") }
    guard confirms else { return }
    terminal.press(.enter)
    try terminal.waitFor(words.isItYou)
    // The first way on is the safe one: Enter alone makes nobody somebody else.
    terminal.press(.enter)
    try terminal.waitUntil("the list") { !$0.shows(words.isItYou) && $0.shows("Жумабекова Айдана") }
    terminal.press(.enter)
    try terminal.waitFor(words.isItYou)
    terminal.send("2\r")
  }

  /// Questions two to six, with a change of mind, a mark and a look at the list on the way.
  private func answerTheRest(_ terminal: PseudoTerminal) throws {
    try terminal.waitFor("2 / 6")
    terminal.send(terminal.number(before: "56") + "\r")
    try terminal.waitFor("3 / 6")
    terminal.send("50\r")
    try terminal.waitFor("4 / 6")

    // Back and change.
    terminal.press(.pageUp)
    try terminal.waitFor("[ 50")
    terminal.press(.backspace, .backspace)
    terminal.send("60\r")
    try terminal.waitFor("4 / 6")

    // Marked for later, seen in the list, and gone to from there.
    terminal.press(.flag)
    try terminal.waitFor("[!] 4 / 6")
    terminal.press(.list)
    try terminal.waitUntil("the list") { $0.shows("[x] 1.") && $0.shows("[x] 3.") && $0.shows("[!] 4.") }
    #expect(terminal.shows("[ ] 5.") && terminal.shows("[ ] 6."))
    terminal.press(.up, .enter)
    try terminal.waitFor("[ 60")
    terminal.press(.enter)
    try terminal.waitFor("4 / 6")
    terminal.press(.flag)
    try terminal.waitUntil("no mark") { !$0.shows("[!] 4 / 6") }

    terminal.send(terminal.number(before: "2/4") + terminal.number(before: "5/10") + "\r")
    try terminal.waitFor("5 / 6")
    terminal.send(["1/4", "0,5", "0,75", "1"].map { terminal.bracketed(before: $0) }.joined() + "\r")
    try terminal.waitFor("6 / 6")
    terminal.send("23\r")
  }

  // MARK: Line by line

  @Test(
    "Line by line the same test is sat without a full screen, on a dumb terminal or for whoever asks",
    arguments: [["TERM": "dumb"], ["TERM": "xterm-256color", "asked": "--lines"]])
  func lines(environment: [String: String]) throws {
    let school = try School()
    var arguments = ["demo", "-l", "ru"]
    if let asked = environment["asked"] { arguments.append(asked) }
    let terminal = try school.terminal(arguments, rows: 60, environment: environment)
    try terminal.waitFor("Какой ваш номер?")
    #expect(terminal.isCooked && !terminal.modes.isAlternateScreen)
    terminal.send(terminal.screen.first { $0.contains("Жумабекова") }.map { $0.prefix { $0.isNumber } + "\n" } ?? "")
    try terminal.waitFor("Вычислите: 348 + 275")
    terminal.send("623\n")
    try terminal.waitFor("2 / 6")
    terminal.send("/назад\n")
    try terminal.waitFor("Ваш ответ: 623")
    terminal.send("\n56\n")  // Enter goes on; an option may be typed as it reads.
    try terminal.waitFor("3 / 6")
    terminal.send("60\n")
    try terminal.waitFor("4 / 6")
    terminal.send("2/4 5/10\n")
    try terminal.waitFor("5 / 6")
    try terminal.waitFor(") 0,75")
    terminal.send(["1/4", "0,5", "0,75", "1"].map { terminal.number(before: $0) }.joined(separator: " ") + "\n")
    try terminal.waitFor("6 / 6")
    terminal.send("23\n/сдать\n2\n")
    try terminal.waitFor("Работа сдана")
    #expect(try terminal.waitForExit() == .exited(0))
    let said = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(said.contains("8 / 8") && said.contains("(BAZ): нет данных → 100,0"))
    #expect(!said.contains("\u{1B}"), "no control sequence on a terminal that knows none")
    #expect(terminal.isGivenBack)
  }

  // MARK: Without a terminal

  @Test("Without a terminal a class of 25 sits, and the board is printed; a second run finds all in place")
  func rehearsal() throws {
    let school = try School()
    let first = try school.run("demo", "-l", "ru")
    #expect(first.code == 0, "\(first.said)")
    #expect(first.output.contains("Класс 4-а: тест проходят 25 воображаемых учеников."))
    for number in 1...25 { #expect(first.output.contains("\n  \(number) / 25  ")) }
    #expect(try #require(Self.board(first)).contains("(BAZ)"))

    let second = try school.run("demo", "-l", "ru")
    #expect(second.code == 0)
    #expect(second.output.contains("25 учеников уже сдали; их ответы на месте."))
    #expect(!second.output.contains(" / 25  "))
    #expect(Self.board(second) == Self.board(first))
    #expect(try school.exported("answers").count == 25)
  }

  @Test("A rehearsal that was broken off goes on where the store stands, and comes to the same board")
  func goesOn() throws {
    let whole = try School()
    let expected = try whole.run("demo")
    let school = try School()
    // The reader of the output goes away after a line.
    let shell = Program(
      "/bin/sh", ["-c", "\(school.program(["demo"]).path) demo --today \(School.today) | head -3 >/dev/null"],
      environment: school.program([]).environment)
    #expect(try Run(shell).code == 0)
    let there = try school.reading { try $0.verify() }
    #expect(there.isSound)
    let run = try school.run("demo")
    #expect(run.code == 0)
    #expect(Self.board(run) == Self.board(expected))
    #expect(try school.exported("answers").count == 25)
  }

  @Test("The same seed gives the same answers and the same board, another seed others")
  func seeds() throws {
    func board(_ seed: String) throws -> String? {
      Self.board(try School().run("demo", "--seed", seed, "-l", "en"))
    }
    let board7 = try #require(try board("7"))
    #expect(try board("7") == board7)
    #expect(try board("8") != board7)
  }

  @Test("A fresh demo lies in a store of its own, and the user's store isn't touched")
  func fresh() throws {
    let school = try School()
    let run = try school.run("demo", "--fresh", "-l", "en")
    #expect(run.code == 0)
    let folder = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("A new store: ") })
      .dropFirst("A new store: ".count)
    #expect(folder.hasPrefix(school.folder) && folder != school.store)
    #expect(!FileManager.default.fileExists(atPath: school.store))
    #expect(try school.reading(String(folder)) { try $0.sessions().count } == 25)
  }

  @Test("A class that isn't in the register is said to be unknown", arguments: ["ky", "ru", "en"])
  func unknownClass(language: String) throws {
    let run = try School().run("demo", "--class", "9-я", "-l", language)
    #expect(run.code == 1)
    #expect(run.error.contains("E703") && run.error.contains("9-я"))
    #expect(run.output.isEmpty)
  }

  /// The board at the end of what a run said.
  private static func board(_ run: Run) -> String? {
    run.output.range(of: "\n\n").map { String(run.output[$0.upperBound...]) }
  }
}
