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
  /// What a session gets, where not all get the same.
  private let drawn: DrawnBounds?
  private var scales: [Symbol: Bounds] = [:]

  /// In the order of the file, since a scale is made of what stands before it.
  init(_ index: InstrumentIndex) {
    self.index = index
    drawn = DrawnBounds(index.instrument.form)
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
    if let range = index.parts[id] {
      return Bounds(least: range.least.map { Fraction($0) }, most: range.most.map { Fraction($0) })
    }
    return scales[id] ?? .unknown
  }

  private func bounds(of scale: Scale) -> Bounds {
    var result = Bounds(least: .zero, most: .zero)
    // Ability has no ends.
    if scale.method == .theta { return Bounds() }
    if scale.method == .table {
      let values = scale.rows.map { Fraction($0.value) }
      return Bounds(least: values.min(), most: values.max(), isKnown: !values.isEmpty)
    }
    var weight = Fraction.zero
    var parts: [(member: Symbol, bounds: Bounds)] = []
    for (position, member) in scale.members.enumerated() {
      let part = self[member.id]
      let worth = scale.weights.indices.contains(position) ? Fraction(scale.weights[position]) : .one
      // All occurrences count.
      let factor = index.repeated[member.id].flatMap { try? worth.times(Fraction($0)) } ?? worth
      guard part.isKnown, let sum = try? weight.plus(factor) else { return .unknown }
      weight = sum
      let counted = Bounds(
        least: part.least.flatMap { try? $0.times(factor) }, most: part.most.flatMap { try? $0.times(factor) })
      result.least = self.sum(result.least, counted.least)
      result.most = self.sum(result.most, counted.most)
      parts.append((member.id, counted))
    }
    if let drawn, let inSession = drawn.bounds(of: parts) {
      if scale.method == .mean { return mean(of: scale) }
      result = inSession
    }
    if let ends = scale.ends { return Bounds(least: Fraction(ends.least), most: Fraction(ends.most)) }
    switch scale.method {
    case .sum, .table, .theta: return result
    case .percent: return Bounds(least: .zero, most: Fraction(100))
    case .mean:
      return Bounds(
        least: result.least.flatMap { try? $0.divided(by: weight) },
        most: result.most.flatMap { try? $0.divided(by: weight) })
    }
  }

  /// Of a mean over what each session draws: between the least and the most of any member.
  private func mean(of scale: Scale) -> Bounds {
    if let ends = scale.ends { return Bounds(least: Fraction(ends.least), most: Fraction(ends.most)) }
    let members = scale.members.map { self[$0.id] }
    let (least, most) = (members.compactMap(\.least), members.compactMap(\.most))
    return Bounds(
      least: least.count == members.count ? least.min() : nil, most: most.count == members.count ? most.max() : nil)
  }

  private func sum(_ a: Fraction?, _ b: Fraction?) -> Fraction? {
    guard let a, let b else { return nil }
    return try? a.plus(b)
  }
}
