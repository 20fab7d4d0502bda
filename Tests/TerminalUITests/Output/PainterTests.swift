import SeededTesting
import TerminalTesting
import TerminalUI
import Testing

@Suite("Painter")
struct PainterTests {
  @Test("Whatever was shown, the terminal shows the frame that was painted last", arguments: 1...UInt64(60))
  func showsTheLastFrame(seed: UInt64) {
    var random = Seeded(seed)
    let size = Size(columns: Int.random(in: 1...40, using: &random), rows: Int.random(in: 1...10, using: &random))
    let emulator = Emulator(columns: size.columns, rows: size.rows)
    var painter = Painter(colours: .sixteen)
    var frame = Frame(size: size)
    for step in 0..<20 {
      RandomFrame.change(&frame, using: &random)
      emulator.show(painter.paint(frame))
      if let difference = difference(frame, emulator) {
        Issue.record("step \(step), \(size): \(difference)")
        return
      }
    }
  }

  /// The first cell in which the terminal differs from the frame.
  private func difference(_ frame: Frame, _ emulator: Emulator) -> String? {
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let wanted = frame[row: row, column: column]
        let seen = emulator[row: row, column: column]
        let isSame =
          seen.text == wanted.text && seen.width == Int(wanted.width)
          && (wanted.width == 0
            || (seen.bold == wanted.style.attributes.contains(.bold)
              && seen.underline == wanted.style.attributes.contains(.underline)
              && seen.reverse == wanted.style.attributes.contains(.reverse)
              && seen.foreground == Theme.terminal.dressed(wanted.style).foreground.flatMap(\.number)
              && seen.background == wanted.style.background.flatMap(\.number)))
        if !isSame { return "row \(row) column \(column): \(wanted) but \(seen)" }
      }
    }
    if let cursor = frame.cursor, emulator.cursor != (cursor.row, cursor.column) {
      return "cursor at \(emulator.cursor) and not \(cursor)"
    }
    return nil
  }

  @Test("The same frame again costs nothing")
  func nothingTwice() {
    var painter = Painter(colours: .eight)
    var frame = Frame(size: Size(columns: 20, rows: 3))
    frame.write("Сынак", row: 1, column: 1)
    #expect(!painter.paint(frame).isEmpty)
    #expect(painter.paint(frame).isEmpty)
    painter.forget()
    #expect(!painter.paint(frame).isEmpty)
  }

  @Test("Moving the choice by one takes at most 200 bytes")
  func budget() {
    func screen(chosen: Int) -> Frame {
      var frame = Frame(size: Size(columns: 80, rows: 24))
      for option in 0..<4 {
        let isChosen = option == chosen
        frame.write(
          "\(isChosen ? "▶" : " ") \(option + 1). (\(isChosen ? "•" : " ")) Биринчи мугалимдин жообу", row: 8 + option,
          column: 2, style: isChosen ? .bold : .plain)
      }
      frame.write("2 / 20", row: 0, column: 60)
      frame.cursor = Position(row: 8 + chosen, column: 2)
      return frame
    }
    var painter = Painter(colours: .sixteen)
    _ = painter.paint(screen(chosen: 0))
    let bytes = painter.paint(screen(chosen: 1))
    #expect(bytes.count <= 200, "\(bytes.count)")
  }

  @Test("Colours come only as far as the terminal has them; attributes always come")
  func colourLevels() {
    func sent(_ level: ColourLevel) -> String {
      var painter = Painter(colours: level)
      var frame = Frame(size: Size(columns: 3, rows: 1))
      frame.write("a", row: 0, column: 0, style: Style([.bold, .dim], foreground: .brightRed, background: .blue))
      return String(decoding: painter.paint(frame), as: UTF8.self)
    }
    #expect(sent(.none).contains("\u{1B}[1;2ma"))
    #expect(sent(.eight).contains("\u{1B}[1;2;31;44ma"))
    #expect(sent(.sixteen).contains("\u{1B}[1;2;91;44ma"))
  }

  @Test("What is painted holds no control but those that paint", arguments: 1...UInt64(20))
  func onlyPaintingControls(seed: UInt64) {
    var random = Seeded(seed)
    var painter = Painter(colours: .sixteen)
    var frame = Frame(size: Size(columns: 30, rows: 4))
    for _ in 0..<10 {
      frame.write(RandomText.hostile(using: &random), row: Int.random(in: 0..<4, using: &random), column: 0)
      let text = String(decoding: painter.paint(frame), as: UTF8.self)
      let rest = text.replacing(/\u{1B}\[\??[0-9;]*[HCKJmhl]/.matchingSemantics(.unicodeScalar), with: "")
      #expect(SafeText.line(rest).string == rest)
    }
  }
}
