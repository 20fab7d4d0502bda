import Glibc

/// Two-parameter logistic model in slope–intercept form: logit P(1) = a·θ + d (Birnbaum 1968).
///
/// Difficulty is −d/a, for display only. There is no factor 1.7 inside; it belongs to the import and export of other
/// programs' parameters.
package struct TwoParameterLogistic: ItemModel, Hashable {
  package var slope: Double
  package var intercept: Double

  package init(slope: Double, intercept: Double) {
    self.slope = slope
    self.intercept = intercept
  }

  /// The Rasch model (Rasch 1960) is this one with slope 1: logit P(1) = θ − difficulty.
  package static func rasch(difficulty: Double) -> TwoParameterLogistic {
    TwoParameterLogistic(slope: 1, intercept: -difficulty)
  }

  /// The ability at which right and wrong are equally likely; nil where the slope is 0 and there is none.
  package var difficulty: Double? { slope == 0 ? nil : -intercept / slope }

  package var categories: Int { 2 }

  package func logProbabilities(at theta: Double, into out: inout MutableSpan<Double>) {
    let logit = slope * theta + intercept
    let softplus = max(logit, 0) + log1p(exp(-abs(logit)))  // log(1 + e^logit), stable at both ends
    out[0] = -softplus
    out[1] = logit - softplus
  }
}
