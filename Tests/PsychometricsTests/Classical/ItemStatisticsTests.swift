import Testing

@testable import Psychometrics

@Suite("Classical statistics of an item")
struct ItemStatisticsTests {
  /// Five persons, worked by hand: shares 1 1 0 1 0, rests 8 6 3 5 4.
  private static let rows = [(1.0, 8.0), (1.0, 6.0), (0.0, 3.0), (1.0, 5.0), (0.0, 4.0)]

  private func statistics(_ rows: [(Double, Double)]) -> ItemStatistics {
    var result = ItemStatistics()
    for (share, rest) in rows { result.add(share: share, rest: rest, isOmitted: rest == 3) }
    return result
  }

  @Test("Difficulty, omissions, and the correlation with the rest: 5 / √(6·14.8·…) by hand")
  func byHand() throws {
    let item = statistics(Self.rows)
    #expect(item.difficulty == 0.6)
    #expect(item.omission == 0.2)
    // Σxy = 19, Σx = 3, Σy = 26, Σx² = 3, Σy² = 150: (5·19 − 78) / √((15 − 9)(750 − 676)) = 17 / √444.
    let correlation = try #require(item.discrimination)
    #expect(abs(correlation - 17 / 444.0.squareRoot()) < 1e-12)
  }

  @Test("Two sittings together are one")
  func sums() throws {
    let whole = statistics(Self.rows)
    let parts = statistics(Array(Self.rows[..<2])) + statistics(Array(Self.rows[2...]))
    #expect(parts.difficulty == whole.difficulty)
    #expect(parts.discrimination == whole.discrimination)
    #expect(parts.count == 5 && parts.omitted == 1)
  }

  @Test("Where nothing varies there is no correlation, and of nobody no difficulty")
  func undefined() {
    #expect(ItemStatistics().difficulty == nil)
    #expect(statistics([(1, 5), (1, 7)]).discrimination == nil)
    #expect(statistics([(1, 5), (0, 5)]).discrimination == nil)
    #expect(statistics([(0.1, 5), (0.1, 7), (0.1, 9)]).discrimination == nil)
  }
}
