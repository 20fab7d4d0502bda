/// The mixing that turns one 64-bit seed into as many well-spread words as a generator needs.
///
/// SplitMix64 (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators"), the seeding that Blackman &
/// Vigna (2018) recommend for xoshiro: near seeds give unrelated words.
struct SplitMix64: Sendable {
  private var state: UInt64

  /// 2⁶⁴ divided by the golden ratio, made odd: the step of the sequence.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A one-to-one scrambling of 64 bits in which every bit of the input moves every bit of the output.
  static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A 64-bit fingerprint of a label's UTF-8 bytes: FNV-1a (Fowler, Noll & Vo).
///
/// Swift's `Hasher` would differ in every process.
func fingerprint(of label: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return hash
}
