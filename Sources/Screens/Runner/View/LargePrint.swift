import TerminalUI

/// Large print: a layout for weak eyes that works on every terminal.
///
/// Letters of double size (DECDHL, `ESC # 3` above `ESC # 4`) would be the wish, but they can't be had: xterm, PuTTY,
/// Konsole and libvterm know them; the Linux console, GNOME Terminal, kitty and foot don't, and tmux 3.3 prints the line
/// twice in plain size (tried); no reply of a terminal tells which it is, so the guess would fall on the person who can
/// least bear it. The size of letters is the terminal's (Ctrl and plus, a larger console font): the window then has fewer
/// cells, and all screens fit into 40×12. What a program can do it does here: one thing a screen, a blank line between
/// options, all letters bold and none dim, wide margins and short lines. High contrast is a theme (`--theme contrast`).
enum LargePrint {
  /// Cells that stay free at either side.
  static func margin(_ size: Size) -> Int { size.columns >= 60 ? max(4, size.columns / 12) : 2 }

  /// The widest line.
  static let widest = 60

  static func dress(_ frame: inout Frame) {
    frame.restyle { style in
      var style = style
      style.attributes.remove(.dim)
      style.attributes.insert(.bold)
      return style
    }
  }
}

extension RunnerState {
  /// Large print on and off, with the same thing in focus.
  mutating func toggleLarge() {
    let slot = focusedRow?.slot
    looks.isLarge.toggle()
    isArmed = false
    scroll = 0
    if let slot, let item = item(at: slot) { point(at: item) }
    message = .phrase(looks.isLarge ? .largeOn : .largeOff)
    followFocus()
  }
}
