package import Expressions
package import Psychometrics

/// What became of an indicator from one finished value to another.
package struct Change: Sendable, Hashable {
  package let before: IndicatorValue
  package let after: IndicatorValue
  /// after − before in the indicator's unit; nil where either has no number.
  package let difference: Decimal64?
  /// Where the true difference may lie.
  package let interval: ValueInterval
  /// What may be concluded; nil where nothing can be compared.
  package let verdict: Verdict?

  /// Two values over different rows: this year's and last year's.
  package init(from before: IndicatorValue, to after: IndicatorValue, better: Direction) {
    self.before = before
    self.after = after
    difference = Self.difference(before, after)
    guard difference != nil, let first = after.interval.interval, let second = before.interval.interval,
      let interval = Interval.difference(first, minus: second).interval
    else {
      interval = .unknown(difference == nil ? .noValue : .notComputable)
      verdict = nil
      return
    }
    self.interval = .known(
      interval, units: min(after.interval.units ?? 0, before.interval.units ?? 0), of: .differences)
    verdict = Verdict(on: interval, direction: better)
  }

  /// Two values of the same rows and some more: what one answer changed. It is a fact, so there is no verdict on it.
  package init(of before: IndicatorValue, becoming after: IndicatorValue) {
    self.before = before
    self.after = after
    difference = Self.difference(before, after)
    interval = .unknown(.notMadeOfRows)
    verdict = nil
  }

  /// Whether anything at all is different.
  package var isSomething: Bool {
    before.outcome != after.outcome || before.rows != after.rows || before.numerator != after.numerator
      || before.denominator != after.denominator
  }

  private static func difference(_ before: IndicatorValue, _ after: IndicatorValue) -> Decimal64? {
    guard let old = before.number, let new = after.number else { return nil }
    return new.subtracting(old)
  }
}
