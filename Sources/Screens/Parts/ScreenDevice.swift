package import TerminalUI

/// What a driver needs of a terminal, so that tests can play one.
package protocol ScreenDevice: ~Copyable {
  var size: Size { get }
  mutating func show(_ frame: Frame)
  mutating func repaint()
  mutating func ring()
  mutating func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent]
  /// Asks whether it shows pictures in dots; the reply comes later or never.
  mutating func askForDots()
  /// The dots of a cell where it does.
  var dots: CellDots? { get }
}

extension ScreenDevice where Self: ~Copyable {
  package mutating func askForDots() {}
  package var dots: CellDots? { nil }
}

extension Terminal: ScreenDevice {}
