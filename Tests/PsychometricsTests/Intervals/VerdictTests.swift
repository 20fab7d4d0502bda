import Testing

@testable import Psychometrics

@Suite("Verdict on a change")
struct VerdictTests {
  static func change(_ lower: Double, _ upper: Double, caution: Interval.Caution? = nil) throws -> Interval {
    try #require(
      Interval(
        estimate: (lower + upper) / 2, lower: lower, upper: upper, confidence: .ninetyFive, kind: .difference,
        caution: caution))
  }

  @Test("follows the side of zero on which the whole interval lies")
  func sides() throws {
    #expect(Verdict(on: try Self.change(0.01, 0.2), direction: .higherIsBetter) == .better)
    #expect(Verdict(on: try Self.change(0.01, 0.2), direction: .lowerIsBetter) == .worse)
    #expect(Verdict(on: try Self.change(-0.2, -0.01), direction: .higherIsBetter) == .worse)
    #expect(Verdict(on: try Self.change(-0.2, -0.01), direction: .lowerIsBetter) == .better)
  }

  @Test("finds nothing demonstrable where zero is in the interval or at its end", arguments: Direction.allCases)
  func zero(direction: Direction) throws {
    for (lower, upper) in [(-0.1, 0.2), (0, 0.2), (-0.2, 0), (0, 0)] {
      #expect(Verdict(on: try Self.change(lower, upper), direction: direction) == .noDemonstrableChange)
    }
  }

  @Test("is withheld where clusters are few, whatever the interval", arguments: Direction.allCases)
  func few(direction: Direction) throws {
    for (lower, upper) in [(-0.1, 0.2), (0.1, 0.2)] {
      let change = try Self.change(lower, upper, caution: .fewClusters)
      #expect(Verdict(on: change, direction: direction) == .withheld(.fewClusters))
    }
  }
}
