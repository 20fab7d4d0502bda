/// The one source of chance in Synak: the same seed gives the same numbers on every machine, for ever.
///
/// xoshiro256** (Blackman & Vigna 2018, "Scrambled linear pseudorandom number generators"), period 2²⁵⁶ − 1, seeded
/// through SplitMix64. Its whole state is this value: it can be kept with a session and continued anywhere. Not for
/// secrets: who sees a few of its numbers can tell the next ones.
///
/// What must never change, since kept sessions replay through it: `next`, `below`, `double`, `shuffled`,
/// `derived(for:)`. They use integer operations (and one exact scaling) only, so they are the same bit for bit wherever
/// Swift runs.
package struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  /// What the generator was made from.
  ///
  /// Drawing numbers doesn't change it, so streams derived from it never depend on how much was drawn before.
  package let seed: UInt64
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  package init(seed: UInt64) {
    var words = SplitMix64(seed: seed)
    self.seed = seed
    s0 = words.next()
    s1 = words.next()
    s2 = words.next()
    s3 = words.next()
  }

  /// A uniform word of 64 bits.
  package mutating func next() -> UInt64 {
    let result = Self.rotated(s1 &* 5, by: 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = Self.rotated(s3, by: 45)
    return result
  }

  /// A generator of its own for one purpose, such as `"booklet"`: a function of the seed and the label's UTF-8 bytes
  /// alone.
  ///
  /// Neither what was drawn before nor the order in which streams are asked for matters; derived generators derive
  /// again, and `a` then `b` differs from `b` then `a`.
  package func derived(for label: String) -> SeededGenerator {
    let own = SplitMix64.mixed(seed &+ SplitMix64.step)
    return SeededGenerator(seed: SplitMix64.mixed(own ^ fingerprint(of: label)))
  }

  private static func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    (word << count) | (word >> (64 - count))
  }
}

// MARK: - Numbers

extension SeededGenerator {
  /// A whole number in `0..<bound`, each equally likely: multiplication with rejection (Lemire 2019, "Fast random
  /// integer generation in an interval").
  ///
  /// - Precondition: `bound > 0`; nothing can be drawn from nothing.
  package mutating func below(_ bound: UInt64) -> UInt64 {
    precondition(bound > 0, "nothing can be drawn below 0")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound  // 2⁶⁴ mod bound: the low words that would make some results likelier
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }

  /// A whole number in `range`, each equally likely.
  ///
  /// - Precondition: `range` isn't empty.
  package mutating func integer(in range: Range<Int>) -> Int {
    let width = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound)
    return range.lowerBound &+ Int(truncatingIfNeeded: below(width))
  }

  /// A number in [0, 1): one of the 2⁵³ multiples of 2⁻⁵³, each equally likely.
  package mutating func double() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A standard normal deviate, within ±8.2, by inversion of one uniform word (Wichura 1988).
  ///
  /// Inversion takes exactly one word and keeps no second deviate back, so the state stays the whole truth. Beyond
  /// ±1.44 it uses the system's logarithm, so there the last bit may differ between machines: simulate with it, never
  /// route by it.
  package mutating func normal() -> Double {
    // The middle of one of 2⁵² equal cells: never 0 or 1, and symmetric about ½.
    let probability = (Double(next() >> 12) + 0.5) * 0x1p-52
    return NormalDistribution.quantile(inside: probability)
  }

  /// Whether something of this probability happens.
  ///
  /// Takes one word, also at 0 (never) and 1 (always).
  package mutating func happens(withProbability probability: Double) -> Bool {
    double() < probability
  }
}

// MARK: - Orders

extension SeededGenerator {
  /// The elements in a random order, each order equally likely as far as the state's 256 bits go.
  ///
  /// Fisher–Yates from the last place down (Durstenfeld 1964), one `below` a place. Swift's own `shuffled(using:)`
  /// promises no algorithm, so a session could replay into another order after an update.
  package mutating func shuffled<Elements: Sequence>(_ elements: Elements) -> [Elements.Element] {
    var result = Array(elements)
    var place = result.count - 1
    while place > 0 {
      result.swapAt(place, Int(below(UInt64(place) + 1)))
      place -= 1
    }
    return result
  }
}

// MARK: - Text

extension SeededGenerator: LosslessStringConvertible, Codable {
  /// The whole state as five words of 16 hexadecimal digits with points between: seed, then the four words of xoshiro.
  ///
  /// Text, since many readers of JSON round whole numbers above 2⁵³.
  package var description: String {
    [seed, s0, s1, s2, s3].map(Self.hexadecimal).joined(separator: ".")
  }

  /// The state that `description` wrote; nil for any other text and for four words of zero, from which xoshiro never
  /// moves.
  package init?(_ description: String) {
    let words = description.split(separator: ".", omittingEmptySubsequences: false).map(Self.word)
    guard words.count == 5, let seed = words[0], let s0 = words[1], let s1 = words[2], let s2 = words[3],
      let s3 = words[4], s0 | s1 | s2 | s3 != 0
    else { return nil }
    self.seed = seed
    self.s0 = s0
    self.s1 = s1
    self.s2 = s2
    self.s3 = s3
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let state = SeededGenerator(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the state of a seeded generator")
    }
    self = state
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func word(_ digits: Substring) -> UInt64? {
    guard digits.utf8.count == 16, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return UInt64(digits, radix: 16)
  }
}
