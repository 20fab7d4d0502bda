import Diagnostics
import Expressions
import Foundation
import GRDB
import Instruments
import SeededTesting
import Testing
import Texts

@testable import Storage

@Suite("A store in a folder")
struct SQLiteStoreTests {
  @Test("Acknowledged is durable: the log is on, FULL is read back, and strangers' schemas are not trusted")
  func durability() throws {
    let world = TestWorld()
    let store = try world.open()
    try store.database.writeWithoutTransaction { db in
      for (pragma, expected) in [
        ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("secure_delete", "1"),
        ("trusted_schema", "0"), ("cell_size_check", "1"), ("wal_autocheckpoint", "0"), ("temp_store", "2"),
      ] {
        #expect(try String.fetchOne(db, sql: "PRAGMA \(pragma)") == expected, "\(pragma)")
      }
      let strict = try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      // GRDB's own list of migrations.
      #expect(strict == 1)
    }
    #expect(try store.meta().synchronous == 2)
  }

  @Test("What was acknowledged is there when the store is opened again")
  func reopening() throws {
    let world = TestWorld()
    var store = try world.open()
    let hash = try store.publishTest()
    let (session, lease, _) = try store.begin(.person("u-1"), hash).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    store.close()
    #expect(throws: StoreFault(.storing, .stopped(world.folder + "/store.sqlite"))) {
      try store.append([world.event(2)], lease: lease)
    }
    store = try world.open()
    // Nobody has been heard of since: another terminal goes on without a question.
    let resumed = try store.begin(.person("u-1"), hash, terminal: "tty9").opened()
    #expect(resumed.session.id == session.id && resumed.session.nextSequence == 2 && resumed.lease.epoch == 2)
    #expect(try store.verify() == Verification(sessions: 1, events: 1, damage: [], broken: []))
    #expect(try store.source(of: hash) != nil)
  }

  @Test("A second process is told who has the store")
  func oneProcess() throws {
    let world = TestWorld()
    let store = try world.open()
    #expect(throws: StoreFault(.opening, .inUse(world.folder, pid: Int(getpid())))) { try world.open() }
    store.close()
    withExtendedLifetime(store) {}
  }

  @Test("Only the owner may read what lies in the folder")
  func rights() throws {
    let world = TestWorld()
    let store = try world.open()
    try store.publishTest()
    let names = try FileManager.default.contentsOfDirectory(atPath: world.folder)
    #expect(names.contains("store.sqlite-wal") && names.contains("keys.sqlite") && names.contains("store.reserve"))
    for path in names.map({ world.folder + "/" + $0 }) + [world.folder] {
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect((rights ?? 0o777) & 0o077 == 0, "\(path)")
    }
    store.close()
  }

  @Test("Keys and names are not in the file of the answers")
  func apart() throws {
    let world = TestWorld()
    let store = try world.open()
    try store.publishTest()
    try store.importRegister(
      SchoolRegister(
        school: "s-1", entries: [RegisterEntry(person: "u-1", role: "pupil")],
        names: [RegisterName(person: "u-1", family: "Үлгүбаев", given: "Айбек")]))
    store.close()
    let main = try Data(contentsOf: URL(fileURLWithPath: world.folder + "/store.sqlite"))
    #expect(main.range(of: Data("<key/>".utf8)) == nil && main.range(of: Data("Айбек".utf8)) == nil)
    let keys = try Data(contentsOf: URL(fileURLWithPath: world.folder + "/keys.sqlite"))
    #expect(keys.range(of: Data("<key/>".utf8)) != nil)
  }

  @Test("What is no store is refused by its own fault, and left as it is")
  func notAStore() throws {
    for content in [Data("just a text".utf8), Data(repeating: 0, count: 8192)] {
      let world = TestWorld()
      try FileManager.default.createDirectory(atPath: world.folder, withIntermediateDirectories: true)
      let path = world.folder + "/store.sqlite"
      try content.write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreFault(.opening, .notAStore(path))) { try world.open() }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
    }
    // A database of somebody else.
    let world = TestWorld()
    try FileManager.default.createDirectory(atPath: world.folder, withIntermediateDirectories: true)
    let path = world.folder + "/store.sqlite"
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t(a)") }
    #expect(throws: StoreFault(.opening, .notAStore(path))) { try world.open() }
  }

  @Test("A missing folder, a file in its place, and a newer store have their own faults")
  func otherFaults() throws {
    let world = TestWorld()
    var environment = world.environment
    environment.folder = world.folder + "/a/b"
    #expect(throws: StoreFault(.opening, .noFolder(world.folder + "/a/b"))) { try SQLiteStore.open(environment) }
    _ = FileManager.default.createFile(atPath: world.folder, contents: Data())
    #expect(throws: StoreFault(.opening, .noFolder(world.folder))) { try world.open() }
    try FileManager.default.removeItem(atPath: world.folder)

    let store = try world.open()
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    store.close()
    let path = world.folder + "/store.sqlite"
    #expect(throws: StoreFault(.opening, .newerSchema(path, has: 99, knows: Schema.main.count))) { try world.open() }
  }

  @Test("A newer store is refused also while its number is only in the log")
  func newerInTheLog() throws {
    let world = TestWorld()
    let store = try world.open()
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    let copy = TestWorld()
    try FileManager.default.copyItem(atPath: world.folder, toPath: copy.folder)
    let path = copy.folder + "/store.sqlite"
    #expect(throws: StoreFault(.opening, .newerSchema(path, has: 99, knows: Schema.main.count))) { try copy.open() }
    store.close()
  }

  @Test("A damaged file is found on reading, and is never a crash", arguments: 1...12 as ClosedRange<UInt64>)
  func damage(seed: UInt64) throws {
    let world = TestWorld()
    var store = try world.open()
    let hash = try store.publishTest()
    for person in 1...20 {
      let (_, lease, _) = try store.begin(.person(Symbol("u-\(person)")), hash).opened()
      let events = (1...20).map { world.event($0) }
      #expect(try store.append(events, lease: lease).allSatisfy(\.isStored))
    }
    store.close()
    var random = Seeded(seed)
    let path = world.folder + "/store.sqlite"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // Past the first page, so that it still looks like a store.
    for _ in 0..<400 { bytes[4096 + Int(random.next() % UInt64(bytes.count - 4096))] = random.byte() }
    try bytes.write(to: URL(fileURLWithPath: path))
    do {
      store = try world.open()
      let verification = try store.verify()
      #expect(!verification.isSound)
      store.close()
    } catch let fault as StoreFault {
      #expect(fault.cause == .damaged(path), "\(fault)")
    }
  }

  @Test("Journals can't be changed by SQL, and what is changed behind its back is found")
  func appendOnly() throws {
    let world = TestWorld()
    let store = try world.open()
    let (session, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    #expect(try store.append((1...4).map { world.event($0) }, lease: lease).allSatisfy(\.isStored))
    func run(_ sql: String) throws { try store.database.writeWithoutTransaction { try $0.execute(sql: sql) } }
    for sql in [
      "UPDATE event SET payload = x'00' WHERE sequence = 2", "DELETE FROM event WHERE sequence = 2",
      "UPDATE session SET person = 'u-2'", "DELETE FROM session", "UPDATE instrument SET version = '2'",
    ] {
      #expect(throws: DatabaseError.self) { try run(sql) }
    }
    #expect(try store.verify().isSound)
    try run("DROP TRIGGER event_never_changes; DROP TRIGGER event_never_goes; DROP TRIGGER session_never_changes")
    for (sql, back) in [
      (
        "UPDATE event SET payload = CAST(payload || x'20' AS BLOB) WHERE sequence = 2",
        "UPDATE event SET payload = substr(payload, 1, length(payload) - 1) WHERE sequence = 2"
      ),
      ("UPDATE event SET wall = wall + 1 WHERE sequence = 4", "UPDATE event SET wall = wall - 1 WHERE sequence = 4"),
      ("UPDATE event SET at = at + 1 WHERE sequence = 1", "UPDATE event SET at = at - 1 WHERE sequence = 1"),
      ("UPDATE session SET person = 'u-2'", "UPDATE session SET person = 'u-1'"),
    ] {
      try run(sql)
      #expect(try store.verify().broken == [session.id], "\(sql)")
      try run(back)
      #expect(try store.verify().isSound)
    }
    try run("DELETE FROM event WHERE sequence = 4")
    #expect(try store.verify().broken == [session.id])
    store.close()
  }

  @Test("Nothing new begins on a disk with little room, and what is open goes on")
  func lowSpace() throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    let (_, lease, _) = try store.begin(.person("u-1"), hash).opened()
    world.setFree(1 << 20)
    #expect(throws: StoreFault(.storing, .lowSpace(world.folder, free: 1 << 20, floor: 64 << 20))) {
      try store.begin(.person("u-2"), hash)
    }
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    #expect(try store.begin(.person("u-1"), hash).opened().isResumed)
    store.close()
  }

  @Test("Every fault and refusal has its words, filled in", arguments: Language.spoken)
  func words(language: Language) throws {
    let id = Token(high: 1, low: 2)
    let hash = Digest(of: [])
    let causes: [StoreFault.Cause] = [
      .noFolder("p"), .noPermission("p"), .unreadable("p", reason: "r"), .notAStore("p"), .damaged("p"),
      .newerSchema("p", has: 2, knows: 1), .inUse("p", pid: 3), .diskFull("p"), .lowSpace("p", free: 1, floor: 2),
      .brokenDisk("p", code: 10), .notDurable("p"), .stopped("p"), .unknownSession(id), .unknownInstrument(hash),
      .differentInstrument(hash), .existsAlready("p"), .badCopy("p", reason: "r"), .wrongMessage("w"),
      .engine(code: 1, words: "w"),
    ]
    var diagnostics = causes.map { StoreFault(.storing, $0).diagnostic }
    diagnostics += [Ack.staleSequence(have: 1), .staleLease(holder: "t"), .closed, .tooMuch].compactMap(\.diagnostic)
    diagnostics += [Opening.busy(holder: "t")].compactMap(\.diagnostic)
    #expect(diagnostics.count == causes.count + 5)
    for diagnostic in diagnostics {
      #expect(!diagnostic.text(in: language).contains("{"), "\(diagnostic.code)")
    }
    #expect(Ack.stored.diagnostic == nil)
  }
}
