import SeededTesting
import Testing

@testable import XML

@Suite("Lines and columns")
struct LineMapTests {
  private func place(_ text: String, _ offset: Int) -> TextPlace {
    LineMap(CanonicalText(canonical: Array(text.utf8))).place(at: offset)
  }

  @Test("A column counts characters, not bytes")
  func cyrillic() {
    #expect(place("Сынак", 0) == TextPlace(line: 1, column: 1))
    #expect(place("Сынак", 4) == TextPlace(line: 1, column: 3))
    #expect(place("Сынак", 5) == TextPlace(line: 1, column: 3))
    #expect(place("а\nңө\nx", 3) == TextPlace(line: 2, column: 1))
    #expect(place("а\nңө\nx", 8) == TextPlace(line: 3, column: 1))
    #expect(place("а\nңө\nx", 2) == TextPlace(line: 1, column: 2))
  }

  @Test("A combining mark belongs to its letter")
  func combining() {
    let text = "и\u{306}x"
    #expect(place(text, text.utf8.count - 1) == TextPlace(line: 1, column: 2))
    #expect(place("😀x", 4) == TextPlace(line: 1, column: 2))
  }

  @Test("Offsets outside the text are its ends")
  func outside() {
    #expect(place("ab", -5) == TextPlace(line: 1, column: 1))
    #expect(place("ab", 99) == TextPlace(line: 1, column: 3))
    #expect(place("", 0) == TextPlace(line: 1, column: 1))
  }

  @Test("Checkpoints don't change what counting from the start gives", arguments: seeds(5))
  func checkpoints(seed: UInt64) {
    var markup = RandomMarkup(seed: seed)
    let text = (0..<3000).map { _ in markup.text().replacing("\r", with: "") }.joined()
    let bytes = Array(text.utf8)
    let map = LineMap(CanonicalText(canonical: bytes))
    for offset in (0..<40).map({ _ in markup.int(0...bytes.count) }) + [4095, 4096, 4097, 8192, bytes.count] {
      var end = offset
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let before = String(decoding: bytes[..<end], as: UTF8.self)
      let line = before.unicodeScalars.filter { $0 == "\n" }.count + 1
      let last = before.unicodeScalars.reversed().prefix { $0 != "\n" }
      let column = last.filter { !$0.properties.isGraphemeExtend }.count + 1
      #expect(map.place(at: offset) == TextPlace(line: line, column: column))
    }
  }
}
