import Administration
import Diagnostics
import Expressions
import Instruments
import Testing
import Texts

@testable import Screens

@Suite("Whether questions fit the smallest common terminal")
struct ScreenFitTests {
  private func findings(_ blocks: String) throws -> [String] {
    let file = """
      <questionnaire xmlns="urn:synak:1" id="t" version="1" languages="ky ru"><title><ky>Т</ky><ru>Т!</ru></title>
      <section id="s">\(blocks)</section></questionnaire>
      """
    return ScreenFit.findings(of: try Sample.checked(Array(file.utf8))).map { $0.text(in: .en) }
  }

  private func options(_ count: Int, _ text: String) -> String {
    (1...count).map { "<option code=\"\($0)\"><ky>\(text)</ky><ru>\(text) \(text)</ru></option>" }.joined()
  }

  @Test("Eighteen lines are there; what needs more is told with its number, though the question is hidden at first")
  func tall() throws {
    let sixteen = "<choose id=\"q\"><ky>К</ky><ru>К!</ru>\(options(16, "жооп"))</choose>"
    #expect(try findings(sixteen) == [])
    let hidden =
      "<choose id=\"a\"><ky>А</ky><ru>А!</ru>\(options(2, "x"))</choose>"
      + "<choose id=\"q\" show-if=\"a = '1'\"><ky>К</ky><ru>К!</ru>\(options(25, "жооп"))</choose>"
    let found = try findings(hidden)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("“q” doesn't fit a screen of 80×24 (ky): it needs 27 lines of 18") == true, "\(found)")
  }

  @Test("A grid of too many answers for a line")
  func wide() throws {
    func grid(_ count: Int) -> String {
      "<grid id=\"g\"><ky>К</ky><ru>К!</ru>\(options(count, "ж"))<row id=\"r\"><ky>С</ky><ru>С!</ru></row></grid>"
    }
    #expect(try findings(grid(13)) == [])
    #expect(try findings(grid(14)) == ["The grid “g” doesn't fit 80 columns: it has 14 options."])
  }
}
