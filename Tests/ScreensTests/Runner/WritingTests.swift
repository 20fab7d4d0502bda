import Administration
import Expressions
import Psychometrics
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("Writing a text")
struct WritingTests {
  private func typist(_ rows: Int = 24) throws -> Typist {
    let instrument = try Sample.questionnaire(
      """
      <section id="s"><text id="a" lines="4" max-length="3000">\(Sample.words("Why?"))</text>
      <number id="n">\(Sample.words("How many?"))</number></section>
      """)
    return Typist(instrument, size: Size(columns: 60, rows: rows))
  }

  private func text(_ typist: Typist) -> String { typist.state.entry(at: typist.slot("a")).text }

  @Test("Ctrl and an arrow move by words, Ctrl with Home and End to the ends")
  func words() throws {
    var typist = try typist()
    typist.type("бир эки үч")
    typist.press(.far(.left), .far(.left))
    typist.type("X")
    #expect(text(typist) == "бир Xэки үч")
    typist.press(.far(.right))
    typist.type("Y")
    typist.press(.far(.home))
    typist.type("A")
    typist.press(.far(.end))
    typist.type("Z")
    #expect(text(typist) == "Aбир XэкиY үчZ")
  }

  @Test("What was typed is taken back word by word and done again")
  func undo() throws {
    var typist = try typist()
    typist.type("бир эки үч")
    typist.press(.control("z"))
    #expect(text(typist) == "бир эки ")
    typist.press(.control("z"))
    #expect(text(typist) == "бир ")
    typist.press(.control("y"))
    #expect(text(typist) == "бир эки ")
    typist.press(.control("z"), .control("z"))
    #expect(text(typist) == "")
    typist.press(.control("z"))
    #expect(typist.screen.contains("nothing to undo"))
    typist.press(.control("y"), .control("y"), .control("y"))
    #expect(text(typist) == "бир эки үч")
  }

  @Test("A line is cut out and put elsewhere, and a paste of many lines is one change")
  func cutAndPaste() throws {
    var typist = try typist()
    typist.give(.paste("one\ntwo\nthree"))
    typist.press(.up, .control("k"))
    #expect(text(typist) == "one\nthree")
    typist.press(.far(.home), .control("u"))
    #expect(text(typist) == "two\none\nthree")
    typist.press(.control("z"), .control("z"), .control("z"))
    #expect(text(typist) == "")
  }

  @Test("Lines pasted into a field of one line stay words of their own")
  func pasteIntoOneLine() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "word")
    typist.give(.paste("слово\nжана"))
    #expect(typist.state.entry(at: typist.slot("word")).text == "слово жана")
  }

  @Test("PgUp and PgDn turn the pages of a long text, and at its ends the questions")
  func pages() throws {
    var typist = try typist(16)
    typist.give(.paste((1...40).map { "line \($0)" }.joined(separator: "\n")))
    typist.press(.far(.home))
    #expect(typist.screen.contains("line 1 "))
    typist.press(.pageDown)
    #expect(typist.place == "a" && typist.state.entry(at: typist.slot("a")).cursor > 0)
    for _ in 0..<6 { typist.press(.pageDown) }
    #expect(typist.place == "n")
    typist.press(.pageUp)
    #expect(typist.place == "a")
  }

  @Test("Letters in pieces are put together, typed, pasted or in one burst")
  func composed() throws {
    var typist = try typist()
    typist.type("и\u{306}у\u{304}е\u{308}и\u{306}")
    typist.give(.paste(" и\u{306}e\u{301} "))
    typist.type("u\u{308}\u{304}")
    let expected = "\u{439}\u{4EF}\u{451}\u{439} \u{439}\u{E9} \u{1D6}"
    #expect(Array(text(typist).unicodeScalars) == Array(expected.unicodeScalars))
    // A paste that begins with a mark belongs to the letter before it.
    typist.type("и")
    typist.give(.paste("\u{306}ок"))
    #expect(text(typist).unicodeScalars.suffix(3).elementsEqual("\u{439}ок".unicodeScalars))
  }

  @Test("Whatever is changed, all of it can be taken back to the beginning and done again", arguments: seeds(30))
  func history(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var entry = TextEntry()
    var seen: [String] = []
    for _ in 0..<80 {
      switch chance.integer(in: 0..<9) {
      case 0: entry.backspace()
      case 1: entry.delete()
      case 2: entry.deleteWord()
      case 3: _ = entry.cutLine()
      case 4: _ = entry.insert("эки\nсап", limit: 200)
      case 5: entry.moveWordLeft()
      case 6: entry.moveLeft()
      case 7: _ = entry.insert("\u{306}", limit: 200)
      default: _ = entry.insert(chance.integer(in: 0..<4) == 0 ? " " : "и", limit: 200)
      }
      seen.append(entry.text)
    }
    let last = entry.text
    while entry.undo() { #expect((0...entry.characters.count).contains(entry.cursor)) }
    #expect(entry.text.isEmpty)
    while entry.redo() {}
    #expect(entry.text == last)
  }
}
