import SeededTesting
import Testing

@testable import TerminalUI

@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "Honest text in any script comes through unchanged",
    arguments: [
      "Кыргызча: ң, ө, ү; «тырмакча» — сызыкча", "naïve café, cafe\u{301}", "مرحبا بالعالم", "حَرَكَات", "می\u{200C}خواهم",
      "漢字かな 한국어", "हिन्दी", "ภาษาไทย", "x² ≤ √2 · ½", "😀 👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}",
      "a \u{2067}שלום\u{2069} b", "т̷", "№ 5 · 1\u{A0}000",
    ])
  func honestTextStays(text: String) {
    #expect(SafeText.block(text).string == text)
    #expect(SafeText.line(text).string == text)
  }

  @Test(
    "What could reach the terminal or deceive the reader is dropped",
    arguments: [
      ("a\u{1B}[31mb\u{7}", "a[31mb"), ("a\u{9B}31mb\u{90}c\u{9C}", "a31mbc"), ("a\u{0}\u{8}\u{7F}b", "ab"),
      ("a\u{202E}b\u{202D}c\u{202A}d\u{202B}e\u{202C}f", "abcdef"), ("a\u{200B}\u{2060}\u{FEFF}\u{AD}b", "ab"),
      ("a\u{200E}\u{200F}\u{61C}b", "ab"), ("a\u{E0041}\u{E007F}b", "ab"), ("a\u{FFF9}b\u{FFFA}c\u{FFFB}", "abc"),
      ("a\u{3164}\u{FFA0}\u{115F}b", "ab"), ("a\u{206A}\u{180E}b", "ab"),
      ("a\tb", "a b"),
    ])
  func dropped(text: String, safe: String) {
    #expect(SafeText.block(text).string == safe)
  }

  @Test("Every way to end a line is a newline in a block and a space in a line")
  func lineEnds() {
    let text = "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g"
    #expect(SafeText.block(text).string == "a\nb\nc\nd\ne\nf\ng")
    #expect(SafeText.line(text).string == "a b c d e f g")
  }

  @Test("Isolates are closed in their own line, and closers without an opener are dropped")
  func isolates() {
    #expect(SafeText.block("\u{2067}a\nb\u{2069}").string == "\u{2067}a\u{2069}\nb")
    #expect(SafeText.line("\u{2069}a\u{2066}b\u{2068}c").string == "a\u{2066}b\u{2068}c\u{2069}\u{2069}")
    let deep = String(repeating: "\u{2066}", count: 1_000)
    #expect(SafeText.line(deep).string.unicodeScalars.count == 16)
  }

  @Test("A letter keeps eight marks, joiners and selectors among them")
  func marks() {
    let tower = "e" + String(repeating: "\u{301}", count: 500) + "a\u{302}"
    #expect(SafeText.line(tower).string == "e" + String(repeating: "\u{301}", count: 8) + "a\u{302}")
    let joiners = "a" + String(repeating: "\u{200D}\u{FE0F}", count: 500) + "b"
    #expect(SafeText.line(joiners).string.unicodeScalars.count == 10)
  }

  @Test("Of every scalar there is, none comes through that a terminal would obey or nobody would see")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kept = SafeText.block(String(Character(scalar))).string.unicodeScalars
      for found in kept {
        let isControl = found.properties.generalCategory == .control && found != "\n"
        let isHarmful =
          isControl || found.properties.isNoncharacterCodePoint || (0x202A...0x202E).contains(found.value)
          || (0x2028...0x2029).contains(found.value) || (0xE0000...0xE007F).contains(found.value)
        if isHarmful { Issue.record("U+\(String(value, radix: 16)) came through") }
      }
    }
  }

  @Test("Filtering twice is filtering once", arguments: 1...UInt64(20))
  func idempotent(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<100 {
      let text = RandomText.hostile(using: &random)
      let once = SafeText.block(text).string
      #expect(SafeText.block(once).string == once)
      let line = SafeText.line(text).string
      #expect(SafeText.line(line).string == line && !line.contains("\n"))
    }
  }
}
