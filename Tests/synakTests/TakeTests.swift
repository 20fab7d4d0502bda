import Foundation
import Storage
import TerminalTesting
import Testing

/// `synak take`: one session of one instrument, asked on a terminal or taken from a file.
@Suite("synak take")
struct TakeTests {
  // MARK: From a file

  @Test("Answers from a file are taken, handed in and explained", arguments: ["ky", "ru", "en"])
  func script(language: String) throws {
    let school = try School()
    let answers = try school.file("answers.txt", Generated.mathematics)
    let run = try school.run("take", "math-4-diagnostic", "--person", "u-0007", "--answers", answers, "-l", language)
    #expect(run.code == 0, "\(run.said)")
    #expect(run.error.isEmpty)
    #expect(run.output.contains("8 / 8") && run.output.contains("[+] 6.") && run.output.contains("(BAZ)"))
    let row = try #require(try school.exported("answers").first)
    #expect(row["person"] == "u-0007" && row["m1"] == "623" && row["m5"] == "b a d c")
  }

  @Test("Answers come from standard input where “-” is named")
  func standardInput() throws {
    let run = try School().run(
      "take", "math-4-diagnostic", "--person", "u-0007", "--answers", "-", "-l", "en", input: Generated.mathematics)
    #expect(run.code == 0)
    #expect(run.output.contains("8 / 8"))
  }

  @Test("A line that is no answer is named; nothing is handed in, and the mended file goes on with the same session")
  func mistakes() throws {
    let school = try School()
    let answers = try school.file("answers.txt", Generated.mathematics.replacing("m3 60", with: "m3 -60\nm33 60"))
    let first = try school.run("take", "math-4-diagnostic", "--person", "u-0007", "--answers", answers, "-l", "en")
    #expect(first.code == 1)
    #expect(first.error.contains("Line 4 “m3 -60”: The number must be 0 or more."))
    #expect(first.error.contains("Line 5 “m33 60”: There is no question “m33”."))
    #expect(first.output.contains("The same command goes on with them."))
    #expect(try school.run("list", "sessions").output.contains("open"))

    try school.file("answers.txt", "m3 60")
    let second = try school.run("take", "math-4-diagnostic", "--person", "u-0007", "--answers", answers, "-l", "en")
    #expect(second.code == 0, "\(second.said)")
    #expect(second.output.contains("8 / 8"))
    #expect(try school.exported("answers").map { $0["attempt"] } == ["1"])
  }

  @Test("What keeps a session from being handed in is said with its question")
  func unfinished() throws {
    let run = try School().run("take", "parents-2025", "--answers", "-", "-l", "ru", input: "meals no")
    #expect(run.code == 1)
    #expect(run.error.contains("grade: На этот вопрос нужно ответить."))
    #expect(run.output.contains("--person"), "an unnamed session can't be gone on with, and that is said")
  }

  @Test("Who has handed in is told so; another attempt has to be asked for")
  func again() throws {
    let school = try School()
    let answers = try school.file("answers.txt", Generated.mathematics)
    let arguments = ["take", "math-4-diagnostic", "--person", "u-0007", "--answers", answers, "-l", "ru"]
    #expect(try Run(school.program(arguments)).code == 0)
    let refused = try Run(school.program(arguments))
    #expect(refused.code == 1)
    #expect(refused.error.contains("E711") && refused.error.contains("--again"))
    #expect(try Run(school.program(arguments + ["--again"])).code == 0)
    #expect(try school.exported("answers").map { $0["attempt"] } == ["1", "2"])
  }

  // MARK: Mistakes of the command

