/// What went wrong before the checker: whoever read the file found mistakes in it already, and the checker mustn't tell
/// what only follows from them.
package struct ReadingTrouble: Sendable, Hashable {
  /// The reader found errors, so what is missing or doubled in the instrument may be missing or doubled by its hand.
  package var hasErrors: Bool
  /// Ids that stand in the file but are not in the instrument: what mentions them isn't judged.
  package var lostNames: Set<String>

  package static let none = ReadingTrouble(hasErrors: false, lostNames: [])

  package init(hasErrors: Bool, lostNames: Set<String>) {
    self.hasErrors = hasErrors
    self.lostNames = lostNames
  }
}
