import Administration
import Expressions
import Instruments
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("The author's preview")
struct PreviewTests {
  private func preview(_ name: String = "parent-survey", size: Size = Size(columns: 80, rows: 24)) throws
    -> PreviewState
  {
    PreviewState(try Sample.shipped(name), seed: 1, today: nil, language: .en, size: size)
  }

  private func screen(_ state: PreviewState) -> String { state.frame(size: state.size, glyphs: .unicode).text }

  @Test("A condition stands beside the question with its value and what it reads")
  func formulas() throws {
    var state = try preview()
    let isThere = state.go(toID: "meals", at: .start)
    #expect(isThere)
    #expect(screen(state).contains("meals = no value (no answer)"))
    for key in [Key.character("2"), .enter] { state.take(.key(key), at: .start) }
    let text = screen(state)
    #expect(text.contains("why_not show-if: meals eq 'no' → true"))
    #expect(text.contains("meals = no (No)"))
  }

  @Test("The list goes to what is shown, and says of what is hidden why it is")
  func jumping() throws {
    var state = try preview()
    state.take(.key(.function(7)), at: .start)
    for letter in "plans" { state.take(.key(.character(letter)), at: .start) }
    #expect(screen(state).contains("- plans"))
    state.take(.key(.enter), at: .start)
    #expect(screen(state).contains("Hidden now"))
    #expect(screen(state).contains("teen show-if: grade eq 9 → no value (no answer)"))
    state.take(.key(.function(7)), at: .start)
    for letter in "g_fair" { state.take(.key(.character(letter)), at: .start) }
    state.take(.key(.enter), at: .start)
    // Required questions before it are unanswered, and yet the author is there.
    #expect(screen(state).contains("Grading is fair"))
  }

  @Test("The score so far follows the answers")
  func scores() throws {
    var state = try preview("math-4-diagnostic", size: Size(columns: 130, rows: 30))
    state.take(.key(.function(6)), at: .start)
    #expect(screen(state).contains("total = 0 / 8 · below"))
    for key in [Key.character("6"), .character("2"), .character("3"), .enter] { state.take(.key(key), at: .start) }
    #expect(screen(state).contains("total = 1 / 8 · below"))
    #expect(screen(state).contains("m1 = 1 / 1"))
  }

  @Test("A saved file is read again with the answers that it still takes, at the place where the author was")
  func reload() throws {
    func form(_ kind: String) throws -> CheckedInstrument {
      try Sample.questionnaire(
        """
        <section id="s"><number id="a"><ky>А?</ky><ru>А?</ru><en>A?</en></number>
        \(kind)<number id="c"><ky>В?</ky><ru>В?</ru><en>C?</en></number></section>
        """)
    }
    let first = try form("<number id=\"b\"><ky>Б?</ky><ru>Б?</ru><en>B?</en></number>")
    var state = PreviewState(first, seed: 1, today: nil, language: .en, size: Size(columns: 80, rows: 24))
    for key in [Key.character("1"), .enter, .character("2"), .enter] { state.take(.key(key), at: .start) }
    state.reload(.changed(try form("<text id=\"b\"><ky>Б?</ky><ru>Б?</ru><en>B in words?</en></text>")), at: .start)
    let session = state.runner.session
    #expect(session.answer(at: try #require(session.plan.delivery.slot(of: "a"))) == .decimal(Decimal64(1)))
    #expect(session.answer(at: try #require(session.plan.delivery.slot(of: "b"))) == nil)
    #expect(session.currentElement.map { session.plan.element(at: $0).block.id } == "c")
    state.reload(.broken(["test.xml:1:1: error"]), at: .start)
    #expect(screen(state).contains("test.xml:1:1: error") && screen(state).contains("C?"))
  }

  @Test("At every size the respondent's screen and the pane fit beside one another")
  func sizes() throws {
    for columns in [40, 79, 80, 119, 120, 200] {
      for rows in [12, 16, 17, 24, 50] {
        for pane in PreviewState.Pane.allCases {
          let size = Size(columns: columns, rows: rows)
          let layout = PreviewLayout(size, pane)
          #expect(Chrome.fits(layout.runner), "\(size) \(pane)")
          if let pane = layout.pane {
            #expect(pane.row + pane.size.rows <= rows && pane.column + pane.size.columns <= columns)
            #expect(pane.row >= layout.runner.rows || pane.column >= layout.runner.columns)
          }
          var state = try preview(size: size)
          state.pane = pane
          #expect(state.frame(size: size, glyphs: .ascii).size == size)
        }
      }
    }
  }

  @Test("Every phrase has its words and arguments in all languages")
  func phrases() {
    for phrase in PreviewPhrase.allCases {
      for language in Language.spoken {
        #expect(phrase.template.argumentNames(in: language) == phrase.template.argumentNames(in: .en))
      }
    }
  }
}
