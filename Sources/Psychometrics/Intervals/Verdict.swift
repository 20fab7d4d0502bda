/// What may be concluded from a change.

/// Which way a number is good.
package enum Direction: String, Sendable, Hashable, CaseIterable {
  case higherIsBetter = "higher-is-better"
  case lowerIsBetter = "lower-is-better"
}

/// Better, worse, or nothing that could be shown.
package enum Verdict: Sendable, Hashable {
  case better
  case worse
  /// The interval holds zero: the change may be chance. It doesn't mean that nothing changed.
  case noDemonstrableChange
  /// The interval may be printed, but nothing may be concluded from it.
  case withheld(Interval.Caution)

  /// The verdict on a change (now − before) whose interval is `difference`.
  ///
  /// An interval that touches zero demonstrates nothing.
  package init(on difference: Interval, direction: Direction) {
    if let caution = difference.caution {
      self = .withheld(caution)
    } else if difference.lower > 0 {
      self = direction == .higherIsBetter ? .better : .worse
    } else if difference.upper < 0 {
      self = direction == .higherIsBetter ? .worse : .better
    } else {
      self = .noDemonstrableChange
    }
  }
}
