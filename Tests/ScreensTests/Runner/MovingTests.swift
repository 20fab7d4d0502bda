import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct MovingTests {
  @Test("Switching the language keeps the answers, and what is half typed")
  func language() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown)
    typist.type("3")
    typist.type("bre")
    typist.press(.function(4))
    typist.type("2")
    typist.press(.enter)
    #expect(typist.session.state.language == .ru)
    #expect(typist.screen.contains("Выбери одно"))
    #expect(typist.screen.contains("bre"))
    typist.type("ad")
    typist.press(.enter)
    #expect(typist.answer("one") == .code("oth"))
    #expect(typist.answer("one.oth") == .text("bread"))
  }

  @Test("A draft that is no answer yet waits on its screen and is listed as unfinished")
  func unfinishedDraft() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "rank")
    typist.type("2")
    typist.press(.pageUp)
    #expect(typist.place == "essay")
    typist.press(.function(2))
    #expect(typist.screen.contains("[?]"))
    typist.press(.enter)
    typist.press(.pageDown)
    #expect(typist.screen.contains("1. (2) Yak"))
    typist.type("3")
    typist.press(.enter)
    #expect(typist.answer("rank") == .ordered(["y", "z", "x"]))
  }

  @Test("A required question holds the way on, not the way back")
  func required() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown, .pageDown, .pageDown, .pageDown)
    #expect(typist.place == "age")
    #expect(typist.screen.contains("This question needs an answer."))
    typist.press(.pageUp)
    #expect(typist.place == "many")
  }

  @Test("The list shows what is answered, open and marked, and Enter goes there")
  func overview() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    typist.type("623")
    typist.press(.enter, .function(3), .function(2))
    #expect(typist.screen.contains("[x] 1."))
    #expect(typist.screen.contains("[!] 2."))
    #expect(typist.screen.contains("[ ] 3."))
    typist.press(.end, .up, .enter)
    #expect(typist.place == "m5")
    #expect(typist.session.state.flagged == [typist.slot("m2")])
  }

  @Test("What is shown follows the answers, and a parked answer comes back")
  func routing() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.pageDown)
    typist.type("2")
    typist.press(.pageDown)
    typist.go(to: "hidden")
    #expect(typist.place == "hidden")
    typist.type("1")
    typist.go(to: "one")
    typist.type("1")
    typist.press(.pageDown)
    #expect(typist.session.parked == [typist.slot("hidden")])
    typist.press(.pageUp)
    typist.type("2")
    typist.press(.pageDown)
    #expect(typist.session.parked.isEmpty)
    #expect(typist.answer("hidden") == .code("a"))
  }

  @Test("A passage is recalled beside its questions only")
  func passage() throws {
    var typist = Typist(try Sample.everything())
    typist.go(to: "word")
    typist.press(.function(5))
    #expect(typist.screen.contains("Once upon a time"))
    typist.press(.enter)
    #expect(typist.place == "word")
    typist.go(to: "one")
    typist.press(.function(5))
    #expect(typist.state.message == .phrase(.noPassage))
  }

  @Test("Handing in says what is open and needs a choice of its own")
  func handingIn() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    typist.type("623")
    typist.press(.function(3), .enter, .control("s"))
    #expect(typist.screen.contains("No answer: 2, 3, 4, 5, 6"))
    #expect(typist.screen.contains("Marked: 1"))
    typist.press(.enter)
    #expect(!typist.session.isSealed)
    typist.press(.function(10))
    typist.type("2")
    #expect(!typist.session.isSealed)
    typist.press(.enter)
    #expect(typist.session.state.phase == .sealed(.submitted))
    #expect(typist.state.exit == nil)
    typist.press(.enter)
    #expect(typist.state.exit == .sealed(.submitted))
  }

  @Test("What must still be answered stands in the way of handing in, and one choice leads there")
  func blockedHandingIn() throws {
    var typist = Typist(try Sample.everything())
    typist.press(.function(10))
    #expect(typist.screen.contains("It can't be handed in yet"))
    typist.type("2")
    typist.press(.enter)
    #expect(typist.place == "age")
  }

  @Test("The last page tells how things stand")
  func end() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    for _ in 0..<6 { typist.press(.pageDown) }
    #expect(typist.place == ".")
    #expect(typist.screen.contains("No answer: 1, 2, 3, 4, 5, 6"))
    typist.press(.pageUp)
    #expect(typist.place == "m6")
  }

  @Test("Leaving keeps what was chosen and suspends; a kiosk can't be left")
  func leaving() throws {
    let instrument = try Sample.everything()
    var typist = Typist(instrument)
    typist.press(.pageDown)
    typist.type("1")
    typist.press(.control("c"), .enter)
    #expect(typist.state.exit == nil)
    typist.press(.control("c"), .down, .enter)
    #expect(typist.state.exit == .left)
    #expect(typist.session.state.phase == .suspended)
    #expect(typist.answer("one") == .code("a"))

    var kiosk = Typist(instrument, isKiosk: true)
    kiosk.press(.control("c"), .down, .enter)
    #expect(kiosk.state.mode == .work)
    #expect(kiosk.state.exit == nil)
  }

  @Test("A lost terminal suspends the session with what was chosen, and it goes on where it was")
  func hangup() throws {
    let instrument = try Sample.everything()
    var typist = Typist(instrument)
    typist.press(.pageDown)
    typist.type("2")
    typist.give(.hangup)
    #expect(typist.session.state.phase == .suspended)
    let replayed = try Session.replay(typist.session.plan, typist.log)
    let again = RunnerState.begin(replayed, at: replayed.state.now, size: Size(columns: 80, rows: 24))
    #expect(again.events.map(\.event) == [.resumed])
    #expect(again.state.session.answer(at: typist.slot("one")) == .code("b"))
    #expect(again.state.frame(size: Size(columns: 80, rows: 24), glyphs: .unicode).text.contains("Choose one"))
  }
}
