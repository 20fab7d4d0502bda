package import Expressions
package import Instruments

/// What a rater gave for an essay.
package struct Judgement: Sendable, Hashable {
  package let item: Symbol
  package let rater: Symbol
  /// Points a criterion of the guide; of a guide without criteria, the points of the whole under the item's own id.
  package let points: [Symbol: Decimal64]

  package init(item: Symbol, rater: Symbol, points: [Symbol: Decimal64]) {
    self.item = item
    self.rater = rater
    self.points = points
  }

  /// All points together, exactly.
  var total: Fraction? {
    var sum = Fraction.zero
    for point in points.values {
      guard let next = try? sum.plus(Fraction(point)) else { return nil }
      sum = next
    }
    return sum
  }
}

/// What several raters' judgements of one essay come to.
///
/// The last judgement of each rater counts, and of several raters the mean. Two that lie further apart than a third of the
/// points ask for a third rater: until one has judged, the mean stands and is marked.
package struct JudgedPoints: Sendable, Hashable {
  package let mean: Fraction
  package let raters: Int
  /// From the lowest to the highest.
  package let spread: Fraction
  package let needsThird: Bool

  /// In the order in which they were made; nil where there is none.
  package init?(_ judgements: [Judgement], of points: Decimal64) {
    var last: [Symbol: Fraction] = [:]
    for judgement in judgements { if let total = judgement.total { last[judgement.rater] = total } }
    guard let least = last.values.min(), let most = last.values.max() else { return nil }
    var sum = Fraction.zero
    for total in last.values { sum = (try? sum.plus(total)) ?? sum }
    guard let mean = try? sum.times(Fraction(1, of: last.count)), let spread = try? most.minus(least),
      let third = try? Fraction(points).times(Fraction(1, of: 3))
    else { return nil }
    self.mean = mean
    raters = last.count
    self.spread = spread
    needsThird = last.count == 2 && spread > third
  }
}

extension MarkingGuide {
  /// What must be given points: the criteria, or the whole.
  package func parts(of item: Symbol) -> [Symbol] { criteria.isEmpty ? [item] : criteria.map(\.id) }

  /// Whether a part can be given these points: those of a level of the criterion; without criteria, none to the most.
  package func takes(_ points: Decimal64, for part: Symbol, most: Decimal64) -> Bool {
    criteria.first { $0.id == part }.map { $0.levels.isEmpty || $0.levels.contains { $0.points == points } }
      ?? (points >= .zero && points <= most)
  }

  /// The points that a part can be given, as people read them.
  package func possiblePoints(for part: Symbol, most: Decimal64) -> String {
    guard let criterion = criteria.first(where: { $0.id == part }) else { return "0–\(most)" }
    return criterion.levels.map { "\($0.points)" }.joined(separator: ", ")
  }

  /// The part that these points don't fit: it has none, or others, or the guide doesn't have it; nil where all fit.
  package func misjudged(_ points: [Symbol: Decimal64], of item: Symbol, most: Decimal64) -> Symbol? {
    if let stray = points.keys.sorted().first(where: { !parts(of: item).contains($0) }) { return stray }
    return parts(of: item).first { part in points[part].map { !takes($0, for: part, most: most) } ?? true }
  }
}
