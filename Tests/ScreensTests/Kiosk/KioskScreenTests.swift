import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("The screens before and after a session at a kiosk")
struct KioskScreenTests {
  private func screen(isAgreement: Bool = false, patience: Int? = nil) -> ChoiceScreen {
    var screen = ChoiceScreen(
      language: .ky, languages: [.ky, .ru], patience: patience, isAgreement: isAgreement
    ) { language in
      ChoiceScreen.Content(
        title: language == .ky ? "Сурамжылоо" : "Опрос", words: ["Сөздөр"], choices: ["Баштайм", "Азыр эмес"])
    }
    screen.take(.resize(Size(columns: 80, rows: 24)))
    return screen
  }

  @Test("A number points, Enter takes; where something is agreed to, a held Enter takes nothing")
  func agreeing() {
    var page = screen()
    page.take(.key(.character("2")))
    #expect(page.result == nil && page.cursor == 1)
    page.take(.key(.enter))
    #expect(page.result == .chosen(1, .ky))
    var agreement = screen(isAgreement: true)
    for _ in 1...20 { agreement.take(.key(.enter)) }
    #expect(agreement.result == nil)
    agreement.take(.tick)
    agreement.take(.key(.enter))
    #expect(agreement.result == .chosen(0, .ky))
  }

  @Test("A page that nobody touches gives up; a touch begins the wait anew")
  func patience() {
    var page = screen(patience: 3)
    for input in [ScreenInput.tick, .tick, .key(.down), .tick, .tick] { page.take(input) }
    #expect(page.result == nil)
    page.take(.tick)
    #expect(page.result == .timeOut)
  }

  @Test("The language changes in place, and every size shows a page or says that it is too small")
  func languages() {
    var page = screen()
    page.take(.key(.function(4)))
    #expect(page.frame(size: Size(columns: 80, rows: 24), glyphs: .unicode).text.contains("Опрос"))
    for size in [Size(columns: 0, rows: 0), Size(columns: 40, rows: 12), Size(columns: 200, rows: 60)] {
      #expect(page.frame(size: size, glyphs: .ascii).size == size)
    }
  }

  private func codes() -> CodeScreen {
    var screen = CodeScreen(language: .ru, languages: [.ky, .ru], patience: 2, problem: { _ in "Такого кода нет" }) {
      _ in
      "Тест"
    }
    screen.take(.resize(Size(columns: 80, rows: 24)))
    return screen
  }

  @Test("A code is typed or pasted in any way, stands in groups, and is sent by Enter alone")
  func typing() {
    var screen = codes()
    #expect(screen.frame(size: Size(columns: 80, rows: 24), glyphs: .unicode).text.contains("Такого кода нет"))
    screen.take(.key(.enter))
    #expect(screen.result == nil)
    for character in "ab2 " { screen.take(.key(.character(character))) }
    screen.take(.paste("3-cd\u{1B}[A"))
    #expect(screen.typed == "AB23CDA")
    screen.take(.key(.backspace))
    let shown = screen.frame(size: Size(columns: 80, rows: 24), glyphs: .unicode).text
    #expect(shown.contains("AB23-CD_") && !shown.contains("Такого кода нет"))
    screen.take(.key(.enter))
    #expect(screen.result == .typed("AB23CD", .ru))
  }

  @Test("Random keys never send a code or agree to anything without Enter", arguments: 1...30)
  func random(seed: UInt64) {
    var random = Seeded(seed)
    var code = codes()
    var agreement = screen(isAgreement: true)
    for _ in 0..<300 {
      let key = random.pick([
        Key.up, .down, .tab, .backTab, .backspace, .home, .end, .pageUp, .pageDown, .function(4), .control("c"),
        .character("1"), .character("я"), .character("\u{301}"), .left, .right, .delete, .control("u"),
      ])
      code.take(.key(key))
      agreement.take(.key(key))
      #expect(code.typed.count <= 24)
    }
    #expect(code.result == nil && agreement.result == nil)
  }
}
