import TerminalUI
import Testing

/// What terminals send, with what it means to us: the table that the parser's tests go through.
struct Spelling: Sendable, CustomTestStringConvertible {
  var bytes: [UInt8]
  var meaning: [TerminalEvent]
  var source: String

  var testDescription: String { "\(source): \(String(decoding: bytes, as: UTF8.self).debugDescription)" }

  init(_ text: String, _ meaning: [Key], _ source: String) {
    bytes = Array(text.utf8)
    self.meaning = meaning.map { .key($0) }
    self.source = source
  }

  init(bytes: [UInt8], _ meaning: [Key], _ source: String) {
    self.bytes = bytes
    self.meaning = meaning.map { .key($0) }
    self.source = source
  }

  /// Keys.
  static let keys: [Spelling] = typed + movements + functions + newer

  private static let typed: [Spelling] = [
    Spelling("a", [.character("a")], "typed"), Spelling("ң", [.character("ң")], "typed"),
    Spelling("漢", [.character("漢")], "typed"), Spelling("😀", [.character("😀")], "typed"),
    Spelling("и\u{306}", [.character("и"), .character("\u{306}")], "й typed decomposed"),
    Spelling("\r", [.enter], "Enter"), Spelling("\n", [.enter], "Ctrl-J"), Spelling("\t", [.tab], "Tab"),
    Spelling("\u{7F}", [.backspace], "Backspace"), Spelling("\u{8}", [.backspace], "Backspace, PuTTY's other"),
    Spelling("\u{1}", [.control("a")], "Ctrl-A"), Spelling("\u{3}", [.control("c")], "Ctrl-C"),
    Spelling("\u{1A}", [.control("z")], "Ctrl-Z"),
  ]

  private static let movements: [Spelling] = [
    Spelling("\u{1B}[A", [.up], "xterm"), Spelling("\u{1B}[B", [.down], "xterm"),
    Spelling("\u{1B}[C", [.right], "xterm"), Spelling("\u{1B}[D", [.left], "xterm"),
    Spelling("\u{1B}OA", [.up], "application mode"), Spelling("\u{1B}OD", [.left], "application mode"),
    Spelling("\u{1B}[1;2A", [.up], "xterm, Shift"), Spelling("\u{1B}[1;5C", [.far(.right)], "xterm, Ctrl"),
    Spelling("\u{1B}[1;3C", [.far(.right)], "xterm, Alt"), Spelling("\u{1B}[a", [], "rxvt, Shift"),
    Spelling("\u{1B}Oa", [.far(.up)], "rxvt, Ctrl"),
    Spelling("\u{1B}\u{1B}[A", [.up], "rxvt, Alt, and Escape before Up"),
    Spelling("\u{1B}[H", [.home], "xterm"), Spelling("\u{1B}[1~", [.home], "linux, PuTTY"),
    Spelling("\u{1B}[7~", [.home], "rxvt"), Spelling("\u{1B}OH", [.home], "application mode"),
    Spelling("\u{1B}[F", [.end], "xterm"), Spelling("\u{1B}[4~", [.end], "linux, PuTTY"),
    Spelling("\u{1B}[8~", [.end], "rxvt"), Spelling("\u{1B}OF", [.end], "application mode"),
    Spelling("\u{1B}[2~", [.insert], "all"), Spelling("\u{1B}[3~", [.delete], "all"),
    Spelling("\u{1B}[5~", [.pageUp], "all"), Spelling("\u{1B}[6~", [.pageDown], "all"),
    Spelling("\u{1B}[6;5~", [], "xterm, Ctrl"), Spelling("\u{1B}[Z", [.backTab], "Shift-Tab"),
    Spelling("\u{1B}OM", [.enter], "keypad"), Spelling("\u{1B}Oq", [], "keypad 1 in application mode"),
  ]

