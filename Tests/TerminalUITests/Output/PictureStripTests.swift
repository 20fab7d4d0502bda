import TerminalUI
import Testing

@Suite("Pictures in dots")
struct PictureStripTests {
  private static let colours = [
    (red: 100, green: 0, blue: 0), (red: 0, green: 40, blue: 100), (red: 0, green: 0, blue: 0),
  ]

  private func frame(_ strips: [(PictureStrip, Int, Int)], text: String = "") -> Frame {
    var frame = Frame(size: Size(columns: 10, rows: 4))
    for (strip, row, column) in strips { frame.place(strip, row: row, column: column) }
    frame.write(text, row: 1, column: 0)
    return frame
  }

  private func strip(_ seed: Int) -> PictureStrip {
    PictureStrip(columns: 3, width: 24, colours: Self.colours, dots: (0..<24 * 16).map { ($0 * seed + $0 / 24) % 3 })
  }

  @Test("What is sent draws the dots that were given", arguments: [1, 2, 5, 7])
  func dots(seed: Int) throws {
    var painter = Painter(colours: .full)
    let sent = String(decoding: painter.paint(frame([(strip(seed), 2, 4)])), as: UTF8.self)
    #expect(sent.contains("\u{1B}[3;5H\u{1B}P0;1;0q\"1;1;24;16"))
    let drawn = try #require(Sixels(sent))
    #expect(drawn.colours[1] == [0, 40, 100])
    for row in 0..<16 {
      for column in 0..<24 {
        let index = row * 24 + column
        #expect(drawn.dots[[column, row]] == (index * seed + index / 24) % 3, "\(column), \(row)")
      }
    }
    #expect(drawn.dots.count == 24 * 16)
  }

  @Test("A picture is sent once, again where something was written on it, and painted over when it goes")
  func once() {
    var painter = Painter(colours: .full)
    let picture = strip(5)
    _ = painter.paint(frame([(picture, 1, 2)]))
    #expect(painter.paint(frame([(picture, 1, 2)])).isEmpty)
    let touched = String(decoding: painter.paint(frame([(picture, 1, 2)], text: "abc")), as: UTF8.self)
    #expect(touched.contains("abc") && touched.contains("\u{1B}P"))
    _ = painter.paint(frame([(picture, 1, 2)]))
    let moved = String(decoding: painter.paint(frame([(picture, 2, 2)])), as: UTF8.self)
    // Where it stood, the row is erased.
    #expect(moved.contains("\u{1B}[2;3H") && moved.contains("\u{1B}[3;3H\u{1B}P"))
    let gone = String(decoding: painter.paint(frame([])), as: UTF8.self)
    #expect(!gone.isEmpty && !gone.contains("\u{1B}P"))
  }

  @Test("A picture that doesn't fit isn't placed, so that nothing runs over the edge")
  func edge() {
    var painter = Painter(colours: .full)
    let sent = painter.paint(frame([(strip(1), 0, 8), (strip(1), 4, 0), (strip(1), 1, -1)]))
    #expect(!String(decoding: sent, as: UTF8.self).contains("\u{1B}P"))
  }

  @Test("A terminal's reply on what it can is kept, types nothing, and no other report is taken for it")
  func attributes() {
    var parser = KeyParser()
    #expect(parser.feed(Array("\u{1B}[?62;4;22c".utf8), at: 0).isEmpty)
    #expect(parser.attributes == [62, 4, 22])
    #expect(parser.feed(Array("\u{1B}[>41;354;0c\u{1B}[?1u\u{1B}[4c".utf8), at: 0).isEmpty)
    #expect(parser.attributes == [62, 4, 22])
  }
}

/// Draws sixels as a terminal does (DEC STD 070), for comparison.
private struct Sixels {
  var colours: [Int: [Int]] = [:]
  var dots: [[Int]: Int] = [:]

  init?(_ sent: String) {
    guard let start = sent.range(of: "q\""), let end = sent.range(of: "\u{1B}\\") else { return nil }
    var rest = Array(sent[start.upperBound..<end.lowerBound].utf8)[...]
    func numbers() -> [Int] {
      var found = [0]
      while let byte = rest.first, byte == UInt8(ascii: ";") || (48...57).contains(byte) {
        if byte == UInt8(ascii: ";") {
          found.append(0)
        } else {
          found[found.count - 1] = found[found.count - 1] * 10 + Int(byte - 48)
        }
        rest = rest.dropFirst()
      }
      return found
    }
    _ = numbers()
    var (x, y, colour, count) = (0, 0, 0, 1)
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "#"):
        let found = numbers()
        colour = found[0]
        if found.count == 5 { colours[colour] = Array(found[2...]) }
      case UInt8(ascii: "!"): count = numbers()[0]
      case UInt8(ascii: "$"): x = 0
      case UInt8(ascii: "-"): (x, y) = (0, y + 6)
      case 63...126:
        for _ in 0..<count {
          for bit in 0..<6 where (byte - 63) & (1 << bit) != 0 { dots[[x, y + bit]] = colour }
          x += 1
        }
        count = 1
      default: return nil
      }
    }
  }
}

extension String {
  fileprivate func range(of piece: String) -> Range<Index>? { firstRange(of: piece) }
}
