import SeededTesting

@testable import XML

/// Random values and random ways to write them.
struct RandomMarkup {
  private var random: Seeded
  init(seed: UInt64) { random = Seeded(seed) }

  private static let names = ["item", "ky", "ru", "суроо", "a", "x-1", "_b", "тапшырма"]
  private static let pieces = [
    "Окуучу", "сынак", " ", "\n", "\t", "a", "&", "<", ">", "\"", "'", "]]>", "й", "и\u{306}", "ң ө ү", "😀", "\u{9B}",
    "\u{85}", "\u{2028}", "  ", "\r", "--", "x", "1,5", "\u{7F}", "\u{FEFF}",
  ]

  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func text() -> String { (0..<int(1...5)).map { _ in pick(Self.pieces) }.joined() }

  // MARK: Values for the writer

  mutating func element(depth: Int = 0) -> MarkupElement {
    var element = MarkupElement(pick(Self.names))
    var used: Set<String> = []
    for _ in 0..<int(0...3) {
      let name = pick(Self.names)
      if used.insert(name).inserted { element.add(name, text()) }
    }
    let isMixed = chance(50)
    for _ in 0..<int(0...(depth < 5 ? 4 : 0)) {
      if isMixed, chance(50) {
        // A letter, so that the text can't be taken for layout when it is read back.
        element.content.append(.text("б" + text()))
      } else if chance(15) {
        element.content.append(.comment("бул - эскертүү <&>"))
      } else {
        element.content.append(.element(self.element(depth: depth + 1)))
      }
    }
    return element
  }

  // MARK: Source text for the reader

  /// A well-formed document that uses every way to write a thing.
  mutating func document() -> String {
    var text = chance(70) ? "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>" : ""
    text += misc() + source(depth: 0, prefixes: []) + misc()
    return chance(20) ? text.replacing("\n", with: chance(50) ? "\r\n" : "\r") : text
  }

  private mutating func misc() -> String {
    chance(30) ? pick(["\n", "<!-- <a & b> -->\n", "<?style x=\"?\"?>", " \n "]) : "\n"
  }

  private mutating func source(depth: Int, prefixes: [String]) -> String {
    var prefixes = prefixes
    var attributes = ""
    var used: Set<String> = []
    if chance(20) {
      let prefix = pick(["p", "q"])
      attributes += " xmlns:\(prefix)=\"urn:\(prefix):\(int(1...2))\""
      prefixes.append(prefix)
    }
    if chance(20) { attributes += " xmlns='\(pick(["urn:synak:1", "", "urn:&#x61;"]))'" }
    for _ in 0..<int(0...3) {
      let name = pick(Self.names)
      guard used.insert(name).inserted else { continue }
      let prefix = chance(20) ? prefixes.randomElement(using: &random).map { $0 + ":" } ?? "" : ""
      let quote = pick(["\"", "'"])
      attributes += pick([" ", "\n  ", "\t"]) + prefix + name + pick(["=", " = "]) + quote + value(quote) + quote
    }
    if chance(10) { attributes += " xml:lang='ky'" }
    let name = (chance(20) ? prefixes.randomElement(using: &random).map { $0 + ":" } ?? "" : "") + pick(Self.names)
    var content = ""
    for _ in 0..<int(0...(depth < 5 ? 5 : 1)) {
      switch int(0...6) {
      case 0, 1: content += source(depth: depth + 1, prefixes: prefixes)
      case 2: content += "<!-- - x -->"
      case 3: content += "<?go on?>"
      case 4: content += "<![CDATA[" + pick(["a < b && c", "]]", "", " \n", "ң]>"]) + "]]>"
      default: content += value("")
      }
    }
    if content.isEmpty, chance(60) { return "<\(name)\(attributes)\(pick(["", " "]))/>" }
    return "<\(name)\(attributes)>\(content)</\(name)\(pick(["", "\n"]))>"
  }

  /// Text, or a value inside `quote`, with references.
  private mutating func value(_ quote: String) -> String {
    (0..<int(0...4)).map { _ in
      switch int(0...3) {
      case 0:
        return pick(["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#10;", "&#xD;", "&#9;", "&#1200;", "&#x1F600;"])
      default:
        let piece = pick(Self.pieces)
        return ["&", "<", "]]>", "\r", quote].contains(piece) ? "z" : piece
      }
    }.joined()
  }

  /// `bytes` with a few bytes changed, lost, doubled or moved.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<int(1...3) where bytes.count > 4 {
      let at = int(0...(bytes.count - 2))
      switch int(0...5) {
      case 0: bytes[at] ^= 1 << UInt8(int(0...7))
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(pick(Array("<>&;\"'=/!?:- ]xmlns".utf8)), at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + int(1...20)))
      case 4: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + int(1...20))], at: int(0...(bytes.count - 1)))
      default: bytes.removeLast(int(1...(bytes.count - 1)))
      }
    }
    return bytes
  }
}
