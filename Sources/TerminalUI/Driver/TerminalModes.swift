/// The bytes that take a terminal into the state the runner wants, and those that give it back.
enum TerminalModes {
  /// Alternate screen, no wrapping at the edge, bracketed paste; mouse reports, application keys and eight-bit controls
  /// off, which an earlier program may have left on; everything plain, no cursor until a frame asks for it.
  static let enter =
    "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1l\u{1B}>\u{1B}[?7l\u{1B}[0m\u{1B}[?25l"

  /// The other way round.
  ///
  /// Safe to send twice, and in the middle of a frame.
  static let leave = "\u{1B}[0m\u{1B}[?7h\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l"
}
