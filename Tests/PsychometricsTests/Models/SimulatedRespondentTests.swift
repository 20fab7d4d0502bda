import Testing

@testable import Psychometrics

@Suite("Simulated respondents")
struct SimulatedRespondentTests {
  static let items = (0..<40).map {
    TwoParameterLogistic(slope: 0.6 + 0.03 * Double($0), intercept: 2 - 0.1 * Double($0))
  }

  @Test("Shares of right answers are the model's probabilities")
  func shares() {
    var generator = SeededGenerator(seed: 1)
    let respondent = SimulatedRespondent(ability: 0.7)
    let item = TwoParameterLogistic(slope: 1.3, intercept: -0.4)
    let n = 10_000
    let right = (0..<n).count { _ in respondent.respond(to: item, using: &generator) == .score(1) }
    let p = item.probabilities(at: 0.7)[1]
    #expect(abs(Double(right) / Double(n) - p) < 5 * (p * (1 - p) / Double(n)).squareRoot())
  }

  @Test("The same seed gives the same answers, another seed others")
  func replays() {
    func answers(_ seed: UInt64) -> [SimulatedResponse] {
      var generator = SeededGenerator(seed: seed)
      let pupil = SimulatedRespondent.drawn(omissionRate: 0.05, using: &generator)
      return pupil.respond(to: Self.items, using: &generator)
    }
    #expect(answers(9) == answers(9))
    #expect(answers(9) != answers(10))
  }

  @Test("Omitting leaves the other answers as they were", arguments: seeds(20))
  func omissions(seed: UInt64) {
    func answers(omissionRate: Double) -> [SimulatedResponse] {
      var generator = SeededGenerator(seed: seed)
      return SimulatedRespondent(ability: 0, omissionRate: omissionRate).respond(to: Self.items, using: &generator)
    }
    let all = answers(omissionRate: 0)
    #expect(!all.contains(.omitted))
    #expect(zip(all, answers(omissionRate: 0.3)).allSatisfy { $0 == $1 || $1 == .omitted })
    #expect(answers(omissionRate: 1).allSatisfy { $0 == .omitted })
  }

  @Test("About one item in twenty is left out at a rate of 5 %")
  func omissionRate() {
    var generator = SeededGenerator(seed: 4)
    let pupil = SimulatedRespondent(ability: 0, omissionRate: 0.05)
    let omitted = (0..<100).reduce(0) { sum, _ in
      sum + pupil.respond(to: Self.items, using: &generator).count { $0 == .omitted }
    }
    #expect(abs(omitted - 200) < 70)  // five deviations of a binomial of 4000 at 0.05
  }
}
