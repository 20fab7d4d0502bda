import Expressions
import Foundation
import GRDB
import Instruments
import Synchronization

/// A store in a folder: SQLite, written by one thread of one process, read beside it.
package final class SQLiteStore: Store {
  let environment: StoreEnvironment
  let files: StoreFiles
  /// Held as long as the store is open; nil in memory.
  private let lock: StoreLock?
  let database: any DatabaseWriter
  let people: SideFile
  let keys: SideFile
  let writer: GroupWriter
  let leases: LeaseBook
  let guesses = GuessBook()
  /// The key of the codes, once it was needed.
  let knownKey = Mutex<AccessKey?>(nil)

  /// Opens the store in the environment's folder, and makes it where there is none.
  package static func open(_ environment: StoreEnvironment) throws(StoreFault) -> SQLiteStore {
    let files = StoreFiles(folder: environment.folder)
    try files.makeFolder()
    let lock = try StoreLock(files.lock, folder: files.folder)
    try StoreHeader.check(files.main, knows: Schema.main.count)
    let reserve = Reserve(path: files.reserve, size: environment.reserve)
    if reserve.fits(into: environment.freeBytes(files.folder), floor: environment.floor) { reserve.fill() }
    let pool = try Connection.main(files.main)
    try Schema.migrate(pool, Schema.main, path: files.main)
    return SQLiteStore(environment, files: files, lock: lock, pool, reserve: reserve)
  }

  /// A store that lies nowhere and is gone when it is let go: for tests and trials. Nothing of it is durable.
  package static func inMemory(_ environment: StoreEnvironment) throws(StoreFault) -> SQLiteStore {
    let queue = try Connection.memory()
    try Schema.migrate(queue, Schema.main, path: "")
    return SQLiteStore(environment, files: nil, lock: nil, queue, reserve: nil)
  }

  private init(
    _ environment: StoreEnvironment, files: StoreFiles?, lock: StoreLock?, _ database: any DatabaseWriter,
    reserve: Reserve?
  ) {
    self.environment = environment
    self.files = files ?? StoreFiles(folder: "")
    self.lock = lock
    self.database = database
    people = SideFile(files?.people, steps: Schema.people)
    keys = SideFile(files?.keys, steps: Schema.keys)
    leases = LeaseBook(duration: environment.lease)
    writer = GroupWriter(
      database, environment: environment, path: files?.main ?? "", reserve: reserve, leases: leases)
  }

  deinit { close() }

  /// Finishes what was asked, and lets go of the files. Whoever asks afterwards is told that the store is stopped.
  package func close() {
    writer.stop()
    people.close()
    keys.close()
    try? database.close()
    lock?.release()
  }

  var isInMemory: Bool { lock == nil }

  package func send(_ message: StoreMessage) throws(StoreFault) -> StoreReply {
    switch message {
    case .publish(let instrument):
      guard ContentHash(of: instrument.source).digest == instrument.hash else {
        throw StoreFault(.storing, .differentInstrument(instrument.hash))
      }
      // The keys first: an instrument that is there can always be scored.
      try keys.putSource(instrument)
      return try writer.perform { try $0.publish(instrument) }
    case .instrument(let hash): return try read { .instrument(try $0.instruments(hash).first) }
    case .instruments: return try read { .instruments(try $0.instruments()) }
    case .source(let hash): return .source(try keys.source(of: hash))

    case .open(let request): return try writer.perform { try $0.open(request) }
    case .append(let request): return try writer.perform { try $0.append(request) }
    case .seal(let request): return try writer.perform { try $0.seal(request) }
    case .reopen(let request): return try writer.perform { try $0.reopen(request) }
    case .score(let record): return try writer.perform { try $0.score(record) }
    case .judge(let record): return try writer.perform { try $0.judge(record) }
    case .judgements(let session): return try read { .judgements(try $0.judgements(of: session)) }
    case .journal(let session): return try read { .journal(try $0.journal(session, leases.drafts)) }
    case .sessions(let filter): return try read { .sessions(try $0.sessions(filter)) }
    case .scores(let filter): return try read { .scores(try $0.scores(filter)) }
    case .unscored(let filter): return try read { .sessions(try $0.unscored(filter)) }
    case .ballotBoxes(let school): return try read { .ballotBoxes(try $0.ballotBoxes(of: school)) }
    case .ballots(let box): return try read { .ballots(try $0.ballots(box)) }
    case .releaseBallots(let box): return try writer.perform { .released(try $0.release(box)) }

    case .issueCodes(let request): return try issue(request)
    case .redeem(let request): return .redeemed(try redeem(request))
    case .codes(let filter): return try read { .codes(try $0.codes(filter)) }
    case .revokeCodes(let filter): return try writer.perform { .codesRevoked(try $0.revokeCodes(filter)) }
    case .letGo(let session): return try writer.perform { .letGo(try $0.letGo(session)) }
    case .audit: return try read { .audit(try $0.audit()) }

    case .putFacts(let source, let sets):
      return try writer.perform { context in
        try context.putFacts(sets, source: WriteContext.source(named: source))
        return .factsPut
      }
    case .facts(let query): return try read { .facts(try $0.facts(query)) }
    case .cells(let dataset, let place): return try read { .cells(try $0.cells(of: dataset, place).map(\.cell)) }
    case .putComponents(let rows): return try writer.perform { .componentsPut(stale: try $0.putComponents(rows)) }
    case .components(let query): return try read { .components(try $0.components(query)) }

    case .importRegister(let register):
      try people.keepEarlier(
        SchoolRegister(
          school: register.school, entries: try read { try $0.register(register.school) },
          names: try people.names(of: register.school)))
      try people.putNames(register)
      return try writer.perform { try $0.putRegister(register) }
    case .register(let school): return try read { .register(try $0.register(school)) }
    case .names(let school): return .names(try people.names(of: school))
    case .earlierRegister(let school): return .earlierRegister(try people.earlier(of: school))

    case .meta: return .meta(try meta())
    case .verify: return .verified(try verification())
    case .backup(let folder): return .backedUp(bytes: try copy(to: folder))
    }
  }

  /// A reading in one moment of the store, beside the writing.
  func read<T>(_ task: StoreFault.Task = .reading, _ work: (ReadContext) throws -> T) throws(StoreFault) -> T {
    do {
      return try database.read { db in try work(ReadContext(db: db)) }
    } catch {
      throw StoreFault(task, error, path: files.main)
    }
  }

  private func meta() throws(StoreFault) -> StoreMeta {
    let environment = environment
    let isInMemory = isInMemory
    return try read { context in
      let row = try context.row(
        """
        SELECT sqlite_version(), (SELECT count(*) FROM session), (SELECT count(*) FROM session_state WHERE state = 0),
          (SELECT count(*) FROM event), (SELECT ifnull(sum(rows), 0) FROM dataset_cell)
        """, [])
      guard let row else { throw Damage() }
      return StoreMeta(
        engine: isInMemory ? "memory" : "sqlite", engineVersion: row[0], schema: Schema.main.count,
        folder: isInMemory ? "" : environment.folder, synchronous: isInMemory ? 0 : 2, sessions: row[1],
        openSessions: row[2],
        events: row[3], facts: row[4], freeBytes: environment.freeBytes(environment.folder) ?? 0)
    }
  }
}
