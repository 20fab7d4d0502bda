import Glibc
import SeededTesting
import TerminalTesting
import TerminalUI
import Testing

@Suite("Themes")
struct ThemeTests {
  @Test("Letters, mistakes and notices are read on the page of every theme: 4.5 to 1, with high contrast 7 to 1")
  func contrast() throws {
    for theme in Theme.allCases {
      guard let page = theme.page else { continue }
      let least = theme == .contrast ? 7 : 4.5
      for colour in [page.letters, theme.wrong, theme.said].compactMap({ $0 }) {
        #expect(try ratio(colour, page.paper) >= least, "\(theme)")
      }
    }
  }

  /// Contrast of two colours (WCAG 2.2, "contrast ratio"), as xterm mixes them.
  private func ratio(_ a: Colour, _ b: Colour) throws -> Double {
    let lights = try [luminance(a), luminance(b)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ colour: Colour) throws -> Double {
    let mixed: [(Double, Double, Double)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
      (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
      (255, 255, 255),
    ]
    let light = mixed[try #require(colour.number)]
    func linear(_ part: Double) -> Double {
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(light.0) + 0.7152 * linear(light.1) + 0.0722 * linear(light.2)
  }

  @Test("A theme with a page of its own leaves no cell to the terminal", arguments: 1...UInt64(8))
  func coversEveryCell(seed: UInt64) {
    var random = Seeded(seed)
    for theme in [Theme.light, .dark, .contrast] {
      let emulator = Emulator(columns: 30, rows: 6)
      var painter = Painter(colours: .sixteen, theme: theme)
      var frame = Frame(size: Size(columns: 30, rows: 6))
      for _ in 0..<10 {
        RandomFrame.change(&frame, using: &random)
        emulator.show(painter.paint(frame))
        for row in 0..<6 {
          for column in 0..<30 {
            let wanted = frame[row: row, column: column]
            let seen = emulator[row: row, column: column]
            #expect(seen.text == wanted.text, "\(theme)")
            // Of a wide character libvterm keeps the colours in its left half.
            guard wanted.width > 0 else { continue }
            #expect(seen.background != nil && seen.foreground != nil, "\(theme): row \(row) column \(column)")
          }
        }
      }
    }
  }

  @Test("Without colours a theme still brightens what is dim, and sends no colour")
  func withoutColours() {
    var painter = Painter(colours: .none, theme: .contrast)
    var frame = Frame(size: Size(columns: 3, rows: 1))
    frame.write("a", row: 0, column: 0, style: Style(.dim, foreground: .red))
    let sent = String(decoding: painter.paint(frame), as: UTF8.self)
    #expect(sent.contains("\u{1B}[1ma") && !sent.contains("3"), "\(sent.debugDescription)")
  }

  @Test("A mixture goes as it is, as the nearest of the palette, or not at all")
  func mixtures() {
    func sent(_ level: ColourLevel, _ colour: Colour) -> String {
      var painter = Painter(colours: level)
      var frame = Frame(size: Size(columns: 3, rows: 1))
      frame.write("a", row: 0, column: 0, style: Style(foreground: colour))
      return String(decoding: painter.paint(frame), as: UTF8.self)
    }
    let orange = Colour(red: 255, green: 133, blue: 3)
    #expect(sent(.full, orange).contains("[38;2;255;133;3ma"))
    #expect(sent(.palette, orange).contains("[38;5;208ma"))
    #expect(sent(.palette, Colour(red: 129, green: 127, blue: 128)).contains("[38;5;244ma"))
    #expect(!sent(.sixteen, orange).contains("38"))
  }
}
