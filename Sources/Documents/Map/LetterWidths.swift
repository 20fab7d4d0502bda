/// How wide a text is in a common sans-serif font, in parts of its size: an upper estimate by kinds of letters (measured on
/// DejaVu Sans, the widest of the fonts that machines have for Kyrgyz), so that words never leave their boxes.
enum LetterWidths {
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size
  }

  private static func width(of letter: Character) -> Double {
    if narrow.contains(letter) { return 0.36 }
    if wide.contains(letter) { return 0.95 }
    return letter.isUppercase ? 0.74 : 0.64
  }

  private static let narrow = Set("iljtfrI.,:;'|!()[] \u{A0}·1")
  private static let wide = Set("мшщжюыфМШЩЖЮЫФwmWM—@%→")
}
