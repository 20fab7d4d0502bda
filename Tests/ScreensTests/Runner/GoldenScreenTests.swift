import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct GoldenScreenTests {
  static let large = Size(columns: 80, rows: 24)
  static let small = Size(columns: 40, rows: 12)

  @Test(
    "The mathematics test on a usual and on the smallest screen",
    arguments: [(Language.ky, large), (.ru, large), (.en, large), (.ky, small), (.ru, small)])
  func mathematics(language: Language, size: Size) throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"), language: language, size: size)
    var film = Film()
    film.take("m1", typist)
    typist.press(.enter)
    film.take("m1, Enter on nothing", typist)
    typist.type("623")
    film.take("m1, typed", typist)
    typist.press(.enter)
    typist.type("2")
    film.take("m2, chosen", typist)
    typist.press(.enter, .function(3))
    film.take("m3, marked", typist)
    typist.press(.pageDown)
    typist.type("13")
    film.take("m4, two chosen", typist)
    typist.press(.enter)
    typist.type("21")
    film.take("m5, two in their places", typist)
    typist.press(.enter)
    film.take("m5, not finished", typist)
    typist.type("3")
    typist.press(.enter)
    typist.wait(milliseconds: 35 * 60_000)
    film.take("m6, five minutes left", typist)
    typist.press(.function(2))
    film.take("the list", typist)
    typist.press(.function(2), .function(1))
    film.take("help", typist)
    typist.press(.enter, .pageDown)
    film.take("the end", typist)
    typist.press(.function(10))
    film.take("handing in", typist)
    typist.press(.down, .enter)
    film.take("handed in", typist)
    try Golden.expect(film.text, "math-\(language)-\(size.columns)x\(size.rows)")
  }

  @Test(
    "The parents' questionnaire: a check that asks back, an other, a grid",
    arguments: [(Language.ky, large), (.ru, small), (.en, large)])
  func parents(language: Language, size: Size) throws {
    var typist = Typist(try Sample.shipped("parent-survey"), language: language, size: size)
    var film = Film()
    typist.press(.pageDown)
    film.take("an answer is needed", typist)
    typist.type("9")
    typist.press(.enter)
    typist.type("1")
    typist.press(.enter)
    typist.type("500")
    typist.press(.enter)
    film.take("a check asks back", typist)
    typist.press(.down, .enter, .pageUp, .pageUp)
    typist.type("2")
    typist.press(.enter)
    typist.type("123")
    film.take("two at the most", typist)
    typist.type("23")
    typist.type("Алыс")
    film.take("other, in one's own words", typist)
    typist.press(.enter)
    film.take("the grid", typist)
    typist.type("45")
    film.take("the grid, two rows answered", typist)
    typist.press(.enter, .pageDown)
    film.take("the grid is not done", typist)
    typist.press(.function(10))
    film.take("handing in is blocked", typist)
    typist.press(.enter)
    typist.press(.function(4))
    film.take("languages", typist)
    try Golden.expect(film.text, "parents-\(language)-\(size.columns)x\(size.rows)")
  }

  @Test("The observation sheet: a count, records, levels", arguments: [(Language.ky, large), (.ru, small)])
  func observation(language: Language, size: Size) throws {
    var typist = Typist(try Sample.shipped("lesson-observation"), language: language, size: size)
    var film = Film()
    typist.type("+++")
    film.take("a count", typist)
    typist.press(.enter)
    typist.wait(milliseconds: 10 * 60_000)
    film.take("a record is due", typist)
    typist.type("1")
    typist.press(.enter, .pageUp)
    film.take("one record", typist)
    typist.press(.pageDown)
    typist.type("2")
    film.take("levels", typist)
    typist.type("0")
    typist.press(.enter)
    typist.type("Көбүрөөк сурасын")
    typist.press(.enter)
    typist.type("ылдый")
    film.take("advice", typist)
    typist.press(.control("c"))
    film.take("leaving", typist)
    try Golden.expect(film.text, "observation-\(language)-\(size.columns)x\(size.rows)")
  }

  @Test("A window that is too small says so in one sentence", arguments: Language.spoken)
  func tooSmall(language: Language) throws {
    let typist = Typist(try Sample.everything(), language: language, size: Size(columns: 20, rows: 5))
    try Golden.expect(typist.screen, "small-\(language)")
  }

  @Test("The cursor stands in the line in focus, and in the text where it is typed")
  func cursor() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    typist.type("62")
    var frame = typist.state.frame(size: typist.state.size, glyphs: .unicode)
    #expect(frame.cursor == TerminalUI.Position(row: 5, column: 8))
    typist.press(.pageDown, .down)
    frame = typist.state.frame(size: typist.state.size, glyphs: .unicode)
    let row = try #require(frame.cursor?.row)
    #expect(frame.lines[row].contains("\u{25B6} 2"))
  }

  @Test("Without Unicode every sign of ours is ASCII")
  func ascii() throws {
    var typist = Typist(try Sample.everything(), size: Self.large)
    for _ in 0..<14 {
      let text = typist.state.frame(size: Self.large, glyphs: .ascii).text
      #expect(text.utf8.count == text.unicodeScalars.count, "\(typist.place): \(text)")
      if typist.place == "age" { typist.type("7") }
      if typist.place == "g" { typist.type("111") }
      typist.press(.pageDown)
    }
    #expect(typist.place == ".")
  }
}
