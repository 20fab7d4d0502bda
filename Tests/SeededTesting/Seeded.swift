/// Chance for tests: the same everywhere for the same seed (SplitMix64: Steele, Lea and Flood 2014).
package struct Seeded: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next() >> 56) }

  package mutating func pick<T>(_ from: [T]) -> T { from[Int.random(in: 0..<from.count, using: &self)] }
}

/// Seeds of a property test.
package func seeds(_ count: Int) -> [UInt64] { Array(1...UInt64(count)) }
