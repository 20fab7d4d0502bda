import Diagnostics
import Testing
import Texts

@testable import Expressions

@Suite("Long and deep formulas")
struct LongFormulaTests {
  /// As deep as formulas may be, in every way in which they can.
  static let deepest = [
    Array(repeating: "x", count: 199).joined(separator: " + "),
    String(repeating: "abs(", count: 190) + "x" + String(repeating: ")", count: 190),
    String(repeating: "if(agreed, ", count: 190) + "x" + String(repeating: ", y)", count: 190),
    String(repeating: "-(", count: 98) + "x" + String(repeating: ")", count: 98),
    String(repeating: "coalesce(x, 1 + ", count: 60) + "x" + String(repeating: ")", count: 60),
  ]

  @Test(
    "The deepest that may be written is checked, run, printed and said, on the small stack of a thread",
    arguments: deepest)
  func works(text: String) throws {
    let formula = try #require(School.compile(text, as: .scoring).compiled?.formula)
    #expect(formula.evaluate(in: School.row(["x": .integer(1), "agreed": .boolean(true)])).decimal != nil)
    let printed = Printer(School.questionnaire).text(of: formula)
    #expect(School.compile(printed, as: .scoring).compiled?.formula == formula)
    #expect(!formula.describe(in: .ky, Wording(School.questionnaire, in: .ky)).isEmpty)
  }

  @Test("Conditions too, with all that is doubted of them")
  func conditions() {
    for text in [
      Array(repeating: "agreed", count: 199).joined(separator: " or "),
      String(repeating: "not (", count: 98) + "x gt 1" + String(repeating: ")", count: 98),
    ] {
      #expect(School.compile(text, as: .showIf, expecting: .boolean).compiled != nil)
    }
  }

  @Test(
    "What goes deeper is refused with one finding, however it does",
    arguments: [
      Array(repeating: "x", count: 3_000).joined(separator: "+"), String(repeating: "(", count: 5_000),
      String(repeating: "not ", count: 2_000) + "agreed", String(repeating: "abs(", count: 2_000),
      String(repeating: "-", count: 5_000) + "x",
      Array(repeating: "agreed", count: 900).joined(separator: " or "),
      String(repeating: "(", count: 60) + "x" + String(repeating: "+x+x+x+x)", count: 60),
    ])
  func deeper(text: String) {
    #expect(School.compile(text, as: .scoring).findings.map(\.code) == ["E114"])
  }
}
