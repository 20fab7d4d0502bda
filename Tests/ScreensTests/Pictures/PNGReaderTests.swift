import Foundation
import Psychometrics
import SeededTesting
import TerminalUI
import Testing
import Texts

@testable import Screens

/// The files under `Golden/Pictures` were written by a program of its own with zlib and found in order by libpng's
/// `pngfix`. Their names give colour type and depth; the number of a dot at (x, y) in part p is
/// (37x + 91y + 53p + xy(p + 1)) mod 2^depth, with 16 bits (3701x + 9103y + 5309p + 777xy) mod 2^16.
@Suite("PNG pictures")
struct PNGReaderTests {
  static let folder = Sample.root.appending(path: "Tests/ScreensTests/Golden/Pictures")
  static let names = [
    "0-1", "0-2-laced", "0-4", "0-8-laced", "0-16", "2-8", "2-16-laced", "3-1-laced", "3-2", "3-4-laced", "3-8",
    "4-8-laced", "4-16", "6-8", "6-16-laced",
  ]

  static func file(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name + ".png")))
  }

  @Test("Every colour type, depth and interlacing is read dot by dot", arguments: names)
  func kinds(name: String) throws {
    let image = try PNGReader.read(Self.file(name))
    #expect(image.width == 13 && image.height == 9)
    let parts = name.split(separator: "-")
    let (kind, depth) = (try #require(Int(parts[0])), try #require(Int(parts[1])))
    for y in 0..<9 {
      for x in 0..<13 {
        let dot = image.dot(x, y)
        let expected = expected(x, y, kind: kind, depth: depth)
        #expect([Int(dot.red), Int(dot.green), Int(dot.blue)] == expected, "\(name) at \(x), \(y)")
      }
    }
  }

  private func number(_ x: Int, _ y: Int, _ part: Int, _ depth: Int) -> Int {
    depth == 16
      ? (x * 3701 + y * 9103 + part * 5309 + x * y * 777) % 65536
      : (x * 37 + y * 91 + part * 53 + x * y * (part + 1)) % (1 << depth)
  }

  private func expected(_ x: Int, _ y: Int, kind: Int, depth: Int) -> [Int] {
    func byte(_ part: Int) -> Int {
      let number = number(x, y, part, depth)
      return depth == 16 ? number / 256 : number * 255 / ((1 << depth) - 1)
    }
    func over(_ part: Int, _ cover: Int) -> Int { (part * cover + 255 * (255 - cover)) / 255 }
    switch kind {
    case 0: return [byte(0), byte(0), byte(0)]
    case 2: return [byte(0), byte(1), byte(2)]
    case 3:
      let index = number(x, y, 0, depth)
      let colour = (0..<3).map { (index * 11 * ($0 + 1) + $0 * 40) % 256 }
      let cover = depth == 2 && index < 2 ? [0, 128][index] : 255
      return colour.map { over($0, cover) }
    case 4: return Array(repeating: over(byte(0), byte(1)), count: 3)
    default: return (0..<3).map { over(byte($0), byte(3)) }
    }
  }

  @Test("A file that is cut or spoilt is refused or read, and nothing else happens", arguments: seeds(40))
  func spoilt(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let whole = try Self.file(Self.names[Int(seed) % Self.names.count])
    for _ in 0..<60 {
      var file = whole
      for _ in 0...chance.integer(in: 0..<4) {
        file[chance.integer(in: 0..<file.count)] = UInt8(chance.integer(in: 0..<256))
      }
      if chance.integer(in: 0..<3) == 0 { file = Array(file[..<chance.integer(in: 0..<file.count)]) }
      if let image = try? PNGReader.read(file) {
        #expect(image.bytes.count == 3 * image.width * image.height)
        #expect(image.width * image.height <= PNGReader.dotLimit)
      }
    }
    #expect(throws: PNGReader.Failure.self) { try PNGReader.read(Array(whole[..<(whole.count / 2)])) }
  }

  @Test("A picture that claims to be huge is refused before anything is made for it")
  func huge() throws {
    var file = try Self.file("2-8")
    file.replaceSubrange(16..<24, with: [0, 0, 0x7F, 0xFF, 0, 0, 0x7F, 0xFF])
    #expect(throws: PNGReader.Failure.tooLarge) { try PNGReader.read(file) }
    #expect(throws: PNGReader.Failure.notPNG) { try PNGReader.read(Array("<svg/>".utf8)) }
  }

  @Test("A picture made smaller keeps its shape and its mean")
  func reduced() throws {
    let grey = PixelImage(width: 40, height: 20, bytes: (0..<2400).map { $0 / 3 % 2 == 0 ? 0 : 200 })
    let small = grey.reduced(toFit: 20, 20)
    #expect(small.width == 20 && small.height == 10)
    #expect(small.bytes.allSatisfy { $0 == 100 })
    #expect(grey.reduced(toFit: 80, 80) == grey)
  }
}

@Suite("Pictures in texts")
struct PictureTextTests {
  private let picture = Inline.picture(
    TextPicture(source: "a.png", alternative: [.text("a red square")], drawing: "+-+\n+-+"))

  @Test("Where it can be shown, half blocks stand above the words; elsewhere the drawing, and the words always")
  func ways() throws {
    let shelf = PictureShelf(files: ["a.png": try PNGReaderTests.file("2-8"), "b.svg": Array("<svg/>".utf8)])
    let shown = StyledText([.text("Look:"), picture], pictures: shelf) { $0 }
    let lines = shown.lines(width: 40).map { $0.map(\.text.string).joined() }
    #expect(lines.count == 7)
    #expect(lines[0] == "Look:" && lines[1] == String(repeating: "\u{2580}", count: 13))
    #expect(lines[6] == "[a red square]")
    #expect(shown.plain.contains("[a red square]"))
    let drawn = StyledText([.text("Look:"), picture]) { $0 }.lines(width: 40).map { $0.map(\.text.string).joined() }
    #expect(drawn.contains("+-+") && drawn.last == "[a red square]")
  }

  @Test("A line's dots are those of the picture, two rows a line")
  func dots() throws {
    let image = try PNGReader.read(PNGReaderTests.file("2-8"))
    let first = HalfBlocks(image: image).lines(width: 40)[1]
    let cells = first.flatMap { run in Array(repeating: run.style, count: run.text.width) }
    #expect(cells.count == 13)
    for column in 0..<13 {
      let (upper, lower) = (image.dot(column, 2), image.dot(column, 3))
      #expect(cells[column].foreground == Colour(red: upper.red, green: upper.green, blue: upper.blue))
      #expect(cells[column].background == Colour(red: lower.red, green: lower.green, blue: lower.blue))
    }
  }

  @Test("No width is too narrow", arguments: [1, 2, 5, 12])
  func narrow(width: Int) throws {
    let shelf = PictureShelf(files: ["a.png": try PNGReaderTests.file("6-8")])
    for line in StyledText([picture], pictures: shelf, answer: { $0 }).lines(width: width) {
      #expect(line.reduce(0) { $0 + $1.text.width } <= width)
    }
  }
}
