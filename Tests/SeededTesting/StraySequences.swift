/// Sixteen things that terminals send and nobody typed as an answer: of these, ten came through curses as digits and letters.
package struct StraySequence: Sendable, CustomStringConvertible {
  package let name: String
  package let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  package var description: String { name }

  package static let all = [
    StraySequence("F1 of PuTTY", "\u{1B}[11~"), StraySequence("F2 of PuTTY", "\u{1B}[12~"),
    StraySequence("Home of PuTTY", "\u{1B}[1~"), StraySequence("F1 of the console", "\u{1B}[[A"),
    StraySequence("Ctrl-3 as a CSI-u key", "\u{1B}[51;5u"), StraySequence("a click, SGR", "\u{1B}[<0;12;5M"),
    StraySequence("a click, X10", "\u{1B}[M 12"), StraySequence("a click, urxvt", "\u{1B}[32;12;5M"),
    StraySequence("device attributes", "\u{1B}[?64;1;2c"), StraySequence("the cursor's place", "\u{1B}[24;80R"),
    StraySequence("Alt-3", "\u{1B}3"), StraySequence("a colour", "\u{1B}]11;rgb:1212/3434/5656\u{7}"),
    StraySequence("settings", "\u{1B}P1$r0;1m\u{1B}\\"), StraySequence("focus", "\u{1B}[I"),
    StraySequence("the window's size", "\u{1B}[8;24;80t"), StraySequence("the state of a mode", "\u{1B}[?2026;2$y"),
  ]
}
