import TerminalUI
import Testing

@Suite("Frame")
struct FrameTests {
  private let size = Size(columns: 8, rows: 2)

  @Test("Text goes through the filter on its way into cells")
  func filtered() {
    var frame = Frame(size: size)
    frame.write("a\u{1B}[2Jb\nc", row: 0, column: 0)
    #expect(frame.text == "a[2Jb c\n\n")
  }

  @Test("What doesn't fit is cut, and a wide character is never cut in half")
  func edges() {
    var frame = Frame(size: size)
    #expect(frame.write("1234567漢", row: 0, column: 0) == 7)
    #expect(frame.write("абвгд", row: 1, column: 2, limit: 3) == 5)
    #expect(frame.write("no such row", row: 2, column: 0) == 0)
    #expect(frame.write("-", row: 1, column: 8) == 8)
    #expect(frame.text == "1234567\n  абв\n")
  }

  @Test("Text may begin to the left of the frame")
  func left() {
    var frame = Frame(size: size)
    frame.write("абвг", row: 0, column: -2)
    #expect(frame.lines[0] == "вг")
  }

  @Test("Who writes over half of a wide character clears the other half")
  func halves() {
    var frame = Frame(size: size)
    frame.write("漢字", row: 0, column: 0)
    frame.write("x", row: 0, column: 1)
    frame.write("y", row: 0, column: 2)
    #expect(frame.lines[0] == " xy")
    #expect(frame[row: 0, column: 3] == frame[row: 1, column: 0])
  }

  @Test("Marks stand with their letter; joiners and selectors, on which terminals disagree, are left out")
  func marks() {
    var frame = Frame(size: size)
    #expect(frame.write("e\u{301}❤\u{FE0F}👨\u{200D}👩", row: 0, column: 0) == 6)
    #expect(frame[row: 0, column: 0].text == "e\u{301}")
    #expect(frame[row: 0, column: 1].text == "❤")
    #expect(frame[row: 0, column: 4].text == "👩")
  }

  @Test("A frame of no size takes anything")
  func empty() {
    var frame = Frame(size: Size(columns: 0, rows: -1))
    frame.write("text", row: 0, column: 0)
    frame.fill(row: 0, columns: 0..<10, style: .bold)
    #expect(frame.text.isEmpty)
  }
}
