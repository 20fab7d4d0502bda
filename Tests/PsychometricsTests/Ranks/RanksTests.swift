import Testing

@testable import Psychometrics

@Suite("Ranks")
struct RanksTests {
  static func interval(_ estimate: Double, _ lower: Double, _ upper: Double) throws -> Interval {
    try #require(Interval(estimate: estimate, lower: lower, upper: upper, confidence: .ninetyFive, kind: .wilson))
  }

  @Test("Units that nothing tells apart share a rank, and the next rank skips as many")
  func known() throws {
    let intervals = try [
      Self.interval(0.50, 0.45, 0.55), Self.interval(0.90, 0.85, 0.95), Self.interval(0.80, 0.70, 0.87),
      Self.interval(0.20, 0.10, 0.30), Self.interval(0.72, 0.65, 0.75),
    ]
    let ranked = Ranks.order(intervals, direction: .higherIsBetter)
    #expect(ranked.map(\.index) == [1, 2, 4, 0, 3])
    #expect(ranked.map(\.rank) == [1, 1, 1, 4, 5])
    // The first is wholly above the third, though the second joins them.
    #expect(ranked.map(\.range) == [1...2, 1...3, 2...3, 4...4, 5...5])
    let reversed = Ranks.order(intervals, direction: .lowerIsBetter)
    #expect(reversed.map(\.index) == [3, 0, 4, 2, 1])
    #expect(reversed.map(\.rank) == [1, 2, 3, 3, 3])
  }

  @Test("Ranks hold what they promise", arguments: seeds(200))
  func promises(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let intervals = try (0..<generator.integer(in: 0..<25)).map { _ in
      let estimate = Double(generator.integer(in: 0..<100))
      return try Self.interval(
        estimate, estimate - Double(generator.integer(in: 0..<6)), estimate + Double(generator.integer(in: 0..<6)))
    }
    let direction = generator.happens(withProbability: 0.5) ? Direction.higherIsBetter : .lowerIsBetter
    let ranked = Ranks.order(intervals, direction: direction)
    #expect(ranked.map(\.index).sorted() == Array(intervals.indices))
    func isWhollyBetter(_ a: RankedUnit, _ b: RankedUnit) -> Bool {
      let (a, b) = (intervals[a.index], intervals[b.index])
      return direction == .higherIsBetter ? a.lower > b.upper : a.upper < b.lower
    }
    for (place, unit) in ranked.enumerated() {
      for (otherPlace, other) in ranked.enumerated() where place != otherPlace {
        if intervals[unit.index].overlaps(intervals[other.index]) { #expect(unit.rank == other.rank) }
        if unit.rank < other.rank { #expect(isWhollyBetter(unit, other) && place < otherPlace) }
      }
      #expect(unit.rank == 1 + ranked.count { $0.rank < unit.rank })
      let better = ranked.count { isWhollyBetter($0, unit) }
      let worse = ranked.count { isWhollyBetter(unit, $0) }
      #expect(unit.range == (1 + better)...(ranked.count - worse))
    }
  }

  @Test("Equal estimates keep the order in which they came")
  func stable() throws {
    let same = try Self.interval(0.5, 0.4, 0.6)
    #expect(Ranks.order([same, same, same], direction: .lowerIsBetter).map(\.index) == [0, 1, 2])
    #expect(Ranks.order([], direction: .higherIsBetter).isEmpty)
  }
}
