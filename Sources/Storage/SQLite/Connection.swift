import Foundation
import GRDB

/// How the store's databases are opened: every rule of durability and distrust in one place.
enum Connection {
  /// The main file: readers beside one writer, FULL set after opening and read back.
  static func main(_ path: String) throws(StoreFault) -> DatabasePool {
    do {
      var configuration = common
      configuration.maximumReaderCount = 4
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { db in
        // GRDB sets NORMAL when it turns the log on, so FULL comes after, and outside a transaction.
        try db.execute(
          sql: """
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA journal_size_limit = 16777216;
            """)
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
          try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
        else { throw StoreFault(.opening, .notDurable(path)) }
      }
      return pool
    } catch {
      throw StoreFault(.opening, error, path: path)
    }
  }

  /// A file beside it, seldom written: no log, so that nothing lies around.
  static func side(_ path: String) throws(StoreFault) -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: common)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = EXTRA")
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 3 else {
          throw StoreFault(.opening, .notDurable(path))
        }
      }
      return queue
    } catch {
      throw StoreFault(.opening, error, path: path)
    }
  }

  /// No file at all, for tests and trials.
  static func memory() throws(StoreFault) -> DatabaseQueue {
    do {
      return try DatabaseQueue(configuration: common)
    } catch {
      throw StoreFault(.opening, error, path: ":memory:")
    }
  }

  private static var common: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }
}
