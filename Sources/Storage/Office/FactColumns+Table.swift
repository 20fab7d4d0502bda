package import Datasets
import Expressions

extension FactColumns {
  /// The columns as the roll-up reads them: a list of distinct values a field, each value looked at once.
  ///
  /// `dataset` must be the one that was asked for, with all of its fields in its own order. Rows stand only where
  /// `isKept` says so. Where pseudonyms were not asked for, persons are told apart but all called `?`.
  package func table(
    of dataset: Dataset, where isKept: (Coordinates) -> Bool = { _ in true }
  ) throws(ColumnMismatch) -> FactTable {
    let kept = cells.map { isKept($0.coordinates) }
    let facts = kept.contains(false) ? selected(kept) : self
    let nameless = [Symbol](repeating: "?", count: Int(facts.person.max() ?? -1) + 1)
    return try FactTable(
      dataset: dataset, places: cells.map(\.coordinates), place: facts.cell,
      persons: persons.isEmpty ? nameless : persons, person: facts.person,
      fields: zip(dataset.fields, facts.columns).map { field, column in
        FieldColumn(field: field, kinds: column.kinds, numbers: column.numbers) { column[$0] }
      })
  }

  /// The rows of these cells; cells, persons and lists of values keep their numbers.
  private func selected(_ kept: [Bool]) -> FactColumns {
    let rows = cell.indices.filter { kept[Int(cell[$0])] }
    var facts = self
    facts.cell = rows.map { cell[$0] }
    facts.person = rows.map { person[$0] }
    for (index, column) in columns.enumerated() {
      facts.columns[index].kinds = rows.map { column.kinds[$0] }
      facts.columns[index].numbers = rows.map { column.numbers[$0] }
    }
    return facts
  }
}
