package import Datasets
package import Expressions

/// Two columns to be joined: each thing at the left takes one at the right.
package struct MatchForm: Sendable, Hashable {
  /// What is to be joined, in order; their codes and texts.
  package var lefts: [Option]
  /// What they are joined to; more than there are lefts where some fit nothing.
  package var rights: Choices
  /// A right may be taken by several lefts.
  package var reusesRights: Bool

  package init(lefts: [Option], rights: Choices, reusesRights: Bool = false) {
    self.lefts = lefts
    self.rights = rights
    self.reusesRights = reusesRights
  }
}

/// A left with the right that it was joined to.
package struct MatchPair: Sendable, Hashable {
  package var left: Symbol
  package var right: Symbol

  package init(left: Symbol, right: Symbol) {
    self.left = left
    self.right = right
  }

  package var value: Value { .directedPair(left, right) }
}

extension [MatchPair] {
  /// One pair for each left, the first that it has.
  package var firstOfEachLeft: [MatchPair] {
    var seen: Set<Symbol> = []
    return filter { seen.insert($0.left).inserted }
  }
}

extension Value {
  /// The pairs of an answer to a match; nil where it is anything else.
  package var matchPairs: [MatchPair]? {
    guard case .container(let container) = self else { return nil }
    var pairs: [MatchPair] = []
    for element in container.elements {
      guard case .directedPair(let left, let right) = element else { return nil }
      pairs.append(MatchPair(left: left, right: right))
    }
    return pairs
  }

  package static func pairs(_ pairs: [MatchPair]) -> Value {
    .container(Container(.multiple, pairs.map(\.value)))
  }
}
