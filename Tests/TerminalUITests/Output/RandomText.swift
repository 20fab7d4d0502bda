import SeededTesting
import TerminalUI

/// Texts at random.
enum RandomText {
  /// Anything that could stand in a file.
  static func hostile(using random: inout Seeded) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let ranges: [ClosedRange<UInt32>] = [
        0...0xFF, 0x300...0x36F, 0x400...0x4FF, 0x2000...0x206F, 0x4E00...0x4E80, 0xE0000...0xE01FF, 0xFE00...0xFFFF,
        0x1F300...0x1F64F, 0...0x10FFFF,
      ]
      guard let range = ranges.randomElement(using: &random) else { continue }
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// What screens show: letters with and without marks (at most five, as many as libvterm keeps), wide ones, signs.
  static func shown(using random: inout Seeded) -> String {
    let pieces = [
      "a", "Z", "5", " ", "  ", "ң", "ө", "Ү", "Щ", "漢", "字", "한", "😀", "e\u{301}", "и\u{306}",
      "a\u{300}\u{301}\u{302}",
      "字\u{301}", "─", "█", "•", "▶", "…", "ш", "مر", "№", "–",
    ]
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
