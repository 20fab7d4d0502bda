import Psychometrics
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

@Suite struct TextEntryTests {
  @Test("Rows join without gaps and are no wider than the field", arguments: seeds(16))
  func rows(seed: UInt64) {
    var keys = RandomKeys(seed: seed)
    var entry = TextEntry()
    for _ in 0..<120 {
      _ = entry.insert(keys.pick(["а", "ң", " ", " ", "\n", "世", "и\u{306}", "word", "-"]), limit: 500)
      if keys.chance.integer(in: 0..<6) == 0 { entry.moveLeft() }
    }
    for width in [1, 2, 5, 17, 60] {
      let rows = entry.rows(width: width)
      #expect(rows.first?.lowerBound == 0 && rows.last?.upperBound == entry.characters.count)
      for (above, below) in zip(rows, rows.dropFirst()) { #expect(above.upperBound == below.lowerBound) }
      for row in rows where row.count > 1 {
        var text = entry.characters[row]
        while let last = text.last, last == "\n" || last == " " { text.removeLast() }
        #expect(text.reduce(0) { $0 + TextEntry.cells(of: $1) } <= max(width, 2), "\(String(text))")
      }
      var moved = entry
      while moved.moveLine(by: -1, width: width) {}
      while moved.moveLine(by: 1, width: width) {}
      #expect((0...entry.characters.count).contains(moved.cursor))
    }
  }

  @Test("Words are jumped over and deleted whole")
  func words() {
    var entry = TextEntry("бир эки  үч")
    entry.moveWordLeft()
    #expect(entry.cursor == 9)
    entry.deleteWord()
    #expect(entry.text == "бир үч")
    entry.moveWordLeft()
    entry.moveWordRight()
    #expect(entry.cursor == 3)
  }

  @Test("What doesn't fit is cut off, and it is said that it was")
  func limit() {
    var entry = TextEntry("12345")
    let isWhole = entry.insert("6789", limit: 7)
    #expect(!isWhole)
    #expect(entry.text == "1234567")
  }
}

@Suite struct StyledTextTests {
  @Test("Emphasis survives the breaking of lines, and fractions keep their parts apart")
  func emphasis() {
    let text = StyledText(
      [
        .text("Which is "), .strong([.text("not divisible")]), .text(" by "),
        .fraction(numerator: [.text("a + 1")], denominator: [.text("2")]), .text("?"),
      ]) { $0 }
    #expect(text.plain == "Which is not divisible by (a + 1)/2?")
    let lines = text.lines(width: 14)
    #expect(lines.map { $0.map(\.text.string).joined() } == ["Which is not", "divisible by", "(a + 1)/2?"])
    let strong = lines.flatMap { $0 }.filter { $0.style.attributes.contains(.bold) }.map(\.text.string)
    #expect(strong == ["not", "divisible"])
  }
}