  @Test(
    "An instrument or a person that isn't there is told with what was probably meant, in three languages",
    arguments: ["ky", "ru", "en"])
  func unknown(language: String) throws {
    let school = try School()
    func error(_ instrument: String, _ person: String) throws -> String {
      let run = try school.run(
        "take", instrument, "--person", person, "--answers", "-", "-l", language, input: Generated.mathematics)
      #expect(run.code == 1)
      #expect(run.output.isEmpty)
      return run.error
    }
    let instrument = try error("math-4-diagnostik", "u-0007")
    #expect(instrument.contains("E701") && instrument.contains("math-4-diagnostik"))
    #expect(instrument.contains(language == "en" ? "“math-4-diagnostic”?" : "«math-4-diagnostic»?"))
    let person = try error("math-4-diagnostic", "u-007")
    #expect(person.contains("E702") && person.contains("u-007"))
    #expect(person.contains(language == "en" ? "“u-0007”?" : "«u-0007»?"))
    #expect(try school.reading { try $0.sessions().isEmpty })
  }

  @Test(
    "A command that is misused exits with 2 and says how it is used",
    arguments: [
      ["take"], ["take", "math-4-diagnostic", "--nonesuch"], ["take", "math-4-diagnostic", "-l", "xx"],
      ["take", "math-4-diagnostic", "--today", "yesterday"], ["nonesuch"], ["demo", "--seed", "many"], ["check"],
      ["export"], ["export", "backup"], ["export", "facts", "--dataset", "nonesuch"], ["board", "--by", "colour"],
    ])
  func usage(arguments: [String]) throws {
    let school = try School()
    let run = try Run(Program.built("synak", arguments, environment: school.program([]).environment), input: "m1 1")
    #expect(run.code == 2)
    #expect(run.error.contains("Usage:"), "\(run.error)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "Every command explains itself with an example", arguments: ["check", "take", "demo", "board", "list", "export"])
  func help(command: String) throws {
    let run = try School().run(command, "--help")
    #expect(run.code == 0)
    #expect(run.output.contains("  synak \(command)"))
  }

  @Test("An instrument with mistakes isn't sat: they are told as `check` tells them")
  func brokenInstrument() throws {
    let school = try School()
    let file = try school.file("bad.xml", Generated.numbers(3).replacing("id=\"n2\"", with: "id=\"n1\""))
    let run = try school.run("take", file, "--answers", "-", "-l", "en", input: "n1 1")
    #expect(run.code == 1)
    #expect(run.error.contains("\(file):9:17: error"), "\(run.error)")
    #expect(run.error.contains("E704"))
  }

  // MARK: On a terminal

  @Test("Who leaves finds the same question and all answers again, the one chosen last too")
  func resumes() throws {
    let school = try School()
    let arguments = ["take", "math-4-diagnostic", "--person", "u-0007", "-l", "ru"]
    let terminal = try school.terminal(arguments)
    try terminal.waitFor("Вычислите: 348 + 275")
    terminal.send("623\r")
    try terminal.waitFor("2 / 6")
    terminal.send(terminal.number(before: "56"))
    try terminal.waitFor("(•) 56")
    terminal.press(.controlC)
    try terminal.waitFor("Прервать и выйти?")
    terminal.press(.enter)  // the safe way on
    try terminal.waitFor("(•) 56")
    terminal.press(.controlC)
    try terminal.waitFor("Прервать и выйти?")
    terminal.send("2\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(terminal.shows("Ответы сохранены. Продолжить можно той же командой."))

    let again = try school.terminal(arguments)
    try again.waitFor("2 / 6")
    try again.waitFor("(•) 56")
    again.press(.pageUp)
    try again.waitFor("[ 623")
    again.press(.list)
    try again.waitUntil("the list") { $0.shows("[x] 1.") && $0.shows("[x] 2.") && $0.shows("[ ] 3.") }
  }

  @Test("A pupil is spoken to in the language that the register has, where none is asked for")
  func ownLanguage() throws {
    let terminal = try School().terminal(["take", "math-4-diagnostic", "--person", "u-0027"])
    try terminal.waitFor("Вычислите: 348 + 275")
  }

  @Test("A session whose terminal died goes on at another one")
  func deadTerminal() throws {
    let school = try School()
    let arguments = ["take", "math-4-diagnostic", "--person", "u-0007", "-l", "en"]
    let first = try school.terminal(arguments)
    try first.waitFor("1 / 6")
    first.send("623\r")
    try first.waitFor("2 / 6")
    // As long as it lives nobody gets in, not even with force.
    let refused = try Run(school.program(arguments + ["--take-over", "--answers", "-"]), input: "m1 1")
    #expect(refused.code == 3)
    #expect(refused.error.contains("E807") && refused.error.contains("process \(first.process)"))
    first.kill(SIGKILL)
    try first.waitForExit()
    let second = try school.terminal(arguments + ["--take-over"])
    try second.waitFor("2 / 6")
    second.press(.pageUp)
    try second.waitFor("[ 623")
  }

  @Test("In a kiosk no key leads out but handing in")
  func kiosk() throws {
    let terminal = try School().terminal(["take", "math-4-diagnostic", "--person", "u-0007", "--kiosk", "-l", "en"])
    try terminal.waitFor("1 / 6")
    terminal.press(.controlC)
    terminal.send("\u{1A}\u{1C}623\r")
    try terminal.waitFor("2 / 6")
    #expect(terminal.status == nil && !terminal.shows("leave"))
  }

  @Test("When the time is up what was typed is taken, the session is closed, and that is said")
  func timeUp() throws {
    let school = try School()
    let file = try school.file("short.xml", Generated.numbers(3, timeLimit: "2s"))
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "ru"])
    try terminal.waitFor("1 / 3")
    #expect(terminal.shows("Осталось 0:0"))
    terminal.send("1\r")
    try terminal.waitFor("2 / 3")
    terminal.send("2")
    try terminal.waitFor("Время вышло. Все ответы, данные вовремя, приняты.")
    #expect(terminal.shows("Отвечено: 2 из 3."))
    terminal.send("7")  // meant for a question, closes nothing
    terminal.press(.enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    let row = try #require(try school.exported("answers").first)
    #expect(row["n1"] == "1" && row["n2"] == "2" && row["n3"] == "?unanswered")
  }

  // MARK: The other instruments

  @Test("A parent is asked only what concerns the child, and asked back where a sum looks wrong")
  func survey() throws {
    let school = try School()
    let terminal = try school.terminal(["take", "parents-2025", "-l", "ru"])
    try terminal.waitFor("В каком классе учится ваш ребёнок?")
    terminal.press(.pageDown)
    try terminal.waitFor("На этот вопрос нужно ответить.")
    terminal.send("9\r")
    try terminal.waitFor("Ваш ребёнок питается в школе?")
    terminal.send("1\r")
    try terminal.waitFor("Сколько сомов в день в среднем уходит на питание?")
    terminal.send("500\r")
    try terminal.waitFor("Сумма кажется большой. Проверьте.")
    terminal.send("2\r")
    try terminal.waitFor("Насколько вы согласны?")

    // Back and change: another question takes the place of the last one.
    terminal.press(.pageUp)
    try terminal.waitFor("[ 500")
    terminal.press(.pageUp)
    try terminal.waitFor("(•) Да")
    terminal.send("2\r")
    try terminal.waitFor("Почему не питается?")
    terminal.send("3")
    try terminal.waitFor("[x] Другое")
    terminal.press(.down)
    terminal.send("Алыс\r")
    try terminal.waitFor("Насколько вы согласны?")

    // A table: a digit a row. Rows are shuffled; the hurt child's row decides what comes next.
    terminal.send("4444\r")
    try terminal.waitFor("Опишите, что произошло (9 класс)")
    terminal.send("Ничего.")
    terminal.press(.pageDown)
    try terminal.waitFor("Ребёнок пойдёт в 10 класс?")
    terminal.send("1\r")
    try terminal.waitFor("На все вопросы есть ответ.")
    #expect(try terminal.handIn(asked: "Сдать работу?", thanked: "Большое спасибо") == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(String(decoding: terminal.transcript, as: UTF8.self).contains("Школьный климат"))
    // Nobody is in any list.
    #expect(try school.run("list", "sessions").output == "\n")
    #expect(try school.exported("answers").isEmpty)
  }

  @Test("An observer counts, records by the clock, chooses described levels, and writes advice")
  func observation() throws {
    let school = try School()
    let terminal = try school.terminal(["take", "lesson-observation", "--person", "m-0012", "-l", "ru"])
    try terminal.waitFor("Вопросы, заданные учениками")
    #expect(terminal.shows("Прошло 0:0"))
    terminal.send("+++-")
    try terminal.waitFor("Сосчитано: 2")
    terminal.press(.pageDown)
    try terminal.waitFor("Доля учеников, занятых заданием")
    terminal.send("2\r")
    try terminal.waitFor("Цель урока")
    terminal.press(.pageUp)
    try terminal.waitFor("Запись 2, время 20:00")
    #expect(terminal.shows("большинство"))
    terminal.press(.pageDown)
    try terminal.waitFor("Цель урока")
    terminal.send("21\r")
    try terminal.waitFor("Совет учителю")
    terminal.send("Больше спрашивать.\rИ ждать ответа.")
    try terminal.waitFor("И ждать ответа.")
    #expect(try terminal.handIn(asked: "Сдать работу?", thanked: "Большое спасибо") == .exited(0))
    #expect(String(decoding: terminal.transcript, as: UTF8.self).contains("3 / 4"))
    let output = try school.run("export", "answers", "--format", "json").output
    #expect(output.contains("\"questions\":2") && output.contains("Больше спрашивать.\\nИ ждать ответа."))
  }

  @Test(
    "What the register doesn't know is given at the start; what may tell who answers is refused in an anonymous survey")
  func inputs() throws {
    let school = try School()
    func file(_ name: String, _ attributes: String) throws -> String {
      try school.file(
        name,
        """
        <questionnaire xmlns="urn:synak:1" id="\(name.prefix(3))" version="1" languages="ky ru" \(attributes)><title><ky>С</ky><ru>О</ru></title>
        <input id="grade" type="integer" min="1" max="11"><ky>Класс</ky><ru>Класс!</ru></input>
        <input id="sex"><ky>Жынысы</ky><ru>Пол</ru></input>
        <section id="s"><number id="a" show-if="grade ge 5"><ky>А?</ky><ru>А??</ru></number>
        <number id="b"><ky>Б?</ky><ru>Б??</ru></number></section></questionnaire>
        """)
    }
    let named = try file("nam.xml", "")
    let answers = try school.file("answers.txt", "a 1\nb 2\n")
    let high = try school.run("take", named, "--person", "u-0001", "--input", "grade=7", "--answers", answers)
    #expect(high.code == 0, "\(high.said)")
    let few = try school.file("few.txt", "b 2\n")
    let low = try school.run("take", named, "--person", "u-0002", "--input", "grade=3", "--answers", few)
    #expect(low.code == 0, "\(low.said)")
    let out = try school.run("export", "answers")
    #expect(out.output.contains(",7,") && out.output.contains(",3,"), "\(out.said)")
    #expect(
      try school.run("take", named, "--input", "grad=7", "--answers", answers).error.contains("did you mean “grade”?"))
    #expect(try school.run("take", named, "--input", "grade=12", "--answers", answers).error.contains("E754"))
    let anonymous = try file("ano.xml", "anonymous=\"yes\"")
    #expect(try school.run("take", anonymous, "--input", "sex=f", "--answers", answers).error.contains("E755"))
    #expect(try school.run("take", anonymous, "--input", "grade=9", "--answers", answers).code == 0)
  }

