/// A code that is printed on a slip and typed at a terminal: ten symbols that chance drew and one that checks them.
///
/// The sixteen symbols stand in Latin and in Cyrillic with the same look, so a code can be typed on either layout: А and A
/// are the same here. Left out are the look-alikes of one another (0 O, 1 I l, 8 B) and every letter that a keyboard in the
/// other layout would turn into another symbol (E gives У, H gives Р, on the layout ЙЦУКЕН): a forgotten switch of the
/// layout gives a letter that no code has, never another code.
package struct AccessCode: Sendable, Hashable {
  /// Ten numbers 0...15, then the checking one.
  package let symbols: [UInt8]

  package static let alphabet: [Character] = Array("23456789ACKMPTXY")
  /// Symbols of a code with the one that checks.
  package static let length = 11

  /// From ten numbers 0...15; nil from anything else.
  init?(drawn: [UInt8]) {
    guard drawn.count == Self.length - 1, drawn.allSatisfy({ $0 < 16 }) else { return nil }
    symbols = drawn + [Self.check(of: drawn)]
  }

  /// A code that chance draws: sixteen symbols are four bits each, so five bytes make ten without a remainder.
  ///
  /// `random` gives as many bytes as it is asked for; 2^40 codes are equally likely.
  package static func drawn(by random: (Int) -> [UInt8]) -> AccessCode? {
    AccessCode(drawn: random(5).flatMap { [$0 >> 4, $0 & 15] })
  }

  // MARK: The symbol that checks

  /// What is typed sums up to nothing: Σ αⁱ·sᵢ = 0 in the field of sixteen elements. All eleven weights differ and none is
  /// zero, so every single slip is found, and every swap of two symbols, neighbours or not (Hamming, 1950).
  static func isSound(_ symbols: [UInt8]) -> Bool { sum(symbols) == 0 }

  private static func check(of drawn: [UInt8]) -> UInt8 {
    // The one symbol for which the whole sum is nothing; there is always exactly one, since its weight isn't zero.
    let rest = sum(drawn)
    return (0..<16 as Range<UInt8>).first { times(weight(drawn.count), $0) == rest } ?? 0
  }

  private static func sum(_ symbols: [UInt8]) -> UInt8 {
    symbols.enumerated().reduce(0) { $0 ^ times(weight($1.offset), $1.element) }
  }

  /// αⁱ for α = x.
  private static func weight(_ position: Int) -> UInt8 { (0..<position).reduce(1) { product, _ in times(product, 2) } }

  /// The product in GF(2⁴) by x⁴ + x + 1, in which x makes all fifteen elements but zero.
  private static func times(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var product: UInt8 = 0
    for bit in 0..<4 as Range<UInt8> where b >> bit & 1 == 1 { product ^= a << bit }
    for bit in stride(from: 6 as UInt8, through: 4, by: -1) where product >> bit & 1 == 1 {
      product ^= 0b10011 << (bit - 4)
    }
    return product
  }
}

/// Reading what was typed, and printing.
extension AccessCode {
  /// Why what was typed is no code. It never holds more of it than one letter, so it may be shown.
  package enum Slip: Error, Sendable, Hashable {
    /// A letter that no code has.
    case unknown(Character)
    /// So many symbols, where there should be eleven.
    case length(Int)
    /// A slip somewhere: the last symbol doesn't agree with the others.
    case mistyped
  }

  /// Takes small letters, Cyrillic ones, spaces and hyphens anywhere, and the few signs that can only be misread ones.
  package init(typed text: String) throws(Slip) {
    var symbols: [UInt8] = []
    for character in text.uppercased() where !Self.isSeparator(character) {
      guard let symbol = Self.values[character] else { throw .unknown(character) }
      if symbols.count < 64 { symbols.append(symbol) }
    }
    guard symbols.count == Self.length else { throw .length(symbols.count) }
    guard Self.isSound(symbols) else { throw .mistyped }
    self.symbols = symbols
  }

  /// As it stands on the slip.
  package var printed: String { Self.grouped(String(symbols.map { Self.alphabet[Int($0)] })) }

  /// Symbols in groups of four with hyphens between, so that nobody loses the place.
  package static func grouped(_ symbols: String) -> String {
    var result = ""
    for (index, symbol) in symbols.enumerated() {
      if index > 0, index.isMultiple(of: 4) { result += "-" }
      result.append(symbol)
    }
    return result
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || "-–—‐‑−_.·".contains(character)
  }

  private static let values: [Character: UInt8] = {
    var values: [Character: UInt8] = [:]
    for (value, symbol) in alphabet.enumerated() { values[symbol] = UInt8(value) }
    let others: [(Character, Character)] = [
      ("А", "A"), ("С", "C"), ("К", "K"), ("М", "M"), ("Р", "P"), ("Т", "T"), ("Х", "X"), ("У", "Y"), ("Ү", "Y"),
      // Misread digits. No key of a symbol gives them in the other layout, which is why З for 3 and Ч for 4 are not here.
      ("B", "8"), ("В", "8"), ("S", "5"), ("Z", "2"), ("G", "6"), ("Б", "6"),
    ]
    for (other, symbol) in others { values[other] = values[symbol] }
    return values
  }()
}

/// Never in a log or a message of a failed test by accident.
extension AccessCode: CustomStringConvertible, CustomReflectable {
  package var description: String { "•••" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension AccessCode: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    do throws(Slip) {
      self = try AccessCode(typed: text)
    } catch {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no access code"))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(printed)
  }
}

extension AccessCode {
  /// Why what was typed is no code; nil where it is one, given out or not.
  package static func slip(of typed: String) -> Slip? {
    do throws(Slip) {
      _ = try AccessCode(typed: typed)
      return nil
    } catch {
      return error
    }
  }
}
