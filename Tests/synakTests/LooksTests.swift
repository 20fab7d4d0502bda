import Foundation
import TerminalTesting
import Testing
import Texts

@testable import Storage
@testable import synak

/// The looks of a session on a real terminal: the practice question, themes, pictures, the voice.
@Suite("Looks at the terminal")
struct LooksAtTheTerminalTests {
  private static let take = ["take", "math-4-diagnostic", "--person", "u-0007", "-l"]
  private static let practised = ["SYNAK_TUTORIAL": ""]

  @Test("A pupil tries the keys before a test; who comes back goes on without")
  func practice() throws {
    let school = try School()
    let first = try school.terminal(Self.take + ["ky"], environment: Self.practised)
    try first.waitFor("1 / 4")
    first.send("\u{1B}[B")
    try first.waitFor("2 / 4")
    first.send("2\u{7F}")
    try first.waitFor("4 / 4")
    first.send("\u{1B}OR")
    try first.waitFor("Баары туура!")
    first.send("\r")
    try first.waitFor("1 / 6")
    first.send("623\r")
    try first.waitFor("2 / 6")
    #expect(try first.leave() == .exited(0))
    let second = try school.terminal(Self.take + ["ky"], environment: Self.practised)
    try second.waitFor("2 / 6")
    #expect(!String(decoding: second.transcript, as: UTF8.self).contains("Машыгуу"))
  }

  @Test("Who has handed something in knows the keys")
  func onlyFirst() throws {
    let school = try School()
    let answers = try school.file("answers.txt", "m1 623")
    #expect(try school.run("take", "math-4-diagnostic", "--person", "u-0007", "--answers", answers).code == 0)
    let next = try school.terminal(
      ["take", "world-4", "--person", "u-0007", "-l", "ru"], environment: Self.practised)
    try next.waitFor("1 / 8")
    #expect(!String(decoding: next.transcript, as: UTF8.self).contains("Тренировка"))
    #expect(try next.leave() == .exited(0))
    let other = try school.terminal(
      ["take", "world-4", "--person", "u-0008", "-l", "ru"], environment: Self.practised)
    try other.waitFor("Тренировка")
  }

  @Test("--no-tutorial begins at once, and adults are asked")
  func noTutorial() throws {
    let school = try School()
    let test = try school.terminal(Self.take + ["en", "--no-tutorial"], environment: Self.practised)
    try test.waitFor("1 / 6")
    #expect(try test.leave() == .exited(0))
    let survey = try school.terminal(["take", "parents-2025", "-l", "en"], environment: Self.practised)
    try survey.waitFor("Shall we begin?")
    survey.send("\r")
    try survey.waitFor("1 / ")
  }

  @Test("A theme paints the page, large print widens the margins, and the terminal is given back plain")
  func theme() throws {
    let school = try School()
    let terminal = try school.terminal(Self.take + ["ru", "--theme", "light", "--large"])
    try terminal.waitFor("1 / 6")
    let sent = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(sent.contains(";107m") || sent.contains("[107m"))
    #expect(terminal.screen.contains { $0.hasPrefix("      ") && $0.contains("Математика") })
    #expect(try terminal.leave() == .exited(0))
    #expect(terminal.isCooked)
  }

  /// A test of one question with a picture beside it.
  private func door(_ school: School) throws -> String {
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ScreensTests/Golden/Pictures/2-8.png")
    try Data(contentsOf: golden).write(to: URL(filePath: school.folder + "/door.png"))
    return try school.file(
      "door.xml",
      """
      <test xmlns="urn:synak:1" id="door" version="1" languages="en"><title><en>T</en></title><section id="s">
      <number id="a"><en>How many? <image src="door.png"><alt>a door</alt></image></en><key>1</key></number>
      </section></test>
      """)
  }

  @Test("A picture beside the file is shown in colours where there are enough, and by its words elsewhere")
  func picture() throws {
    let school = try School()
    let file = try door(school)
    let colours = try school.terminal(["take", file, "--person", "u-0007", "-l", "en"])
    try colours.waitFor("[a door]")
    #expect(colours.shows("\u{2580}\u{2580}\u{2580}"))
    #expect(try colours.leave() == .exited(0))
    for variables in [["TERM": "linux"], ["NO_COLOR": "1"], ["LANG": "C"]] {
      let plain = try school.terminal(["take", file, "--person", "u-0007", "-l", "en"], environment: variables)
      try plain.waitFor("[a door]")
      #expect(!plain.shows("\u{2580}"))
      #expect(try plain.leave() == .exited(0))
    }
  }

