/// What an estimator of ability and a choice of items need of an item beside its probabilities: how these change with θ.
package protocol AbilityModel: ItemModel {
  /// d log P(score | θ) / dθ.
  func slope(of score: Int, at theta: Double) -> Double
  /// Fisher's expected information I(θ) = Σ P′² / P, in θ⁻²; never below zero.
  func information(at theta: Double) -> Double
  /// J(θ) = Σ P′ P″ / P: what an item adds to the bias that Warm's estimator removes (Warm 1989, eq. 8).
  func skew(at theta: Double) -> Double
}
