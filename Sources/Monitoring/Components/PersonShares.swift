package import Expressions

/// What each person gave to each ratio, by pseudonym: components that keep it can be merged over subjects and periods too,
/// where one person has rows in several cells. It never leaves the school: closing it into sums is the last thing before.
package struct PersonShares: Sendable, Hashable {
  /// A share a ratio of the program for each person.
  package private(set) var shares: [Symbol: [PersonShare]]

  package init(_ shares: [Symbol: [PersonShare]] = [:]) { self.shares = shares }

  package static func + (a: PersonShares, b: PersonShares) -> PersonShares {
    var sum = a
    for (person, shares) in b.shares {
      guard let known = sum.shares[person], known.count == shares.count else {
        sum.shares[person] = shares
        continue
      }
      sum.shares[person] = zip(known, shares).map { $0 + $1 }
    }
    return sum
  }

  mutating func add(_ shares: [PersonShare], of person: Symbol) { self.shares[person] = shares }
}

/// y and x of one person in one ratio, in 10^−scale, and how many of their rows take part.
package struct PersonShare: Sendable, Hashable {
  package var y: Int64
  package var x: Int64
  package var scale: UInt8
  package var rows: Int
  /// Whether the numbers left those that can be held.
  package var overflowed: Bool

  package init(y: Int64, x: Int64, scale: UInt8, rows: Int, overflowed: Bool = false) {
    self.y = y
    self.x = x
    self.scale = scale
    self.rows = rows
    self.overflowed = overflowed
  }

  package static func + (a: PersonShare, b: PersonShare) -> PersonShare {
    let scale = max(a.scale, b.scale)
    func sum(_ path: KeyPath<PersonShare, Int64>) -> Int64? {
      guard let left = Int128(a[keyPath: path]).scaled(by: scale - a.scale),
        let right = Int128(b[keyPath: path]).scaled(by: scale - b.scale)
      else { return nil }
      // Below 2^62, so that its square and sums of squares are exact.
      return Int64(exactly: left + right).flatMap { $0.magnitude < 1 << 62 ? $0 : nil }
    }
    guard !a.overflowed, !b.overflowed, let y = sum(\.y), let x = sum(\.x) else {
      return PersonShare(y: 0, x: 0, scale: 0, rows: a.rows + b.rows, overflowed: true)
    }
    return PersonShare(y: y, x: x, scale: scale, rows: a.rows + b.rows)
  }
}

extension Components {
  /// The same cell with what its persons gave closed into sums: nobody can be told apart any more, and cells that share
  /// persons can't be merged exactly.
  package var closed: Components {
    guard let persons else { return self }
    var copy = self
    copy.persons = nil
    for index in copy.spreads.indices {
      var sums = copy.spreads[index].persons
      for shares in persons.shares.values where shares.indices.contains(index) {
        let share = shares[index]
        copy.spreads[index].rowsOfPersons += share.rows
        var one = UnitSums(scale: share.scale)
        one.add(numerator: share.y, denominator: share.x)
        sums = share.overflowed ? nil : sums?.adding(one)
      }
      copy.spreads[index].persons = sums
    }
    return copy
  }
}
