import Foundation
import TerminalTesting
import Testing

/// `synak codebook`, beside the export that it describes.
@Suite("synak codebook")
struct CodebookCommandTests {
  @Test("The variables are the columns of the export, in their order")
  func columns() throws {
    let school = try School()
    let answers = "m1 623\nm2 c\nm3 60\nm4 a c\nm5 b a d c\nm6 23\n"
    let file = try school.file("answers.txt", answers)
    #expect(try school.run("take", "math-4-diagnostic", "--person", "u-0007", "--answers", file).code == 0)
    let export = try school.run("export", "answers")
    let exported = export.output.prefix { !$0.isNewline }.split(separator: ",").map(String.init)
    let run = try school.run("codebook", "math-4-diagnostic", "--format", "csv", "-l", "ru")
    #expect(run.code == 0, "\(run.said)")
    var described: [String] = []
    for row in run.output.split(whereSeparator: \.isNewline) where row.hasPrefix("answers,") {
      let name = String(row.split(separator: ",")[1])
      if described.last != name { described.append(name) }
    }
    #expect(!described.isEmpty && exported.suffix(described.count) == described[...])
  }

  @Test("DDI and HTML come from a file of one's own")
  func formats() throws {
    let school = try School()
    let file = school.folder + "/mine.xml"
    #expect(try school.run("new", "questionnaire", "-o", file).code == 0)
    let ddi = try school.run("codebook", file, "--format", "ddi")
    #expect(ddi.code == 0 && ddi.output.contains("<codeBook xmlns=\"ddi:codebook:2_5\""), "\(ddi.said)")
    let page = try school.run("codebook", file, "-l", "ky")
    #expect(page.code == 0 && page.output.contains("Өзгөрмөлөрдүн сүрөттөмөсү"))
  }
}
