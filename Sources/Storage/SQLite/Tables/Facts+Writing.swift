import Datasets
import Expressions
import Foundation
import GRDB
import Instruments

/// Facts: put in the place of what their source told before, each change known to the cell that it is in.
extension WriteContext {
  /// The same name gives the same source, whoever asks.
  static func source(named name: String) -> Token {
    // A SHA-256 has more than sixteen bytes.
    Token(bytes: Digest(of: Array("fact source\n".utf8) + Array(name.utf8)).bytes.prefix(16)) ?? Token(high: 0, low: 0)
  }

  func putFacts(_ sets: [FactSet], source: Token) throws {
    let key = Data(source.bytes)
    var changes: [CellChange: Int] = [:]
    let old = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT dataset, cell, count(*) FROM fact WHERE source = ? GROUP BY dataset, cell"),
      arguments: [key])
    for row in old { changes[CellChange(dataset: row[0], cell: row[1]), default: 0] -= row[2] as Int }
    if !old.isEmpty { try run("DELETE FROM fact WHERE source = ?", [key]) }

    var ordinal = 0
    var bytes: [UInt8] = []
    let insert = try db.cachedStatement(
      sql: "INSERT INTO fact(dataset, cell, source, ordinal, person, shape, data) VALUES (?, ?, ?, ?, ?, ?, ?)")
    for set in sets {
      let dataset = try number(of: set.dataset)
      let shape = try shape(of: set.fields)
      for row in set.rows {
        guard row.values.count == set.fields.count else {
          throw StoreFault(.storing, .wrongMessage("\(set.dataset): \(row.values.count) ≠ \(set.fields.count)"))
        }
        let cell = try number(of: CellKey(row.coordinates))
        bytes.removeAll(keepingCapacity: true)
        for value in row.values { try ValueCodec.append(value, to: &bytes, symbols: symbols) }
        let person = try row.coordinates.person.map { try number(ofPerson: $0) } ?? 0
        try insert.execute(arguments: [dataset, cell, key, ordinal, person, shape, Data(bytes)])
        changes[CellChange(dataset: dataset, cell: cell), default: 0] += 1
        ordinal += 1
      }
    }
    for (change, rows) in changes { try note(change, rows) }
  }

  private struct CellChange: Hashable {
    var dataset: Int
    var cell: Int
  }

  private func note(_ change: CellChange, _ rows: Int) throws {
    try run(
      """
      INSERT INTO dataset_cell(dataset, cell, version, rows) VALUES (?, ?, 1, ?)
      ON CONFLICT DO UPDATE SET version = version + 1, rows = rows + excluded.rows
      """,
      [change.dataset, change.cell, rows])
  }
}
