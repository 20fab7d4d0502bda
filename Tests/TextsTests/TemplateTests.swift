import Testing

@testable import Texts

@Suite("Templates")
struct TemplateTests {
  let points = Template(
    ky: "{n} {n:балл}", ru: "{n} {n:балл|балла|баллов}", en: "{n} {n:point|points}")

  @Test(
    "A noun takes the form that goes with its number",
    arguments: [
      (1, "1 балл", "1 балл", "1 point"), (2, "2 балл", "2 балла", "2 points"), (5, "5 балл", "5 баллов", "5 points"),
      (11, "11 балл", "11 баллов", "11 points"), (21, "21 балл", "21 балл", "21 points"),
      (112, "112 балл", "112 баллов", "112 points"), (0, "0 балл", "0 баллов", "0 points"),
    ])
  func nounForms(count: Int, ky: String, ru: String, en: String) {
    let arguments = ["n": String(count)]
    #expect(points.text(in: .ky, arguments) == ky)
    #expect(points.text(in: .ru, arguments) == ru)
    #expect(points.text(in: .en, arguments) == en)
    #expect(points.text(in: .tg, arguments) == ru)
  }

  @Test("A placeholder without its argument stays visible")
  func missingArgumentStaysVisible() {
    #expect(points.text(in: .en) == "{n} {n:point|points}")
    #expect(points.argumentNames(in: .ru) == ["n"])
  }

  @Test(
    "Numbers look as people of the language write them",
    arguments: [
      ("1234.5", "1234,5", "1,234.5"), ("-12345", "−12\u{A0}345", "−12,345"), ("0.25", "0,25", "0.25"),
      ("n/a", "n/a", "n/a"),
    ])
  func numbers(plain: String, ky: String, en: String) {
    #expect(NumberFormat.text(plain, in: .ky) == ky)
    #expect(NumberFormat.text(plain, in: .en) == en)
  }

  @Test("A text falls back to a language that it has, and shows piped answers")
  func localizedText() {
    let text = LocalizedText(versions: [.ru: [.text("Класс "), .reference("grade")]])
    #expect(text.plain(in: .ky) { _ in "4" } == "Класс 4")
    #expect(text.version(in: .en).references == ["grade"])
    #expect(
      LocalizedText(common: [.fraction(numerator: [.text("1")], denominator: [.text("2")])]).plain(in: .ky) == "1/2")
  }
}

@Suite("Texts with figures")
struct FigureTests {
  @Test("Figures have their words in plain text, each on lines of its own")
  func plain() {
    let words: [Inline] = [
      .text("Look:"), .table(TextTable(rows: [TextTable.Row(cells: [[.text("a")], [.reference("grade")]])])),
      .list([[.text("one")], [.text("two")]], isNumbered: false),
      .picture(TextPicture(source: "a.svg", alternative: [.text("a square")])), .text("So?"),
    ]
    #expect(words.plain { _ in "4" } == "Look:\na | 4\n– one\n– two\n[a square]\nSo?")
    #expect(words.references == ["grade"])
    #expect(words.pictures.map(\.source) == ["a.svg"])
  }

  @Test("A drawing loses the margin that its lines share, and the blank lines around it")
  func drawing() {
    let picture = TextPicture(source: "a.svg", alternative: [], drawing: "\n    +--+\n    | \n    +--+  \n  ")
    #expect(picture.drawingLines == ["+--+", "|", "+--+"])
  }
}
