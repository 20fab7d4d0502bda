/// How one person sees and hears a session. None of it changes what is asked or what is stored.
package struct Looks: Sendable {
  /// Large print: see `LargePrint`.
  package var isLarge: Bool
  /// The pictures of the instrument, and how this terminal shows them.
  package var pictures: PictureShelf
  /// A voice is there that reads aloud.
  package var canRead: Bool
  package var practice: Practice

  /// Whether the keys are tried before the first question.
  package enum Practice: Sendable, Hashable { case none, given, offered }

  package init(
    isLarge: Bool = false, pictures: PictureShelf = PictureShelf(), canRead: Bool = false, practice: Practice = .none
  ) {
    self.isLarge = isLarge
    self.pictures = pictures
    self.canRead = canRead
    self.practice = practice
  }
}
