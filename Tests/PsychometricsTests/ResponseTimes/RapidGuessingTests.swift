import Testing

@testable import Psychometrics

@Suite("Answers that came too fast")
struct RapidGuessingTests {
  @Test("A rapid guess is below a tenth of the mean, and below ten seconds; of few persons nothing is said")
  func rapid() {
    #expect(RapidGuessing.threshold(Array(repeating: 30_000, count: 10)) == 3_000)
    #expect(RapidGuessing.threshold(Array(repeating: 300_000, count: 10)) == 10_000)
    #expect(RapidGuessing.threshold(Array(repeating: 30_000, count: 9)) == nil)
    let effort = RapidGuessing.effort([(2_999, 3_000), (3_000, 3_000), (50, nil), (9_000, 3_000), (100, 3_000)])
    #expect(effort == 0.5)
    #expect(RapidGuessing.effort([(50, nil)]) == nil)
  }
}
