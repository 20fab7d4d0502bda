/// A kind of file that people hand in instead of XML, known by its first bytes.
///
/// None of them is opened: a compressed file may unpack to any size.
package enum ForeignFormat: String, Sendable, CaseIterable {
  case gzip, bzip2, xz, zstandard, sevenZip
  /// Also .docx, .xlsx, .odt and .epub.
  case zip
  /// The older .doc, .xls and .ppt.
  case oldOffice
  case pdf, png, jpeg, gif, sqlite, rtf, executable

  private var signatures: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .bzip2: [Array("BZh".utf8)]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]]
    case .zstandard: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .sevenZip: [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
    case .zip: [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
    case .oldOffice: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]
    case .pdf: [Array("%PDF-".utf8)]
    case .png: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0x89, 0x50, 0x4E, 0x47]]
    case .jpeg: [[0xFF, 0xD8, 0xFF]]
    case .gif: [Array("GIF8".utf8)]
    case .sqlite: [Array("SQLite format 3".utf8)]
    case .rtf: [Array("{\\rtf".utf8)]
    case .executable: [[0x7F, 0x45, 0x4C, 0x46]]
    }
  }

  /// The foreign kind of file whose signature `bytes` begin with.
  ///
  /// Nothing that begins with `<`, blank or a byte order
  /// mark is one.
  package init?(of bytes: [UInt8]) {
    guard let first = bytes.first, first != UInt8(ascii: "<") else { return nil }
    let found = Self.allCases.first { $0.signatures.contains { bytes.starts(with: $0) } }
    guard let found else { return nil }
    self = found
  }
}
