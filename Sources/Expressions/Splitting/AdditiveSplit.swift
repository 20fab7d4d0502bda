/// A formula over the rows of a data set, taken apart into parts that add up over disjoint cells, and what makes the
/// value of them at the very end.
///
/// Never average averages.
package struct AdditiveSplit: Sendable, Hashable {
  /// One part that adds up.
  package struct Part: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case count, sum, sumOfSquares = "sum-of-squares", least, greatest, distinct
    }

    package var kind: Kind
    /// What is taken of each row; nil in a count.
    package var value: Formula?
    /// Which rows take part; nil for all.
    ///
    /// A row whose condition is missing doesn't.
    package var condition: Formula?

    package init(_ kind: Kind, of value: Formula? = nil, where condition: Formula? = nil) {
      self.kind = kind
      self.value = value
      self.condition = condition
    }
  }

  package var parts: [Part]
  /// Makes the value of finished parts: its slots are their positions in `parts`.
  package var finish: Formula

  package init(parts: [Part], finish: Formula) {
    self.parts = parts
    self.finish = finish
  }
}

extension Formula {
  /// The formula taken apart.
  ///
  /// A formula without aggregates has no parts and finishes itself.
  package func split() -> AdditiveSplit { AdditiveSplit(parts: [], finish: self) }
}
