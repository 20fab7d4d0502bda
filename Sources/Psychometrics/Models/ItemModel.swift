import Glibc

/// How the probability of each score depends on ability: what an estimator needs to know of an item, and no more.
package protocol ItemModel: Sendable {
  /// The scores 0..<categories can be reached; at least two.
  var categories: Int { get }
  /// Writes log P(score | θ) for every score into `out` (nats, `out.count == categories`).
  func logProbabilities(at theta: Double, into out: inout MutableSpan<Double>)
}

extension ItemModel {
  /// P(score | θ) for every score; they add up to 1.
  package func probabilities(at theta: Double) -> [Double] {
    var values = [Double](repeating: 0, count: categories)
    var out = values.mutableSpan
    logProbabilities(at: theta, into: &out)
    for score in values.indices { values[score] = exp(values[score]) }
    return values
  }
}
