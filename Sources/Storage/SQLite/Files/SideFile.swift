import Expressions
import Foundation
import GRDB
import Instruments
import Synchronization

/// A file beside the main one, for what must not lie with the answers: names, or keys. Opened when first asked for.
final class SideFile: Sendable {
  let path: String?
  private let steps: [String]
  private let queue = Mutex<DatabaseQueue?>(nil)

  /// `path` is nil in memory.
  init(_ path: String?, steps: [String]) {
    self.path = path
    self.steps = steps
  }

  func write<T>(_ work: (Database) throws -> T) throws(StoreFault) -> T {
    let queue = try opened()
    do {
      return try queue.write(work)
    } catch {
      throw StoreFault(.storing, error, path: path ?? "")
    }
  }

  func read<T>(_ work: (Database) throws -> T) throws(StoreFault) -> T {
    let queue = try opened()
    do {
      return try queue.read(work)
    } catch {
      throw StoreFault(.reading, error, path: path ?? "")
    }
  }

  func close() {
    queue.withLock { queue in
      try? queue?.close()
      queue = nil
    }
  }

  private func opened() throws(StoreFault) -> DatabaseQueue {
    let path = path
    let steps = steps
    let result = queue.withLock { queue -> Result<DatabaseQueue, StoreFault> in
      if let queue { return .success(queue) }
      do throws(StoreFault) {
        let made = try SideFile.open(path, steps)
        queue = made
        return .success(made)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func open(_ path: String?, _ steps: [String]) throws(StoreFault) -> DatabaseQueue {
    let queue: DatabaseQueue
    if let path {
      try StoreHeader.check(path, knows: steps.count)
      queue = try Connection.side(path)
    } else {
      queue = try Connection.memory()
    }
    try Schema.migrate(queue, steps, path: path ?? "")
    return queue
  }
}

extension SideFile {
  func putNames(_ register: SchoolRegister) throws(StoreFault) {
    try write { db in
      try db.execute(sql: "DELETE FROM name WHERE school = ?", arguments: [register.school.text])
      for name in register.names {
        try db.execute(
          sql: "INSERT INTO name(school, person, family, given, birth) VALUES (?, ?, ?, ?, ?)",
          arguments: [register.school.text, name.person.text, name.family, name.given, name.birth])
      }
    }
  }

  func names(of school: Symbol) throws(StoreFault) -> [RegisterName] {
    try read { db in
      let sql = "SELECT person, family, given, birth FROM name WHERE school = ? ORDER BY person"
      return try Row.fetchAll(db, sql: sql, arguments: [school.text]).map { row in
        RegisterName(person: Symbol(row[0] as String), family: row[1], given: row[2], birth: row[3])
      }
    }
  }

  func putSource(_ instrument: InstrumentRecord) throws(StoreFault) {
    try write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO source(hash, source) VALUES (?, ?)",
        arguments: [Data(instrument.hash.bytes), Data(instrument.source)])
    }
  }

  func source(of hash: Digest) throws(StoreFault) -> [UInt8]? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT source FROM source WHERE hash = ?", arguments: [Data(hash.bytes)])?.bytes(0)
    }
  }
}
