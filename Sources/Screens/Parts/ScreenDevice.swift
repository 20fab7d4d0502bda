package import TerminalUI

/// What a driver needs of a terminal, so that tests can play one.
package protocol ScreenDevice: ~Copyable {
  var size: Size { get }
  mutating func show(_ frame: Frame)
  mutating func repaint()
  mutating func ring()
  mutating func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent]
}

extension Terminal: ScreenDevice {}
