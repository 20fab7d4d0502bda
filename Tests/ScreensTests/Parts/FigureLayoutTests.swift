import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("Authors' texts on a screen")
struct FigureLayoutTests {
  private func lines(_ words: [Inline], width: Int = 40) -> [String] {
    StyledText(words) { "<\($0)>" }.lines(width: width).map { $0.map(\.text.string).joined() }
  }

  private static let table = TextTable(rows: [
    TextTable.Row(isHeading: true, cells: [[.text("Class")], [.text("Books")]]),
    TextTable.Row(cells: [[.text("9-а")], [.text("24")]]), TextTable.Row(cells: [[.text("9-б")], [.text("118")]]),
  ])

  @Test("A table has a line a row, numbers at the right and a rule under its heading")
  func table() {
    #expect(
      lines([.text("Look:"), .table(Self.table), .text("How many?")]) == [
        "Look:", "Class | Books", "------+------", "9-а   |    24", "9-б   |   118", "How many?",
      ])
  }

  @Test("A table that is too wide wraps inside its cells", arguments: [10, 14, 20, 30, 76])
  func narrow(width: Int) {
    let wide = TextTable(rows: [
      TextTable.Row(cells: [[.text("what the pupils were asked to do")], [.text("and what they did")]])
    ])
    for line in lines([.table(wide)], width: width) { #expect(SafeText.line(line).width <= width) }
    let words = lines([.table(wide)], width: width).joined(separator: " ").filter(\.isLetter)
    #expect(words.count == "what the pupils were asked to doand what they did".filter(\.isLetter).count)
  }

  @Test("Lists, paragraphs and pictures each begin a line")
  func apart() {
    #expect(
      lines([
        .paragraph([.text("First.")]), .paragraph([.text("Second.")]),
        .list([[.text("one")], [.text("two")]], isNumbered: true),
        .picture(TextPicture(source: "a.svg", alternative: [.text("a square")], drawing: "\n  +-+\n  +-+\n")),
      ]) == ["First.", "Second.", "1. one", "2. two", "+-+", "+-+", "[a square]"])
  }

  @Test("Powers and indices: a raised digit where consoles have it, else a sign")
  func powers() {
    #expect(lines([.text("x"), .superscript([.text("2")])]) == ["x²"])
    #expect(lines([.text("x"), .superscript([.text("7")])]) == ["x^7"])
    #expect(lines([.text("2"), .superscript([.emphasis([.text("n")]), .text(" + 1")])]) == ["2^(n + 1)"])
    #expect(lines([.text("a"), .subscript([.text("1")])]) == ["a_1"])
    #expect(lines([.fraction(numerator: [.text("a + 1")], denominator: [.text("2")])]) == ["(a + 1)/2"])
  }

  @Test("Nothing of a text is lost in its plain words")
  func plain() {
    let text = StyledText([.text("A"), .table(Self.table)]) { $0 }
    #expect(text.plain.contains("9-а | 24") && !text.isEmpty && StyledText().isEmpty)
  }
}
