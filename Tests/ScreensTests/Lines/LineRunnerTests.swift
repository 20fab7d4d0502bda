import Administration
import Expressions
import Instruments
import SeededTesting
import Testing
import Texts

@testable import Screens

/// Plays lines to a line runner and keeps what it printed.
struct LinePlayer {
  var runner: LineRunner
  var log: [LoggedEvent]
  var printed: String
  var now = Instant.start

  init(_ instrument: CheckedInstrument, _ language: Language) {
    let session = Session(plan: SessionPlan(of: instrument, seed: 1))
    let step = LineRunner.begin(session, at: .start, language: language)
    (runner, log, printed) = (step.runner, step.events, step.output)
  }

  /// What was printed in answer to the line.
  @discardableResult
  mutating func say(_ line: String) -> String {
    take(runner.taking(line: line, at: now))
    return printed
  }

  mutating func take(_ step: LineRunner.Step) {
    runner = step.runner
    log += step.events
    printed = step.output
  }

  var session: Session { runner.state.session }
  func answer(_ id: String) -> Value? { session.answer(at: session.plan.delivery.slot(of: Symbol(id)) ?? -1) }
}

@Suite struct LineRunnerTests {
  @Test("A test is sat from the first line to handing in, in Kyrgyz")
  func mathematics() throws {
    var player = LinePlayer(try Sample.shipped("math-4-diagnostic"), .ky)
    #expect(player.printed.contains("1 / 6"))
    #expect(player.printed.contains("Калды 40:00"))
    #expect(player.printed.contains("348 + 275"))
    player.say("623")
    #expect(player.printed.contains("  1) 56"))
    player.say("1")
    player.say("60 сом")
    player.say("2, 3")
    player.say("2 1 4 3")
    player.say("23")
    #expect(player.printed.contains("Суроолор бүттү"))
    player.say("/тапшыруу")
    #expect(player.printed.contains("1  Ишти улантуу"))
    player.say("2")
    #expect(player.runner.exit == .sealed(.submitted))
    #expect(player.printed.contains("рахмат"))
    #expect(player.answer("m2") == .code("c"))
    #expect(player.answer("m4") == .codes(["a", "c"]))
    #expect(player.answer("m5") == .ordered(["b", "a", "d", "c"]))
  }

  @Test("What is no answer is named and asked again, and nothing is stored")
  func asksAgain() throws {
    var player = LinePlayer(try Sample.everything(), .ru)
    player.say("")
    player.say("9")
    #expect(player.printed.contains("9"))
    #expect(player.printed.hasSuffix("Ответ> "))
    player.say("")
    #expect(player.printed.contains("/дальше"))
    #expect(player.session.state.answers.isEmpty)
    player.say("дальше")
    player.say("/дальше")
    player.say("двадцать")
    #expect(player.printed.contains("двадцать"))
    player.say("200")
    #expect(player.printed.contains("120"))
    #expect(player.session.state.answers.isEmpty)
  }

  @Test("Commands work in every language, bare or with a mark, and never inside of a text")
  func commands() throws {
    var player = LinePlayer(try Sample.everything(), .en)
    player.say("")
    player.say("mark")
    #expect(player.session.state.flagged.count == 1)
    player.say(".тил")
    #expect(player.session.state.language == .ky)
    player.say("/language")
    player.say("/language")
    player.say("list")
    #expect(player.printed.contains("[!] 1."))
    player.say("/5")
    #expect(player.printed.contains("A word about"))
    player.say("back")
    #expect(player.answer("word") == .text("back"))
    player.say("/back")
    player.say("/text")
    #expect(player.printed.contains("Once upon a time"))
    player.say("/help")
    #expect(player.printed.contains("/submit"))
    player.say("/77")
    #expect(player.printed.contains("no question 77"))
  }

  @Test("A long text ends with an empty line; rows of a grid are asked one by one; counts count")
  func otherKinds() throws {
    var player = LinePlayer(try Sample.everything(), .en)
    player.say("/6")
    player.say("first")
    player.say("second")
    player.say("")
    #expect(player.answer("essay") == .text("first\nsecond"))
    player.say("/8")
    #expect(player.printed.contains("Winter is long"))
    player.say("1")
    player.say("do not know")
    player.say("3")
    #expect(player.answer("g2") == .missing(Missing(.dontKnow, code: "dk")))
    player.say("2")
    player.say("0")
    #expect(player.answer("r1") == .code("2"))
    player.say("+")
    player.say("+")
    player.say("7")
    #expect(player.answer("questions") == .integer(7))
    player.say("2")
    player.say("1")
    player.say("")
    #expect(player.answer("busy") == .ordered(["2", "1"]))
  }

  @Test("Other asks for words of one's own, a soft check for a number of its own")
  func followUps() throws {
    var player = LinePlayer(try Sample.everything(), .en)
    player.say("")
    player.say("other")
    #expect(player.printed.contains("In your own words"))
    player.say("Кымыз")
    #expect(player.answer("one.oth") == .text("Кымыз"))
    player.say("4")
    player.say("12")
    player.say("500")
    #expect(player.printed.contains("That is a lot"))
    player.say("x")
    player.say("2")
    #expect(player.printed.contains("Once upon a time"))
  }

  @Test("Time is told before each question, and ends the session with a word")
  func time() throws {
    var player = LinePlayer(try Sample.shipped("math-4-diagnostic"), .en)
    player.now.milliseconds = 36 * 60_000
    player.take(player.runner.tick(at: player.now))
    // On a line of its own, with the prompt again below it.
    #expect(player.printed.hasSuffix("\n5 minutes left.\nAnswer> "))
    player.take(player.runner.tick(at: player.now))
    #expect(player.printed.isEmpty)
    player.say("623")
    #expect(player.printed.contains("Left 4:00"))
    player.now.milliseconds = 39 * 60_000
    player.take(player.runner.tick(at: player.now))
    #expect(player.printed.hasSuffix("\n1 minute left.\nAnswer> "))
    player.now.milliseconds = 41 * 60_000
    player.say("1")
    #expect(player.answer("m2") == nil)
    #expect(player.printed.contains("Time is up"))
    #expect(player.runner.exit == .sealed(.timeUp))
  }

  @Test("The end of the input suspends the session with what was written")
  func hangup() throws {
    var player = LinePlayer(try Sample.everything(), .en)
    player.say("/6")
    player.say("half a thought")
    player.take(player.runner.hangup(at: player.now))
    #expect(player.answer("essay") == .text("half a thought"))
    #expect(player.session.state.phase == .suspended)
    #expect(player.runner.exit == .hungUp)
  }

  @Test("Any lines leave a log that replays, and no key of a full screen is named", arguments: seeds(20))
  func anyLines(seed: UInt64) throws {
    var player = LinePlayer(try Sample.everything(), .en)
    var keys = RandomKeys(seed: seed)
    let words = LineCommand.allCases.flatMap { command in Language.spoken.map { "/" + command.text(in: $0) } }
    for _ in 0..<60 where player.runner.exit == nil {
      player.now.milliseconds += 3_000
      player.say(keys.pick(["1", "2", "3", "", "1 2", "2 1 3", "12", "500", "слово", "-", "+", "/4", "/9"] + words))
      for key in ["F10", "F2", "PgDn", "PgUp", "Backspace"] {
        #expect(!player.printed.contains(key), "\(player.printed)")
      }
    }
    let again = try Session.replay(player.session.plan, player.log)
    #expect(again.state == player.session.state)
  }
}
