import TerminalUI

/// A bar of cells, for how much is done.
enum Bar {
  /// `share` is 0…1; something is seen as soon as something is done, and full is only what is full.
  static func text(_ done: Int, of total: Int, cells: Int, glyphs: Glyphs) -> String {
    guard total > 0, cells > 0 else { return "" }
    let exact = done * cells / total
    let filled = done > 0 ? max(1, min(exact, cells)) : 0
    return String(repeating: glyphs.full, count: filled) + String(repeating: glyphs.light, count: cells - filled)
  }
}

/// Times as people read them on a clock: `39:05`, `1:39:05`.
enum ClockText {
  static func text(milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    let tail = twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60)
    if seconds >= 3600 { return "\(seconds / 3600):" + tail }
    return "\(seconds / 60):" + twoDigits(seconds % 60)
  }

  private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
