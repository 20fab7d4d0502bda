import Glibc

/// Estimators of ability that know nothing of a population: maximum likelihood (Lord 1980, ch. 4) and Warm's weighted one
/// (Warm 1989). Their standard errors are 1/√I(θ), with expected information.
package enum LikelihoodEstimates {
  /// Where they are looked for.
  static let range = -12.0...12.0
  private static let step = 0.1

  /// The θ under which the answers are likeliest; nil where there is none, as when all are right or all wrong.
  package static func maximum(_ responses: [ScoredResponse<some AbilityModel>]) -> AbilityEstimate? {
    let tops = roots { theta in responses.reduce(0) { $0 + $1.item.slope(of: $1.score, at: theta) } }
    let best = tops.map { ($0, logLikelihood(responses, at: $0)) }.max { $0.1 < $1.1 }
    // With guessing, nothing known at all may explain the answers better than any top: then there is no maximum.
    let ends = [range.lowerBound, range.upperBound].map { logLikelihood(responses, at: $0) }.max() ?? -.infinity
    guard let best, best.1 > ends else { return nil }
    return estimate(responses, at: best.0)
  }

  /// The θ at which the score function plus J/(2I) is zero; exists for all wrong and all right too. nil without answers.
  ///
  /// Where there are several (three-parameter items), the one whose likelihood times √I is the largest.
  package static func weighted(_ responses: [ScoredResponse<some AbilityModel>]) -> AbilityEstimate? {
    guard !responses.isEmpty else { return nil }
    func information(_ theta: Double) -> Double { responses.reduce(0) { $0 + $1.item.information(at: theta) } }
    let tops = roots { theta in
      let slope = responses.reduce(0) { $0 + $1.item.slope(of: $1.score, at: theta) }
      return slope + responses.reduce(0) { $0 + $1.item.skew(at: theta) } / (2 * information(theta))
    }
    let best = tops.max { a, b in
      logLikelihood(responses, at: a) + 0.5 * log(information(a))
        < logLikelihood(responses, at: b) + 0.5 * log(information(b))
    }
    return best.map { estimate(responses, at: $0) }
  }

  package static func logLikelihood(_ responses: [ScoredResponse<some AbilityModel>], at theta: Double) -> Double {
    responses.reduce(0) { sum, response in
      var values = [Double](repeating: 0, count: response.item.categories)
      var out = values.mutableSpan
      response.item.logProbabilities(at: theta, into: &out)
      return sum + values[response.score]
    }
  }

  private static func estimate(_ responses: [ScoredResponse<some AbilityModel>], at theta: Double) -> AbilityEstimate {
    let information = responses.reduce(0) { $0 + $1.item.information(at: theta) }
    return AbilityEstimate(theta: theta, error: 1 / information.squareRoot())
  }

  /// Where a function falls through zero: bracketed on a grid, then halved to the last bit.
  private static func roots(_ function: (Double) -> Double) -> [Double] {
    var roots: [Double] = []
    let count = Int((range.upperBound - range.lowerBound) / step)
    var (left, before) = (range.lowerBound, function(range.lowerBound))
    for index in 1...count {
      let right = range.lowerBound + step * Double(index)
      let after = function(right)
      if before > 0, after <= 0 {
        var (low, high) = (left, right)
        for _ in 0..<60 {
          let middle = 0.5 * (low + high)
          if function(middle) > 0 { low = middle } else { high = middle }
        }
        roots.append(0.5 * (low + high))
      }
      (left, before) = (right, after)
    }
    return roots
  }
}
