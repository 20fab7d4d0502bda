/// A key that a person pressed, whatever bytes the terminal spells it with.
package enum Key: Sendable, Hashable {
  /// One typed Unicode scalar: a letter, a digit, a space, a combining mark that comes after its letter.
  /// Never a control and never an invisible scalar (`SafeText`).
  case character(Character)
  case enter, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// A movement with Ctrl or Alt: the same way, but farther.
  case far(Movement)
  /// F1 to F12.
  case function(Int)
  /// Ctrl with a Latin letter, as the small letter: `control("c")`. Ctrl-H, I, J and M are backspace, tab and enter.
  case control(Character)
  /// A bare Escape, known by the silence after it. Bind nothing to it: over a slow line a cut sequence looks the same.
  case escape

  /// Where a key moves to.
  package enum Movement: Sendable, Hashable, CaseIterable { case up, down, left, right, home, end }
}
