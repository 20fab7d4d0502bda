import TerminalUI
import Testing

@Suite("Cell width")
struct CellWidthTests {
  @Test(
    "A scalar is as wide as East Asian Width and its category say",
    arguments: [
      ("a", 1), ("ң", 1), ("─", 1), ("№", 1), ("ع", 1), ("é", 1), ("漢", 2), ("한", 2), ("Ａ", 2), ("ｱ", 1), ("😀", 2),
      ("⌚", 2),
      ("❤", 1), ("\u{301}", 0), ("\u{20DD}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{1161}", 0), ("\u{3000}", 2),
      ("𠀀", 2), ("\u{64E}", 0), ("\u{E0100}", 0), ("─", 1), ("\u{303F}", 1),
    ] as [(Unicode.Scalar, Int)])
  func known(scalar: Unicode.Scalar, width: Int) {
    #expect(cellWidth(scalar) == width)
  }

  @Test("A text is as wide as its scalars together")
  func sum() {
    #expect(SafeText.line("аң漢e\u{301}").width == 5)
  }
}
