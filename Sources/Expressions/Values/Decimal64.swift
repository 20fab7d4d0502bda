/// An exact decimal number of up to 18 significant digits: 0.1 + 0.2 is 0.3, and sums don't depend on their order.
package struct Decimal64: Sendable, Hashable {
  /// The digits; the value is mantissa · 10^−scale.
  package let mantissa: Int64
  /// How many of the digits stand behind the point: 0…18.
  package let scale: UInt8

  package init(mantissa: Int64, scale: UInt8) {
    self.mantissa = mantissa
    self.scale = scale
  }

  package init(_ integer: Int) { self.init(mantissa: Int64(integer), scale: 0) }
}
