/// Which answer: the item's slot, the way through repeated parts to it, and which attempt at it.
package struct Address: Sendable, Hashable {
  package var slot: Int
  /// The occurrence of each repeated part around the item, outermost first, from 1; empty where nothing repeats.
  package var path: [Int]
  /// From 1.
  package var attempt: Int

  package init(slot: Int, path: [Int] = [], attempt: Int = 1) {
    self.slot = slot
    self.path = path
    self.attempt = attempt
  }
}

/// Milliseconds that the session has run. It stands still while the session is suspended and never goes back.
package struct Instant: Sendable, Hashable, Comparable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static let start = Instant(milliseconds: 0)

  package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
}
