package import Expressions
import Instruments

/// The same mark down a whole grid.
///
/// The longest run of equal answers in the order in which the rows stood (the long string: Johnson, 2005). It is conspicuous
/// where it takes in all rows, there are five of them or more, and at least one row counts from the other end, so that no
/// honest opinion agrees with all of them.
package enum StraightLining {
  package static let leastRows = 5

  /// The longest run of equal answers; what wasn't answered ends one.
  package static func longestRun(_ answers: [Value]) -> Int {
    var longest = 0
    var run = 0
    var last: Value?
    for answer in answers {
      if answer.isMissing {
        run = 0
        last = nil
        continue
      }
      run = answer == last ? run + 1 : 1
      last = answer
      longest = max(longest, run)
    }
    return longest
  }

  /// The grids of an instrument in which a session gave one answer to all, by their ids.
  package static func grids(in session: Session, reversed: Set<Symbol>) -> [Symbol] {
    session.plan.delivery.sections.flatMap { section in
      section.elements.compactMap { element -> Symbol? in
        guard case .grid(let grid) = element.block, element.items.count >= leastRows,
          element.items.contains(where: { reversed.contains($0.item.id) })
        else { return nil }
        let answers = element.items.map { session.value(at: $0.slot) }
        return longestRun(answers) == answers.count ? grid.id : nil
      }
    }
  }
}
