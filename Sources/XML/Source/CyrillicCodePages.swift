/// The upper halves of the three single-byte Cyrillic encodings.
///
/// As the mapping tables of the Unicode Consortium give them (CP1251.TXT, KOI8-R.TXT, 8859-5.TXT). Own tables rather than iconv, which loads modules from disk.
enum CyrillicCodePage {
  /// The scalars of bytes 0x80…0xFF; 0 where the byte means nothing.
  static func upperHalf(of encoding: TextEncoding) -> [UInt16]? {
    switch encoding {
    case .windows1251: windows1251
    case .koi8R: koi8R
    case .iso8859Part5: iso8859Part5
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .ascii: nil
    }
  }

  private static let windows1251: [UInt16] =
    scalars("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\0™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї") + Array(0x410...0x44F)

  private static let koi8R: [UInt16] = scalars(
    "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
      + "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")

  private static let iso8859Part5: [UInt16] =
    Array(0x80...0xA0) + Array(0x401...0x40C) + [0xAD] + Array(0x40E...0x44F) + [0x2116] + Array(0x451...0x45C)
    + [0xA7] + Array(0x45E...0x45F)

  private static func scalars(_ text: String) -> [UInt16] {
    text.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
  }
}
