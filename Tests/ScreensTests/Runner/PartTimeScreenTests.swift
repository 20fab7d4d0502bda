import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("Limits of questions and sections on the screen")
struct PartTimeScreenTests {
  private static func both(_ text: String) -> String { "<ky>\(text)</ky><ru>\(text)</ru><en>\(text)</en>" }

  private static var sections: String {
    """
    <section id="s"><number id="a" time-limit="40s">\(both("First?"))</number>
    <essay id="b" time-limit="1m">\(both("Second?"))</essay></section>
    <section id="t" time-limit="2m"><number id="c">\(both("Third?"))</number><number id="d">\(both("Fourth?"))</number>
    </section><section id="u"><number id="e">\(both("Fifth?"))</number></section>
    """
  }

  private func typist() throws -> Typist { Typist(try Sample.questionnaire(Self.sections)) }

  @Test("The clock of the question is shown, rings near its end, and at it takes what is typed and goes on")
  func question() throws {
    var typist = try typist()
    #expect(typist.screen.contains("Question 0:40"))
    typist.type("12")
    typist.wait(milliseconds: 29_000)
    #expect(typist.bells == 0 && typist.screen.contains("Question 0:11"))
    typist.wait(milliseconds: 1_500)
    #expect(typist.bells == 1 && typist.screen.contains("10 seconds left"))
    typist.wait(milliseconds: 9_600)
    #expect(typist.bells == 2 && typist.place == "b")
    #expect(typist.answer("a") == .decimal(Decimal64(12)))
    #expect(typist.screen.contains("The time for the last question is over; what was answered is taken."))
    // The answer was confirmed at the end, not after it.
    let answered = typist.log.first { if case .answered = $0.event { true } else { false } }
    #expect(answered?.instant == Instant(milliseconds: 40_000))
    #expect(typist.log.last == LoggedEvent(.expired, at: Instant(milliseconds: 40_100)))
  }

  @Test("What is no answer at the end is said and not taken; a key of that moment doesn't answer the next question")
  func lost() throws {
    var typist = try typist()
    typist.type("1,,2")
    typist.now.milliseconds = 40_200
    typist.press(.character("7"))
    #expect(typist.place == "b" && typist.answer("a") == nil)
    #expect(typist.screen.contains("“1,,2” wasn't taken"))
    #expect(typist.state.entry(at: typist.slot("b")).isBlank)
    // There is no way back to it.
    typist.press(.pageUp)
    #expect(typist.place == "b")
    typist.go(to: "a")
    #expect(typist.place == "b" && typist.screen.contains("there is no going back"))
  }

  @Test("A section's end takes what is typed in all its questions, whatever page is open")
  func section() throws {
    var typist = try typist()
    typist.go(to: "c")
    #expect(typist.screen.contains("Part 2:00"))
    typist.type("3")
    typist.press(.pageDown)
    typist.type("4")
    typist.press(.function(1))
    typist.wait(milliseconds: 120_000)
    #expect(typist.place == "e")
    #expect(typist.answer("c") == .decimal(Decimal64(3)) && typist.answer("d") == .decimal(Decimal64(4)))
    #expect(typist.screen.contains("Fifth?") && typist.screen.contains("The time for the last part is over"))
    typist.press(.pageUp)
    #expect(typist.place == "b")
  }

  @Test("Resumed on another machine, as much time is left as was")
  func resumed() throws {
    var typist = try typist()
    typist.wait(milliseconds: 25_000)
    typist.give(.hangup)
    let resumed = RunnerState.begin(typist.session, at: typist.session.state.now, size: typist.state.size)
    #expect(resumed.state.frame(size: typist.state.size, glyphs: .unicode).text.contains("Question 0:15"))
  }

  @Test("Line by line the time left is said, and its end takes the lines of a long text")
  func lines() throws {
    var player = LinePlayer(try Sample.questionnaire(Self.sections), .en)
    #expect(player.printed.contains("Question 0:40"))
    player.say("5")
    player.say("My school")
    player.now.milliseconds = 60_500
    player.take(player.runner.tick(at: player.now))
    #expect(player.answer("a") == .decimal(Decimal64(5)) && player.answer("b") == .text("My school"))
    #expect(player.printed.contains("The time for the last question is over") && player.printed.contains("Third?"))
    // A line that comes with the end answers nothing.
    player.say("3")
    player.now.milliseconds = 500_000
    player.say("4")
    #expect(player.answer("c") == .decimal(Decimal64(3)) && player.answer("d") == nil && player.answer("e") == nil)
    #expect(player.printed.contains("Fifth?"))
  }
}
