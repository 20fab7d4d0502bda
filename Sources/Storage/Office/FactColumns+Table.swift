import Datasets
import Expressions

extension FactColumns {
  /// The columns as the roll-up reads them: a list of distinct values a field, each value looked at once.
  ///
  /// `dataset` must be the one that was asked for, with all of its fields in its own order. Rows stand only where
  /// `isKept` says so.
  func table(
    of dataset: Dataset, where isKept: (Coordinates) -> Bool = { _ in true }
  ) throws(ColumnMismatch) -> FactTable {
    let kept = cells.map { isKept($0.coordinates) }
    let rows = kept.contains(false) ? cell.indices.filter { kept[Int(cell[$0])] } : Array(cell.indices)
    return try FactTable(
      dataset: dataset, places: cells.map(\.coordinates), place: rows.map { cell[$0] }, persons: persons,
      person: rows.map { person[$0] },
      fields: zip(dataset.fields, columns).map { field, column in column.field(field, rows: rows) })
  }
}

extension FactColumn {
  /// The column with its distinct values numbered in order of first appearance.
  fileprivate func field(_ field: Field, rows: [Int]) -> FieldColumn {
    var distinct: [Value] = []
    var numbers: [Key: Int32] = [:]
    var codes = [Int32](repeating: 0, count: rows.count)
    var last: (key: Key, number: Int32)?
    for (position, row) in rows.enumerated() {
      let key = Key(kind: kinds[row], number: self.numbers[row])
      if let last, last.key == key {
        codes[position] = last.number
        continue
      }
      if let known = numbers[key] {
        codes[position] = known
      } else {
        let number = Int32(distinct.count)
        distinct.append(self[row])
        numbers[key] = number
        codes[position] = number
      }
      last = (key, codes[position])
    }
    return FieldColumn(field: field, distinct: distinct, codes: codes)
  }

  private struct Key: Hashable {
    var kind: UInt8
    var number: Int64
  }
}
