import Foundation
import TerminalTesting
import Testing

/// `synak new` and `synak explain`, as a methodist runs them.
@Suite("The methodist's workshop")
struct WorkshopTests {
  @Test("A new file checks without a mistake and is never written over")
  func new() throws {
    let school = try School()
    let file = school.folder + "/fractions-5.xml"
    let made = try school.run("new", "test", "-o", file, "-l", "ky")
    #expect(made.code == 0, "\(made.said)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("id=\"fractions-5\"") && text.contains("Мисалдар:"))
    let check = try school.run("check", file)
    #expect(check.code == 0 && check.output.contains("0 warnings"), "\(check.said)")
    let again = try school.run("new", "test", "-o", file)
    #expect(again.code == 1 && again.error.contains("E741"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test("An element is explained in the reader's language; a wrong name gets the right one")
  func explain() throws {
    let school = try School()
    let told = try school.run("explain", "math-4-diagnostic", "m4", "-l", "ru")
    #expect(told.code == 0 && told.output.contains("Верно: 2/4, 5/10"), "\(told.said)")
    let overview = try school.run("explain", "parents-2025", "-l", "ky")
    #expect(overview.output.contains("why_not: Эмне үчүн тамактанбайт?"))
    let wrong = try school.run("explain", "math-4-diagnostic", "totl")
    #expect(wrong.code == 1 && wrong.error.contains("did you mean “total”?"), "\(wrong.said)")
  }
}

extension WorkshopTests {
  @Test("Pairs and gaps are answered from a file, scored, and explained through the front door")
  func kinds() throws {
    let school = try School()
    let answers = "n1 c\nn2 a-2 b-1 c-4\nn3 a c d\nn4 12\nh1 b\nh2a b\nh2b a\nh3 d\nh4 a\n"
    let taken = try school.run("take", "world-4", "--answers", try school.file("answers.txt", answers), "-l", "ru")
    #expect(taken.code == 0, "\(taken.said)")
    #expect(taken.output.contains("11 / 12") && taken.output.contains("2 из 3. Баллы: 2 из 3."))
    #expect(taken.output.contains("(1) Самое большое озеро Кыргызстана — ____."))
  }