  /// A grade and a sex, each with a question that it decides.
  private static func decided(_ id: String, _ attributes: String = "") -> String {
    """
    <questionnaire xmlns="urn:synak:1" id="\(id)" version="1" languages="en" \(attributes)><title><en>S</en></title>
    <choice-list id="sexes"><option code="female"><en>F</en></option><option code="male"><en>M</en></option></choice-list>
    <input id="grade" type="integer" min="1" max="11"><en>Grade</en></input>
    <input id="language"><en>Language</en></input><input id="sex" choices="sexes"><en>Sex</en></input>
    <section id="s"><number id="a" show-if="grade ge 4"><en>A?</en></number>
    <number id="b" show-if="sex = 'female'"><en>B?</en></number><number id="c"><en>C?</en></number></section></questionnaire>
    """
  }

  @Test("What decides and nobody gave is told in one line at the start; every mistake of the inputs is told at once")
  func unknownInputs() throws {
    let school = try School()
    let form = try school.file("form.xml", Self.decided("form"))
    let answers = try school.file("answers.txt", "c 2\n")
    let bare = try school.run("take", form, "--answers", answers, "-l", "en")
    #expect(bare.code == 0 && bare.error.split(separator: "\n").count == 1, "\(bare.said)")
    #expect(bare.error.contains("grade, sex") && !bare.error.contains("language"))
    let wrong = try school.run(
      "take", form, "--input", "grad=4", "--input", "sex=femal", "--input", "grade", "--answers", answers, "-l", "en")
    #expect(wrong.code == 1)
    for words in ["E753", "did you mean “grade”?", "E754", "did you mean “female”?", "E756"] {
      #expect(wrong.error.contains(words), "\(wrong.said)")
    }
    let full = try school.run(
      "take", form, "--person", "u-0001", "--input", "grade=3", "--input", "sex=male", "--answers", answers)
    #expect(full.code == 0 && full.error.isEmpty, "\(full.said)")
  }

