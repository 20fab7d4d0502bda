/// A colour of a cell: one of the sixteen that every terminal names, or a mixture of light for a picture's dots.
package struct Colour: Sendable, Hashable, CaseIterable {
  /// 0…15 a named one, 16…255 one of the palette, from `mixed` on red, green and blue in a byte each.
  private let code: UInt32
  private static let mixed: UInt32 = 1 << 24

  private init(code: UInt32) { self.code = code }

  /// Light of 0…255 each.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    code = Self.mixed | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  package static let black = Colour(code: 0)
  package static let red = Colour(code: 1)
  package static let green = Colour(code: 2)
  package static let yellow = Colour(code: 3)
  package static let blue = Colour(code: 4)
  package static let magenta = Colour(code: 5)
  package static let cyan = Colour(code: 6)
  package static let white = Colour(code: 7)
  package static let brightBlack = Colour(code: 8)
  package static let brightRed = Colour(code: 9)
  package static let brightGreen = Colour(code: 10)
  package static let brightYellow = Colour(code: 11)
  package static let brightBlue = Colour(code: 12)
  package static let brightMagenta = Colour(code: 13)
  package static let brightCyan = Colour(code: 14)
  package static let brightWhite = Colour(code: 15)

  /// The named ones.
  package static let allCases: [Colour] = (0..<16).map { Colour(code: $0) }

  /// Its number in the palette; nil for a mixture.
  package var number: Int? { code < 256 ? Int(code) : nil }

  /// Red, green and blue of a mixture; nil for what a terminal mixes as it likes.
  package var light: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard code >= Self.mixed else { return nil }
    return (UInt8(code >> 16 & 0xFF), UInt8(code >> 8 & 0xFF), UInt8(code & 0xFF))
  }

  /// Itself where it is one of the sixteen.
  var named: Colour? { code < 16 ? self : nil }

  /// The one of the first eight.
  var plain: Colour { code < 16 ? Colour(code: code & 7) : self }

  /// The colour of xterm's palette that comes nearest: of its cube of 6×6×6 or of its 24 greys.
  var inPalette: Colour {
    guard let light else { return self }
    let parts = [light.red, light.green, light.blue].map { Int($0) }
    let steps = parts.map { part in Self.cube.indices.min { abs(Self.cube[$0] - part) < abs(Self.cube[$1] - part) } ?? 0
    }
    let grey = max(0, min(23, (parts.reduce(0, +) / 3 - 3) / 10))
    func distance(_ other: [Int]) -> Int { zip(parts, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
    let isGrey = distance(Array(repeating: 8 + 10 * grey, count: 3)) < distance(steps.map { Self.cube[$0] })
    return Colour(code: UInt32(isGrey ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2]))
  }

  private static let cube = [0, 95, 135, 175, 215, 255]

  /// How a terminal is told (SGR); `base` is 30 for the letters and 40 for what is behind them.
  func parameters(base: Int) -> String {
    if let light { return "\(base + 8);2;\(light.red);\(light.green);\(light.blue)" }
    let number = Int(code)
    return number < 8 ? "\(base + number)" : number < 16 ? "\(base + 60 + number - 8)" : "\(base + 8);5;\(number)"
  }
}
