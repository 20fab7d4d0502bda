import TerminalUI
import Testing

@Suite("Glyphs")
struct GlyphsTests {
  @Test("Both sets take one cell a sign, but for the ellipsis")
  func oneCellEach() {
    for glyphs in [Glyphs.unicode, Glyphs.ascii] {
      for child in Mirror(reflecting: glyphs).children where child.label != "ellipsis" {
        #expect(SafeText.line(child.value as? String ?? "").width == 1, "\(child.label ?? "")")
      }
    }
  }

  @Test("The Unicode set keeps to what console fonts with Kyrgyz letters have")
  func consoleFonts() {
    let found = Set("─│┌┐└┘█░•■▶↑↓→…—«»")
    for child in Mirror(reflecting: Glyphs.unicode).children {
      #expect(found.isSuperset(of: child.value as? String ?? "?"))
    }
  }
}
