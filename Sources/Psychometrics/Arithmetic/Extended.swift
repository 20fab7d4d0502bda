/// A number of about 32 digits, for the few differences of large sums that a variance is made of.
///
/// An unevaluated sum of two doubles (Dekker 1971; Knuth, TAOCP 2, §4.2.2). Products of two doubles are exact in it, so
/// that sums of whole numbers give a variance of exactly zero where nothing varies.
struct Extended: Sendable {
  private var high: Double
  private var low: Double

  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// a · b, exactly.
  init(_ a: Double, times b: Double) {
    high = a * b
    low = (-high).addingProduct(a, b)
  }

  /// The nearest double.
  var value: Double { high + low }

  static func - (a: Extended, b: Extended) -> Extended {
    let sum = a.high - b.high
    let taken = sum - a.high
    let lost = (a.high - (sum - taken)) + (-b.high - taken)
    return Extended(sum, plus: lost + (a.low - b.low))
  }

  static func * (a: Extended, b: Double) -> Extended {
    let product = Extended(a.high, times: b)
    return Extended(product.high, plus: product.low + a.low * b)
  }

  private init(_ large: Double, plus small: Double) {
    high = large + small
    low = small - (high - large)
  }
}
