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
    terminal.press(.handIn)
    try terminal.waitFor("Hand in your work?")
    terminal.send("2\r")
    try terminal.waitFor("Thank you")
    terminal.press(.enter)
    #expect(try terminal.waitForExit() == .exited(0))
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
    terminal.press(.controlC)
    try terminal.waitFor("1  ")
    terminal.send("2\r")
    #expect(try terminal.waitForExit() == .exited(0))
    // Gone on with, the first question stays closed.
    let rest = try school.run("take", file, "--person", "u-0007", "--answers", "-", "-l", "ru", input: "a 3\nb 8")
    #expect(rest.code == 1 && rest.error.contains("Время на этот вопрос вышло"))
    let last = try school.run("take", file, "--person", "u-0007", "--answers", "-", "-l", "ru", input: "b 8")
    #expect(last.code == 0)
    let row = try #require(try school.exported("answers").first)
    #expect(row["a"] == "12" && row["b"] == "8")
  }
}
