package import TerminalUI

/// A screen that only asks or shows, and stores nothing: pure, played by a driver until it has a result.
package protocol Screen {
  associatedtype Result
  mutating func take(_ input: ScreenInput)
  func frame(size: Size, glyphs: Glyphs) -> Frame
  /// What came of it; nil while it goes on.
  var result: Result? { get }
}

extension ScreenDevice where Self: ~Copyable {
  /// Plays a screen until it has a result; nil where the terminal hung up before.
  ///
  /// - Parameter interval: Milliseconds without input after which the screen is told that time passed.
  package mutating func play<S: Screen>(_ screen: S, glyphs: Glyphs, every interval: Int = 60_000) -> S.Result? {
    var screen = screen
    screen.take(.resize(size))
    show(screen.frame(size: size, glyphs: glyphs))
    while true {
      for event in nextEvents(timeoutMilliseconds: interval) {
        switch event {
        case .hangup: return nil
        case .key(.control("r")): repaint()
        default: screen.take(ScreenInput(event))
        }
        if let result = screen.result { return result }
      }
      show(screen.frame(size: size, glyphs: glyphs))
    }
  }
}