  private static let functions: [Spelling] = [
    Spelling("\u{1B}OP", [.function(1)], "xterm"), Spelling("\u{1B}OS", [.function(4)], "xterm"),
    Spelling("\u{1B}[P", [.function(1)], "kitty"), Spelling("\u{1B}[[A", [.function(1)], "linux console"),
    Spelling("\u{1B}[[E", [.function(5)], "linux console"), Spelling("\u{1B}[11~", [.function(1)], "PuTTY, rxvt"),
    Spelling("\u{1B}[12~", [.function(2)], "PuTTY, rxvt"), Spelling("\u{1B}[14~", [.function(4)], "PuTTY, rxvt"),
    Spelling("\u{1B}[15~", [.function(5)], "all"), Spelling("\u{1B}[17~", [.function(6)], "all"),
    Spelling("\u{1B}[21~", [.function(10)], "all"), Spelling("\u{1B}[23~", [.function(11)], "all"),
    Spelling("\u{1B}[24~", [.function(12)], "all"), Spelling("\u{1B}[25~", [], "linux, Shift-F1"),
    Spelling("\u{1B}[15;2~", [], "xterm, Shift-F5"), Spelling("\u{1B}O2P", [], "konsole of old, Shift-F1"),
    Spelling("\u{1B}[1;2P", [], "xterm, Shift-F1"),
  ]

  private static let newer: [Spelling] = [
    Spelling("\u{1B}[13u", [.enter], "kitty"), Spelling("\u{1B}[9;2u", [.backTab], "kitty"),
    Spelling("\u{1B}[27u", [.escape], "kitty"), Spelling("\u{1B}[127u", [.backspace], "kitty"),
    Spelling("\u{1B}[99;5u", [.control("c")], "kitty"), Spelling("\u{1B}[97u", [], "kitty, a letter"),
    Spelling("\u{1B}[51;1:3u", [], "kitty, a key let go"), Spelling("\u{1B}[1;1:3A", [], "kitty, Up let go"),
    Spelling("\u{1B}[1;65A", [.up], "kitty, with Caps Lock"),
    Spelling("\u{1B}[27;5;99~", [.control("c")], "xterm, modifyOtherKeys"),
    Spelling("\u{1B}[27;2;51~", [], "xterm, modifyOtherKeys"),
  ]

  /// What is no key at all: with ncurses ten of these typed digits or letters.
  static let noise: [Spelling] = [
    Spelling("\u{1B}[<0;12;5M", [], "mouse, SGR"), Spelling("\u{1B}[<0;12;5m", [], "mouse, SGR"),
    Spelling("\u{1B}[M !!", [], "mouse, X10"), Spelling("\u{1B}[32;12;5M", [], "mouse, urxvt"),
    Spelling("\u{1B}[M 12", [], "mouse, X10, at digits"), Spelling("\u{1B}[I", [], "focus"),
    Spelling("\u{1B}[O", [], "focus"), Spelling("\u{1B}[?64;1;2c", [], "device attributes"),
    Spelling("\u{1B}[>41;354;0c", [], "device attributes"), Spelling("\u{1B}[24;80R", [], "where the cursor is"),
    Spelling("\u{1B}[1;1R", [], "where the cursor is"), Spelling("\u{1B}[0n", [], "status"),
    Spelling("\u{1B}[?2026;2$y", [], "state of a mode"), Spelling("\u{1B}[8;24;80t", [], "size of the window"),
    Spelling("\u{1B}]11;rgb:0000/1212/3434\u{1B}\\", [], "colour"),
    Spelling("\u{1B}]11;rgb:0000/1212/3434\u{7}", [], "colour, ended by BEL"),
    Spelling("\u{1B}P1$r0;1m\u{1B}\\", [], "settings"), Spelling("\u{1B}P>|xterm(380)\u{1B}\\", [], "version"),
    Spelling("\u{1B}_G1;OK 12\u{1B}\\", [], "graphics"), Spelling("\u{1B}^12\u{1B}\\", [], "private message"),
    Spelling("\u{1B}X12\u{1B}\\", [], "string"), Spelling("\u{1B}3", [], "Alt-3"), Spelling("\u{1B}ө", [], "Alt-ө"),
    Spelling("\u{1B}\r", [], "Alt-Enter"), Spelling("\u{1B}[200~\u{1B}[201~", [], "an empty paste"),
    Spelling("\u{1B}[201~", [], "a paste's end alone"), Spelling("\u{1B}[;;;;;;;;;;;;;;3~", [], "too many numbers"),
    Spelling("\u{1B}[99999999999999999999~", [], "a huge number"), Spelling("\u{200B}\u{202E}", [], "invisible"),
    Spelling(bytes: [0x9B, 0x31, 0x32, 0x7E], [.function(2)], "eight-bit CSI"),
    Spelling(bytes: [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80], [], "no UTF-8"),
  ]
}
