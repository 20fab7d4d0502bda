import Texts

/// What one look at the bytes of a text tells: how long it is to read, letters of two alphabets in a word, characters that
/// nobody sees, and what is piped in.
struct TextScan {
  /// Letters and figures.
  private(set) var letters = 0
  /// Whether a word may have letters of two alphabets, or something can't be seen: looked at closely only then.
  private(set) var isSuspicious = false
  private(set) var references: [String] = []

  init(_ words: [Inline]) { add(words) }

  /// The plain words, as they stand between marks.
  static func pieces(of words: [Inline]) -> [String] {
    words.flatMap { inline -> [String] in
      if case .text(let text) = inline { [text] } else { inline.inside.flatMap { pieces(of: $0) } }
    }
  }

  private mutating func add(_ words: [Inline]) {
    for inline in words {
      switch inline {
      case .text(let text): scan(text)
      case .reference(let id): references.append(id)
      case .code, .lineBreak: continue
      default: for inside in inline.inside { add(inside) }
      }
    }
  }

  private mutating func scan(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var hasLatin = false
      var hasCyrillic = false
      for byte in bytes {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A:
          hasLatin = true
          letters += 1
          if hasCyrillic { isSuspicious = true }
        case 0xD0...0xD3:
          hasCyrillic = true
          letters += 1
          if hasLatin { isSuspicious = true }
        case 0x30...0x39: letters += 1
        // The second half of a letter.
        case 0x80...0xBF: continue
        // U+00AD, U+200B and its like, U+FEFF begin so; so do dashes and quotes.
        case 0xC2, 0xE2, 0xEF: isSuspicious = true
        default:
          hasLatin = false
          hasCyrillic = false
        }
      }
    }
  }
}

/// A close look at a suspicious text.
enum Characters {
  /// A word with a letter that looks like those of the word's alphabet and is of another; nil where there is none.
  static func mixed(in text: String) -> (word: String, letter: Character)? {
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      let latin = word.filter(isLatin)
      let cyrillic = word.filter(isCyrillic)
      guard !latin.isEmpty, !cyrillic.isEmpty else { continue }
      // "PDFти" is a word of two alphabets that everybody reads as meant.
      let few = latin.count <= cyrillic.count ? latin : cyrillic
      if few.allSatisfy({ lookalikes.contains($0) }), let letter = few.first { return (String(word), letter) }
    }
    return nil
  }

  /// A character that nobody sees; nil where there is none.
  static func invisible(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
      default: false
      }
    }
  }

  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isLatin(_ letter: Character) -> Bool { letter.isASCII }

  private static func isCyrillic(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false
  }

  private static let lookalikes = Set("aceopxykhtbmijsACEHKMOPTXYBIJSасеорхукнтвмёіјѕАСЕНКМОРТХУВІЈЅүҮ")
}
