import Administration
import Expressions
import Instruments
import SeededTesting
import Testing
import Texts

@testable import Screens

@Suite struct ScriptTests {
  private func run(_ lines: [String], _ instrument: CheckedInstrument) -> (ScriptedRunner, [LoggedEvent]) {
    let session = Session(plan: SessionPlan(delivery: instrument.delivery, seed: 1))
    var runner = ScriptedRunner(session, at: .start, language: .en)
    for line in lines { runner.take(line, at: .start) }
    runner.finish(at: .start)
    let log = runner.takeEvents()
    return (runner, log)
  }

  @Test("Answers are given by code, a line each, and handed in")
  func script() throws {
    let lines = ["# a pupil", "m1 623", "", "m2\tc", "m3 60", "m4 a c", "m5 b a d c", "m6 23"]
    let (runner, log) = run(lines, try Sample.shipped("math-4-diagnostic"))
    #expect(runner.findings.isEmpty)
    #expect(runner.taken == 6)
    #expect(runner.session.state.phase == .sealed(.submitted))
    #expect(try Session.replay(runner.session.plan, log).state == runner.session.state)
  }

  @Test("What can't be taken is named with its line, the rest is taken, and nothing is handed in before it is mended")
  func mistakes() throws {
    let lines = ["m1 many", "m9 1", "m2 z", "m3 60"]
    let (runner, _) = run(lines, try Sample.shipped("math-4-diagnostic"))
    #expect(runner.findings.map(\.line) == [1, 2, 3])
    #expect(runner.taken == 1)
    #expect(runner.session.state.phase == .suspended)
    for language in Language.spoken {
      let words = runner.findings.map { $0.words(in: language, runner.session) }
      #expect(words[0].contains("m1 many") && words[1].contains("m9"))
    }
  }

  @Test("A session that isn't complete is suspended and says why")
  func incomplete() throws {
    let (runner, _) = run(["meals no", "why_not oth", "why_not.oth Алыс"], try Sample.shipped("parent-survey"))
    #expect(runner.session.state.phase == .suspended)
    #expect(runner.findings.count == 1)
    #expect(runner.taken == 3)
  }

  @Test("A rehearsal of a class sits, seals and replays")
  func rehearsal() throws {
    let instrument = try Sample.shipped("math-4-diagnostic")
    for seed in seeds(25) {
      var log: [LoggedEvent] = []
      let session = Session(plan: SessionPlan(delivery: instrument.delivery, seed: seed))
      let sitting = SimulatedSitting(of: instrument, rehearsal: 1, seed: seed)
      let sealed = try Rehearsal.sit(session, as: sitting) { log += $0 }
      #expect(sealed.isSealed)
      #expect(try Session.replay(session.plan, log).state == sealed.state)
    }
  }
}