  @Test("A preview shows the file, follows it when it is saved, and stores nothing")
  func preview() throws {
    let school = try School()
    let file = school.folder + "/mine.xml"
    #expect(try school.run("new", "test", "-o", file).code == 0)
    let terminal = try school.terminal(["preview", file, "--at", "m2", "-l", "ru"])
    try terminal.waitFor("Какое число делится на 7")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("делится на 7", with: "кратно семи").write(toFile: file, atomically: true, encoding: .utf8)
    try terminal.waitFor("кратно семи")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: school.store))
  }

  @Test("A bank tells how questions did once they were met; a form is assembled from it and checks clean")
  func bank() throws {
    let school = try School()
    let before = try school.run("bank", "--subject", "math", "--grade", "4")
    #expect(before.code == 0 && before.output.contains("math-4-diagnostic/m1"), "\(before.said)")
    #expect(!FileManager.default.fileExists(atPath: school.store), "looking makes no store")
    #expect(try school.run("demo").code == 0)
    let after = try school.run("bank", "--grade", "4", "--format", "csv")
    let row = after.output.split(whereSeparator: \.isNewline).first {
      $0.hasPrefix("math-4-diagnostic,") && $0.contains(",m1,")
    }
    let met = try #require(row.flatMap { Int($0.split(separator: ",", omittingEmptySubsequences: false)[8]) })
    #expect(met >= 25, "\(after.said)")
    let file = school.folder + "/new.xml"
    let made = try school.run("assemble", "math-9-diagnostic", "--id", "math-9-b", "--points", "12", "-o", file)
    #expect(made.code == 0, "\(made.said)")
    let check = try school.run("check", file)
    #expect(check.output.contains("0 mistakes"), "\(check.said)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("q1 = math-9-diagnostic/"))
    let poor = try school.run("assemble", "math-9-diagnostic", "reading-4")
    #expect(poor.code == 1 && poor.error.contains("E744"), "\(poor.said)")
    let without = try school.run("assemble", "math-4-diagnostic")
    #expect(without.code == 1 && without.error.contains("E743"))
  }

  @Test("Texts go out and come back; a file is laid out; what a new version changes is told")
  func authoring() throws {
    let school = try School()
    let file = school.folder + "/mine.xml"
    #expect(try school.run("new", "questionnaire", "-o", file, "-l", "ru").code == 0)
    let before = try String(contentsOfFile: file, encoding: .utf8)
    let xliff = school.folder + "/mine.xlf"
    let out = try school.run("translate", "export", file, "--from", "ky", "--to", "ru", "-o", xliff)
    #expect(out.code == 0 && out.output.contains("texts, 0 of them"), "\(out.said)")
    let twice = try school.run("translate", "export", file, "--from", "ky", "--to", "ky")
    #expect(twice.code == 1 && twice.error.contains("E726"))
    let foreign = try school.run("translate", "export", file, "--from", "tg", "--to", "ky")
    #expect(foreign.code == 1 && foreign.error.contains("E727"))
    #expect(try school.run("translate", "import", file, xliff).output.contains("0 changed, 0 added"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
    #expect(try school.run("translate", "status", file).output.contains("██████████ 100 %"))
    #expect(try school.run("format", "--check", file).code <= 1)
    #expect(try school.run("format", file).code == 0)
    #expect(try school.run("format", "--check", file).code == 0)
    #expect(try school.run("check", file).output.contains("0 mistakes, 0 warnings"))
    let newer = school.folder + "/newer.xml"
    try before.replacing("required=\"yes\"", with: "").write(toFile: newer, atomically: true, encoding: .utf8)
    let same = try school.run("diff", file, file)
    #expect(same.output.contains("Nothing has changed."), "\(same.said)")
    let diff = try school.run("diff", file, newer)
    #expect(diff.code == 0 && diff.output.contains("required otherwise"), "\(diff.said)")
    #expect(try school.run("diff", file, newer, "--format", "json").output.contains("\"comparable\" : \"same\""))
  }

  @Test("What is published stays: the same again is nothing, other content needs another version")
  func publish() throws {
    let school = try School()
    let file = school.folder + "/mine.xml"
    let folder = school.folder + "/published"
    #expect(try school.run("new", "test", "--id", "mine", "-o", file).code == 0)
    let done = try school.run("publish", file, "--to", folder, "--today", "2026-11-25")
    #expect(done.code == 0 && done.output.contains("is published"), "\(done.said)")
    #expect(try school.run("publish", file, "--to", folder).output.contains("published on 2026-11-25"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try school.run("publish", file, "--to", folder)
    #expect(refused.code == 1 && refused.error.contains("E730"), "\(refused.said)")
    try text.replacing("id=\"mine\" version=\"1.0\"", with: "id=\"mine\" version=\"1.1\"").write(
      toFile: file, atomically: true, encoding: .utf8)
    let next = try school.run("publish", file, "--to", folder)
    #expect(next.code == 0 && next.output.contains("Scores can be compared"), "\(next.said)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 3)
    for name in files where name.hasSuffix(".xml") {
      #expect(try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int == 0o444)
    }
  }

  @Test("An essay waits for its raters; their points reach the score, and a third is asked for where two disagree")
  func judging() throws {
    let school = try School()
    let file = try school.file(
      "essay.xml",
      """
      <test xmlns="urn:synak:1" id="essay" version="1.0" languages="ky ru"><title><ky>Д</ky><ru>С</ru></title><section id="s">
      <essay id="w"><ky>Жаз</ky><ru>Пиши</ru><guide><ky>Ой</ky><ru>Мысль</ru></guide>
      <criterion id="idea"><ky>Ой</ky><ru>Мысль</ru><descriptor points="0">0</descriptor><descriptor points="3">3</descriptor></criterion>
      <criterion id="words"><ky>Сөз</ky><ru>Слова</ru><descriptor points="0">0</descriptor><descriptor points="1">1</descriptor></criterion>
      </essay></section><scale id="total" method="sum" of="w"><ky>Б</ky><ru>Б.</ru></scale></test>
      """)
    let answers = try school.file("answers.txt", "w Менин мектебим мага жагат\n")
    let taken = try school.run("take", file, "--person", "u-0007", "--answers", answers, "-l", "ru")
    #expect(taken.code == 0 && taken.output.contains("Это оценит человек"), "\(taken.said)")
    let list = try school.run("judge", "--list", "-l", "en")
    #expect(list.output.contains("waits") && !list.output.contains("u-0007"), "\(list.said)")
    let id = try #require(list.output.split(whereSeparator: \.isNewline).dropFirst().first?.prefix(8))
    func judge(_ rater: String, _ points: String) throws -> Run {
      try school.run("judge", "--rater", rater, "--session", String(id), "--points", points, "-l", "en")
    }
    #expect(try judge("m-0011", "idea=2,words=1").error.contains("E716"))
    #expect(try judge("m-0011", "idea=3,words=1").output.contains("Points: 4 of 4"))
    #expect(try school.run("judge", "--list", "-l", "en").output.contains("judged"))
    #expect(try judge("m-0012", "idea=0,words=1").output.contains("a third is needed"))
    #expect(try judge("m-0011", "idea=0,words=1").output.contains("Judged by 2. Points: 1 of 4."))
    let scores = try school.run("export", "scores")
    #expect(scores.output.contains("scale,total,1,4"), "\(scores.said)")
    #expect(try school.run("judge", "--points", "1").error.contains("E717"))
    #expect(try school.run("judge", "--rater", "x").error.contains("E714"))
  }
}
