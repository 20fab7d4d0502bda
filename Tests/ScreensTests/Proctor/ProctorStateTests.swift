import Expressions
import SeededTesting
import Storage
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite("A proctor's board")
struct ProctorStateTests {
  private func id(_ number: UInt64) -> SessionID { Token(high: 1, low: number) }

  private func place(_ number: UInt64, _ name: String, _ state: RoomPlace.State) -> RoomPlace {
    RoomPlace(
      session: id(number), terminal: "pc\(number)", name: name, schoolClass: "4-а", state: state, answered: 2, total: 6,
      flagged: 1, number: 3, idle: 125_000, left: 1_500_000)
  }

  private var status: RoomStatus {
    RoomStatus(
      title: [.ky: "Математика", .ru: "Математика", .en: "Mathematics"], hasBegun: true,
      places: [
        place(1, "Үсөнов Азамат", .working), place(2, "Абдыкеримов Тилек", .paused),
        place(3, "Өмүралиева Бегимай", .finished),
        RoomPlace(session: nil, terminal: "pc9", name: "", schoolClass: "", state: .free),
      ],
      absent: [RoomPerson(person: "u-9", name: "Асанов Нурбек", schoolClass: "4-а", standing: .new)])
  }

  private func state(_ status: RoomStatus? = nil) -> ProctorState {
    var state = ProctorState(status ?? self.status, proctor: "m-3", language: .en)
    _ = state.take(.resize(Size(columns: 110, rows: 30)))
    return state
  }

  private func press(_ state: inout ProctorState, _ keys: Key...) -> RoomOrder? {
    var order: RoomOrder?
    for key in keys { order = state.take(.key(key)) ?? order }
    return order
  }

  @Test("Rows stand by the alphabet with what they say in words, empty terminals last, who is missing below")
  func rows() {
    let text = state().frame(size: Size(columns: 110, rows: 30), glyphs: .unicode).text
    let lines = text.split(separator: "\n").map(String.init)
    let names = ["Абдыкеримов", "Өмүралиева", "Үсөнов", "free"].map { name in lines.firstIndex { $0.contains(name) } }
    #expect(names.compactMap { $0 } == names.compactMap { $0 }.sorted() && !names.contains(nil))
    #expect(text.contains("stopped") && text.contains("handed in") && text.contains("2:05") && text.contains("25:00"))
    #expect(text.contains("Not here yet: Асанов Нурбек") && text.contains("2/6") && text.contains("!1"))
  }

  @Test("Only what can be done is offered, to one, to those marked, to all")
  func choices() {
    let state = state()
    #expect(state.choices(for: [id(1)]) == [.pause, .extend, .move, .close, .annul])
    #expect(state.choices(for: [id(2)]) == [.goOn, .extend, .move, .close, .annul])
    #expect(state.choices(for: [id(3)]) == [.reopen, .annul])
    #expect(state.choices(for: []).contains(.pause) && !state.choices(for: []).contains(.annul))
    var waiting = status
    waiting.hasBegun = false
    #expect(self.state(waiting).choices(for: []).first == .begin)
  }

  @Test("An order names its sessions and the proctor; closing and opening again ask back, the safe answer first")
  func orders() {
    var state = state()
    #expect(press(&state, .end, .up, .enter, .enter) == RoomOrder(.pause, sessions: [id(1)], by: "m-3"))
    #expect(press(&state, .enter, .character("4"), .enter) == nil)
    #expect(press(&state, .enter) == nil && state.mode == .board)
    #expect(
      press(&state, .enter, .character("4"), .enter, .character("2"), .enter)
        == RoomOrder(.close, sessions: [id(1)], by: "m-3"))
    // Marked ones go together.
    #expect(press(&state, .home, .character(" "), .character(" "), .enter) == nil)
    guard case .actions(let targets, _) = state.mode else {
      Issue.record("no actions")
      return
    }
    #expect(Set(targets) == [id(2), id(3)])
  }

  @Test("Nothing is annulled without a reason")
  func annulling() {
    var state = state()
    #expect(press(&state, .end, .up, .enter, .character("5"), .enter, .enter, .character(" "), .enter) == nil)
    for character in "эки  окуучу" { _ = state.take(.key(.character(character))) }
    #expect(press(&state, .enter) == RoomOrder(.annul(reason: "эки окуучу"), sessions: [id(1)], by: "m-3"))
  }

  @Test("The row in focus stays in focus when others come and go, and a room that is gone is said to be")
  func following() {
    var state = state()
    _ = press(&state, .end, .up)
    #expect(state.focusedPlace?.session == id(1))
    var later = status
    later.places.insert(place(7, "Асанова Айпери", .working), at: 0)
    state.show(later)
    #expect(state.focusedPlace?.session == id(1))
    state.cut()
    #expect(state.frame(size: Size(columns: 110, rows: 30), glyphs: .unicode).text.contains("can't be reached"))
    var troubled = status
    troubled.trouble = StoreFault(.storing, .diskFull("results"))
    state.show(troubled)
    #expect(state.frame(size: Size(columns: 110, rows: 30), glyphs: .unicode).text.contains("results"))
    state.show(status)
    #expect(!state.frame(size: Size(columns: 110, rows: 30), glyphs: .unicode).text.contains("can't be reached"))
  }

  @Test("Random keys at random sizes give no order that wasn't confirmed, and always a frame", arguments: 1...20)
  func random(seed: UInt64) {
    var random = Seeded(seed)
    var state = state()
    let keys: [Key] = [
      .up, .down, .home, .end, .pageUp, .pageDown, .character(" "), .character("1"), .character("5"), .function(2),
      .function(4), .backspace, .left, .tab, .escape,
    ].compactMap { $0 }
    for _ in 0..<300 {
      let size = Size(columns: Int.random(in: 0...140, using: &random), rows: Int.random(in: 0...50, using: &random))
      _ = state.take(.resize(size))
      #expect(state.take(.key(random.pick(keys))) == nil)
      #expect(state.frame(size: size, glyphs: .ascii).size == size)
    }
  }
}