  @Test("A session that was begun keeps its inputs, and says so where others are given")
  func keptInputs() throws {
    let school = try School()
    let form = try school.file("form.xml", Self.decided("form"))
    let nothing = try school.file("nothing.txt", "c x\n")
    let answers = try school.file("answers.txt", "c 2\n")
    let given = ["--input", "sex=male", "--input", "grade=3"]
    let first = try Run(school.program(["take", form, "--person", "u-0001", "--answers", nothing] + given))
    #expect(first.code == 1, "\(first.said)")
    let second = try school.run(
      "take", form, "--person", "u-0001", "--input", "grade=9", "--answers", answers, "-l", "en")
    #expect(second.code == 0 && second.error.contains("grade: this session began with another value"), "\(second.said)")
  }

  @Test("Somebody unnamed of a class brings what all of it share, never what tells one of them")
  func ofClass() throws {
    let school = try School()
    let form = try school.file("form.xml", Self.decided("form", "anonymous=\"yes\""))
    let answers = try school.file("answers.txt", "a 1\nc 2\n")
    let run = try school.run("take", form, "--class", "4-б", "--answers", answers, "-l", "en")
    #expect(run.code == 0 && run.error.contains("sex.") && !run.error.contains("grade"), "\(run.said)")
    #expect(!run.error.contains("--input"), "an anonymous survey would refuse it")
    let unknown = try school.run("take", form, "--class", "4-в", "--answers", answers, "-l", "en")
    #expect(unknown.code == 1 && unknown.error.contains("E703"), "\(unknown.said)")
    #expect(try school.run("take", form, "--class", "4-б", "--person", "u-0001", "--answers", answers).code == 2)
    let register = try school.file(
      "register.csv",
      """
      person,role,family_name,given_name,sex,language,class,from,to
      u-1,pupil,A,B,f,ky,7-а,2020-09-01,
      u-2,pupil,C,D,m,ky,7-а,2020-09-01,

      """)
    let few = try school.run("take", form, "--class", "7-а", "--register", register, "--answers", answers, "-l", "en")
    #expect(few.code == 1 && few.error.contains("E757"), "\(few.said)")
    // As an input it is the same class.
    let input = "<input id=\"language\">"
    let classed = try school.file(
      "classed.xml",
      Self.decided("classed", "anonymous=\"yes\"")
        .replacingOccurrences(of: input, with: "<input id=\"class\"><en>Class</en></input>" + input))
    let typed = try school.run(
      "take", classed, "--input", "class=7-а", "--register", register, "--answers", answers, "-l", "en")
    #expect(typed.code == 1 && typed.error.contains("E757"), "\(typed.said)")
  }
}
