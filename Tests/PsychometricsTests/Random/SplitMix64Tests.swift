import Testing

@testable import Psychometrics

@Suite("SplitMix64")
struct SplitMix64Tests {
  @Test("gives the words of the published algorithm")
  func publishedWords() {
    var words = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in words.next() } == expected)
  }

  @Test(
    "A label's fingerprint is its FNV-1a",
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8 as UInt64),
    ])
  func fingerprints(label: String, expected: UInt64) {
    #expect(fingerprint(of: label) == expected)
  }
}
