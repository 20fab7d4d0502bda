/// The type of a value as the checker sees it before anything runs: a base type with a cardinality.
package struct ValueType: Sendable, Hashable {
  package enum Base: Sendable, Hashable {
    case boolean, integer, decimal, float, text, date, time, duration, point, pair, directedPair
    /// A code of one list.
    case choice(ChoiceCodes)
    /// A code of no particular list (QTI's identifier).
    case identifier
    case record
  }

  package var base: Base
  package var cardinality: Cardinality

  package init(_ base: Base, _ cardinality: Cardinality = .single) {
    self.base = base
    self.cardinality = cardinality
  }
}

/// How many values there are, and whether their order says something.
package enum Cardinality: String, Sendable, Hashable, Codable { case single, multiple, ordered, record }

/// The codes that may be chosen, as expressions see them: names, the numbers that they stand for, and which mean missing.
package struct ChoiceCodes: Sendable, Hashable {
  package struct Code: Sendable, Hashable {
    package var symbol: Symbol
    /// What the code is worth in arithmetic; nil for words and for missing codes.
    package var number: Decimal64?
    /// The reason that the code stands for, where it means that there is no value.
    package var missing: Missing.Reason?

    package init(symbol: Symbol, number: Decimal64? = nil, missing: Missing.Reason? = nil) {
      self.symbol = symbol
      self.number = number
      self.missing = missing
    }
  }

  /// The name of the list, for messages: the list's id, or the item's.
  package var name: String
  package var codes: [Code]

  package init(name: String, codes: [Code]) {
    self.name = name
    self.codes = codes
  }

  /// Codes are numbers where all but the missing ones are.
  package var areNumbers: Bool {
    let valued = codes.filter { $0.missing == nil }
    return !valued.isEmpty && valued.allSatisfy { $0.number != nil }
  }
}
