/// The encodings that Synak reads: the Unicode ones, and the single-byte ones in which Cyrillic files still come.
///
/// The list is closed on purpose. Stateful and non-ASCII encodings (UTF-7, ISO-2022, EBCDIC) hide markup from every
/// check that reads bytes, and nobody writes questionnaires in them.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case ascii = "US-ASCII"
  case windows1251 = "windows-1251"
  case koi8R = "KOI8-R"
  case iso8859Part5 = "ISO-8859-5"

  /// What an XML declaration may call encodings, in lower case, and which encodings the bytes may then be.
  private static let declaredNames: [String: [TextEncoding]] = [
    "utf-8": [.utf8], "utf8": [.utf8],
    "utf-16": [.utf16LittleEndian, .utf16BigEndian],
    "utf-16le": [.utf16LittleEndian], "utf-16be": [.utf16BigEndian],
    "us-ascii": [.ascii], "ascii": [.ascii],
    "windows-1251": [.windows1251], "cp1251": [.windows1251],
    "koi8-r": [.koi8R],
    "iso-8859-5": [.iso8859Part5],
  ]

  /// The encodings that a file may be in whose declaration says `name`; nil for a name that Synak doesn't read.
  static func declared(as name: String) -> [TextEncoding]? {
    declaredNames[name.lowercased()]
  }
}
