import Foundation
import Testing

@testable import Psychometrics

@Suite("Two-parameter logistic model")
struct TwoParameterLogisticTests {
  @Test("Probabilities add up to one and follow the logit", arguments: [-3, -0.5, 0, 1.25, 4])
  func probabilities(theta: Double) {
    let item = TwoParameterLogistic(slope: 1.4, intercept: -0.7)
    let values = item.probabilities(at: theta)
    #expect(near(values[0] + values[1], 1, within: 1e-15))
    #expect(near(log(values[1] / values[0]), 1.4 * theta - 0.7, within: 1e-14))
  }

  @Test("Neither end overflows", arguments: [-1000, 1000])
  func ends(theta: Double) {
    var values = [0.0, 0.0]
    var out = values.mutableSpan
    TwoParameterLogistic(slope: 1, intercept: 0).logProbabilities(at: theta, into: &out)
    #expect(values.sorted() == [-1000, 0])
  }

  @Test("At its difficulty an item is even; the Rasch model has slope 1")
  func difficulty() {
    let item = TwoParameterLogistic(slope: 2, intercept: -3)
    #expect(item.difficulty == 1.5)
    #expect(item.probabilities(at: 1.5) == [0.5, 0.5])
    #expect(TwoParameterLogistic.rasch(difficulty: 0.4) == TwoParameterLogistic(slope: 1, intercept: -0.4))
    #expect(TwoParameterLogistic(slope: 0, intercept: 1).difficulty == nil)
  }

  static let scores = "expected/scores_exact.json"

  @Test(
    "The likelihood has its top where the exact solver found it",
    .enabled(if: Conformance.has(scores), Conformance.absent))
  func likelihoodTops() throws {
    struct File: Decodable { var sets: [String: Calibration] }
    struct Calibration: Decodable {
      var model: String
      var items: [Item]
      var scores: [Score]
    }
    struct Item: Decodable {
      var a: Double?
      var d: [Double]?
    }
    struct Score: Decodable {
      var x: [Int]
      var mle: Double?
    }
    let sets = try Conformance.decode(File.self, from: Self.scores).sets.values.filter { $0.model == "2pl" }
    var tops = 0
    for set in sets {
      let items = try set.items.map {
        TwoParameterLogistic(slope: try #require($0.a), intercept: try #require($0.d?.first))
      }
      for score in set.scores {
        guard let mle = score.mle else { continue }
        // d/dθ log L = Σ a (x − P(1)), which is 0 at the top.
        let slope = zip(items, score.x).reduce(0.0) { sum, pair in
          sum + pair.0.slope * (Double(pair.1) - pair.0.probabilities(at: mle)[1])
        }
        #expect(abs(slope) < 1e-9, "\(score.x)")
        tops += 1
      }
    }
    #expect(tops >= 30)
  }
}
