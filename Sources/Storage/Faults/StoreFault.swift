package import Diagnostics
package import Instruments

/// Why a store could not do what it was asked: what it was doing, and what stood in the way. What was acknowledged before
/// stays safe in every case but `damaged`, which says that it may not be.
package struct StoreFault: Error, Sendable, Hashable, Codable {
  /// What was being done.
  package enum Task: String, Sendable, Hashable, Codable, CaseIterable {
    case opening, storing, reading, checking, backingUp
  }

  /// What stood in the way. Numbers are bytes where they count room on a disk.
  package enum Cause: Sendable, Hashable, Codable {
    case noFolder(String)
    case noPermission(String)
    case unreadable(String, reason: String)
    case notAStore(String)
    case damaged(String)
    case newerSchema(String, has: Int, knows: Int)
    case inUse(String, pid: Int)
    case diskFull(String)
    /// There is room for the sessions that are open, but not to begin new ones.
    case lowSpace(String, free: Int, floor: Int)
    /// The disk didn't do what it was told; the store takes no more answers until it is opened again.
    case brokenDisk(String, code: Int)
    case notDurable(String)
    case stopped(String)
    /// The process that owns the store can't be reached at this door.
    case noRoom(String)
    case unknownSession(SessionID)
    case unknownInstrument(Digest)
    case differentInstrument(Digest)
    case existsAlready(String)
    case badCopy(String, reason: String)
    case wrongMessage(String)
    /// An anonymous session that only its code opens: where it was begun with one, or codes were given out for all.
    case needsCode
    case engine(code: Int, words: String)
  }

  package var task: Task
  package var cause: Cause

  package init(_ task: Task, _ cause: Cause) {
    self.task = task
    self.cause = cause
  }

  static let unexpectedReply = StoreFault(.reading, .wrongMessage("reply"))
}

extension StoreFault {
  /// The fault in the words of the catalogue.
  package var diagnostic: Diagnostic {
    let (finding, arguments) = cause.words
    return Diagnostic(finding, at: nil, found: arguments["path"] ?? "", arguments: arguments)
  }
}

extension StoreFault.Cause {
  /// The row of the catalogue and what fills it.
  var words: (StoreFinding, [String: String]) {
    switch self {
    case .noFolder(let path): (.noFolder, ["path": path])
    case .noPermission(let path): (.noPermission, ["path": path])
    case .unreadable(let path, let reason): (.unreadable, ["path": path, "reason": reason])
    case .notAStore(let path): (.notAStore, ["path": path])
    case .damaged(let path): (.damaged, ["path": path])
    case .newerSchema(let path, let has, let knows):
      (.newerSchema, ["path": path, "has": "\(has)", "knows": "\(knows)"])
    case .inUse(let path, let pid): (.inUse, ["path": path, "pid": "\(pid)"])
    case .diskFull(let path): (.diskFull, ["path": path])
    case .lowSpace(let path, let free, let floor):
      (.lowSpace, ["path": path, "free": "\(free >> 20)", "floor": "\(floor >> 20)"])
    case .brokenDisk(let path, let code): (.brokenDisk, ["path": path, "code": "\(code)"])
    case .notDurable(let path): (.notDurable, ["path": path])
    case .stopped(let path): (.stopped, ["path": path])
    case .noRoom(let path): (.noRoom, ["path": path])
    case .unknownSession(let id): (.unknownSession, ["id": id.hex])
    case .unknownInstrument(let hash): (.unknownInstrument, ["id": hash.short])
    case .differentInstrument(let hash): (.differentInstrument, ["id": hash.short])
    case .existsAlready(let path): (.existsAlready, ["path": path])
    case .badCopy(let path, let reason): (.badCopy, ["path": path, "reason": reason])
    case .wrongMessage(let what): (.wrongMessage, ["what": what])
    case .needsCode: (.needsCode, [:])
    case .engine(let code, let words): (.engine, ["code": "\(code)", "words": words])
    }
  }
}

extension Ack {
  /// Why an event was not stored, in the words of the catalogue; nil where it was.
  package var diagnostic: Diagnostic? {
    switch self {
    case .stored, .alreadyStored: nil
    case .staleSequence(let have): Diagnostic(StoreFinding.staleSequence, at: nil, arguments: ["have": "\(have)"])
    case .staleLease(let holder): Diagnostic(StoreFinding.takenOver, at: nil, arguments: ["holder": holder])
    case .closed: Diagnostic(StoreFinding.closed, at: nil)
    case .tooMuch: Diagnostic(StoreFinding.tooMuch, at: nil)
    }
  }
}

extension Opening {
  /// Why the session was not opened, in the words of the catalogue; nil where it was.
  package var diagnostic: Diagnostic? {
    switch self {
    case .opened: nil
    case .busy(let holder): Diagnostic(StoreFinding.busy, at: nil, arguments: ["holder": holder])
    case .finished: Diagnostic(StoreFinding.finished, at: nil)
    }
  }
}
