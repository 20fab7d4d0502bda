/// What an instrument's version is known by: SHA-256 (FIPS 180-4) over its UTF-8 text with LF line ends and without a byte
/// order mark, so that the same text is the same version whoever's editor saved it.
package struct ContentHash: Sendable, Hashable {
  package let digest: Digest

  /// A hash that was computed elsewhere.
  package init(_ digest: Digest) { self.digest = digest }

  /// The hash of a file's bytes, after CR LF and CR became LF and a leading byte order mark was dropped.
  package init(of text: some Sequence<UInt8>) {
    var canonical = Array(text)
    if canonical.starts(with: [0xEF, 0xBB, 0xBF]) { canonical.removeFirst(3) }
    if canonical.contains(Self.carriageReturn) { canonical = Self.unixLines(canonical) }
    digest = Digest(of: canonical)
  }

  private static let carriageReturn = UInt8(ascii: "\r")

  private static func unixLines(_ text: [UInt8]) -> [UInt8] {
    let lineFeed = UInt8(ascii: "\n")
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var previous: UInt8 = 0
    for byte in text {
      if byte == carriageReturn {
        result.append(lineFeed)
      } else if byte != lineFeed || previous != carriageReturn {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }
}
