/// Facts as columns: for a million rows a formula is asked once for every combination of values that there is, not once a
/// row.
package struct ValueColumns: Sendable {
  /// How many facts there are.
  package let count: Int
  /// A column a slot; all of `count` rows.
  package let columns: [ValueColumn]

  /// Columns of different lengths are read as far as the shortest.
  package init(columns: [ValueColumn]) {
    self.columns = columns
    count = columns.map(\.indices.count).min() ?? 0
  }

  /// Columns for `count` rows that no formula reads a field of.
  package init(count: Int) {
    columns = []
    self.count = count
  }
}

/// The values of one field: every different value once, and for every row which of them it has.
package struct ValueColumn: Sendable {
  package var dictionary: [Value]
  /// Positions in `dictionary`; one beyond its end is read as not shown.
  package var indices: [UInt32]

  package init(dictionary: [Value], indices: [UInt32]) {
    self.dictionary = dictionary
    self.indices = indices
  }

  package init(_ values: some Sequence<Value>) {
    var builder = ValueColumnBuilder()
    for value in values { builder.append(value) }
    self = builder.column
  }

  package subscript(row: Int) -> Value {
    let index = Int(indices[row])
    return index < dictionary.count ? dictionary[index] : .notShown
  }
}

/// Makes a column value by value.
package struct ValueColumnBuilder: Sendable {
  package private(set) var column = ValueColumn(dictionary: [], indices: [])
  private var known: [Value: UInt32] = [:]

  package init(capacity: Int = 0) { column.indices.reserveCapacity(capacity) }

  package mutating func append(_ value: Value) {
    if let index = known[value] {
      column.indices.append(index)
    } else {
      let index = UInt32(column.dictionary.count)
      known[value] = index
      column.dictionary.append(value)
      column.indices.append(index)
    }
  }
}

/// One row of columns.
private struct ColumnRow: Environment {
  let columns: [ValueColumn]
  let row: Int

  func value(at slot: Int) -> Value { columns.indices.contains(slot) ? columns[slot][row] : .notShown }
}

/// One combination of values of the columns that a formula reads.
private struct Combination: Environment {
  var values: [Int: Value]

  func value(at slot: Int) -> Value { values[slot] ?? .notShown }
}

extension Formula {
  /// Combinations of values up to this many are asked once each; more are asked row by row.
  private static let maximumCombinations = 65_536

  /// The value of the formula in every row.
  package func evaluate(columns facts: ValueColumns) -> ValueColumn {
    let read = slots.filter(facts.columns.indices.contains).sorted()
    // Each column has one more value than its dictionary: an index beyond it is not shown.
    let sizes = read.map { facts.columns[$0].dictionary.count + 1 }
    var combinations = 1
    for size in sizes {
      guard combinations <= Self.maximumCombinations else { break }
      combinations *= size
    }
    guard combinations <= min(Self.maximumCombinations, max(facts.count, 1)) else { return rowByRow(facts) }
    return ValueColumn(
      dictionary: outcomes(facts, read, sizes, combinations), indices: Self.keys(facts, read, sizes))
  }

  private func rowByRow(_ facts: ValueColumns) -> ValueColumn {
    var builder = ValueColumnBuilder(capacity: facts.count)
    for row in 0..<facts.count { builder.append(evaluate(in: ColumnRow(columns: facts.columns, row: row))) }
    return builder.column
  }

  /// What every combination comes to.
  ///
  /// A combination's number counts the first column fastest.
  private func outcomes(_ facts: ValueColumns, _ read: [Int], _ sizes: [Int], _ combinations: Int) -> [Value] {
    (0..<combinations).map { number in
      var rest = number
      var values: [Int: Value] = [:]
      for (slot, size) in zip(read, sizes) {
        let index = rest % size
        rest /= size
        let dictionary = facts.columns[slot].dictionary
        values[slot] = index < dictionary.count ? dictionary[index] : .notShown
      }
      return evaluate(in: Combination(values: values))
    }
  }

  /// The number of every row's combination.
  private static func keys(_ facts: ValueColumns, _ read: [Int], _ sizes: [Int]) -> [UInt32] {
    guard !read.isEmpty else { return Array(repeating: 0, count: facts.count) }
    return Array(unsafeUninitializedCapacity: facts.count) { keys, count in
      for (place, slot) in read.enumerated() {
        let stride = UInt32(sizes[..<place].reduce(1, *))
        let last = UInt32(sizes[place] - 1)
        facts.columns[slot].indices.withUnsafeBufferPointer { indices in
          for row in 0..<facts.count {
            let key = min(indices[row], last) * stride
            if place == 0 { keys.initializeElement(at: row, to: key) } else { keys[row] += key }
          }
        }
      }
      count = facts.count
    }
  }
}
