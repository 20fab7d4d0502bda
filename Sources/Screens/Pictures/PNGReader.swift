/// Pictures out of PNG files (ISO/IEC 15948): all colour types, depths and interlacing. What is transparent shows white
/// paper: pictures of instruments are drawn for it.
///
/// Bounded, whatever the file says: at most `dotLimit` dots, and no more bytes than these need.
package enum PNGReader {
  package enum Failure: Error, Hashable {
    case notPNG
    case truncated
    case malformed
    case tooLarge
  }

  /// Dots that a picture may have: 2000 × 2000.
  package static let dotLimit = 4_000_000

  package static func read(_ file: [UInt8]) throws(Failure) -> PixelImage {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { throw .notPNG }
    var head: PNGHead?
    var packed: [UInt8] = []
    var palette: [UInt8] = []
    var clearness: [UInt8] = []
    var at = 8
    while true {
      guard let length = number(file, at), at + 12 + length <= file.count else { throw .truncated }
      let name = String(decoding: file[at + 4..<at + 8], as: UTF8.self)
      let content = file[at + 8..<at + 8 + length]
      at += 12 + length
      switch name {
      case "IHDR": head = try PNGHead(content)
      case "PLTE": palette = Array(content)
      case "tRNS": clearness = Array(content)
      case "IDAT": packed += content
      case "IEND":
        guard let head else { throw .malformed }
        return try image(head, packed[...], palette, clearness)
      default: break
      }
    }
  }

  private static func number(_ file: [UInt8], _ at: Int) -> Int? {
    guard at + 8 <= file.count else { return nil }
    let value = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    return value <= file.count ? value : nil
  }

  private static func image(
    _ head: PNGHead, _ packed: ArraySlice<UInt8>, _ palette: [UInt8], _ clearness: [UInt8]
  ) throws(Failure) -> PixelImage {
    let lines: [UInt8]
    do {
      lines = try Inflate.zlib(packed, limit: head.passes.reduce(0) { $0 + $1.bytes(of: head) })
    } catch {
      switch error {
      case .truncated: throw .truncated
      case .malformed, .tooLarge: throw .malformed
      }
    }
    let ink = PNGInk(head, palette, clearness)
    var dots = [UInt8](repeating: 255, count: 3 * head.width * head.height)
    var at = 0
    for pass in head.passes {
      let count = pass.lineBytes(of: head)
      var before = [UInt8](repeating: 0, count: count)
      for row in 0..<pass.height {
        guard at + 1 + count <= lines.count else { throw .truncated }
        let line = try unfiltered(lines[at..<at + 1 + count], before, step: head.dotBytes)
        at += 1 + count
        for column in 0..<pass.width {
          let start = 3 * ((pass.top + row * pass.down) * head.width + pass.left + column * pass.across)
          let dot = ink.dot(line, column)
          dots[start] = dot.0
          dots[start + 1] = dot.1
          dots[start + 2] = dot.2
        }
        before = line
      }
    }
    return PixelImage(width: head.width, height: head.height, bytes: dots)
  }

  /// A line without its filter (§9); the first byte says which it is.
  private static func unfiltered(
    _ filtered: ArraySlice<UInt8>, _ above: [UInt8], step: Int
  ) throws(Failure) -> [UInt8] {
    let kind = filtered[filtered.startIndex]
    var line = Array(filtered.dropFirst())
    guard kind <= 4 else { throw .malformed }
    for index in line.indices where kind > 0 {
      let left = index >= step ? Int(line[index - step]) : 0
      let up = Int(above[index])
      let corner = index >= step ? Int(above[index - step]) : 0
      let guess =
        switch kind {
        case 1: left
        case 2: up
        case 3: (left + up) / 2
        default: nearest(left, up, corner)
        }
      line[index] = line[index] &+ UInt8(truncatingIfNeeded: guess)
    }
    return line
  }

  /// Paeth's predictor (§9.4).
  private static func nearest(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let guess = left + up - corner
    let (a, b, c) = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return a <= b && a <= c ? left : b <= c ? up : corner
  }
}

/// What the head of a PNG file says.
struct PNGHead {
  let width: Int
  let height: Int
  let depth: Int
  let kind: Kind
  let passes: [Pass]

  enum Kind: UInt8 {
    case grey = 0
    case colour = 2
    case palette = 3
    case greyAndClearness = 4
    case colourAndClearness = 6

