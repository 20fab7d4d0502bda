/// How an item behaved among those who met it: its share of points, how many left it out, and how well it goes along with
/// the rest of the test.
///
/// Sums, so that statistics of several sittings add up exactly as one.
package struct ItemStatistics: Sendable, Hashable {
  /// Who met the item.
  package private(set) var count = 0
  /// Who gave no answer.
  package private(set) var omitted = 0
  private var shares = 0.0
  private var squares = 0.0
  private var rests = 0.0
  private var restSquares = 0.0
  private var products = 0.0

  package init() {}

  /// - Parameters:
  ///   - share: The points earned of those that could be: 0…1.
  ///   - rest: The points of all other items.
  package mutating func add(share: Double, rest: Double, isOmitted: Bool) {
    count += 1
    if isOmitted { omitted += 1 }
    shares += share
    squares += share * share
    rests += rest
    restSquares += rest * rest
    products += share * rest
  }

  package static func + (a: ItemStatistics, b: ItemStatistics) -> ItemStatistics {
    var sum = a
    sum.count += b.count
    sum.omitted += b.omitted
    sum.shares += b.shares
    sum.squares += b.squares
    sum.rests += b.rests
    sum.restSquares += b.restSquares
    sum.products += b.products
    return sum
  }

  /// The mean share of the points, 0…1: the item's difficulty in the classical sense (Lord and Novick, 1968); nil where
  /// nobody met it.
  package var difficulty: Double? { count > 0 ? shares / Double(count) : nil }

  /// The share of those who left it out, 0…1.
  package var omission: Double? { count > 0 ? Double(omitted) / Double(count) : nil }

  /// The correlation of the item with the sum of the others, −1…1 (Henrysson, 1963: corrected for the item being part of the
  /// sum); nil where either doesn't vary.
  package var discrimination: Double? {
    let n = Double(count)
    let variance = n * squares - shares * shares
    let restVariance = n * restSquares - rests * rests
    // Sums of shares are exact to some fifteen digits: what is below is no spread.
    guard count > 1, variance > 1e-9 * n, restVariance > 1e-9 * n else { return nil }
    return (n * products - shares * rests) / (variance * restVariance).squareRoot()
  }
}
