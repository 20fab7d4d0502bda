package import Texts

/// What a voice is to do.
package enum Speech: Sendable, Hashable {
  case say(String, Language)
  case hush
}

/// A voice at the edge: a program that speaks, or none.
///
/// Its functions return at once: no screen waits for a voice.
package protocol Speaker: AnyObject {
  /// Whether it can read this language.
  func speaks(_ language: Language) -> Bool
  /// Says something instead of what it is saying.
  func say(_ text: String, in language: Language)
  func hush()
}

extension Speaker {
  package func take(_ speech: Speech) {
    switch speech {
    case .say(let text, let language): say(text, in: language)
    case .hush: hush()
    }
  }
}
