import SeededTesting
import TerminalUI
import Testing

@Suite("Wrapping")
struct WrappingTests {
  private func lines(_ text: String, _ width: Int) -> [String] { wrap(text, width: width).map(\.string) }

  @Test("Lines break at spaces, which go")
  func spaces() {
    #expect(lines("бир эки үч төрт", 7) == ["бир эки", "үч төрт"])
    #expect(lines("бир   эки", 4) == ["бир", "эки"])
    #expect(lines("бир эки", 100) == ["бир эки"])
    #expect(lines("", 10) == [""])
  }

  @Test("A newline ends a line, empty ones stay, indentation stays")
  func newlines() {
    #expect(lines("а\n\n  б", 10) == ["а", "", "  б"])
  }

  @Test("Words wider than a line are broken, by cells and never inside a letter with its marks")
  func longWords() {
    #expect(lines("абвгдежз", 3) == ["абв", "где", "жз"])
    #expect(lines("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(lines("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
    #expect(lines("漢", 1) == ["漢"])
  }

  @Test("A hyphen inside a word lets it break, a minus doesn't")
  func hyphens() {
    #expect(lines("ата-эне", 5) == ["ата-", "эне"])
    #expect(lines("сан -15", 5) == ["сан", "-15"])
  }

  @Test("A text that is too long is shortened to the width, ellipsis and all")
  func shortened() {
    let text = SafeText.line("Математика 漢字")
    #expect(text.shortened(to: 15, ellipsis: "…").string == "Математика 漢字")
    #expect(text.shortened(to: 14, ellipsis: "…").string == "Математика 漢…")
    #expect(text.shortened(to: 13, ellipsis: "…").string == "Математика …")
    #expect(text.shortened(to: 5, ellipsis: "...").string == "Ма...")
    #expect(text.shortened(to: 2, ellipsis: "...").string.isEmpty)
    #expect(SafeText.line("e\u{301}e\u{301}e\u{301}").shortened(to: 2, ellipsis: "…").string == "e\u{301}…")
  }

  @Test("No line is too wide, and nothing but spaces is lost", arguments: 1...UInt64(20))
  func property(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<50 {
      let text = (0..<6).map { _ in RandomText.shown(using: &random) }.joined(separator: " ")
      let width = Int.random(in: 2...30, using: &random)
      let wrapped = wrap(text, width: width)
      for line in wrapped {
        #expect(line.width <= width, "\(line.string)")
        #expect(line.string.unicodeScalars.first.map { cellWidth($0) } != 0, "a mark lost its letter: \(line.string)")
      }
      let kept = wrapped.map(\.string).joined().unicodeScalars.filter { $0 != " " }
      #expect(String(String.UnicodeScalarView(kept)) == text.replacing(" ", with: ""))
    }
  }
}
