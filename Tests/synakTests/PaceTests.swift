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
}
