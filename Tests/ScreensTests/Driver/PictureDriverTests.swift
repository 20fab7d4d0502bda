import Administration
import Expressions
import Foundation
import TerminalUI
import Testing

@testable import Screens

@Suite("Pictures on a terminal that replies")
struct PictureDriverTests {
  /// A terminal with graphics: it replies after the first frame, and then the line breaks.
  private struct GraphicDevice: ScreenDevice {
    var size = Size(columns: 80, rows: 24)
    var dots: CellDots?
    var frames: [Frame] = []
    var asked = 0
    var turn = 0

    mutating func show(_ frame: Frame) { frames.append(frame) }
    mutating func repaint() {}
    mutating func ring() {}
    mutating func askForDots() { asked += 1 }
    mutating func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent] {
      turn += 1
      if turn == 1 { dots = CellDots(width: 8, height: 16) }
      return turn < 3 ? [.tick] : [.hangup(.closed)]
    }
  }

  private func run(_ pictures: PictureShelf) throws -> GraphicDevice {
    let instrument = try Sample.questionnaire(
      """
      <section id="s"><number id="a">\(Sample.words("Which? <image src=\"a.png\"><alt>a square</alt></image>"))</number></section>
      """)
    var device = GraphicDevice()
    let driver = RunnerDriver(glyphs: .unicode, clock: { 0 }) { _ in }
    _ = try driver.run(
      Session(plan: SessionPlan(of: instrument, seed: 1)), looks: Looks(pictures: pictures), on: &device)
    return device
  }

  @Test("Half blocks come at once; when the terminal replies, dots take their place, and no line moves")
  func replies() throws {
    let device = try run(PictureShelf(files: ["a.png": try PNGReaderTests.file("6-8")]))
    #expect(device.asked == 1)
    let (first, last) = (try #require(device.frames.first), try #require(device.frames.last))
    #expect(first.text.contains("\u{2580}\u{2580}") && !last.text.contains("\u{2580}"))
    let rows = [first, last].map { frame in frame.lines.firstIndex { $0.contains("[a square]") } }
    #expect(rows[0] != nil && rows[0] == rows[1])
    var painter = Painter(colours: .full)
    let sent = String(decoding: painter.paint(last), as: UTF8.self)
    // 13 × 9 dots: five rows of thirteen cells.
    #expect(sent.components(separatedBy: "\u{1B}P0;1;0q\"1;1;104;16").count == 6)
  }

  @Test("Without pictures nothing is asked")
  func silent() throws {
    #expect(try run(PictureShelf()).asked == 0)
  }
}