  @Test("A terminal that replies that it has graphics gets dots; the reply types nothing")
  func graphics() throws {
    let school = try School()
    let terminal = try school.terminal(["take", try door(school), "--person", "u-0007", "-l", "en"])
    terminal.tellCell(width: 8, height: 16)
    try terminal.waitFor("[a door]")
    try terminal.waitUntil("the question") { $0.transcript.contains("\u{1B}[c") }
    terminal.send("\u{1B}[?62;4;22c")
    try terminal.waitUntil("dots") { $0.transcript.contains("\u{1B}P0;1;0q\"1;1;104;16") }
    #expect(terminal.shows("[a door]") && terminal.shows("[ ____________ ]"))
    terminal.send("1")
    try terminal.waitFor("[ 1")
    #expect(try terminal.leave() == .exited(0))
    #expect(terminal.isGivenBack)
    // Without pictures nothing is asked.
    let plain = try school.terminal(Self.take + ["en"])
    try plain.waitFor("1 / 6")
    #expect(!plain.transcript.contains("\u{1B}[c"))
  }

  @Test("At a kiosk a pupil tries the keys too, in large print, and the log and the time begin after it")
  func kiosk() throws {
    let school = try School()
    let room = try school.terminal(
      ["room", "math-4-diagnostic", "--class", "4-а", "--today", School.today, "-l", "en"], columns: 120)
    try room.waitFor("The room is open")
    let kiosk = try school.terminal(["kiosk", "--large", "--name", "pc1", "-l", "en"], environment: Self.practised)
    try kiosk.waitFor("Welcome")
    kiosk.send("\r")
    try kiosk.waitFor("choose your name")
    kiosk.send("Асанов")
    try kiosk.waitFor("▶ Асанов Нурбек")
    kiosk.send("\r")
    try kiosk.waitFor("Is this you")
    kiosk.send("2\r")
    try kiosk.waitFor("Your answers are kept under your name")
    kiosk.send("\u{1B}[B\u{1B}[A\r")
    try kiosk.waitFor("1 / 4")
    // No way out of it, as of everything at a kiosk.
    kiosk.send("\u{03}\u{1B}[B")
    try kiosk.waitFor("2 / 4")
    kiosk.send("\u{1B}[6~")
    try kiosk.waitFor("348 + 275")
    #expect(kiosk.screen.contains { $0.hasPrefix("      Calculate: 348 + 275") })
    kiosk.send("623\r")
    try kiosk.waitFor("2 / 6")
    kiosk.kill(SIGKILL)
    room.kill(SIGTERM)
    #expect(try room.waitForExit() == .exited(0))
    let kinds = try school.reading { store in
      try store.sessions().flatMap { try store.journal(of: $0.id)?.events.map(\.event.kind) ?? [] }
    }
    #expect(kinds.first == "started" && kinds.contains("answered"))
  }

  // MARK: The voice

  /// A program in the place of espeak-ng that notes what it is told, and then speaks for a minute.
  private func voice(_ school: School) throws -> String {
    let path = try school.file(
      "espeak-ng",
      "#!/bin/sh\n/bin/cat > \(school.folder)/said\necho \"$@\" >> \(school.folder)/said\nexec /bin/sleep 60\n")
    chmod(path, 0o755)
    return school.folder
  }

  @Test("F9 reads the question through espeak-ng in the voice of the language; the screen never waits for it")
  func aloud() throws {
    let school = try School()
    let folder = try voice(school)
    let terminal = try school.terminal(
      Self.take + ["ky", "--aloud"], environment: ["PATH": folder + ":/usr/bin:/bin"])
    try terminal.waitFor("1 / 6")
    terminal.send("\u{1B}[20~")
    try terminal.waitUntil("the voice") { _ in
      (try? String(contentsOfFile: folder + "/said", encoding: .utf8))?.contains("-v ky") == true
    }
    let said = try String(contentsOfFile: folder + "/said", encoding: .utf8)
    #expect(said.contains("348 + 275"), "\(said)")
    terminal.send("62")
    try terminal.waitFor("[ 62")
    #expect(try terminal.leave() == .exited(0))
  }

  @Test("A test is read aloud only to whom it was granted: hearing is another task than reading")
  func notGranted() throws {
    let school = try School()
    let folder = try voice(school)
    let terminal = try school.terminal(Self.take + ["en"], environment: ["PATH": folder + ":/usr/bin:/bin"])
    try terminal.waitFor("1 / 6")
    terminal.send("\u{1B}[20~")
    try terminal.waitFor("can't be read aloud")
    #expect(!FileManager.default.fileExists(atPath: folder + "/said"))
    #expect(try terminal.leave() == .exited(0))
  }

  @Test("The voice is stopped by the next word and by hush, and leaves no process behind")
  func stopped() throws {
    let school = try School()
    let folder = try voice(school)
    let speaker = try #require(EspeakSpeaker.found(in: folder))
    let begun = ContinuousClock.now
    for _ in 0..<5 { speaker.say("бир эки үч", in: .ky) }
    speaker.hush()
    // Five programs that would each speak for a minute.
    #expect(ContinuousClock.now - begun < .seconds(20))
    speaker.say(String(repeating: "ө", count: 100_000), in: .ky)
    speaker.hush()
    #expect(!speaker.speaks(.tg) && speaker.speaks(.uz))
    #expect(EspeakSpeaker.found(in: "/nowhere:relative") == nil)
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
