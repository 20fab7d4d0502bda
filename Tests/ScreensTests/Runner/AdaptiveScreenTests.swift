import Administration
import Expressions
import Instruments
import Scoring
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("Questions that follow the answers, on the screen")
struct AdaptiveScreenTests {
  private static let staged = "two-stage-arithmetic"

  @Test("The first question is there at once, its screen says how it goes, and each answer brings the next")
  func goesOn() throws {
    var typist = Typist(try Sample.adaptive(), seed: 5)
    let first = typist.place
    #expect(first != ".")
    #expect(typist.screen.contains("Here each next question is chosen by your answer"))
    #expect(typist.screen.contains("1 / 13"))
    typist.type("3")
    typist.press(.enter)
    #expect(typist.place != first && typist.place != ".")
    #expect(typist.screen.contains("2 / 13"))
    #expect(!typist.screen.contains("Here each next question"))
    let kinds = typist.log.map { EventCodec.kind(of: $0.event) }
    #expect(kinds == ["started", "chosen", "answered", "chosen"])
  }

  @Test("There is no way back, no early end, and no leaving a question without being asked")
  func noWayBack() throws {
    var typist = Typist(try Sample.adaptive(), seed: 5)
    let first = typist.place
    typist.press(.pageDown)
    #expect(typist.screen.contains("The question has no answer. Go on?"))
    typist.press(.enter)
    #expect(typist.place == first && typist.state.mode == .work)
    typist.press(.pageDown, .character("2"), .enter)
    let second = typist.place
    #expect(second != first)
    // What leads nowhere isn't offered.
    #expect(!typist.screen.contains("PgUp") && !typist.screen.contains("F10"))
    typist.press(.pageUp)
    #expect(typist.place == second && typist.screen.contains("there is no going back"))
    typist.go(to: first)
    #expect(typist.place == second && typist.screen.contains("there is no going back"))
    typist.press(.function(10))
    #expect(typist.screen.contains("This isn't the end"))
    typist.press(.enter)
    #expect(typist.session.state.phase == .running && typist.place == second)
  }

  @Test("Before a part is left for good the runner asks, and says what is open", arguments: [Language.ky, .ru, .en])
  func asksBeforePart(language: Language) throws {
    var typist = Typist(try Sample.adaptive(Self.staged), language: language)
    typist.type("15")
    typist.press(.enter)
    for _ in 0..<5 { typist.press(.pageDown) }
    guard case .dialog(.pass, _) = typist.state.mode else {
      Issue.record("\(typist.screen)")
      return
    }
    #expect(typist.screen.contains("2, 3, 4, 5, 6"))
    #expect(!typist.screen.contains("{"))
    typist.press(.enter)
    #expect(typist.place == "s6")
    typist.press(.pageDown, .character("2"), .enter)
    #expect(typist.place == "e1")
  }

  @Test("Where nobody can choose yet the runner says so and tries again")
  func waits() throws {
    let instrument = try Sample.adaptive()
    let design = AdaptiveDesign(instrument)
    func begin(_ chooser: ChoiceMaker) -> RunnerState {
      let plan = SessionPlan(delivery: instrument.delivery, seed: 1, chooser: chooser)
      return RunnerState.begin(
        Session(plan: plan), at: .start, language: .en, size: Size(columns: 80, rows: 24)
      ).state
    }
    let blind = begin(.none).taking(.key(.pageDown), at: .start).state
    #expect(blind.session.state.position == .end)
    #expect(blind.frame(size: blind.size, glyphs: .unicode).text.contains("isn't chosen yet"))
    // A terminal without keys asks whoever has them.
    #expect(begin(ChoiceMaker { session, _ in design.choice(for: session) }).session.currentElement != nil)
  }

  @Test("Line by line it is the same: parts are asked for, and typed answers lead on")
  func lines() throws {
    var player = LinePlayer(try Sample.adaptive(Self.staged), .en)
    for _ in 0..<6 { player.say("/next") }
    #expect(player.printed.contains("Go on to the next part?"))
    #expect(player.say("2").contains("7 / 11"))
    #expect(player.session.currentElement.map { $0.section } == 1)
  }

  @Test("A script is a book of answers: what is asked is looked up in it, what isn't asked does no harm")
  func script() throws {
    let instrument = try Sample.adaptive()
    let session = Session(plan: SessionPlan(of: instrument, seed: 3))
    var runner = ScriptedRunner(session, at: .start, language: .en)
    for number in 1...48 { runner.take("q\(number < 10 ? "0" : "")\(number) 5", at: .start) }
    runner.take("liked hard", at: .start)
    runner.finish(at: .start)
    #expect(runner.findings.isEmpty)
    #expect(runner.session.state.phase == .sealed(.submitted))
    let asked = runner.session.state.filled.values.flatMap { $0 }.count
    #expect(runner.taken == asked + 1)
    let log = runner.takeEvents()
    #expect(try Session.replay(session.plan, log).state == runner.session.state)
  }

  @Test(
    "The log is told with its reasons, and the result names what was asked alone", arguments: [Language.ky, .ru, .en])
  func pages(language: Language) throws {
    let instrument = try Sample.adaptive()
    var typist = Typist(instrument, language: language, seed: 2)
    while typist.place != "liked" {
      typist.type("1")
      typist.press(.enter)
    }
    let plan = typist.session.plan
    let steps = SessionPage("x", of: instrument, plan: plan, log: typist.log).page(in: language)
    guard case .table(let table)? = steps.blocks.dropFirst().first else {
      Issue.record("no steps")
      return
    }
    let said = table.rows.map { $0[0] }
    let choices = typist.log.count { if case .chosen = $0.event { true } else { false } }
    #expect(said.count { $0.contains("±") } == choices)
    #expect(!said.contains { $0.contains("{") })
    let sheet = instrument.scoring.score(typist.session)
    let result = ResultPage(typist.session, of: instrument, sheet: sheet).page(in: language)
    let entries = result.blocks.count { if case .entry(let head, _) = $0 { head.hasPrefix("[") } else { false } }
    #expect(entries == choices - 1)
  }

  @Test("A preview that reads a changed file goes on with what was chosen and answered")
  func preview() throws {
    let instrument = try Sample.adaptive()
    var preview = PreviewState(
      instrument, seed: 4, today: nil, language: .en, size: Size(columns: 80, rows: 24))
    for key in [Key.character("7"), .enter, .character("8"), .enter] { preview.take(.key(key), at: .start) }
    let before = preview.runner.session
    preview.reload(.changed(instrument), at: .start)
    #expect(preview.runner.session.state.filled == before.state.filled)
    #expect(preview.runner.session.state.answers == before.state.answers)
    #expect(preview.runner.session.currentElement == before.currentElement)
    // The author looks at whichever question may come.
    let used = Set(before.state.filled.values.flatMap { $0 }.map { before.plan.element(at: $0).block.id })
    let other = try #require(instrument.delivery.items.map(\.item.id).first { !used.contains($0) })
    let isThere = preview.go(toID: other, at: .start)
    #expect(isThere)
    let here = try #require(preview.runner.session.currentElement)
    #expect(before.plan.element(at: here).block.id == other)
  }
}
