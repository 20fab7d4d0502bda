import Administration
import Expressions
import Foundation
import GRDB
import Instruments
import Testing

@testable import Storage

/// What tests of codes begin with.
extension Store {
  func issue(_ hash: Digest, _ count: Int, once: Bool = true, schoolClass: Symbol? = "4-а") throws -> [AccessCode] {
    try issueCodes(
      IssueCodes(
        school: "s-1", activity: "a-1", instrument: hash, schoolClass: schoolClass, holders: .anonymous(count: count),
        once: once)
    ).map(\.code)
  }

  func issue(_ hash: Digest, to people: [Symbol]) throws -> [IssuedCode] {
    try issueCodes(
      IssueCodes(
        school: "s-1", activity: "a-1", instrument: hash, schoolClass: "4-а",
        holders: .persons(people.map { CodeHolder(person: $0, schoolClass: "4-а") }), once: true))
  }

  func grant(_ code: AccessCode, at terminal: String = "tty1") throws -> CodeGrant {
    let redemption = try redeem(code, at: terminal)
    guard case .opens(let grant) = redemption else { throw NotGranted(redemption: redemption) }
    return grant
  }

  func open(
    _ grant: CodeGrant, at terminal: String = "tty1", takesOver: Bool = false
  ) throws -> Opening {
    try open(
      OpenSession(
        school: grant.school, activity: grant.activity, schoolClass: grant.schoolClass, respondent: grant.respondent,
        about: grant.about, instrument: grant.instrument, seed: 7, context: Array("respondent-of-4-а".utf8),
        terminal: terminal,
        takesOver: takesOver))
  }
}

struct NotGranted: Error { var redemption: Redemption }

@Suite("Codes in the store")
struct AccessTests {
  static func world(_ seed: UInt64 = 1) -> TestWorld {
    let world = TestWorld(seed: seed)
    world.setRounds(2)
    return world
  }

  private static func wrong(_ world: TestWorld) throws -> AccessCode {
    try #require(AccessCode.drawn(by: world.environment.random))
  }

