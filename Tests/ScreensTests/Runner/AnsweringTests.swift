import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct AnsweringTests {
  @Test("A digit chooses, Enter confirms and goes on")
  func digitThenEnter() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.enter)
    typist.type("2")
    #expect(typist.answer("one") == nil)
    typist.press(.enter)
    #expect(typist.answer("one") == .code("b"))
    #expect(typist.place == "many")
  }

  @Test("Arrows only point; the first Enter chooses what they point at, the second goes on")
  func arrowsPoint() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.enter, .down)
    #expect(typist.state.drafts.isEmpty)
    typist.press(.enter)
    #expect(typist.place == "one")
    typist.press(.enter)
    #expect(typist.answer("one") == .code("b"))
    #expect(typist.place == "many")
  }

  @Test("Arrows over an answer and a page key leave the answer as it was")
  func strayArrows() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.enter)
    typist.type("1")
    typist.press(.enter, .pageUp, .down, .down, .pageDown)
    #expect(typist.answer("one") == .code("a"))
  }

  @Test("A held Enter answers nothing and hands nothing in")
  func heldEnter() throws {
    var typist = Typist(try Sample.everything())
    for _ in 0..<200 { typist.press(.enter) }
    #expect(typist.place == "one")
    #expect(typist.session.state.answers.isEmpty)
    typist.press(.pageDown, .pageDown)
    typist.type("30")
    for _ in 0..<200 { typist.press(.enter) }
    #expect(typist.place == "spend")
    #expect(typist.session.state.answers.count == 1)
    typist.press(.function(10))
    for _ in 0..<200 { typist.press(.enter) }
    #expect(!typist.session.isSealed)
  }

  @Test("Leaving a screen by any key confirms what is chosen", arguments: [Key.pageDown, .pageUp, .tab, .function(2)])
  func leavingConfirms(key: Key) throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown)
    typist.type("1")
    typist.press(key)
    #expect(typist.answer("one") == .code("a"))
  }

  @Test("Other asks its text at once, and both are kept")
  func otherText() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown)
    typist.type("3")
    typist.type("Кымыз 2")
    typist.press(.enter)
    #expect(typist.answer("one") == .code("oth"))
    #expect(typist.answer("one.oth") == .text("Кымыз 2"))
    #expect(typist.place == "many")
  }

  @Test("Several: an option that stands alone takes the others back, and one too many is kindly refused")
  func severalOptions() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown, .pageDown)
    typist.type("4")
    typist.type("31")
    typist.type("2")
    #expect(typist.state.message == .phrase(.atMost, ["n": "2"]))
    typist.press(.enter)
    #expect(typist.answer("many") == .codes(["a", "c"]))
    typist.press(.pageUp)
    typist.type("4")
    typist.press(.pageDown)
    #expect(typist.answer("many") == .codes(["none"]))
  }

  @Test("Backspace takes an answer back, and confirming that clears it")
  func takenBack() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown)
    typist.type("1")
    typist.press(.enter, .pageUp, .backspace)
    #expect(typist.answer("one") == .code("a"))
    typist.press(.pageDown)
    #expect(typist.answer("one") == nil)
  }

  @Test("A number takes comma and point, nothing but a number, and says what is wrong beside the field")
  func numbers() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown, .pageDown, .pageDown)
    #expect(typist.place == "age")
    typist.type("x1y2z")
    #expect(typist.state.message == .phrase(.onlyNumber))
    typist.type("1")
    typist.press(.enter)
    #expect(typist.place == "age")
    #expect(typist.screen.contains("! "))
    typist.press(.backspace)
    typist.press(.enter)
    #expect(typist.answer("age") == .integer(12))
    typist.type("11,50")
    typist.press(.enter)
    #expect(typist.answer("spend") == .decimal(Decimal64(mantissa: 115, scale: 1)))
  }

  @Test("A soft check asks back: the answer is changed, or kept by an explicit choice")
  func softCheck() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown, .pageDown, .pageDown)
    typist.type("12")
    typist.press(.enter)
    typist.type("500")
    typist.press(.enter)
    #expect(typist.screen.contains("That is a lot"))
    typist.press(.enter)
    #expect(typist.place == "spend")
    typist.press(.enter)
    typist.type("2")
    typist.press(.enter)
    #expect(typist.place == "story")
    #expect(typist.answer("spend") == .decimal(Decimal64(500)))
  }

  @Test("A check that refuses keeps the draft and speaks its author's words")
  func refusingCheck() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown, .pageDown, .pageDown)
    typist.type("12")
    typist.press(.enter)
    typist.type("-5")
    typist.press(.enter)
    #expect(typist.place == "spend")
    #expect(typist.answer("spend") == nil)
    #expect(typist.screen.contains("It can't be less than nothing."))
    #expect(typist.screen.contains("-5"))
  }

  @Test("Text is edited in the middle, over lines, and letters sent in two pieces are one")
  func text() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "essay")
    typist.type("Жаи\u{306}")
    typist.press(.enter)
    typist.type("күз")
    typist.press(.up, .end)
    typist.type("!")
    typist.press(.home, .delete)
    typist.type("Ч")
    typist.give(.paste("ыы\n"))
    typist.press(.pageDown)
    #expect(typist.answer("essay") == .text("Чыы\nай!\nкүз"))
    guard case .text(let text)? = typist.answer("essay") else { return }
    #expect(text.unicodeScalars.contains("\u{439}"))
  }

  @Test("An order is built by numbers, the last one falls into place, and can be carried")
  func order() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "rank")
    typist.type("2")
    typist.press(.enter)
    #expect(typist.place == "rank")
    #expect(typist.screen.contains("! "))
    typist.type("1")
    typist.press(.home)
    typist.type(" ")
    typist.press(.down)
    typist.type(" ")
    typist.press(.enter)
    #expect(typist.answer("rank") == .ordered(["x", "y", "z"]))
  }

  @Test("A grid takes a digit a row; going down with Enter answers nothing")
  func grid() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "g")
    typist.press(.down, .enter, .down, .enter, .home)
    #expect(typist.state.drafts.isEmpty)
    typist.type("14")
    typist.press(.right, .right, .character(" "), .enter)
    #expect(typist.answer("g1") == .code("1"))
    #expect(typist.answer("g2") == .missing(Missing(.dontKnow, code: "dk")))
    #expect(typist.answer("g3") == .code("3"))
    #expect(typist.place == "r")
  }

  @Test("A rubric takes points as its digits and goes from criterion to criterion")
  func rubric() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "r")
    typist.type("21")
    typist.press(.enter)
    #expect(typist.answer("r1") == .code("2"))
    #expect(typist.answer("r2") == .code("1"))
    #expect(typist.place == "questions")
  }

  @Test("A count is stored at each press")
  func tally() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "questions")
    typist.type("+++-")
    #expect(typist.answer("questions") == .integer(2))
    #expect(typist.log.count { if case .answered = $0.event { true } else { false } } == 4)
  }

  @Test("A time sample records one answer after another, and is reminded of when it is due")
  func timeSample() throws {
    var typist = Typist(try Sample.everything())
    typist.wait(milliseconds: 299_000)
    #expect(typist.bells == 0)
    typist.wait(milliseconds: 2_000)
    #expect(typist.bells == 1)
    #expect(typist.screen.contains("It is time for a record"))
    typist.go(to: "busy")
    typist.type("1")
    typist.press(.enter)
    typist.press(.pageUp)
    typist.type("2")
    #expect(typist.answer("busy") == .ordered(["1"]))
    typist.press(.pageDown)
    #expect(typist.answer("busy") == .ordered(["1", "2"]))
    typist.press(.pageUp, .backspace)
    #expect(typist.screen.contains("Remove the last record?"))
    typist.press(.down, .enter)
    #expect(typist.answer("busy") == .ordered(["1"]))
  }

  @Test("Nobody answers what he can't see: in a window that is too small keys do nothing")
  func tooSmall() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown)
    typist.give(.resize(Size(columns: 20, rows: 5)))
    typist.type("1")
    typist.press(.enter)
    #expect(typist.state.drafts.isEmpty)
    #expect(typist.screen.contains("40x12"))
    typist.give(.resize(Size(columns: 40, rows: 12)))
    typist.type("1")
    typist.press(.enter)
    #expect(typist.answer("one") == .code("a"))
  }
}
