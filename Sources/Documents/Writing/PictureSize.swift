/// How wide and high a picture is, in its own units: formats that lay out frames need the proportion.
struct PictureSize: Equatable {
  var width: Double
  var height: Double

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Nil where the file doesn't say, or says nonsense.
  init?(of picture: PictureFile) {
    let found: PictureSize? =
      switch picture.kind {
      case .png: Self.png(picture.bytes)
      case .jpeg: Self.jpeg(picture.bytes)
      case .svg: Self.svg(picture.bytes)
      }
    guard let found, found.width > 0, found.height > 0, found.width.isFinite, found.height.isFinite else { return nil }
    self = found
  }

  /// The header chunk holds both as big-endian numbers of 32 bits (PNG third edition, §11.2.1).
  private static func png(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 24 else { return nil }
    func number(_ at: Int) -> Double { bytes[at..<(at + 4)].reduce(0) { $0 * 256 + Double($1) } }
    return PictureSize(width: number(16), height: number(20))
  }

  /// The first frame header (ITU-T T.81, §B.2.2).
  private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
    var at = 2
    while at + 9 < bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      func number(_ offset: Int) -> Int { Int(bytes[at + offset]) * 256 + Int(bytes[at + offset + 1]) }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return PictureSize(width: Double(number(7)), height: Double(number(5)))
      }
      at += 2 + number(2)
    }
    return nil
  }

  /// The last two numbers of the view box.
  private static func svg(_ bytes: [UInt8]) -> PictureSize? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = head.firstRange(of: "viewBox=") else { return nil }
    let quoted = head[start.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    let numbers = quoted.split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) }
    return numbers.count == 4 ? PictureSize(width: numbers[2], height: numbers[3]) : nil
  }
}
