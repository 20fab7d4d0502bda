import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The one thread that writes: it takes what has gathered while the disk was busy, makes one transaction of it, and gives
/// the replies when that is durable. When idle it never waits for more. It also checkpoints, and nobody else does.
final class GroupWriter: Sendable {
  /// A request on its way, with the place where its caller waits.
  private final class Ticket: Sendable {
    let work: @Sendable (WriteContext) throws -> StoreReply
    let outcome = Mutex<Result<StoreReply, StoreFault>?>(nil)
    let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable (WriteContext) throws -> StoreReply) { self.work = work }

    func finish(_ result: Result<StoreReply, StoreFault>) {
      outcome.withLock { $0 = result }
      done.signal()
    }
  }

  private struct Queue {
    var waiting: [Ticket] = []
    var isStopping = false
    /// Why nothing more is taken: the disk broke, or the file.
    var failure: StoreFault?
  }

  /// As many requests as one transaction takes.
  static let group = 64
  /// Pages of 4 KB in the log after which they are moved into the file.
  private static let checkpointPages = 1000
  /// The same while there is no reserve: a log that ate the last of the disk could never be moved.
  private static let tightCheckpointPages = 32

  private let database: any DatabaseWriter
  private let environment: StoreEnvironment
  private let path: String
  private let reserve: Reserve?
  private let leases: LeaseBook
  private let queue = Mutex(Queue())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(
    _ database: any DatabaseWriter, environment: StoreEnvironment, path: String, reserve: Reserve?, leases: LeaseBook
  ) {
    self.database = database
    self.environment = environment
    self.path = path
    self.reserve = reserve
    self.leases = leases
    let thread = Thread { [self] in run() }
    thread.name = "store-writer"
    thread.start()
  }

  /// Does the work in a transaction, and returns when that is durable.
  func perform(_ work: @escaping @Sendable (WriteContext) throws -> StoreReply) throws(StoreFault) -> StoreReply {
    let ticket = Ticket(work)
    let refusal = queue.withLock { queue -> StoreFault? in
      if let failure = queue.failure { return failure }
      if queue.isStopping { return StoreFault(.storing, .stopped(path)) }
      queue.waiting.append(ticket)
      if queue.waiting.count == 1 { wake.signal() }
      return nil
    }
    if let refusal { throw refusal }
    ticket.done.wait()
    guard let outcome = ticket.outcome.withLock({ $0 }) else { throw .unexpectedReply }
    return try outcome.get()
  }

  /// Finishes what was asked and ends the thread.
  func stop() {
    let isFirst = queue.withLock { queue -> Bool in
      defer { queue.isStopping = true }
      return !queue.isStopping
    }
    guard isFirst else { return }
    wake.signal()
    ended.wait()
  }

  // MARK: The thread

  private func run() {
    let log = LogLength()
    let interner = Interner()
    log.watch(database)
    // The log still holds something that it should forget: a reader was in the way.
    var owesTruncation = false
    while true {
      let (group, isStopping) = queue.withLock { queue -> ([Ticket], Bool) in
        let group = Array(queue.waiting.prefix(GroupWriter.group))
        queue.waiting.removeFirst(group.count)
        return (group, queue.isStopping)
      }
      if group.isEmpty {
        if isStopping { break }
        if owesTruncation {
          _ = wake.wait(timeout: .now() + .milliseconds(100))
          owesTruncation = !checkpoint(.truncate)
        } else {
          wake.wait()
        }
        continue
      }
      owesTruncation = commit(group, interner) || owesTruncation
      let isTight = reserve?.isHeld == false
      if owesTruncation || log.pages >= (isTight ? GroupWriter.tightCheckpointPages : GroupWriter.checkpointPages) {
        let isDone = checkpoint(owesTruncation || isTight ? .truncate : .passive)
        owesTruncation = owesTruncation && !isDone
        log.pages = 0
        refillReserve()
      }
    }
    log.unwatch(database)
    // The last connection to close may be a reader's, which can't do it.
    checkpoint(.truncate, waits: true)
    ended.signal()
  }

  /// One transaction for the group. Where the disk is full the reserve is given back and each request tried on its own,
  /// so that a large one takes no small one with it. True where the log should forget what it holds.
  private func commit(_ group: [Ticket], _ interner: Interner) -> Bool {
    var attempt = attempt(group, interner)
    if attempt.fault?.isDiskFull == true {
      makeRoom()
      attempt = self.attempt(group, interner)
      if attempt.fault?.isDiskFull == true {
        var forgets = false
        for ticket in group { forgets = settle([ticket], self.attempt([ticket], interner)) || forgets }
        return forgets
      }
    }
    return settle(group, attempt)
  }

  private struct Attempt {
    var outcomes: [Result<StoreReply, StoreFault>] = []
    /// Why the transaction as a whole failed.
    var fault: StoreFault?
    var forgetsLog = false
  }

  private func attempt(_ group: [Ticket], _ interner: Interner) -> Attempt {
    var attempt = Attempt()
    do {
      try database.writeWithoutTransaction { db in
        let context = WriteContext(db: db, environment: environment, path: path, interner: interner, leases: leases)
        do {
          try db.execute(sql: "BEGIN IMMEDIATE")
          for ticket in group { attempt.outcomes.append(try run(ticket, context)) }
          try db.execute(sql: "COMMIT")
        } catch {
          if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
          throw error
        }
        attempt.forgetsLog = context.forgetsLog
      }
      leases.keep()
    } catch {
      // What was interned in a transaction that is gone has other numbers now.
      interner.forget()
      leases.takeBack()
      attempt.fault = StoreFault(.storing, error, path: path)
    }
    return attempt
  }

  /// A savepoint for each, so that one bad request spoils no other. Throws where the whole transaction is lost.
  private func run(_ ticket: Ticket, _ context: WriteContext) throws -> Result<StoreReply, StoreFault> {
    let db = context.db
    try db.execute(sql: "SAVEPOINT request")
    do {
      let reply = try ticket.work(context)
      try db.execute(sql: "RELEASE request")
      return .success(reply)
    } catch {
      let fault = StoreFault(.storing, error, path: path)
      guard db.isInsideTransaction, !fault.isDiskFull, !fault.endsWriting else { throw fault }
      context.interner.forget()
      try db.execute(sql: "ROLLBACK TO request; RELEASE request")
      if let refused = error as? Refused { return .success(refused.reply) }
      return .failure(fault)
    }
  }

  private func settle(_ group: [Ticket], _ attempt: Attempt) -> Bool {
    guard let fault = attempt.fault else {
      for (ticket, outcome) in zip(group, attempt.outcomes) { ticket.finish(outcome) }
      return attempt.forgetsLog
    }
    if fault.endsWriting { fail(fault) }
    for ticket in group { ticket.finish(.failure(fault)) }
    return false
  }

  /// Takes nothing more, and tells all who wait and all who come why.
  private func fail(_ fault: StoreFault) {
    let waiting = queue.withLock { queue -> [Ticket] in
      queue.failure = queue.failure ?? fault
      defer { queue.waiting = [] }
      return queue.waiting
    }
    for ticket in waiting { ticket.finish(.failure(fault)) }
  }

  private func makeRoom() {
    reserve?.release()
    checkpoint(.truncate, waits: true)
  }

  private func refillReserve() {
    guard let reserve, reserve.fits(into: environment.freeBytes(environment.folder), floor: environment.floor) else {
      return
    }
    reserve.fill()
  }

  /// Moves the log into the file. Who writes must not wait for who reads, so a truncation gives up at once where a reader
  /// is in the way, unless it `waits`; false where it gave up.
  @discardableResult
  private func checkpoint(_ mode: Database.CheckpointMode, waits: Bool = false) -> Bool {
    do {
      try database.writeWithoutTransaction { db in
        if !waits { sqlite3_busy_timeout(db.sqliteConnection, 0) }
        defer { sqlite3_busy_timeout(db.sqliteConnection, 5000) }
        _ = try db.checkpoint(mode)
      }
      return true
    } catch {
      // A reader in the way or a full disk: the log keeps everything, and the next one tries again.
      let fault = StoreFault(.storing, error, path: path)
      if fault.endsWriting { fail(fault) }
      return false
    }
  }
}

/// A request that changed nothing and has its reply all the same.
struct Refused: Error {
  var reply: StoreReply
}

/// How many pages the log has, as the engine tells after each commit.
private final class LogLength {
  var pages = 0

  func watch(_ database: any DatabaseWriter) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    database.writeWithoutTransaction { db in
      _ = sqlite3_wal_hook(
        db.sqliteConnection,
        { me, _, _, pages in
          guard let me else { return SQLITE_OK }
          Unmanaged<LogLength>.fromOpaque(me).takeUnretainedValue().pages = Int(pages)
          return SQLITE_OK
        }, me)
    }
  }

  /// The hook holds no reference: it goes before its owner does.
  func unwatch(_ database: any DatabaseWriter) {
    database.writeWithoutTransaction { db in _ = sqlite3_wal_hook(db.sqliteConnection, nil, nil) }
  }
}
