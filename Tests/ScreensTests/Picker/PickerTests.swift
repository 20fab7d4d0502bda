import Expressions
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct PickerTests {
  private let people = [
    PickerScreen.Person(id: "u-1", name: "Үлгүбаев Айбек", schoolClass: "4-а"),
    PickerScreen.Person(id: "u-2", name: "Үлгүбаева Чынара", schoolClass: "4-а", standing: "тапшырды"),
    PickerScreen.Person(id: "u-3", name: "Образцова Мария", schoolClass: "4-б"),
  ]

  private func screen(_ keys: [Key], isKiosk: Bool = false) -> PickerScreen {
    var screen = PickerScreen(title: "Математика", people: people, language: .ky, isKiosk: isKiosk)
    screen.take(.resize(Size(columns: 80, rows: 24)))
    for key in keys { screen.take(.key(key)) }
    return screen
  }

  private func text(_ screen: PickerScreen) -> String {
    screen.frame(size: Size(columns: 80, rows: 24), glyphs: .unicode).text
  }

  @Test("Class, name, and yes: three choices, each seen before it is made")
  func picking() {
    #expect(text(screen([])).contains("4-б"))
    #expect(text(screen([.enter])).contains("Үлгүбаева Чынара  (тапшырды)"))
    let asked = screen([.enter, .down, .enter])
    #expect(text(asked).contains("Бул сизби: Үлгүбаева Чынара, 4-а?"))
    #expect(asked.result == nil)
    #expect(screen([.enter, .down, .enter, .down, .enter]).result == .picked("u-2", .ky))
    #expect(screen([.enter, .down, .enter, .character("2"), .function(4), .enter]).result == .picked("u-2", .ru))
  }

  @Test("A held Enter picks nobody")
  func heldEnter() {
    #expect(screen(Array(repeating: .enter, count: 100)).result == nil)
  }

  @Test("Letters narrow the list, a slip is not taken, Backspace goes back")
  func filter() {
    let narrowed = screen([.enter, .character("Ч"), .character("ы"), .character("ж")])
    #expect(narrowed.filter == "Чы")
    #expect(narrowed.listed.map(\.id) == ["u-2"])
    #expect(screen([.enter, .character("ч"), .backspace, .backspace]).mode == .classes)
  }

  @Test("Ctrl-C leaves, but not in a kiosk")
  func leaving() {
    #expect(screen([.control("c")]).result == .left)
    #expect(screen([.control("c")], isKiosk: true).result == nil)
  }

  @Test("The frame is as large as the terminal, whatever its size")
  func sizes() {
    for columns in [0, 1, 20, 40, 80, 200] {
      for rows in [0, 1, 5, 12, 24] {
        let size = Size(columns: columns, rows: rows)
        var screen = screen([.enter])
        screen.take(.resize(size))
        screen.take(.key(.down))
        #expect(screen.frame(size: size, glyphs: .ascii).size == size)
      }
    }
  }
}
