import Foundation
import TerminalTesting
import Testing

/// `synak print`, as a teacher runs it before a lesson.
@Suite("synak print")
struct PrintTests {
  @Test("A paper, its sheet and its key come as files that stand alone")
  func print() throws {
    let school = try School()
    for (what, word) in [("paper", "Вычислите: 348 + 275"), ("answer-sheet", "Бланк ответов"), ("key", "623")] {
      let file = school.folder + "/\(what).html"
      let run = try school.run("print", "math-4-diagnostic", "--what", what, "--variant", "2", "-l", "ru", "-o", file)
      #expect(run.code == 0, "\(run.said)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains(word) && text.contains("Вариант 2"))
      #expect(what == "key" || !text.contains("623"), "no key on the paper")
    }
    let again = try school.run("print", "math-4-diagnostic", "--variant", "2", "-l", "ru")
    #expect(again.output == (try String(contentsOfFile: school.folder + "/paper.html", encoding: .utf8)))
  }

  @Test("A file named so is Flat ODF, to be changed before it is printed")
  func odt() throws {
    let school = try School()
    let file = school.folder + "/paper.fodt"
    #expect(try school.run("print", "reading-4", "-l", "ky", "-o", file).code == 0)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("application/vnd.oasis.opendocument.text") && text.contains("Кулун эмне үчүн жоголду?"))
  }

  @Test("What can't be printed says why")
  func refusals() throws {
    let school = try School()
    let key = try school.run("print", "parents-2025", "--what", "key", "-l", "ru")
    #expect(key.code == 1 && key.error.contains("E760") && key.error.contains("--what form"))
    let language = try school.run("print", "world-4", "-l", "en")
    #expect(language.code == 1 && language.error.contains("E761") && language.error.contains("ky, ru"))
    let folder = try school.run("print", "world-4", "-l", "ru", "-o", "/nowhere/paper.html")
    #expect(folder.code == 3, "\(folder.said)")
  }
}
