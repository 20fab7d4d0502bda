package import Texts

/// How one person sees and hears a session. None of it changes what is asked or what is stored.
package struct Looks: Sendable {
  /// Large print: see `LargePrint`.
  package var isLarge: Bool
  /// The pictures of the instrument, and how this terminal shows them.
  package var pictures: PictureShelf
  /// The languages in which a voice reads aloud: none where there is no voice, or where hearing would be another task.
  package var voices: Set<Language>
  package var practice: Practice

  /// Whether the keys are tried before the first question.
  package enum Practice: Sendable, Hashable { case none, given, offered }

  package init(
    isLarge: Bool = false, pictures: PictureShelf = PictureShelf(), voices: Set<Language> = [],
    practice: Practice = .none
  ) {
    self.isLarge = isLarge
    self.pictures = pictures
    self.voices = voices
    self.practice = practice
  }
}
