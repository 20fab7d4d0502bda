import Administration
import Expressions
import Instruments
import TerminalUI
import Testing

@testable import Screens

@Suite struct CountdownTests {
  private let minute: Int64 = 60_000

  @Test("The clock is shown, and the bell rings with a word at five minutes and at one")
  func warnings() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    #expect(typist.screen.contains("Left 40:00"))
    typist.wait(milliseconds: 34 * minute)
    #expect(typist.bells == 0)
    typist.wait(milliseconds: minute)
    #expect(typist.bells == 1)
    #expect(typist.screen.contains("5 minutes left."))
    typist.wait(milliseconds: 4 * minute)
    #expect(typist.bells == 2)
    #expect(typist.screen.contains("1 minute left."))
    #expect(typist.screen.contains("Left 1:00"))
  }

  @Test("At the end what was chosen in time is taken, and what comes later changes nothing")
  func end() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    typist.type("623")
    typist.wait(milliseconds: 40 * minute)
    #expect(typist.session.state.phase == .sealed(.timeUp))
    #expect(typist.answer("m1") == .decimal(Decimal64(623)))
    #expect(typist.screen.contains("Time is up"))
    let state = typist.session.state
    typist.type("99")
    #expect(typist.session.state == state)
    typist.press(.enter)
    #expect(typist.state.exit == .sealed(.timeUp))
  }

  @Test("A key that comes after the end without a tick before it is too late")
  func lateKey() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    typist.type("62")
    typist.now.milliseconds = 40 * minute + 1
    typist.press(.character("3"))
    #expect(typist.answer("m1") == .decimal(Decimal64(62)))
    #expect(typist.session.state.phase == .sealed(.timeUp))
    #expect(typist.state.exit == nil)
    #expect(typist.log.allSatisfy { $0.instant.milliseconds <= 40 * minute })
  }

  @Test("What wasn't finished is named to the person")
  func unfinished() throws {
    var typist = Typist(try Sample.shipped("math-4-diagnostic"))
    typist.press(.pageDown, .pageDown)
    typist.type("1,2,3")
    typist.wait(milliseconds: 40 * minute)
    #expect(typist.answer("m3") == nil)
    #expect(typist.screen.contains("question 3"))
    #expect(typist.screen.contains("1,2,3"))
  }

  @Test("The same keys at the same times give the same log")
  func deterministic() throws {
    let instrument = try Sample.everything()
    func play() -> [LoggedEvent] {
      var keys = RandomKeys(seed: 7)
      var typist = Typist(instrument, seed: 3)
      for _ in 0..<200 {
        typist.now.milliseconds += 500
        typist.give(.key(keys.key()))
      }
      return typist.log
    }
    #expect(play() == play())
  }
}
