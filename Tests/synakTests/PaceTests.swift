import Foundation
import TerminalTesting
import Testing

/// Stops, limits of time and timed grids through the front door.
@Suite("Stops and time through the front door")
struct PaceTests {
  private static let stops = """
    <test xmlns="urn:synak:1" id="sums" version="1" languages="ky ru en"><title><ky>Т</ky><ru>Т</ru><en>T</en></title>
    <section id="s" stop-after-wrong="2">
    <number id="a1"><ky>1+1?</ky><ru>1+1?</ru><en>1+1?</en><key>2</key></number>
    <number id="a2"><ky>2+2?</ky><ru>2+2?</ru><en>2+2?</en><key>4</key></number>
    <number id="a3"><ky>3+3?</ky><ru>3+3?</ru><en>3+3?</en><key>6</key></number>
    <number id="a4"><ky>4+4?</ky><ru>4+4?</ru><en>4+4?</en><key>8</key></number></section>
    <section id="more"><number id="b1"><ky>9-1?</ky><ru>9-1?</ru><en>9-1?</en><key>8</key></number></section>
    <scale id="total" method="sum" of="a1 a2 a3 a4 b1"><ky>Баары</ky><ru>Всего</ru><en>Total</en></scale>
    <example name="stops"><answers a1="2" a2="9" a3="9" b1="8"/><expect total="2" hidden="a4" shown="b1"/></example>
    </test>
    """

  @Test("A section stops on the screen, says so, and is scored and exported as stopped")
  func stop() throws {
    let school = try School()
    let file = try school.file("sums.xml", Self.stops)
    #expect(try school.run("check", file, "-l", "en").code == 0)
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "en"])
    try terminal.waitFor("1+1?")
    terminal.send("2\r")
    try terminal.waitFor("2+2?")
    terminal.send("9\r")
    try terminal.waitFor("3+3?")
    terminal.send("9\r")
    try terminal.waitFor("9-1?")
    #expect(terminal.shows("This part ends here"))
    terminal.send("8\r")
    try terminal.waitFor("All questions are answered")
    #expect(try terminal.handIn(asked: "Hand in your work?", thanked: "Thank you") == .exited(0))
    #expect(String(decoding: terminal.transcript, as: UTF8.self).contains("2 / 5"))
    let row = try #require(try school.exported("answers").first)
    #expect(row["a3"] == "9" && row["a4"] == "?not-reached" && row["b1"] == "8")
  }

  @Test("A question's time is over on the screen: what is typed is taken, and the next one comes by itself")
  func questionTime() throws {
    let school = try School()
    let file = try school.file(
      "quick.xml",
      """
      <test xmlns="urn:synak:1" id="quick" version="1" languages="ru"><title><ru>Т</ru></title>
      <section id="s"><number id="a" time-limit="3s"><ru>Сколько?</ru><key>12</key></number>
      <number id="b"><ru>А теперь?</ru><key>8</key></number></section></test>
      """)
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "ru"])
    try terminal.waitFor("На вопрос 0:0")
    terminal.send("12")
    try terminal.waitFor("А теперь?")
    #expect(terminal.shows("Время на прошлый вопрос вышло"))
    #expect(try terminal.leave() == .exited(0))
    // Gone on with, the first question stays closed.
    let rest = try school.run("take", file, "--person", "u-0007", "--answers", "-", "-l", "ru", input: "a 3\nb 8")
    #expect(rest.code == 1 && rest.error.contains("Время на этот вопрос вышло"))
    let last = try school.run("take", file, "--person", "u-0007", "--answers", "-", "-l", "ru", input: "b 8")
    #expect(last.code == 0)
    let row = try #require(try school.exported("answers").first)
    #expect(row["a"] == "12" && row["b"] == "8")
  }

  @Test("An assessor takes letters against the clock; count, pace and strokes are exported")
  func timedGrid() throws {
    let school = try School()
    let file = try school.file(
      "letters.xml",
      """
      <test xmlns="urn:synak:1" id="letters" version="1" languages="ky ru en"><title><ky>Т</ky><ru>Т</ru><en>T</en></title>
      <section id="s"><timed-grid id="letters" time="60s" columns="5"><ky>Оку</ky><ru>Читай</ru><en>Read</en>
      <cells>а м к о т ү с б ы л</cells></timed-grid></section>
      <scale id="right" method="sum" of="letters"><ky>Туура</ky><ru>Верно</ru><en>Right</en></scale></test>
      """)
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "ky"])
    try terminal.waitFor("боштукту басыңыз")
    terminal.send(" ")
    try terminal.waitFor("[а ]")
    terminal.press(.right)
    terminal.send(" ")
    try terminal.waitFor("[м/]")
    terminal.press(.down)
    try terminal.waitFor("[с ]")
    terminal.send("\r")
    try terminal.waitFor("окулганы 7, туурасы 6")
    terminal.send("\r")
    try terminal.waitFor("Бардык суроолорго жооп берилди")
    #expect(try terminal.handIn(asked: "Ишти тапшырасызбы?", thanked: "Чоң рахмат") == .exited(0))
    let typed = try school.run(
      "take", file, "--person", "u-0008", "--answers", "-", "-l", "ru", input: "letters last=9 wrong=2,4 left=18")
    #expect(typed.code == 0 && typed.output.contains("7 / 10"))
    let rows = try school.exported("answers").sorted { $0["person"] ?? "" < $1["person"] ?? "" }
    #expect(rows[0]["letters"] == "6" && rows[0]["letters.attempted"] == "7" && rows[0]["letters.wrong_cells"] == "2")
    #expect(rows[1]["letters"] == "7" && rows[1]["letters.seconds"] == "42" && rows[1]["letters.per_minute"] == "10")
  }

  @Test("A section asked once for each child is answered by occurrence, on the screen and from a file")
  func repeated() throws {
    let school = try School()
    let file = try school.file(
      "kids.xml",
      """
      <questionnaire xmlns="urn:synak:1" id="kids" version="1" languages="ru"><title><ru>Т</ru></title>
      <section id="s"><number id="kids" whole="yes" max="3"><ru>Сколько детей?</ru></number></section>
      <section id="child" repeat="kids" repeat-at-most="3"><title><ru>Ребёнок</ru></title>
      <text id="name"><ru>Имя?</ru></text><number id="age"><ru>Сколько лет {name}?</ru></number></section>
      <section id="end"><compute id="oldest" value="max(age)"/></section></questionnaire>
      """)
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "ru"])
    try terminal.waitFor("Сколько детей?")
    terminal.send("2\r")
    try terminal.waitFor("Ребёнок 1")
    terminal.send("Асан\r")
    try terminal.waitFor("Сколько лет Асан?")
    terminal.send("7\r")
    try terminal.waitFor("Ребёнок 2")
    #expect(try terminal.leave() == .exited(0))
    let rest = try school.run(
      "take", file, "--person", "u-0007", "--answers", "-", "-l", "ru", input: "name.2 Үсөн\nage.2 9")
    #expect(rest.code == 0, "\(rest.said)")
    let row = try #require(try school.exported("answers").first)
    #expect(row["name.1"] == "Асан" && row["age.2"] == "9" && row["age.3"] == "?not-shown" && row["oldest"] == "9")
  }
}
