/// An item whose parameters are known, of whichever model: what a test of calibrated items is made of.
package enum CalibratedItem: AbilityModel, Hashable {
  /// Right or wrong.
  case logistic(ThreeParameterLogistic)
  /// Several points.
  case steps(GeneralizedPartialCredit)

  package var categories: Int {
    switch self {
    case .logistic(let model): model.categories
    case .steps(let model): model.categories
    }
  }

  package func logProbabilities(at theta: Double, into out: inout MutableSpan<Double>) {
    switch self {
    case .logistic(let model): model.logProbabilities(at: theta, into: &out)
    case .steps(let model): model.logProbabilities(at: theta, into: &out)
    }
  }

  package func slope(of score: Int, at theta: Double) -> Double {
    switch self {
    case .logistic(let model): model.slope(of: score, at: theta)
    case .steps(let model): model.slope(of: score, at: theta)
    }
  }

  package func information(at theta: Double) -> Double {
    switch self {
    case .logistic(let model): model.information(at: theta)
    case .steps(let model): model.information(at: theta)
    }
  }

  package func skew(at theta: Double) -> Double {
    switch self {
    case .logistic(let model): model.skew(at: theta)
    case .steps(let model): model.skew(at: theta)
    }
  }
}
