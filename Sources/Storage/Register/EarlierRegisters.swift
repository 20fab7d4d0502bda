package import Expressions
import Foundation
import GRDB

/// The registers that stood before this one: kept with the names, for they hold them, and for an undoing only.
extension SideFile {
  /// As many as are kept.
  private static let most = 5

  func keepEarlier(_ register: SchoolRegister) throws(StoreFault) {
    guard !register.entries.isEmpty else { return }
    try write { db in
      let school = register.school.text
      let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM earlier WHERE school = ?", arguments: [school]) ?? 0
      try db.execute(
        sql: "INSERT INTO earlier(school, number, register) VALUES (?, ?, ?)",
        arguments: [school, last + 1, try JSONEncoder().encode(register)])
      try db.execute(
        sql: "DELETE FROM earlier WHERE school = ? AND number <= ?", arguments: [school, last + 1 - Self.most])
    }
  }

  /// The latest; nil where none was replaced yet.
  func earlier(of school: Symbol) throws(StoreFault) -> SchoolRegister? {
    try read { db in
      let sql = "SELECT register FROM earlier WHERE school = ? ORDER BY number DESC LIMIT 1"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [school.text]) else { return nil }
      do {
        return try JSONDecoder().decode(SchoolRegister.self, from: Data(row.bytes(0)))
      } catch { throw Damage() }
    }
  }
}

extension Store {
  /// The register that stood before this one, names and all; nil where none did.
  package func earlierRegister(of school: Symbol) throws(StoreFault) -> SchoolRegister? {
    guard case .earlierRegister(let register) = try send(.earlierRegister(school: school)) else {
      throw .unexpectedReply
    }
    return register
  }
}
