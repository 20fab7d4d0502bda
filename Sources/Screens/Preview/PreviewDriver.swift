import Administration
package import TerminalUI

/// Plays a preview on a terminal and looks at the file about once a second.
package struct PreviewDriver {
  private let clock: () -> Int64
  private let glyphs: Glyphs
  private let look: () -> PreviewState.Reload?

  /// - Parameters:
  ///   - clock: Milliseconds of a clock that never goes back.
  ///   - look: What became of the file since it was asked last; nil where nothing did.
  package init(glyphs: Glyphs, clock: @escaping () -> Int64, look: @escaping () -> PreviewState.Reload?) {
    self.glyphs = glyphs
    self.clock = clock
    self.look = look
  }

  package func run<Device: ScreenDevice & ~Copyable>(_ preview: PreviewState, on device: inout Device) {
    var state = preview
    let base = clock()
    func instant() -> Instant { Instant(milliseconds: clock() - base) }
    state.take(.resize(device.size), at: instant())
    device.show(state.frame(size: device.size, glyphs: glyphs))
    while !state.isDone {
      for event in device.nextEvents(timeoutMilliseconds: 700) {
        if case .key(.control("r")) = event {
          device.repaint()
          continue
        }
        state.take(ScreenInput(event), at: instant())
        if state.isDone { return }
      }
      if let reload = look() { state.reload(reload, at: instant()) }
      device.show(state.frame(size: device.size, glyphs: glyphs))
    }
  }
}
