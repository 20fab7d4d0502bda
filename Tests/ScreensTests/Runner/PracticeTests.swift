import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("The practice question")
struct PracticeTests {
  private func typist(_ practice: Looks.Practice = .given, size: Size = Size(columns: 80, rows: 24)) throws -> Typist {
    Typist(try Sample.everything(), size: size, looks: Looks(practice: practice))
  }

  @Test("Each key is tried in turn, and Enter then leads to the first question")
  func course() throws {
    var typist = try typist()
    #expect(typist.screen.contains("1 / 4") && typist.screen.contains("does not count"))
    typist.press(.enter)
    #expect(typist.session.state.phase == .new)
    typist.press(.down)
    #expect(typist.screen.contains("2 / 4") && typist.screen.contains("\u{25B6} 2 ( ) an apple"))
    typist.type("2")
    #expect(typist.screen.contains("3 / 4") && typist.screen.contains("2 (•) an apple"))
    typist.press(.backspace)
    #expect(typist.screen.contains("4 / 4") && typist.screen.contains("2 ( ) an apple"))
    typist.press(.function(3))
    #expect(typist.screen.contains("[!]") && typist.screen.contains("Well done"))
    typist.press(.enter)
    #expect(typist.session.state.phase == .running && typist.place == "hello")
  }

  @Test("Nothing of it is logged, and it takes no time")
  func isNothing() throws {
    var typist = try typist()
    typist.wait(milliseconds: 3 * 60_000)
    typist.type("132")
    typist.press(.function(3), .backspace, .up)
    typist.wait(milliseconds: 30 * 60_000)
    #expect(typist.log.isEmpty && typist.session.state.answers.isEmpty)
    typist.press(.pageDown)
    #expect(typist.log == [LoggedEvent(.started(.en), at: .start)])
    #expect(typist.session.timeLeft(at: typist.state.now) == Int64(20 * 60_000))
    typist.wait(milliseconds: 60_000)
    #expect(typist.session.timeLeft(at: typist.state.now) == Int64(19 * 60_000))
  }

  @Test("Adults are asked first, and begin with one key")
  func offered() throws {
    var typist = try typist(.offered)
    #expect(typist.screen.contains("Shall we begin?"))
    var other = typist
    typist.press(.enter)
    #expect(typist.place == "hello" && typist.session.state.phase == .running)
    other.press(.down, .enter)
    #expect(other.screen.contains("1 / 4"))
  }

  @Test("It isn't shown to whoever comes back")
  func resumed() throws {
    var typist = try typist(.none)
    typist.give(.hangup)
    let again = RunnerState.begin(
      typist.session, at: typist.now, size: Size(columns: 80, rows: 24), looks: Looks(practice: .given))
    #expect(again.state.practice == nil)
  }

  @Test("The language is changed there and kept; leaving leaves nothing begun")
  func languageAndLeaving() throws {
    var typist = try typist()
    typist.press(.function(4), .function(4))
    #expect(typist.screen.contains("Тренировка"))
    var gone = typist
    typist.press(.pageDown)
    #expect(typist.session.state.language == .ru)
    gone.press(.control("c"))
    #expect(gone.state.exit == .left && gone.log.isEmpty)
  }

  @Test("Every step is seen whole on the smallest screen", arguments: Language.spoken)
  func small(language: Language) throws {
    for practice in [Looks.Practice.given, .offered] {
      var typist = Typist(
        try Sample.everything(), language: language, size: Size(columns: 40, rows: 12), looks: Looks(practice: practice)
      )
      for key in [Key.down, .character("1"), .backspace, .function(3)] {
        let view = typist.state.view
        #expect(view.body.lines.count <= view.height, "\(typist.screen)")
        typist.press(key)
      }
    }
  }

  @Test("In lines a number is typed, an empty line skips it, and anything else is asked again")
  func lines() throws {
    let session = Session(plan: SessionPlan(of: try Sample.shipped("math-4-diagnostic"), seed: 1))
    let first = LineRunner.begin(session, at: .start, language: .en, looks: Looks(practice: .given))
    #expect(first.events.isEmpty && first.output.contains("fruit"))
    let wrong = first.runner.taking(line: "7", at: Instant(milliseconds: 50_000))
    #expect(wrong.events.isEmpty && wrong.output.contains("7"))
    let done = wrong.runner.taking(line: "2", at: Instant(milliseconds: 60_000))
    #expect(done.events == [LoggedEvent(.started(.en), at: .start)])
    #expect(done.output.contains("Now the real questions") && done.output.contains("1 / "))
    let skipped = first.runner.taking(line: "", at: .start)
    #expect(skipped.events.count == 1 && skipped.output.contains("1 / "))
  }
}
