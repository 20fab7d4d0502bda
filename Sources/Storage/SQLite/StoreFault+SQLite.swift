import GRDB
import GRDBSQLite

/// What the database's own errors mean for a store.
extension StoreFault {
  init(_ task: Task, _ error: any Error, path: String) {
    switch error {
    case let fault as StoreFault: self = fault
    case is Damage: self.init(task, .damaged(path))
    case let error as DatabaseError:
      self.init(task, code: error.extendedResultCode.rawValue, words: error.message ?? "", path: path)
    default: self.init(task, .engine(code: -1, words: "\(error)"))
    }
  }

  /// From an extended result code.
  init(_ task: Task, code: Int32, words: String, path: String) {
    switch code & 0xFF {
    case SQLITE_FULL: self.init(task, .diskFull(path))
    // The index of the log lives in a file too, and grows with it.
    case SQLITE_IOERR where code == logIndexFull: self.init(task, .diskFull(path))
    case SQLITE_IOERR: self.init(task, .brokenDisk(path, code: Int(code)))
    case SQLITE_CORRUPT: self.init(task, .damaged(path))
    case SQLITE_NOTADB: self.init(task, .notAStore(path))
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: self.init(task, .noPermission(path))
    case SQLITE_CANTOPEN: self.init(task, .unreadable(path, reason: words.isEmpty ? "SQLITE_CANTOPEN" : words))
    default: self.init(task, .engine(code: Int(code), words: words))
    }
  }

  /// After these no promise can be kept: what the disk has is not what it was told.
  var endsWriting: Bool {
    switch cause {
    case .brokenDisk, .damaged, .notAStore: true
    default: false
    }
  }

  var isDiskFull: Bool {
    if case .diskFull = cause { true } else { false }
  }
}

/// `SQLITE_IOERR | 19 << 8`: a macro that Swift doesn't see.
private let logIndexFull: Int32 = 10 | 19 << 8
