/// An interval taken back through a sum or product with a number that is known: `x + 1 gt 3` asks that x be above 2.
extension Interval {
  /// What is left to look at, and where it must lie; nil where the other side isn't a known number, or the bounds don't stay
  /// exact.
  func before(_ id: FunctionID, _ left: Formula, _ right: Formula) -> (formula: Formula, interval: Interval)? {
    switch (id, left, right) {
    case (FunctionID(.add), let inner, .literal(let value, _)), (FunctionID(.add), .literal(let value, _), let inner):
      return value.decimal.flatMap { known in mapped { $0.subtracting(known) } }.map { (inner, $0) }
    case (FunctionID(.subtract), let inner, .literal(let value, _)):
      return value.decimal.flatMap { known in mapped { $0.adding(known) } }.map { (inner, $0) }
    case (FunctionID(.subtract), .literal(let value, _), let inner):
      return value.decimal.flatMap { known in mapped(isMirrored: true) { known.subtracting($0) } }.map { (inner, $0) }
    case (FunctionID(.multiply), let inner, .literal(let value, _)),
      (FunctionID(.multiply), .literal(let value, _), let inner):
      guard let known = value.decimal, !known.isZero else { return nil }
      // Only where the division comes out even.
      let moved = mapped(isMirrored: known.isNegative) { bound in
        bound.divided(by: known).flatMap { $0.multiplied(by: known) == bound ? $0 : nil }
      }
      return moved.map { (inner, $0) }
    default: return nil
    }
  }

  /// Its bounds and exceptions moved, upside down where the numbers turn round.
  private func mapped(isMirrored: Bool = false, _ move: (Decimal64) -> Decimal64?) -> Interval? {
    var result = Interval()
    if let least {
      guard let moved = move(least) else { return nil }
      if isMirrored {
        (result.most, result.mostIsIn) = (moved, leastIsIn)
      } else {
        (result.least, result.leastIsIn) = (moved, leastIsIn)
      }
    }
    if let most {
      guard let moved = move(most) else { return nil }
      if isMirrored {
        (result.least, result.leastIsIn) = (moved, mostIsIn)
      } else {
        (result.most, result.mostIsIn) = (moved, mostIsIn)
      }
    }
    for number in excluded {
      guard let moved = move(number) else { return nil }
      result.excluded.insert(moved)
    }
    return result
  }
}
