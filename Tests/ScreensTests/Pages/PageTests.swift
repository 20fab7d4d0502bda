import Administration
import Expressions
import Instruments
import Scoring
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct PageTests {
  /// The shipped mathematics test, sat with one wrong, one partly right and one left out.
  private func sat() throws -> ResultPage {
    let instrument = try Sample.shipped("math-4-diagnostic")
    let session = Session(plan: SessionPlan(delivery: instrument.delivery, seed: 1))
    var runner = ScriptedRunner(session, at: .start, language: .ky)
    for line in ["m1 623", "m2 a", "m3 60", "m4 a", "m5 b a d c"] { runner.take(line, at: .start) }
    runner.finish(at: .start)
    return ResultPage(runner.session, of: instrument, sheet: instrument.scoring.score(runner.session))
  }

  @Test("The result explains each item in every language", arguments: Language.spoken)
  func result(language: Language) throws {
    try Golden.expect(try sat().page(in: language).text(width: 76, glyphs: .unicode), "result-\(language)")
  }

  @Test("A narrow screen stands tables on their side")
  func narrow() throws {
    let text = try sat().page(in: .en).text(width: 20, glyphs: .unicode)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 20 }, "\(text)")
    #expect(text.contains("Points: 5 / 8"))
  }

  @Test("A page scrolls to its end and not beyond, switches languages and closes by Enter")
  func scrolling() throws {
    let result = try sat()
    let size = Size(columns: 60, rows: 14)
    var screen = PageScreen(language: .ky) { result.page(in: $0) }
    screen.take(.resize(size))
    #expect(screen.frame(size: size, glyphs: .unicode).text.contains("Жалпы балл"))
    for _ in 0..<100 { screen.take(.key(.pageDown)) }
    let end = screen.frame(size: size, glyphs: .unicode).text
    #expect(end.contains("6."))
    screen.take(.key(.down))
    #expect(screen.frame(size: size, glyphs: .unicode).text == end)
    screen.take(.key(.function(4)))
    #expect(screen.language == .ru)
    #expect(screen.frame(size: Size(columns: 3, rows: 2), glyphs: .unicode).size == Size(columns: 3, rows: 2))
    screen.take(.key(.enter))
    #expect(screen.result == .read)
  }
}
