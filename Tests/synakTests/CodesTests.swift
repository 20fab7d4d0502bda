import Administration
import Expressions
import Foundation
import TerminalTesting
import Testing

@testable import Storage

/// `synak codes`: slips are printed, handed out and typed.
@Suite("synak codes")
struct CodesTests {
  /// The codes of a page of slips, in its order.
  static func codes(_ page: String) -> [String] {
    page.matches(of: /class="code">([^<]+)</).map { String($0.output.1) }
  }

  @Test("A class gets slips with names, and each code opens its person's session and no other")
  func personal() throws {
    let school = try School()
    let file = school.folder + "/slips.html"
    let run = try school.run("codes", "issue", "math-4-diagnostic", "--class", "4-а", "-l", "ru", "-o", file)
    #expect(run.code == 0, "\(run.said)")
    #expect(run.output.isEmpty && run.error.contains("удалите файл"))
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let page = try String(contentsOfFile: file, encoding: .utf8)
    let codes = Self.codes(page)
    #expect(codes.count == 25 && Set(codes).count == 25)
    #expect(page.contains("Абдыкеримов Тилек · 4-а") && page.contains("Наберите этот код"))

    // The first name of the alphabet is u-0001; typed small, in Cyrillic, without hyphens.
    let typed = codes[0].replacing("-", with: "").lowercased().replacing("a", with: "а").replacing("c", with: "с")
    let answers = try school.file("answers.txt", Generated.mathematics)
    let sitting = try school.run("take", "math-4-diagnostic", "--code", typed, "--answers", answers, "-l", "en")
    #expect(sitting.code == 0 && sitting.output.contains("8 / 8"), "\(sitting.said)")
    #expect(try school.exported("answers").map { $0["person"] } == ["u-0001"])
    let again = try school.run("take", "math-4-diagnostic", "--code", typed, "--answers", answers, "-l", "en")
    #expect(again.code == 1 && again.error.contains("E711"))
    let other = try school.run("take", "world-4", "--code", codes[1], "--answers", answers, "-l", "en")
    #expect(other.code == 1 && other.error.contains("E847") && other.error.contains("math-4-diagnostic"))

    let list = try school.run("codes", "list", "-l", "en")
    #expect(list.output.contains("math-4-diagnostic/1.0") && list.output.contains("personal"))
    #expect(!codes.contains { list.output.contains($0) })
    let revoked = try school.run("codes", "revoke", "math-4-diagnostic", "--person", "u-0002", "-l", "en")
    #expect(revoked.output == "1 code is good no longer.\n")
  }

  @Test("Parents answer once by a code of nobody, and not without one where codes were given out")
  func anonymous() throws {
    let school = try School()
    let file = school.folder + "/slips.fodt"
    let run = try school.run("codes", "issue", "parents-2025", "--count", "3", "-l", "ky", "-o", file)
    #expect(run.code == 0, "\(run.said)")
    let page = try String(contentsOfFile: file, encoding: .utf8)
    let codes = page.matches(of: /[2-9ACKMPTXY]{4}-[2-9ACKMPTXY]{4}-[2-9ACKMPTXY]{3}/).map { String($0.output) }
    #expect(codes.count == 3 && page.contains("ким жазганын эч ким биле албайт"))
    let answers = try school.file("answers.txt", "# nothing")
    // The plan has the survey in March: the codes are for that.
    #expect(run.error.contains("2026-2027/h2/t7"))
    let bare = try school.run(
      "take", "parents-2025", "--answers", answers, "-l", "en", "--today", "2027-03-02")
    #expect(bare.code == 3 && bare.error.contains("E828"), "\(bare.said)")
    let list = try school.run("codes", "list", "-l", "en")
    #expect(list.output.contains("anonymous") && list.output.split(separator: "\n").last?.contains(" 3 ") == true)
  }

