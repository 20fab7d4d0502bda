package import Diagnostics

/// When the rest of a section isn't asked any more, so that nobody is kept at what is too hard for him: so many wrong, or
/// so many left, one after another in the order shown.
package struct StopRule: Sendable, Hashable {
  /// What the items that weren't reached come to.
  package enum Unreached: String, Sendable, Hashable, CaseIterable {
    /// Nothing of their points, as in the tests of early grades: what comes after the stop is harder still.
    case wrong
    /// They have neither points nor a maximum.
    case notShown = "not-shown"
  }

  /// How many keyed items in a row must earn nothing; nil where wrong answers don't stop.
  package var afterWrong: Int?
  /// How many items in a row must be left without an answer; nil where these don't stop.
  package var afterMissing: Int?
  package var unreached: Unreached
  package var place: Place

  package init(afterWrong: Int? = nil, afterMissing: Int? = nil, unreached: Unreached = .wrong, place: Place) {
    self.afterWrong = afterWrong
    self.afterMissing = afterMissing
    self.unreached = unreached
    self.place = place
  }
}
