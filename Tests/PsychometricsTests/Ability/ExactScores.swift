import Foundation
import Testing

@testable import Psychometrics

/// Scores that an exact solver found for every answer pattern of published tests.
enum ExactScores {
  static let path = "expected/scores_exact.json"

  struct Case: Sendable {
    var set: String
    var items: [CalibratedItem]
    var scores: [Score]
    var thetas: [Double]
    var information: [Double]
    var itemInformation: [[Double]]
  }

  struct Score: Decodable, Sendable {
    var x: [Int]
    var mle: Double?
    var mleError: Double?
    var wle: Double
    var wleError: Double
    var eap: Double
    var eapError: Double

    enum CodingKeys: String, CodingKey {
      case x, mle, wle
      case mleError = "se_mle"
      case wleError = "se_wle"
      case eap = "eap_61_6"
      case eapError = "sd_eap_61_6"
    }
  }

  /// Those whose models are here: all but the graded response model.
  static func all() throws -> [Case] {
    struct File: Decodable { var sets: [String: Entry] }
    struct Entry: Decodable {
      var items: [Parameters]
      var scores: [Score]
      var theta: [Double]
      var testInformation: [Double]
      var itemInformation: [[Double]]

      enum CodingKeys: String, CodingKey {
        case items, scores, theta
        case testInformation = "test_information"
        case itemInformation = "item_information"
      }
    }
    struct Parameters: Decodable {
      var a: Double
      var d: [Double]
      var g: Double?
    }
    return try Conformance.decode(File.self, from: path).sets.filter { $0.key != "science_grm" }.map { name, entry in
      let items = entry.items.map { item -> CalibratedItem in
        if item.d.count == 1 {
          return .logistic(
            ThreeParameterLogistic(slope: item.a, difficulty: -item.d[0] / item.a, guessing: item.g ?? 0))
        }
        let steps = zip([0] + item.d, item.d).map { ($0 - $1) / item.a }
        return .steps(GeneralizedPartialCredit(slope: item.a, steps: steps))
      }
      return Case(
        set: name, items: items, scores: entry.scores, thetas: entry.theta, information: entry.testInformation,
        itemInformation: entry.itemInformation)
    }
  }

  static func responses(_ items: [CalibratedItem], _ x: [Int]) -> [ScoredResponse<CalibratedItem>] {
    zip(items, x).map { ScoredResponse($0, score: $1) }
  }
}
