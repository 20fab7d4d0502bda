extension Decimal64 {
  /// A number as expressions and attributes write it: `-3.5`, digits with a point, at most 18 of them.
  package init?(plain text: String) {
    var mantissa: Int64 = 0
    var scale: UInt8 = 0
    var digits = 0
    var seenPoint = false
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), !seenPoint, digits > 0 {
        seenPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 18 else { return nil }
      mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
      digits += 1
      if seenPoint { scale += 1 }
    }
    guard digits > 0, !seenPoint || scale > 0 else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }
}
