import Foundation
import TerminalTesting
import Testing

/// Tests that follow the answers, by the commands that people use.
@Suite("synak with tests that follow the answers")
struct AdaptiveTests {
  private static func file(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "SampleFiles/\(name).xml").path
  }

  /// A line for every question, as somebody answers who can do the easier half.
  private static func answers() throws -> String {
    let text = try String(contentsOfFile: file("adaptive-arithmetic"), encoding: .utf8)
    let questions = text.matches(of: /<number id="(q\d+)"[\s\S]*?<key>(\d+)<\/key>/)
    #expect(questions.count == 48)
    return questions.enumerated().map { "\($1.1) \($0 < 24 ? String($1.2) : "-1")" }.joined(separator: "\n")
      + "\nliked right"
  }

  @Test("A sitting is chosen, scored with its error, exported and told step by step with the reasons")
  func sitting() throws {
    let school = try School()
    let answers = try school.file("answers.txt", Self.answers())
    let file = Self.file("adaptive-arithmetic")
    let run = try school.run("take", file, "--person", "u-0007", "-l", "en", "--answers", answers)
    #expect(run.code == 0, "\(run.said)")
    #expect(run.output.contains(" ± "))
    let scores = try school.exported("scores")
    let ability = try #require(scores.first { $0["name"] == "ability" })
    let error = try #require(scores.first { $0["name"] == "ability.error" })
    #expect(abs(Double(ability["score"] ?? "") ?? 9) < 1)
    #expect((0.2...0.7).contains(Double(error["score"] ?? "") ?? 9))
    #expect(scores.count { $0["kind"] == "item" && $0["score"]?.hasPrefix("?") == false } <= 12)
    let id = try #require(ability["session"])
    let told = try school.run("session", "show", String(id.prefix(8)), "-l", "en")
    #expect(told.code == 0, "\(told.said)")
    #expect(told.output.contains("at ability 0 ± 1 it tells"))
    #expect(told.output.contains("no more:"))
  }

  @Test("A terminal that is killed in the middle goes on with what was chosen")
  func kill() throws {
    let school = try School()
    let file = Self.file("adaptive-arithmetic")
    let terminal = try school.terminal(["take", file, "--person", "u-0007", "-l", "en"])
    try terminal.waitFor("1 / 13")
    terminal.send("5\r")
    try terminal.waitFor("2 / 13")
    let question = try #require(terminal.screen.first { $0.contains("What is") })
    terminal.kill(SIGKILL)
    _ = try terminal.waitForExit()
    let again = try school.terminal(["take", file, "--person", "u-0007", "-l", "en"])
    try again.waitFor("2 / 13")
    #expect(again.shows(question.trimmingCharacters(in: .whitespaces)))
  }

  @Test("Explain, map, codebook and paper say what follows the answers", arguments: ["ky", "ru", "en"])
  func told(language: String) throws {
    let school = try School()
    let (adaptive, staged) = (Self.file("adaptive-arithmetic"), Self.file("two-stage-arithmetic"))
    let said = try [
      school.run("explain", adaptive, "pool", "-l", language),
      school.run("explain", adaptive, "ability", "-l", language),
      school.run("map", staged, "-l", language), school.run("codebook", adaptive, "-l", language),
      school.run("print", adaptive, "-l", language), school.run("print", staged, "--variant", "2", "-l", language),
    ]
    let wanted: [[String: String]] = [
      ["ky": "5–12", "ru": "от 5 до 12 из 48", "en": "5 to 12 of 48"],
      ["ky": "эки параметрлүү", "ru": "двухпараметрическая", "en": "two-parameter logistic"],
      ["ky": "→ «Экинчи бөлүк, В»", "ru": "→ «Вторая часть, В»", "en": "→ “Second part, C”"],
      ["ky": "стандарттык катасы", "ru": "стандартная ошибка", "en": "standard error"],
      ["ky": "кагазда баары берилет", "ru": "на бумаге даны все", "en": "on paper all are here"],
      ["ky": "мугалим айтат", "ru": "скажет учитель", "en": "the teacher will say"],
    ]
    for (run, words) in zip(said, wanted) {
      // A map's lines are broken between the lines of its tree.
      let text = run.output.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
      #expect(run.code == 0, "\(run.said)")
      #expect(text.contains(words[language] ?? "?"), "\(words)")
    }
  }
}
