package import Expressions
import Instruments
package import Psychometrics

/// Ability by a calibration: what the answers say of it, with its standard error.
extension ScaleProgram {
  /// Digits behind the point: finer than any test measures.
  private static let places = 3

  func ability(_ calibration: CalibrationProgram, items: [MarkedItem]) -> ScaleResult {
    var (shown, count) = (0, 0)
    var responses: [ScoredResponse<CalibratedItem>] = []
    for member in members {
      guard case .points(let index) = member else { continue }
      let item = items[index].score
      guard item.reason != .notShown else { continue }
      shown += 1
      guard let points = item.points, let maximum = item.maximum, let model = calibration.models[item.slot] else {
        continue
      }
      count += 1
      responses.append(ScoredResponse(model, score: model.score(points: points, of: maximum)))
    }
    guard shown > 0 else { return none(.notShown, answered: 0, shown: 0) }
    guard count >= max(atLeast ?? 1, 1) else { return none(.unanswered, answered: count, shown: shown) }
    let estimate = ExpectedAPosteriori(calibration.population).estimate(responses)
    guard let theta = Decimal64(rounding: estimate.theta, places: Self.places),
      let error = Decimal64(rounding: estimate.error, places: Self.places)
    else { return none(.overflow, answered: count, shown: shown) }
    let exact = Stretch(value: Fraction(theta), least: nil, most: nil)
    var score = ScaleScore(
      id: id, score: .decimal(theta), maximum: nil, percent: nil, level: level(of: exact, chosen: nil), answered: count,
      shown: shown)
    score.error = error
    return ScaleResult(score: score, exact: .value(exact))
  }
}

extension CalibratedItem {
  /// The score that points reach on the item's model: the share of the most, in whole steps, rounded down. A right-or-wrong
  /// item is right where all points are earned.
  package func score(points: Decimal64, of maximum: Decimal64) -> Int {
    let most = categories - 1
    guard let share = try? Fraction(points).times(Fraction(most)).divided(by: Fraction(maximum)) else { return 0 }
    return min(most, max(0, Int(share.numerator / share.denominator)))
  }
}

extension Decimal64 {
  /// The nearest decimal with so many digits behind the point; nil where it doesn't fit.
  init?(rounding number: Double, places: Int) {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    guard let mantissa = Int64(exactly: (number * factor).rounded()) else { return nil }
    self = Decimal64(mantissa: mantissa, scale: UInt8(places)).normalized
  }
}
