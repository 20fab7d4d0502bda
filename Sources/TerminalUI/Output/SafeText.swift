/// Text that may be shown: the one filter before every output, of instruments, names, answers and file names alike.
///
/// Whatever it is made of, it holds no control but "\n" (XML 1.1 allows C1, and a terminal obeys it), nothing that
/// reorders the line around it (bidi overrides; isolates are closed within their line), nothing invisible, and at most
/// eight marks on a letter. Honest Arabic, Kyrgyz, Chinese come through unchanged. Frames take nothing else.
package struct SafeText: Sendable, Hashable {
  package let string: String

  /// Text of one line: what parts lines becomes a space.
  package static func line(_ text: some StringProtocol) -> SafeText {
    SafeText(string: filtered(text.unicodeScalars, newline: " "))
  }

  /// Text of any number of lines, parted by "\n".
  package static func block(_ text: some StringProtocol) -> SafeText {
    SafeText(string: filtered(text.unicodeScalars, newline: "\n"))
  }

  /// How many cells it takes in one line.
  package var width: Int { string.unicodeScalars.reduce(0) { $0 + cellWidth($1) } }

  /// More marks than this on one letter are no writing system but a tower over the neighbouring lines.
  package static let markLimit = 8

  private init(string: String) { self.string = string }

  /// A piece of safe text is safe, but where an isolate is cut from its end.
  init(piece: Substring.UnicodeScalarView) {
    let text = String(piece)
    string =
      text.unicodeScalars.contains(where: Isolate.isOne)
      ? Self.filtered(text.unicodeScalars, newline: "\n") : text
  }

  private static func filtered(_ scalars: some Sequence<Unicode.Scalar>, newline: Unicode.Scalar) -> String {
    var out = String.UnicodeScalarView()
    var open = 0
    var marks = 0
    var wasReturn = false
    func closeIsolates() {
      for _ in 0..<open { out.append(Isolate.pop) }
      open = 0
    }
    for scalar in scalars {
      if partsLines(scalar) {
        // CR LF is one end of line.
        if !(scalar == "\n" && wasReturn) {
          closeIsolates()
          out.append(newline)
        }
        wasReturn = scalar == "\r"
        marks = 0
        continue
      }
      wasReturn = false
      if scalar == "\t" {
        out.append(" ")
        marks = 0
      } else if Isolate.isOpening(scalar) {
        // Deeper nesting than this has no honest use (UAX #9 allows 125).
        guard open < 8 else { continue }
        open += 1
        out.append(scalar)
      } else if scalar == Isolate.pop {
        guard open > 0 else { continue }
        open -= 1
        out.append(scalar)
      } else if isKept(scalar) {
        marks = isMark(scalar) ? marks + 1 : 0
        if marks <= markLimit { out.append(scalar) }
      }
    }
    closeIsolates()
    return String(out)
  }

  private static func partsLines(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Whether a scalar may stand in shown text by itself: no control, nothing that reorders, nothing invisible.
  ///
  /// Zero-width joiner and non-joiner stay, for Persian and emoji need them, and so do variation selectors.
  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x034E: return true
    case 0...0x9F, 0xAD: return false
    case 0x0400...0x052F: return true
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return true
    default: break
    }
    let properties = scalar.properties
    if properties.isNoncharacterCodePoint || properties.isDefaultIgnorableCodePoint || properties.isBidiControl {
      return false
    }
    switch properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: return false
    // Of the format characters only those that are seen: signs around numbers in Arabic, Syriac, Kaithi.
    case .format: return isVisibleFormat(scalar.value)
    default: return true
    }
  }

  private static func isVisibleFormat(_ value: UInt32) -> Bool {
    switch value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// Joiners and selectors count as marks too: they pile up just as well.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { cellWidth(scalar) == 0 }
}

/// Scalars that set a stretch of text apart in bidirectional layout (UAX #9).
private enum Isolate {
  static let pop: Unicode.Scalar = "\u{2069}"
  static func isOpening(_ scalar: Unicode.Scalar) -> Bool { (0x2066...0x2068).contains(scalar.value) }
  static func isOne(_ scalar: Unicode.Scalar) -> Bool { (0x2066...0x2069).contains(scalar.value) }
}
