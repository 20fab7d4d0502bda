import Crypto

/// What an instrument's version is known by: SHA-256 (FIPS 180-4) over its UTF-8 text with LF line ends and without a byte
/// order mark, so that the same text is the same version whoever's editor saved it.
package struct ContentHash: Sendable, Hashable, Codable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The hash of a file's bytes, after CR LF and CR became LF and a leading byte order mark was dropped.
  package init(of text: some Sequence<UInt8>) {
    var canonical = Array(text)
    if canonical.starts(with: [0xEF, 0xBB, 0xBF]) { canonical.removeFirst(3) }
    if canonical.contains(Self.carriageReturn) { canonical = Self.unixLines(canonical) }
    bytes = Array(SHA256.hash(data: canonical))
  }

  /// A hash as it was stored: 32 bytes, or nil.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = Array(bytes)
  }

  /// 64 small hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The first 12 digits: enough to tell the versions of a school apart.
  package var short: String { String(hex.prefix(12)) }

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
