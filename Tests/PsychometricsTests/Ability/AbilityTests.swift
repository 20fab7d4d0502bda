import Foundation
import Testing

@testable import Psychometrics

@Suite("Estimates of ability")
struct AbilityTests {
  @Test(
    "They are those of an exact solver, for every pattern of five tests' items",
    .enabled(if: Conformance.has(ExactScores.path), Conformance.absent))
  func exact() throws {
    let cases = try ExactScores.all()
    #expect(cases.count == 4)
    for known in cases {
      for score in known.scores {
        let responses = ExactScores.responses(known.items, score.x)
        let label: Comment = "\(known.set) \(score.x)"
        let eap = ExpectedAPosteriori().estimate(responses)
        #expect(near(eap.theta, score.eap, within: 1e-9), label)
        #expect(near(eap.error, score.eapError, within: 1e-9), label)
        let wle = LikelihoodEstimates.weighted(responses)
        #expect(near(wle?.theta, score.wle, within: 1e-9), label)
        #expect(near(wle?.error, score.wleError, within: 1e-9), label)
        let mle = LikelihoodEstimates.maximum(responses)
        if let top = score.mle {
          #expect(near(mle?.theta, top, within: 1e-9), label)
          #expect(near(mle?.error, score.mleError ?? .nan, within: 1e-9), label)
        } else {
          #expect(mle == nil, label)
        }
      }
      for (theta, (sum, parts)) in zip(known.thetas, zip(known.information, known.itemInformation)) {
        let own = known.items.map { $0.information(at: theta) }
        #expect(near(own.reduce(0, +), sum, within: 1e-12))
        for (mine, theirs) in zip(own, parts) { #expect(near(mine, theirs, within: 1e-12)) }
      }
    }
  }

  static let catRFile = "expected/cat_estimates.json"

  @Test(
    "Estimates and information are those of catR on its 85 items",
    .enabled(if: Conformance.has(catRFile), Conformance.absent)
  )
  func agreesWithCatR() throws {
    struct File: Decodable {
      struct Value: Decodable {
        var theta: Double
        var se: Double
      }
      struct Estimate: Decodable {
        var x: [Int]
        var maximum: Value
        var weighted: Value
        var mean: Value

        enum CodingKeys: String, CodingKey {
          case x
          case maximum = "ML"
          case weighted = "WL"
          case mean = "EAP"
        }
      }
      struct Information: Decodable {
        var theta: Double
        var info: [Double]
      }
      var rows: [Int]
      var estimates: [Estimate]
      var itemInformation: [Information]

      enum CodingKeys: String, CodingKey {
        case rows, estimates
        case itemInformation = "item_information"
      }
    }
    let bank = try CatRBank.items()
    let file = try Conformance.decode(File.self, from: Self.catRFile)
    for known in file.itemInformation {
      for (item, information) in zip(bank, known.info) {
        #expect(near(item.model.information(at: known.theta), information, within: 1e-12))
      }
    }
    var eap = ExpectedAPosteriori()
    eap.nodes = 121
    for known in file.estimates {
      let responses = zip(file.rows, known.x).map { ScoredResponse(bank[$0 - 1].model, score: $1) }
      let mean = eap.estimate(responses)
      // catR integrates by a rule of its own over the same nodes.
      #expect(near(mean.theta, known.mean.theta, within: 1e-6), "\(mean.theta - known.mean.theta)")
      #expect(near(mean.error, known.mean.se, within: 1e-5), "\(mean.error - known.mean.se)")
      let weighted = LikelihoodEstimates.weighted(responses)
      // catR stops its search at about 1e-4.
      #expect(near(weighted?.theta, known.weighted.theta, within: 2e-4), "\(known.x)")
      // catR writes ±6 where there is no maximum.
      guard abs(known.maximum.theta) < 6 else {
        #expect(LikelihoodEstimates.maximum(responses) == nil)
        continue
      }
      #expect(near(LikelihoodEstimates.maximum(responses)?.theta, known.maximum.theta, within: 2e-4))
    }
  }

  @Test("Without answers it is the population's mean and deviation; the grid follows the population")
  func noAnswers() {
    let wide = ExpectedAPosteriori(NormalPopulation(mean: 500, deviation: 100))
    let none = wide.estimate([ScoredResponse<CalibratedItem>]())
    #expect(near(none.theta, 500, within: 1e-12) && near(none.error, 100, within: 1e-6))
    #expect(LikelihoodEstimates.weighted([ScoredResponse<CalibratedItem>]()) == nil)
    // The same answers on a scale of 500 and 100 are the same ability.
    func estimate(_ unit: Double, _ zero: Double) -> AbilityEstimate {
      ExpectedAPosteriori(NormalPopulation(mean: zero, deviation: unit)).estimate(
        [(-1.0, 1), (0.3, 1), (1.2, 0)].map { difficulty, score in
          ScoredResponse(
            ThreeParameterLogistic(slope: 1.3 / unit, difficulty: zero + unit * difficulty, guessing: 0.1), score: score
          )
        })
    }
    #expect(near(estimate(100, 500).theta, 500 + 100 * estimate(1, 0).theta, within: 1e-10))
  }

  @Test("One Rasch item at its difficulty: information a quarter, the estimate by hand")
  func byHand() {
    let item = CalibratedItem.logistic(ThreeParameterLogistic(slope: 1, difficulty: 0.5))
    #expect(item.information(at: 0.5) == 0.25)
    #expect(item.skew(at: 0.5) == 0)
    // WLE of one right answer: 1 − P + (1 − 2P)/2 = 0, so P = 3/4 and θ = b + ln 3.
    let wle = LikelihoodEstimates.weighted([ScoredResponse(item, score: 1)])
    #expect(near(wle?.theta, 0.5 + log(3), within: 1e-12))
    #expect(near(wle?.error, (1 / 0.1875).squareRoot(), within: 1e-12))
  }

  @Test("A step of the partial credit model with one step is the logistic model", arguments: [-2, 0.1, 3])
  func oneStep(theta: Double) {
    let logistic = ThreeParameterLogistic(slope: 1.4, difficulty: 0.2)
    let steps = GeneralizedPartialCredit(slope: 1.4, steps: [0.2])
    for score in 0...1 {
      #expect(near(logistic.probabilities(at: theta)[score], steps.probabilities(at: theta)[score], within: 1e-14))
      #expect(near(logistic.slope(of: score, at: theta), steps.slope(of: score, at: theta), within: 1e-14))
    }
    #expect(near(logistic.information(at: theta), steps.information(at: theta), within: 1e-14))
    #expect(near(logistic.skew(at: theta), steps.skew(at: theta), within: 1e-14))
  }

  @Test("Slopes are the derivatives of the log-probabilities", arguments: [-2.5, 0, 1.7])
  func derivatives(theta: Double) {
    let models: [CalibratedItem] = [
      .logistic(ThreeParameterLogistic(slope: 1.7, difficulty: 0.4, guessing: 0.2)),
      .steps(GeneralizedPartialCredit(slope: 0.8, steps: [-1, 0.7, 0.2])),
    ]
    for model in models {
      let (up, down) = (model.probabilities(at: theta + 1e-5), model.probabilities(at: theta - 1e-5))
      for score in 0..<model.categories {
        #expect(near(model.slope(of: score, at: theta), (log(up[score]) - log(down[score])) / 2e-5, within: 1e-8))
      }
    }
  }
}
