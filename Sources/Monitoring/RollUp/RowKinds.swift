import Datasets
import Expressions

/// The distinct rows of some columns: formulas are evaluated once a kind of row, not once a row, since a million marks are
/// seven codes and a thousand scores are thirty numbers.
struct RowKinds {
  /// For each row its kind.
  var kind: [Int32]
  /// For each kind a row of it.
  var examples: [Int]

  var count: Int { examples.count }

  /// The kinds of rows as the given fields tell them apart.
  init(of facts: FactTable, fields: [Int]) {
    guard facts.count > 0 else {
      kind = []
      examples = []
      return
    }
    kind = [Int32](repeating: 0, count: facts.count)
    examples = [0]
    for field in fields {
      let column = facts.fields[field]
      if column.distinct.count > 1 { refine(by: column.codes, below: column.distinct.count) }
    }
  }

  /// Tells apart what `codes` tells apart.
  private mutating func refine(by codes: [Int32], below end: Int) {
    var found: [Int] = []
    let pairs = count * end
    if pairs <= max(1 << 16, 4 * kind.count) {
      // Every pair has its place in a table.
      var numbers = [Int32](repeating: -1, count: pairs)
      for row in kind.indices {
        let pair = Int(kind[row]) * end + Int(codes[row])
        if numbers[pair] < 0 {
          numbers[pair] = Int32(found.count)
          found.append(row)
        }
        kind[row] = numbers[pair]
      }
    } else {
      var numbers: [Int: Int32] = [:]
      for row in kind.indices {
        let pair = Int(kind[row]) * end + Int(codes[row])
        if let known = numbers[pair] {
          kind[row] = known
        } else {
          numbers[pair] = Int32(found.count)
          kind[row] = Int32(found.count)
          found.append(row)
        }
      }
    }
    examples = found
  }

  /// The values of a row of each kind, a value a field of the data set.
  func rows(of facts: FactTable) -> [[Value]] {
    examples.map { example in facts.fields.map { $0.value(at: example) } }
  }
}
