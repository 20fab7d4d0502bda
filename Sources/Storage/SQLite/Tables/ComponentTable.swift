import Datasets
import Expressions
import Foundation
import GRDB
import Instruments

/// Components: kept by cell, with the version of the facts that they were made of.
extension WriteContext {
  func putComponents(_ rows: [ComponentsRow]) throws -> [Int] {
    var stale: [Int] = []
    for (index, row) in rows.enumerated() where try !put(row) { stale.append(index) }
    return stale
  }

  /// False where the facts have changed since.
  private func put(_ row: ComponentsRow) throws -> Bool {
    let dataset = try number(of: row.dataset)
    let cell = try number(of: CellKey(row.cell.coordinates))
    let now = try self.row("SELECT version FROM dataset_cell WHERE dataset = ? AND cell = ?", [dataset, cell])
    guard let now, now[0] as Int == row.cell.version else { return false }
    try run(
      """
      INSERT OR REPLACE INTO component(indicator, dataset, cell, formula, version, parts) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        try number(of: row.indicator), dataset, cell, Data(row.formula.bytes), row.cell.version, Data(row.parts),
      ])
    return true
  }
}

extension ReadContext {
  func components(_ query: ComponentsQuery) throws -> [ComponentsRow] {
    let sql = """
      SELECT indicator, component.dataset, formula, component.version, parts, dataset_cell.version, rows,
        school, year, period, activity, instrument, class, grade, subject, sex, language
      FROM component
      JOIN dataset_cell ON dataset_cell.dataset = component.dataset AND dataset_cell.cell = component.cell
      JOIN cell ON cell.id = component.cell
      ORDER BY indicator, component.dataset, component.cell, formula
      """
    let names = try SymbolNames(db)
    let asked = Set(query.indicators)
    let cursor = try Row.fetchCursor(try db.cachedStatement(sql: sql))
    var rows: [ComponentsRow] = []
    while let row = try cursor.next() {
      guard let indicator = names[row[0]], let dataset = names[row[1]] else { throw Damage() }
      guard asked.isEmpty || asked.contains(indicator) else { continue }
      let coordinates = CellKey.coordinates(row, from: 7)
      guard query.place.holds(coordinates) else { continue }
      let version: Int = row[3]
      rows.append(
        ComponentsRow(
          indicator: indicator, formula: try row.digest(2), dataset: dataset,
          cell: FactCell(coordinates: coordinates, version: version, rows: row[6]), parts: row.bytes(4),
          isStale: version != row[5] as Int))
    }
    return rows
  }
}
