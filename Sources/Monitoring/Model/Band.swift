package import Diagnostics
package import Expressions

/// A stretch of an indicator's values that has a word: from its lower bound up to the next band's. So a gap between two
/// can't be written.
package struct Band: Sendable, Hashable {
  /// The words for values, from bad to good.
  package enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
    case critical, low, fair, good

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .critical: 0
      case .low: 1
      case .fair: 2
      case .good: 3
      }
    }
  }

  /// The lower bound; values equal to it are inside.
  package var from: Decimal64
  package var level: Level
  package var place: Place

  package init(from: Decimal64, level: Level, place: Place) {
    self.from = from
    self.level = level
    self.place = place
  }
}

extension [Band] {
  /// The level of a value: that of the last band that begins at or below it; nil below the first.
  package func level(of value: Decimal64) -> Band.Level? { last { $0.from <= value }?.level }
}
