import Administration
import Expressions
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("Reading a passage")
struct ReadingTests {
  /// A long passage and a question to it, of a hundred numbered lines.
  private func typist(_ columns: Int, rows: Int = 24) throws -> Typist {
    let lines = (1...100).map { "line \($0)" }.joined(separator: "<br/>")
    let instrument = try Sample.questionnaire(
      """
      <section id="s"><stimulus id="p" items="a b">\(Sample.words(lines))</stimulus>
      <choose id="a">\(Sample.words("Which?"))<option code="x">X</option><option code="y">Y</option></choose>
      <text id="b" lines="3">\(Sample.words("Why?"))</text></section>
      """)
    var typist = Typist(instrument, size: Size(columns: columns, rows: rows))
    typist.press(.enter)
    return typist
  }

  @Test("Beside the question it scrolls by itself, says how much is left, and the answer isn't touched")
  func beside() throws {
    var typist = try typist(120)
    #expect(typist.screen.contains("83 more lines below · F5") && typist.screen.contains("Which?"))
    typist.press(.far(.down))
    #expect(typist.screen.contains("82 more lines below") && typist.screen.contains("Which?"))
    typist.press(.function(5))
    #expect(typist.state.mode == .passage)
    typist.press(.down, .pageDown)
    typist.press(.character(" "))
    #expect(typist.screen.contains("47 more lines below") && typist.screen.contains("Which?"))
    typist.press(.end)
    #expect(typist.screen.contains("line 100") && typist.screen.contains("End of the text"))
    typist.press(.home, .up, .down)
    typist.press(.enter)
    #expect(typist.state.mode == .work && typist.screen.contains("82 more lines below"))
    #expect(typist.session.state.answers.isEmpty && typist.state.drafts.isEmpty)
    typist.type("2")
    typist.press(.enter)
    #expect(typist.answer("a") == .code("y"))
    // The next question of the same text finds it where it was left.
    #expect(typist.place == "b" && typist.screen.contains("82 more lines below"))
  }

  @Test("In a narrow window it is a page, which is found where it was left")
  func page() throws {
    var typist = try typist(80)
    #expect(!typist.screen.contains("line 1\n"))
    typist.press(.function(5))
    #expect(typist.screen.contains("82 more lines below") && !typist.screen.contains("Which?"))
    typist.press(.pageDown, .enter)
    #expect(typist.screen.contains("Which?"))
    typist.press(.function(5))
    #expect(typist.screen.contains("line 19") && !typist.screen.contains("line 18\n"))
    typist.press(.function(5))
    #expect(typist.place == "a" && typist.state.drafts.isEmpty)
  }

  @Test("The window may change its width while it is read")
  func resized() throws {
    var typist = try typist(120)
    typist.press(.function(5), .pageDown)
    typist.give(.resize(Size(columns: 60, rows: 14)))
    #expect(typist.state.mode == .passage && !typist.screen.contains("Which?"))
    typist.press(.down)
    typist.give(.resize(Size(columns: 130, rows: 40)))
    #expect(typist.screen.contains("Which?") && typist.screen.contains("more lines below"))
    typist.press(.function(5))
    #expect(typist.state.mode == .work)
  }

  @Test("A stimulus longer than its screen says how much is left")
  func stimulus() throws {
    var typist = try typist(80)
    typist.press(.pageUp)
    #expect(typist.screen.contains("82 more lines below"))
    typist.press(.down)
    #expect(typist.screen.contains("81 more lines below"))
  }
}
