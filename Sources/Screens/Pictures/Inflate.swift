/// Takes apart what DEFLATE packed (RFC 1951), in a zlib wrapping (RFC 1950). Bounded: it never gives more than it is told.
enum Inflate {
  enum Failure: Error, Equatable {
    case truncated
    case malformed
    /// More comes out than the caller expects.
    case tooLarge
  }

  /// The bytes of a zlib stream, `limit` at the most. Its checksum is not looked at: what a picture's dots are wrong by
  /// is seen, and the chunks of a file have sums of their own.
  static func zlib(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
    guard bytes.count >= 2 else { throw .truncated }
    let (method, flags) = (Int(bytes[bytes.startIndex]), Int(bytes[bytes.startIndex + 1]))
    guard method & 0x0F == 8, (method << 8 | flags) % 31 == 0, flags & 0x20 == 0 else { throw .malformed }
    var bits = BitReader(bytes.dropFirst(2))
    var out: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = try bits.take(1) == 1
      switch try bits.take(2) {
      case 0: try stored(&bits, &out, limit)
      case 1: try compressed(&bits, &out, limit, fixedLengths, fixedDistances)
      case 2:
        let (lengths, distances) = try dynamicCodes(&bits)
        try compressed(&bits, &out, limit, lengths, distances)
      default: throw .malformed
      }
    }
    return out
  }

  private static func stored(_ bits: inout BitReader, _ out: inout [UInt8], _ limit: Int) throws(Failure) {
    bits.align()
    let count = try bits.take(16)
    guard try bits.take(16) == ~count & 0xFFFF else { throw .malformed }
    guard out.count + count <= limit else { throw .tooLarge }
    for _ in 0..<count { out.append(UInt8(try bits.take(8))) }
  }

  private static func compressed(
    _ bits: inout BitReader, _ out: inout [UInt8], _ limit: Int, _ lengths: HuffmanCode, _ distances: HuffmanCode
  ) throws(Failure) {
    while true {
      let symbol = try lengths.symbol(&bits)
      if symbol == 256 { return }
      if symbol < 256 {
        guard out.count < limit else { throw .tooLarge }
        out.append(UInt8(symbol))
        continue
      }
      guard lengthBase.indices.contains(symbol - 257) else { throw .malformed }
      let length = lengthBase[symbol - 257] + (try bits.take(lengthExtra[symbol - 257]))
      let place = try distances.symbol(&bits)
      guard distanceBase.indices.contains(place) else { throw .malformed }
      let distance = distanceBase[place] + (try bits.take(distanceExtra[place]))
      guard distance <= out.count else { throw .malformed }
      guard out.count + length <= limit else { throw .tooLarge }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }

  /// The codes that stand at the head of a block (RFC 1951, 3.2.7).
  private static func dynamicCodes(_ bits: inout BitReader) throws(Failure) -> (HuffmanCode, HuffmanCode) {
    let lengthCount = try bits.take(5) + 257
    let distanceCount = try bits.take(5) + 1
    let codeCount = try bits.take(4) + 4
    guard lengthCount <= 286, distanceCount <= 30 else { throw .malformed }
    var first = [UInt8](repeating: 0, count: 19)
    for index in 0..<codeCount { first[codeOrder[index]] = UInt8(try bits.take(3)) }
    let code = try HuffmanCode(first)
    var lengths: [UInt8] = []
    while lengths.count < lengthCount + distanceCount {
      let symbol = try code.symbol(&bits)
      switch symbol {
      case 0...15: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw .malformed }
        lengths += Array(repeating: last, count: 3 + (try bits.take(2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try bits.take(3)))
      default: lengths += Array(repeating: 0, count: 11 + (try bits.take(7)))
      }
    }
    guard lengths.count == lengthCount + distanceCount, lengths[256] > 0 else { throw .malformed }
    return (try HuffmanCode(Array(lengths[..<lengthCount])), try HuffmanCode(Array(lengths[lengthCount...])))
  }

  private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceExtra = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let fixedLengths = HuffmanCode(
    known: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = HuffmanCode(known: Array(repeating: 5, count: 30))
}

/// Bits of a stream, the lowest of each byte first.
private struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var kept = 0
  private var count = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// 0…16 bits.
  mutating func take(_ wanted: Int) throws(Inflate.Failure) -> Int {
    while count < wanted {
      guard index < bytes.endIndex else { throw .truncated }
      kept |= Int(bytes[index]) << count
      index += 1
      count += 8
    }
    defer {
      kept >>= wanted
      count -= wanted
    }
    return kept & (1 << wanted - 1)
  }

  /// Drops what is left of the byte.
  mutating func align() {
    kept >>= count & 7
    count -= count & 7
  }
}

/// A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes.
private struct HuffmanCode {
  private var counts = [Int](repeating: 0, count: 16)
  private var symbols: [Int] = []

  /// Fails where more codes are given than their lengths have room for.
  init(_ lengths: [UInt8]) throws(Inflate.Failure) {
    self.init(known: lengths)
    var room = 1
    for length in 1..<16 {
      room = room << 1 - counts[length]
      if room < 0 { throw .malformed }
    }
  }

  init(known lengths: [UInt8]) {
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    for length in 1..<16 { symbols += lengths.indices.filter { lengths[$0] == length } }
  }

  func symbol(_ bits: inout BitReader) throws(Inflate.Failure) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<16 {
      code |= try bits.take(1)
      let count = counts[length]
      if code - first < count { return symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .malformed
  }
}
