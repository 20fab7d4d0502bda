import GRDBSQLite
import Glibc

/// The first hundred bytes of a database file, looked at before anything is allowed to write into it.
///
/// Database file format: SQLite, "The Database Header", offsets 0, 60 and 68.
enum StoreHeader {
  /// "Snk1": the mark of a store among SQLite files.
  static let mark: Int32 = 0x536E_6B31

  /// Refuses what is no store, and what a newer Synak wrote. An empty file becomes a store.
  static func check(_ path: String, knows: Int) throws(StoreFault) {
    if let size = StoreFiles.size(of: path), size > 0 {
      // A journal beside it is a store that was being made when the power went: the engine finishes or undoes that.
      if StoreFiles.size(of: path + "-journal") == nil { try checkContent(path, knows: knows) }
    } else {
      try make(path)
    }
  }

  private static func checkContent(_ path: String, knows: Int) throws(StoreFault) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw StoreFiles.fault(.opening, path, errno) }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(file, &header, header.count, 0)
    guard count >= 0 else { throw StoreFiles.fault(.opening, path, errno) }
    guard count == header.count, header.starts(with: "SQLite format 3\0".utf8), number(header, at: 68) == mark else {
      throw StoreFault(.opening, .notAStore(path))
    }
    let schema = Int(number(header, at: 60))
    guard schema <= knows else { throw StoreFault(.opening, .newerSchema(path, has: schema, knows: knows)) }
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> Int32 {
    Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// An empty database with the mark in it, on the disk before anything else is.
  private static func make(_ path: String) throws(StoreFault) {
    try StoreFiles.touch(path)
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
      sqlite3_exec(connection, "PRAGMA synchronous = EXTRA; PRAGMA application_id = \(mark);", nil, nil, nil)
        == SQLITE_OK
    else {
      let code = sqlite3_extended_errcode(connection)
      throw StoreFault(.opening, code: code, words: "", path: path)
    }
  }
}
