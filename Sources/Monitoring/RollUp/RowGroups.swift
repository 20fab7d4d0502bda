/// Rows in order of the group that they belong to (a counting sort: one pass to count, one to place).
struct RowGroups {
  /// The rows, those of one group one after another, in their order.
  var rows: [Int32]
  /// Where each group begins in `rows`, and the end.
  var starts: [Int]

  /// `group[key[row]]` is the group of a row, in 0..<`count`.
  init(keys: [Int32], group: [Int32], count: Int) {
    var sizes = [Int](repeating: 0, count: group.count)
    for key in keys { sizes[Int(key)] += 1 }
    starts = [Int](repeating: 0, count: count + 1)
    for (key, size) in sizes.enumerated() { starts[Int(group[key]) + 1] += size }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    rows = [Int32](repeating: 0, count: keys.count)
    for (row, key) in keys.enumerated() {
      let place = Int(group[Int(key)])
      rows[next[place]] = Int32(row)
      next[place] += 1
    }
  }
}
