/// The text of a file in the one form that everything else refers to: UTF-8, line ends LF, no byte order mark.
///
/// Offsets are byte offsets in it, and the content hash is taken of it, so that an editor that changes line ends or
/// adds a mark doesn't make a new version of an instrument.
package struct CanonicalText: Sendable, Equatable {
  package let bytes: [UInt8]

  /// - Parameter canonical: valid UTF-8 with LF line ends and no byte order mark; the decoder alone promises this.
  init(canonical: [UInt8]) {
    bytes = canonical
  }

  /// The text of a stretch of bytes, broken characters at its ends replaced.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
