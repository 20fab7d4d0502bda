import Expressions

/// The smallest and the largest number that each item and scale can give: whether levels can be reached, and whether there
/// is a percentage.
struct ScaleBounds {
  struct Bounds {
    /// Nil where there is no end.
    var least: Fraction?
    var most: Fraction?
    /// False where another mistake stands in the way of knowing.
    var isKnown = true

    static let unknown = Bounds(isKnown: false)
  }

  private let index: InstrumentIndex
  private var scales: [Symbol: Bounds] = [:]

  /// In the order of the file, since a scale is made of what stands before it.
  init(_ index: InstrumentIndex) {
    self.index = index
    for scale in index.instrument.scoring.scales where scales[scale.id] == nil {
      scales[scale.id] = bounds(of: scale)
    }
  }

  subscript(id: Symbol) -> Bounds {
    if index.broken.contains(id) || index.brokenKeys.contains(id) { return .unknown }
    if let key = index.keys[id] {
      var least = Fraction.zero
      if case .criterion(let levels) = index.items[id]?.kind, let lowest = levels.map(\.points).min() {
        least = Fraction(lowest)
      }
      return Bounds(least: least, most: Fraction(key.points))
    }
    if let numbers = index.items[id]?.scaleNumbers(isReversed: false) {
      return Bounds(least: numbers.minimum.map { Fraction($0) }, most: numbers.maximum.map { Fraction($0) })
    }
    return scales[id] ?? .unknown
  }

  private func bounds(of scale: Scale) -> Bounds {
    var result = Bounds(least: .zero, most: .zero)
    for member in scale.members {
      let part = self[member.id]
      guard part.isKnown else { return .unknown }
      result.least = sum(result.least, part.least)
      result.most = sum(result.most, part.most)
    }
    switch scale.method {
    case .sum: return result
    case .percent: return Bounds(least: .zero, most: Fraction(100))
    case .mean:
      let share = Fraction(1, of: max(scale.members.count, 1))
      return Bounds(
        least: result.least.flatMap { try? $0.times(share) }, most: result.most.flatMap { try? $0.times(share) })
    }
  }

  private func sum(_ a: Fraction?, _ b: Fraction?) -> Fraction? {
    guard let a, let b else { return nil }
    return try? a.plus(b)
  }
}