    /// Numbers that a dot has.
    var parts: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAndClearness: 2
      case .colour: 3
      case .colourAndClearness: 4
      }
    }

    fileprivate var depths: [Int] {
      switch self {
      case .grey: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      case .colour, .greyAndClearness, .colourAndClearness: [8, 16]
      }
    }
  }

  /// A part of the picture that is sent whole: all of it, or one of Adam7's seven (§8.2).
  struct Pass {
    var left = 0
    var top = 0
    var across = 1
    var down = 1
    var width: Int
    var height: Int

    func lineBytes(of head: PNGHead) -> Int { (width * head.kind.parts * head.depth + 7) / 8 }

    /// With the byte of its filter before each line.
    func bytes(of head: PNGHead) -> Int { height * (1 + lineBytes(of: head)) }
  }

  init(_ content: ArraySlice<UInt8>) throws(PNGReader.Failure) {
    let bytes = Array(content)
    guard bytes.count == 13 else { throw .malformed }
    let width = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    let height = bytes[4..<8].reduce(0) { $0 << 8 | Int($1) }
    guard let kind = Kind(rawValue: bytes[9]), kind.depths.contains(Int(bytes[8])), width > 0, height > 0,
      bytes[10] == 0, bytes[11] == 0, bytes[12] <= 1
    else { throw .malformed }
    guard width <= PNGReader.dotLimit, height <= PNGReader.dotLimit / width else { throw .tooLarge }
    self.width = width
    self.height = height
    depth = Int(bytes[8])
    self.kind = kind
    passes =
      bytes[12] == 0
      ? [Pass(width: width, height: height)]
      : Self.adam7.map { pass in
        let (left, top, across, down) = pass
        return Pass(
          left: left, top: top, across: across, down: down, width: max(0, (width - left + across - 1) / across),
          height: width > left ? max(0, (height - top + down - 1) / down) : 0)
      }
  }

  private static let adam7 = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
  ]

  /// Bytes from a dot to the next of its line, at least one.
  var dotBytes: Int { max(1, kind.parts * depth / 8) }
}

/// How the numbers of a line become colours.
private struct PNGInk {
  let head: PNGHead
  /// Of a palette: red, green and blue of each colour, over white where it is clear.
  private let colours: [(UInt8, UInt8, UInt8)]
  /// Of the other kinds: the numbers of the one colour that is clear.
  private let clear: [Int]

  init(_ head: PNGHead, _ palette: [UInt8], _ clearness: [UInt8]) {
    self.head = head
    colours = (0..<palette.count / 3).map { index in
      let cover = clearness.indices.contains(index) ? Int(clearness[index]) : 255
      return (
        Self.over(palette[3 * index], cover), Self.over(palette[3 * index + 1], cover),
        Self.over(palette[3 * index + 2], cover)
      )
    }
    clear =
      head.kind == .palette
      ? [] : stride(from: 0, to: clearness.count - 1, by: 2).map { Int(clearness[$0]) << 8 | Int(clearness[$0 + 1]) }
  }

  private static func over(_ part: UInt8, _ cover: Int) -> UInt8 {
    UInt8((Int(part) * cover + 255 * (255 - cover)) / 255)
  }

  private func sample(_ line: [UInt8], _ index: Int) -> Int {
    switch head.depth {
    case 8: return Int(line[index])
    case 16: return Int(line[2 * index]) << 8 | Int(line[2 * index + 1])
    default:
      let bit = index * head.depth
      return Int(line[bit / 8]) >> (8 - head.depth - bit % 8) & (1 << head.depth - 1)
    }
  }

  /// A number as 0…255.
  private func byte(_ value: Int) -> UInt8 {
    head.depth == 16 ? UInt8(value >> 8) : UInt8(value * 255 / (1 << head.depth - 1))
  }

  func dot(_ line: [UInt8], _ column: Int) -> (UInt8, UInt8, UInt8) {
    let first = column * head.kind.parts
    func part(_ index: Int) -> Int { sample(line, first + index) }
    switch head.kind {
    case .palette:
      let index = part(0)
      return colours.indices.contains(index) ? colours[index] : (0, 0, 0)
    case .grey:
      if clear.count == 1, clear[0] == part(0) { return (255, 255, 255) }
      let grey = byte(part(0))
      return (grey, grey, grey)
    case .greyAndClearness:
      let grey = Self.over(byte(part(0)), Int(byte(part(1))))
      return (grey, grey, grey)
    case .colour:
      if clear.count == 3, clear[0] == part(0), clear[1] == part(1), clear[2] == part(2) { return (255, 255, 255) }
      return (byte(part(0)), byte(part(1)), byte(part(2)))
    case .colourAndClearness:
      let cover = Int(byte(part(3)))
      return (Self.over(byte(part(0)), cover), Self.over(byte(part(1)), cover), Self.over(byte(part(2)), cover))
    }
  }
}
