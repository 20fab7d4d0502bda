import Testing

@testable import Psychometrics

@Suite("Interval")
struct IntervalTests {
  @Test(
    "holds finite numbers in order, or isn't",
    arguments: [
      (2.0, 1.0, 3.0, true), (1, 1, 1, true), (0, 1, 3, false), (4, 1, 3, false), (2, .nan, 3, false),
      (.nan, 1, 3, false),
      (2, -.infinity, 3, false), (2, 1, .infinity, false),
    ])
  func order(estimate: Double, lower: Double, upper: Double, stands: Bool) {
    let interval = Interval(estimate: estimate, lower: lower, upper: upper, confidence: .ninetyFive, kind: .mean)
    #expect((interval != nil) == stands)
  }

  @Test("Only numbers strictly between 0 and 1 are a confidence", arguments: [0, 1, -1, 95, .nan])
  func confidence(value: Double) {
    #expect(Confidence(value) == nil)
    #expect(Confidence(0.95) == .ninetyFive)
  }

  @Test("Intervals that touch overlap")
  func overlap() throws {
    func interval(_ lower: Double, _ upper: Double) throws -> Interval {
      try #require(Interval(estimate: lower, lower: lower, upper: upper, confidence: .ninetyFive, kind: .mean))
    }
    #expect(try interval(1, 2).overlaps(interval(2, 3)))
    #expect(try interval(2, 3).overlaps(interval(1, 2)))
    #expect(try interval(1, 4).overlaps(interval(2, 3)))
    #expect(try !interval(1, 2).overlaps(interval(2.5, 3)))
  }
}
