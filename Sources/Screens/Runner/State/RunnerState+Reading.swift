import Expressions
import Instruments
import TerminalUI

/// How far a passage was read. It stays through the questions of the passage, and another one begins at its top.
struct Reading: Sendable, Hashable {
  var passage: Symbol?
  /// The first line that is shown.
  var line = 0
}

/// Reading the text of a question: in a pane beside it where the window is wide, on a page of its own where it isn't.
extension RunnerState {
  /// The first line of the passage that is shown.
  var passageLine: Int { reading.passage == passage?.id ? reading.line : 0 }

  mutating func openPassage() {
    guard let passage else {
      message = .phrase(.noPassage)
      return
    }
    let line = passageLine
    if let pane = view.pane, pane.isWhole {
      message = .phrase(.passageWhole)
      return
    }
    let isBeside = passageBeside != nil
    mode = .passage
    if isBeside {
      reading = Reading(passage: passage.id, line: line)
    } else {
      scroll = view.clamped(line)
      reading = Reading(passage: passage.id, line: scroll)
    }
  }

  /// Keys while the passage is read.
  mutating func takeInPassage(_ key: Key) {
    guard let pane = view.pane else {
      takeInReading(key)
      if mode == .passage { reading = Reading(passage: passage?.id, line: scroll) }
      return
    }
    switch key {
    case .up: scrollPassage(by: -1)
    case .down: scrollPassage(by: 1)
    case .pageUp: scrollPassage(by: -pane.height)
    case .pageDown, .character(" "): scrollPassage(by: pane.height)
    case .home: scrollPassage(by: -passageLine)
    case .end: scrollPassage(by: pane.body.lines.count)
    case .far(.up): scrollPassage(by: -1)
    case .far(.down): scrollPassage(by: 1)
    case .enter, .function(5), .control("t"), .tab, .backTab, .backspace: closePassage()
    default: break
    }
  }

  /// The question keeps its place in its own window.
  private mutating func closePassage() {
    mode = .work
    followFocus()
  }

  mutating func scrollPassage(by lines: Int) {
    guard let passage, let pane = view.pane else { return }
    reading = Reading(passage: passage.id, line: pane.clamped(passageLine + lines))
    keepsScroll = true
  }
}
