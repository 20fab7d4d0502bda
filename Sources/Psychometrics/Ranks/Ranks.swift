/// The order of units by an estimate, with equal ranks where the intervals don't tell them apart.

/// Where one unit stands among others.
package struct RankedUnit: Sendable, Hashable {
  /// The unit's index in the list that was ranked.
  package var index: Int
  /// 1 is best.
  ///
  /// Equal for units that can't be told apart, and then the next rank skips as many (1, 1, 1, 4).
  package var rank: Int
  /// The ranks that the unit may truly have: after all who are demonstrably better, before all who are demonstrably
  /// worse.
  package var range: ClosedRange<Int>
}

package enum Ranks {
  /// The units from best to worst by estimate; equal estimates keep the order in which they came.
  ///
  /// Ranks are equal where intervals overlap, directly or through a chain of others: overlapping doesn't carry over (a
  /// with b and b with c, but not a with c), and a line drawn through such a chain would part two units that nothing
  /// tells apart. So a better rank says that every unit of it is demonstrably above every unit of the next. Within a
  /// long chain `range` says more: a unit's own comparisons alone, 1 + those wholly better up to n − those wholly worse
  /// (Klein, Wright & Wieczorek 2020).
  ///
  /// Two intervals of 95 % that just don't overlap differ at far less than 5 %; whoever wants one pair in twenty gives
  /// intervals of 83.4 % instead (Goldstein & Healy 1995).
  package static func order(_ intervals: [Interval], direction: Direction) -> [RankedUnit] {
    // A number line on which higher is better, whatever the direction.
    let spans = intervals.map { interval in
      direction == .higherIsBetter
        ? Span(estimate: interval.estimate, worst: interval.lower, best: interval.upper)
        : Span(estimate: -interval.estimate, worst: -interval.upper, best: -interval.lower)
    }
    let bestFirst = spans.indices.sorted { a, b in
      spans[a].estimate != spans[b].estimate ? spans[a].estimate > spans[b].estimate : a < b
    }
    let worstEnds = spans.map(\.worst).sorted()
    let bestEnds = spans.map(\.best).sorted()
    let ranks = sharedRanks(of: spans)
    return bestFirst.map { index in
      let wholeBetter = spans.count - worstEnds.count(notAbove: spans[index].best)
      let wholeWorse = bestEnds.count(below: spans[index].worst)
      return RankedUnit(index: index, rank: ranks[index], range: (1 + wholeBetter)...(spans.count - wholeWorse))
    }
  }

  private struct Span {
    var estimate: Double
    var worst: Double
    var best: Double
  }

  /// One sweep from the best end down: a new rank starts where a span begins below everything seen so far.
  private static func sharedRanks(of spans: [Span]) -> [Int] {
    var ranks = [Int](repeating: 1, count: spans.count)
    var rank = 1
    var reached = Double.infinity
    for (place, index) in spans.indices.sorted(by: { spans[$0].best > spans[$1].best }).enumerated() {
      if spans[index].best < reached { rank = place + 1 }
      ranks[index] = rank
      reached = min(reached, spans[index].worst)
    }
    return ranks
  }
}

extension [Double] {
  /// In a sorted list, how many are below `limit`.
  fileprivate func count(below limit: Double) -> Int { partition { $0 >= limit } }

  /// In a sorted list, how many are not above `limit`.
  fileprivate func count(notAbove limit: Double) -> Int { partition { $0 > limit } }

  /// The first index from which `isAfter` holds to the end; it must hold for no element before.
  private func partition(where isAfter: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
