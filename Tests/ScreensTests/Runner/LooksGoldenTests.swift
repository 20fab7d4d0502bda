import Expressions
import TerminalUI
import Testing
import Texts

@testable import Screens

/// Screens of the practice question, of large print and of a passage beside its question, as people read them.
@Suite struct LooksGoldenTests {
  @Test("The practice question", arguments: Language.spoken)
  func practice(language: Language) throws {
    var film = Film()
    for (size, practice) in [(GoldenScreenTests.large, Looks.Practice.offered), (GoldenScreenTests.small, .given)] {
      var typist = Typist(
        try Sample.shipped("math-4-diagnostic"), language: language, size: size, looks: Looks(practice: practice))
      if practice == .offered {
        film.take("offered", typist)
        typist.press(.character("2"), .enter)
      }
      film.take("move", typist)
      typist.press(.down)
      film.take("choose", typist)
      typist.type("2")
      film.take("take back", typist)
      typist.press(.backspace)
      film.take("mark", typist)
      typist.press(.function(3))
      film.take("ready", typist)
    }
    try Golden.expect(film.text, "practice-\(language)")
  }

  @Test("Large print: a number, a choice, a grid row by row", arguments: Language.spoken)
  func large(language: Language) throws {
    var film = Film()
    for size in [GoldenScreenTests.large, GoldenScreenTests.small] {
      var typist = Typist(
        try Sample.shipped("parent-survey"), language: language, size: size, looks: Looks(isLarge: true))
      film.take("first", typist)
      typist.type("9")
      typist.press(.enter)
      film.take("a choice", typist)
      typist.type("1")
      typist.press(.enter)
      typist.type("50")
      typist.press(.enter)
      film.take("the first row of the grid", typist)
      typist.type("4")
      typist.press(.enter)
      film.take("the second row", typist)
    }
    try Golden.expect(film.text, "large-\(language)")
  }

  @Test("A passage beside its question, read and answered", arguments: [Language.ky, .ru])
  func passage(language: Language) throws {
    var typist = Typist(
      try Sample.shipped("reading-4"), language: language, size: Size(columns: 100, rows: 14))
    var film = Film()
    typist.press(.pageDown)
    film.take("beside", typist)
    typist.press(.function(5), .down)
    film.take("read", typist)
    typist.press(.end)
    film.take("to its end", typist)
    typist.press(.enter)
    typist.type("2")
    film.take("answered", typist)
    typist.give(.resize(Size(columns: 60, rows: 14)))
    typist.press(.function(5))
    film.take("in a narrow window", typist)
    try Golden.expect(film.text, "passage-\(language)")
  }
}
