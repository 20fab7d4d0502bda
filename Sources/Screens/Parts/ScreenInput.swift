package import TerminalUI

/// What reaches a screen.
package enum ScreenInput: Sendable, Hashable {
  case key(Key)
  case paste(String)
  case resize(Size)
  case tick
  case hangup

  /// Something that a person typed.
  var isTyped: Bool {
    switch self {
    case .key, .paste: true
    case .resize, .tick, .hangup: false
    }
  }

  package init(_ event: TerminalEvent) {
    switch event {
    case .key(let key): self = .key(key)
    case .paste(let text): self = .paste(text)
    case .resize(let size): self = .resize(size)
    case .tick: self = .tick
    case .hangup: self = .hangup
    }
  }
}
