import Expressions
import Foundation
import GRDB
import Instruments

/// Reading everything, to see that it is as it was written.
extension ReadContext {
  func verification() throws -> Verification {
    var verification = Verification(sessions: 0, events: 0, damage: try damage(), broken: [])
    let sessions = try Row.fetchCursor(try db.cachedStatement(sql: SessionRow.select + " ORDER BY session.id"))
    while let row = try sessions.next() {
      let record = try SessionRow.record(row)
      var (count, isWhole) = try chain(of: record)
      if isWhole { isWhole = try judgementsAreWhole(of: record) }
      verification.sessions += 1
      verification.events += count
      if !isWhole { verification.broken.append(record.id) }
    }
    return verification
  }

  /// What the engine says of its own pages, in its words.
  private func damage() throws -> [String] {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check")
    let audit = try brokenAuditLine().map { ["audit: line \($0)"] } ?? []
    return (lines == ["ok"] ? [] : lines) + audit
  }

  private func chain(of session: SessionRecord) throws -> (events: Int, isWhole: Bool) {
    var chain = Chain(of: session)
    var count = 0
    var isWhole = true
    let cursor = try Row.fetchCursor(
      try db.cachedStatement(
        sql: """
          SELECT key, sequence, kind, payload, at, wall, epoch, hash FROM event WHERE session = ? ORDER BY sequence
          """),
      arguments: [Data(session.id.bytes)])
    while let row = try cursor.next() {
      count += 1
      let event = NewEvent(
        key: try row.token(0), sequence: row[1], kind: row[2], payload: row.bytes(3), at: row[4])
      chain.add(event, wall: row[5], epoch: row[6])
      isWhole = isWhole && event.sequence == count && chain.head.bytes == row.bytes(7)
    }
    return (count, isWhole && count + 1 == session.nextSequence && chain.head == session.head)
  }
}

extension SQLiteStore {
  func verification() throws(StoreFault) -> Verification {
    try read(.checking) { try $0.verification() }
  }
}
