import Expressions
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("A passage beside its question")
struct SplitScreenTests {
  private func typist(_ columns: Int) throws -> Typist {
    var typist = Typist(
      try Sample.shipped("russian-language-11"), language: .ru, size: Size(columns: columns, rows: 30))
    // The twelve questions before the passage, then its first question.
    for _ in 0..<13 { typist.press(.pageDown) }
    return typist
  }

  @Test("A wide window shows both, a narrow one the question alone")
  func both() throws {
    let wide = try typist(120).screen
    #expect(wide.contains("Название озера") && wide.contains("Почему, согласно тексту"))
    #expect(wide.split(separator: "\\n").contains { $0.contains("Название озера") && $0.contains("│") })
    let narrow = try typist(99).screen
    #expect(!narrow.contains("Название озера") && narrow.contains("Почему, согласно тексту"))
  }

  @Test("At no width does one write over the other", arguments: [100, 101, 119, 120, 160, 200])
  func areas(columns: Int) {
    let size = Size(columns: columns, rows: 24)
    let (passage, question) = SplitScreen.areas(of: Chrome.layout(size, message: ""), size)
    #expect(passage.column + passage.width < question.column - 2)
    #expect(question.column + question.width < columns)
    #expect(passage.width >= 40 && question.width >= 40)
  }

  @Test("Answering works as it does without the passage")
  func answering() throws {
    var typist = try typist(120)
    typist.press(.character("2"), .character("4"), .enter)
    #expect(typist.answer("r1") == .codes(["b", "d"]))
    #expect(typist.screen.contains("бессточное"))
  }
}