  @Test(
    "A personal code opens its person's session, from wherever it is typed", arguments: StoreConformance.Kind.allCases)
  func personal(kind: StoreConformance.Kind) throws {
    let world = Self.world()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    let issued = try store.issue(hash, to: ["u-1", "u-2"])
    #expect(issued.map(\.person) == ["u-1", "u-2"] && Set(issued.map(\.code)).count == 2)
    let grant = try store.grant(issued[0].code)
    #expect(grant.respondent == .person("u-1") && grant.progress == .fresh && grant.session == nil)
    #expect(grant.schoolClass == "4-а" && grant.instrument == hash)
    let (session, lease, _) = try store.open(grant).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])

    let second = try store.grant(issued[0].code, at: "tty2")
    #expect(second.progress == .begun(holder: "tty1") && second.session == session.id)
    #expect(try store.open(second, at: "tty2") == .busy(holder: "tty1"))
    #expect(try store.open(second, at: "tty2", takesOver: true).opened().session.id == session.id)
    #expect(try store.append([world.event(2)], lease: lease) == [.staleLease(holder: "tty2")])

    let lastLease = try store.open(try store.grant(issued[0].code), at: "tty2").opened().lease
    _ = try store.seal(lastLease, reason: "finished")
    #expect(try store.grant(issued[0].code).progress == .finished)
    #expect(try store.grant(issued[1].code).progress == .fresh)
  }

  @Test("A proctor lets go of a session, and the next terminal has it", arguments: StoreConformance.Kind.allCases)
  func lettingGo(kind: StoreConformance.Kind) throws {
    let world = Self.world()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    for code in [try store.issue(hash, to: ["u-1"])[0].code, try store.issue(hash, 1)[0]] {
      let (session, lease, _) = try store.open(try store.grant(code)).opened()
      #expect(try store.append([world.event(1)], lease: lease) == [.stored])
      #expect(try store.open(try store.grant(code, at: "tty2"), at: "tty2") == .busy(holder: "tty1"))
      #expect(try store.letGo(session.id))
      // The old terminal is told, and its asking doesn't keep the new one out.
      #expect(try store.append([world.event(2)], lease: lease) == [.staleLease(holder: "")])
      let (_, next, isResumed) = try store.open(try store.grant(code, at: "tty2"), at: "tty2").opened()
      #expect(isResumed)
      #expect(try store.append([world.event(2)], lease: next) == [.stored])
      #expect(try store.append([world.event(3)], lease: lease) == [.staleLease(holder: "tty2")])
      _ = try store.seal(next, reason: "finished")
      #expect(try !store.letGo(session.id))
    }
    #expect(try !store.letGo(world.token()))
  }

  @Test("An anonymous code opens one session, resumes it, and is used up", arguments: StoreConformance.Kind.allCases)
  func anonymous(kind: StoreConformance.Kind) throws {
    let world = Self.world()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    let code = try store.issue(hash, 1)[0]
    #expect(throws: StoreFault(.storing, .needsCode)) { try store.begin(.anonymous(draft: nil), hash) }
    let grant = try store.grant(code)
    #expect(grant.progress == .fresh && grant.session == nil)
    let (session, lease, isResumed) = try store.open(grant).opened()
    #expect(!isResumed && session.person == nil && session.opened == nil)
    #expect(try store.append([world.event(1), world.event(2)], lease: lease) == [.stored, .stored])

    let elsewhere = try store.grant(code, at: "tty2")
    #expect(elsewhere.progress == .begun(holder: "tty1"))
    #expect(try store.open(elsewhere, at: "tty2") == .busy(holder: "tty1"))
    let (same, second, wentOn) = try store.open(elsewhere, at: "tty2", takesOver: true).opened()
    #expect(wentOn && same.id == session.id && same.nextSequence == 3)
    #expect(try store.append([world.event(3)], lease: lease) == [.staleLease(holder: "tty2")])
    #expect(try store.journal(of: session.id)?.events.count == 2)

    guard case .sealed(let head) = try store.seal(second, reason: "finished", last: [world.event(3)]) else {
      Issue.record("not sealed")
      return
    }
    #expect(try store.seal(second, reason: "finished") == .sealed(head: head))
    // Between handing in and scoring it is used already, and so it stays.
    #expect(try store.redeem(code, at: "tty3") == .used)
    guard case .finished = try store.open(grant, at: "tty3") else {
      Issue.record("a used code opened a session")
      return
    }
    let waiting = try store.unscored(SessionFilter(school: "s-1"))
    #expect(waiting.count == 1 && waiting[0].id != session.id)
    let journal = try #require(try store.journal(of: session.id))
    #expect(journal.session.id == waiting[0].id && journal.events.count == 3)
    #expect(try store.score(world.score(journal.session.id, head: head)) == .scored)
    #expect(try store.score(world.score(journal.session.id, head: head)) == .alreadyScored)
    #expect(try store.redeem(code, at: "tty3") == .used)
    #expect(try store.ballots(AnonymityTests.box(hash)).waiting == 1)
    #expect(try store.unscored(SessionFilter(school: "s-1")).isEmpty)
  }

  @Test("Two terminals that send a code at once make one session and one ballot")
  func atOnce() async throws {
    let world = Self.world()
    let store = try world.open()
    let hash = try store.publishTest()
    let code = try store.issue(hash, 1)[0]
    let openings = try await withThrowingTaskGroup(of: Opening.self) { group in
      for number in 1...8 {
        group.addTask { try store.open(try store.grant(code, at: "t\(number)"), at: "t\(number)") }
      }
      return try await group.reduce(into: [Opening]()) { $0.append($1) }
    }
    let opened = openings.filter { if case .opened = $0 { true } else { false } }
    #expect(opened.count == 1 && openings.allSatisfy { if case .finished = $0 { false } else { true } })
    store.close()
  }

  @Test("A code for many opens a new session each time and is not asked for")
  func forMany() throws {
    let world = Self.world()
    let store = try SQLiteStore.inMemory(world.environment)
    let hash = try store.publishTest()
    let code = try store.issue(hash, 1, once: false)[0]
    let ids = try (1...3).map { try store.open(try store.grant(code), at: "t\($0)").opened().session.id }
    #expect(Set(ids).count == 3)
    _ = try store.begin(.anonymous(draft: nil), hash).opened()
  }

  @Test("Codes issued anew to a person make the old ones worthless; others' stay")
  func reissued() throws {
    let world = Self.world()
    let store = try SQLiteStore.inMemory(world.environment)
    let hash = try store.publishTest()
    let first = try store.issue(hash, to: ["u-1", "u-2"])
    let second = try store.issue(hash, to: ["u-1"])
    #expect(try store.redeem(first[0].code, at: "t") == .revoked)
    #expect(try store.grant(first[1].code).respondent == .person("u-2"))
    #expect(try store.grant(second[0].code).respondent == .person("u-1"))
    let anonymous = try store.issue(hash, 2)
    let counts = try store.codes(CodeFilter(school: "s-1"))
    #expect(counts.map(\.issued) == [3, 2] && counts.map(\.revoked) == [1, 0])
    #expect(counts.map(\.isAnonymous) == [false, true])
    #expect(try store.revokeCodes(CodeFilter(school: "s-1", person: "u-2")) == 1)
    #expect(try store.redeem(first[1].code, at: "t") == .revoked)
    #expect(try store.revokeCodes(CodeFilter(school: "s-1")) == 3)
    #expect(try store.redeem(anonymous[0], at: "t") == .revoked)
    #expect(try store.revokeCodes(CodeFilter(school: "elsewhere")) == 0)
    #expect(try store.audit().map(\.kind) == [.issued, .issued, .issued, .revoked, .revoked])
  }

  @Test("How many began and finished is counted, never which")
  func counts() throws {
    let world = Self.world()
    let store = try SQLiteStore.inMemory(world.environment)
    let hash = try store.publishTest()
    let personal = try store.issue(hash, to: ["u-1", "u-2", "u-3"])
    let anonymous = try store.issue(hash, 4)
    _ = try store.open(try store.grant(personal[0].code)).opened()
    let (_, lease, _) = try store.open(try store.grant(personal[1].code)).opened()
    _ = try store.seal(lease, reason: "finished")
    _ = try store.open(try store.grant(anonymous[0])).opened()
    let counts = try store.codes(CodeFilter(school: "s-1", instrument: hash))
    #expect(counts.map(\.issued) == [3, 4])
    #expect(counts.map(\.begun) == [2, nil] && counts.map(\.finished) == [1, nil])
    #expect(counts.map(\.begunInAll) == [nil, 1])
  }

  @Test("A wrong code slows its terminal, is written down without the code, and that holds over a new start")
  func guessing() throws {
    let world = Self.world()
    var store = try world.open()
    let hash = try store.publishTest()
    let code = try store.issue(hash, 1)[0]
    var typed: [AccessCode] = []
    for wait in [1000, 2000, 4000] as [Int64] {
      typed.append(try Self.wrong(world))
      #expect(try store.redeem(typed[typed.count - 1], at: "tty1") == .unknown(wait: wait))
      #expect(try store.redeem(code, at: "tty1") == .wait(wait))
      _ = try store.grant(code, at: "tty2")
      world.pass(milliseconds: wait)
    }
    let lines = try store.audit().filter { $0.kind == .wrongCode }
    #expect(lines.map(\.count) == [1, 2, 3] && lines.allSatisfy { $0.terminal == "tty1" })
    #expect(lines.allSatisfy { $0.hour == Int(world.environment.wall() / 3_600_000) })
    store.close()
    store = try world.open()
    #expect(try store.redeem(code, at: "tty1") == .wait(4000))
    world.pass(milliseconds: 4000)
    _ = try store.grant(code, at: "tty1")
    #expect(try store.verify().isSound)
    store.close()
    for code in typed + [code] {
      let plain = code.printed
      for secret in [Data(plain.utf8), Data(plain.filter { $0 != "-" }.utf8), Data(code.symbols)] {
        #expect(world.content().range(of: secret) == nil)
      }
    }
  }

  @Test("Messages about codes and their replies survive being written down")
  func codable() throws {
    let world = Self.world()
    let store = try SQLiteStore.inMemory(world.environment)
    func through<T: Codable & Equatable>(_ value: T) throws -> T {
      let back = try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
      #expect(back == value)
      return back
    }
    func send(_ message: StoreMessage) throws -> StoreReply { try through(try store.send(try through(message))) }
    let hash = try store.publishTest()
    guard
      case .codesIssued(let issued) = try send(
        .issueCodes(
          IssueCodes(
            school: "s-1", activity: "a-1", instrument: hash, schoolClass: "4-а", holders: .anonymous(count: 1),
            once: true))),
      case .redeemed(.opens(let grant)) = try send(.redeem(RedeemCode(code: issued[0].code, terminal: "t"))),
      case .opening(.opened(_, let lease, _)) = try send(
        .open(
          OpenSession(
            school: grant.school, activity: grant.activity, respondent: grant.respondent, instrument: hash, seed: 1,
            terminal: "t")))
    else {
      Issue.record("no session")
      return
    }
    _ = try send(.append(Append(lease: lease, events: [world.event(1)])))
    for message in [
      StoreMessage.redeem(RedeemCode(code: try Self.wrong(world), terminal: "t")), .letGo(lease.session), .audit,
      .codes(CodeFilter(school: "s-1")), .revokeCodes(CodeFilter(school: "s-1")), .earlierRegister(school: "s-1"),
    ] { _ = try send(message) }
  }

  @Test("The audit can't be changed by SQL, and what is changed behind its back is found")
  func audit() throws {
    let world = Self.world()
    let store = try world.open()
    let hash = try store.publishTest()
    for _ in 0..<3 { _ = try store.issue(hash, 2) }
    func run(_ sql: String) throws { try store.database.writeWithoutTransaction { try $0.execute(sql: sql) } }
    for sql in ["UPDATE audit SET count = 1", "DELETE FROM audit"] {
      #expect(throws: DatabaseError.self) { try run(sql) }
    }
    #expect(try store.verify().isSound)
    try run("DROP TRIGGER audit_never_changes; DROP TRIGGER audit_never_goes")
    try run("UPDATE audit SET terminal = 'x' WHERE number = 2")
    #expect(try store.verify().damage == ["audit: line 2"])
    try run("UPDATE audit SET terminal = '' WHERE number = 2; DELETE FROM audit WHERE number = 1")
    #expect(try store.verify().damage == ["audit: line 1"])
    store.close()
  }

  @Test("After a crash a terminal goes on by its lease, and anybody by the code; without either nobody")
  func crash() throws {
    let world = Self.world()
    var store = try world.open()
    let hash = try store.publishTest()
    let codes = try store.issue(hash, 2)
    let (session, lease, _) = try store.open(try store.grant(codes[0])).opened()
    let (other, _, _) = try store.open(try store.grant(codes[1])).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    store.close()
    store = try world.open()
    #expect(throws: StoreFault(.reading, .needsCode)) { try store.journal(of: session.id) }
    #expect(throws: StoreFault(.reading, .needsCode)) {
      try store.append([world.event(2)], lease: Lease(session: session.id, epoch: lease.epoch))
    }
    #expect(try store.append([world.event(2)], lease: lease) == [.stored])
    let grant = try store.grant(codes[1], at: "tty2")
    #expect(grant.progress == .begun(holder: nil))
    #expect(try store.open(grant, at: "tty2").opened().session.id == other.id)
    store.close()
    store = try world.open()
    let (_, again, isResumed) = try store.open(try store.grant(codes[0], at: "tty3"), at: "tty3").opened()
    #expect(isResumed && again.epoch == 2)
    #expect(try store.journal(of: session.id)?.events.count == 2)
    _ = try store.seal(again, reason: "finished")
    store.close()
    // Handed in, and the power goes before it is scored: it waits for its scorer, and the code is used.
    store = try world.open()
    guard case .sealed = try store.seal(again, reason: "finished") else {
      Issue.record("the same sealing was refused")
      return
    }
    let waiting = try store.unscored(SessionFilter(school: "s-1"))
    #expect(waiting.count == 1 && waiting[0].nextSequence == 3)
    #expect(try store.redeem(codes[0], at: "tty3") == .used)
    store.close()
  }
}

extension TestWorld {
  /// Everything that lies in the folder.
  func content() -> Data {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().reduce(into: Data()) { content, name in
      content += (try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) ?? Data()
    }
  }
}

extension SQLiteStore {
  /// The key as whoever holds the files reads it.
  func accessKeyOnDisk() throws -> AccessKey? {
    try DatabaseQueue(path: files.keys).read { db in
      try Row.fetchOne(db, sql: "SELECT key, rounds FROM access_key").map {
        AccessKey(bytes: $0.bytes(0), rounds: $0[1])
      }
    }
  }
}
