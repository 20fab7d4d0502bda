import GRDB
import Glibc

/// A complete copy of a store while it is in use: made under another name, read through, made durable, then named.
extension SQLiteStore {
  /// Gives the bytes of the copy. `folder` must not be there yet; its parent must.
  func copy(to folder: String) throws(StoreFault) -> Int {
    guard !isInMemory else { throw StoreFault(.backingUp, .wrongMessage("memory")) }
    guard StoreFiles.size(of: folder) == nil else { throw StoreFault(.backingUp, .existsAlready(folder)) }
    let part = StoreFiles(folder: folder + ".part")
    part.remove()
    guard mkdir(part.folder, 0o700) == 0 else { throw StoreFiles.fault(.backingUp, folder, errno) }
    do throws(StoreFault) {
      // Answers first: whatever instrument they name is in the keys by then.
      var bytes = try SQLiteStore.copy(files.main, to: part.main, checks: true)
      for (from, to) in [(files.keys, part.keys), (files.people, part.people)]
      where StoreFiles.size(of: from) != nil {
        bytes += try SQLiteStore.copy(from, to: to, checks: false)
      }
      guard StoreFiles.syncFolder(part.folder), rename(part.folder, folder) == 0,
        StoreFiles.syncFolder(StoreFiles.parent(of: folder))
      else { throw StoreFiles.fault(.backingUp, folder, errno) }
      return bytes
    } catch {
      part.remove()
      throw error
    }
  }

  /// A copy of one file with all that was acknowledged when it began, read through and durable.
  private static func copy(_ from: String, to: String, checks: Bool) throws(StoreFault) -> Int {
    do {
      // A connection of its own, that can't write: the writer goes on meanwhile.
      var reading = Configuration()
      reading.readonly = true
      reading.busyMode = .timeout(5)
      let source = try DatabaseQueue(path: from, configuration: reading)
      try source.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [to]) }
      try source.close()
      guard chmod(to, 0o600) == 0, StoreFiles.syncFile(to) else { throw StoreFiles.fault(.backingUp, to, errno) }

      let made = try DatabaseQueue(path: to, configuration: reading)
      let problem = try made.read { db -> String? in
        if checks {
          let verification = try ReadContext(db: db).verification()
          return verification.damage.first ?? verification.broken.first?.hex
        }
        let line = try String.fetchOne(db, sql: "PRAGMA integrity_check")
        return line == "ok" ? nil : line
      }
      try made.close()
      if let problem { throw StoreFault(.backingUp, .badCopy(to, reason: problem)) }
      return StoreFiles.size(of: to) ?? 0
    } catch {
      throw StoreFault(.backingUp, error, path: to)
    }
  }
}

extension StoreFiles {
  /// Takes a half-made copy away.
  fileprivate func remove() {
    for path in [main, keys, people] { unlink(path) }
    rmdir(folder)
  }
}