  @Test("A wrong code slows the next one down, also when the program is started anew; a slip of the fingers doesn't")
  func guessing() throws {
    let school = try School()
    let file = school.folder + "/slips.html"
    #expect(try school.run("codes", "issue", "math-4-diagnostic", "--class", "4-а", "-l", "ru", "-o", file).code == 0)
    let code = Self.codes(try String(contentsOfFile: file, encoding: .utf8))[0]
    let answers = try school.file("answers.txt", "# nothing")
    func take(_ code: String) throws -> String {
      try school.run("take", "math-4-diagnostic", "--code", code, "--answers", answers, "-l", "en").error
    }
    for (typed, finding) in [("2345", "E841"), ("O" + code.dropFirst(), "E840")] {
      #expect(try take(typed).contains(finding))
    }
    let swapped = code.dropLast(2) + String(code.suffix(2).reversed())
    if swapped != code { #expect(try take(String(swapped)).contains("E842")) }
    let wrong = try #require(AccessCode.drawn { _ in [0x12, 0x34, 0x56, 0x78, 0x9A] }).printed
    for _ in 0..<4 {
      let said = try take(wrong)
      #expect(said.contains("E843") || said.contains("E844"), "\(said)")
    }
    #expect(try take(code).contains("E844"))
    let audit = try school.reading { try $0.audit() }
    #expect(audit.contains { $0.kind == .wrongCode && $0.count == 1 })
  }

  @Test("Who can't get codes is told before any is drawn")
  func refusals() throws {
    let school = try School()
    for (arguments, finding) in [
      (["math-4-diagnostic", "--class", "4-ж"], "E703"), (["math-4-diagnostic", "--count", "5"], "E849"),
      (["math-4-diagnostic", "--person", "u-9999"], "E702"), (["parents-2025", "--person", "u-0001"], "E848"),
      (["parents-2025", "--count", "6000"], "E850"),
      (["math-4-diagnostic", "--class", "4-а", "-o", "/nowhere/s"], "E708"),
    ] {
      let run = try Run(school.program(["codes", "issue"] + arguments + ["-l", "en"]), input: nil)
      #expect(run.code != 0 && run.error.contains(finding), "\(arguments): \(run.said)")
    }
    #expect(try school.run("codes", "issue", "parents-2025").code == 2)
    #expect(try school.run("codes", "list", "-l", "ru").output == "Кодов ещё не выдавали.\n")
  }
}

/// A parent at a kiosk with a slip in hand.
@Suite("A kiosk with codes", .serialized)
struct KioskCodesTests {
  @Test("A slip of the fingers is told, the code opens the survey, and is not shown afterwards")
  func kiosk() throws {
    let school = try School()
    let file = school.folder + "/slips.html"
    #expect(
      try school.run("codes", "issue", "math-4-diagnostic", "--class", "4-а", "-l", "ru", "-o", file).code == 0)
    let code = CodesTests.codes(try String(contentsOfFile: file, encoding: .utf8))[0]
    let room = try school.terminal(
      ["room", "math-4-diagnostic", "--class", "4-а", "--entry", "codes", "--today", School.today, "-l", "en"],
      columns: 120)
    try room.waitFor("The room is open")
    let kiosk = try school.terminal(["kiosk", "--name", "pc1", "-l", "en"])
    try kiosk.waitFor("Welcome")
    kiosk.press(.enter)
    try kiosk.waitFor("_")
    let last: Character = code.last == "2" ? "3" : "2"
    kiosk.send(code.dropLast() + String(last) + "\r")
    try kiosk.waitFor("There is a slip in the code")
    kiosk.send(code.lowercased() + "\r")
    try kiosk.waitFor("Your answers are kept under your name")
    kiosk.press(.down, .up, .enter)
    try kiosk.waitFor("348 + 275")
    #expect(!kiosk.shows(code))
    let persons = { try school.reading { try $0.sessions().map(\.person) } }
    room.kill(SIGINT)
    try room.waitForExit()
    #expect(try persons() == ["u-0001"])
  }
}
