import Administration
import Expressions
import Foundation
import GRDB
import Instruments
import SeededTesting
import Testing

@testable import Storage

/// Whoever holds all files of a store, and the printed slips too, can't tell whose a ballot is.
@Suite("Anonymous codes")
struct AccessAnonymityTests {
  /// Twenty parents answer one after another, in an order that isn't that of the slips; the answer is the parent's number.
  private struct Survey {
    let world: TestWorld
    let store: SQLiteStore
    /// In the order of their slips.
    var codes: [AccessCode]
    /// Which slip came when.
    var order: [Int]

    init(seed: UInt64, parents: Int = 20) throws {
      world = AccessTests.world(seed)
      store = try world.open()
      let hash = try store.publishTest()
      codes = try store.issue(hash, parents)
      var random = Seeded(seed &* 77)
      order = Array(0..<parents)
      for index in order.indices.reversed() { order.swapAt(index, Int(random.next() % UInt64(index + 1))) }
      for slip in order {
        let (_, lease, _) = try store.open(try store.grant(codes[slip], at: "t1"), at: "t1").opened()
        _ = try store.append([world.event(1, "answer of parent \(slip)")], lease: lease)
        guard case .sealed(let head) = try store.seal(lease, reason: "finished") else { continue }
        var record = world.score(
          try store.journal(of: lease.session)?.session.id ?? lease.session, head: head, points: slip)
        record.answers = [NamedValue(name: "q", value: .text(Self.answer(slip)))]
        record.facts[0].fields = ["answer"]
        record.facts[0].rows[0].values = [.text(Self.fact(slip))]
        _ = try store.score(record)
      }
    }

    /// Long enough to be found in a file.
    static func answer(_ slip: Int) -> String { "жооп-\(1000 + slip)-answer" }
    static func fact(_ slip: Int) -> String { "сан-\(1000 + slip)-fact" }
  }

  /// Guesses by rank: the i-th of one order is the i-th of the other. How many are right.
  private static func matches(_ guess: [Int], _ truth: [Int]) -> Int { zip(guess, truth).count { $0 == $1 } }

  private static func offset(of piece: [UInt8], in content: Data) -> Int? {
    content.range(of: Data(piece)).map { $0.lowerBound }
  }

  @Test("Of twenty ballots chance joins one to its code, and no order in the files joins more", .timeLimit(.minutes(2)))
  func joining() throws {
    var byAttack: [String: Int] = [:]
    let surveys = 6
    for seed in 1...UInt64(surveys) {
      let survey = try Survey(seed: seed)
      // Twenty are four batches: all are in the box.
      let world = survey.world
      survey.store.close()
      let content = try Data(contentsOf: URL(fileURLWithPath: world.folder + "/store.sqlite"))
      let key = try #require(try survey.store.accessKeyOnDisk())
      let secrets = survey.codes.map { key.secrets(of: $0) }
      let slips = Array(survey.codes.indices)
      func sorted(_ part: (CodeSecrets) -> [UInt8]) -> [Int] {
        slips.sorted { part(secrets[$0]).lexicographicallyPrecedes(part(secrets[$1])) }
      }
      func inFile(_ pieces: [[UInt8]]) throws -> [Int] {
        let offsets = try pieces.map { try #require(Self.offset(of: $0, in: content)) }
        return slips.sorted { offsets[$0] < offsets[$1] }
      }
      // Where the ballots lie, and in which order of their names.
      let ballotsInFile = try inFile(slips.map { Array(Survey.answer($0).utf8) })
      let factsInFile = try inFile(slips.map { Array(Survey.fact($0).utf8) })
      let marksInFile = try inFile(secrets.map { $0.mark?.bytes ?? [] })
      let tagsInFile = try inFile(secrets.map(\.tag))
      let attacks: [(String, [Int])] = [
        ("place of the marks", marksInFile), ("place of the marks, backwards", marksInFile.reversed()),
        ("place of the tags", tagsInFile), ("order of the slips", slips),
        ("order of the marks", sorted { $0.mark?.bytes ?? [] }), ("order of the tags", sorted(\.tag)),
        ("order of the drafts", sorted { $0.draft?.bytes ?? [] }),
        // Whoever stood at the door and wrote down who came when.
        ("order of coming", survey.order), ("order of coming, backwards", survey.order.reversed()),
      ]
      for (name, guess) in attacks {
        byAttack[name, default: 0] += Self.matches(guess, ballotsInFile)
        byAttack[name + ", facts", default: 0] += Self.matches(guess, factsInFile)
      }
    }
    // The matches of two orders that know nothing of one another are Poisson(1) a survey: mean 6, and four standard
    // deviations are 10.
    for (name, matches) in byAttack { #expect(matches <= 16, "\(name): \(matches) of \(20 * surveys)") }
    #expect(byAttack.count == 18)
  }

  @Test("The order in which marks and waiting ballots lie is that of their names, not of their coming")
  func canonical() throws {
    let survey = try Survey(seed: 99, parents: 19)
    survey.store.close()
    let content = try Data(contentsOf: URL(fileURLWithPath: survey.world.folder + "/store.sqlite"))
    let key = try #require(try survey.store.accessKeyOnDisk())
    let marks = survey.codes.compactMap { key.secrets(of: $0).mark?.bytes }
    let offsets = try marks.map { try #require(Self.offset(of: $0, in: content)) }
    let byName = marks.indices.sorted { marks[$0].lexicographicallyPrecedes(marks[$1]) }
    let places = byName.map { offsets[$0] }
    // A page fills from its end: all one way, or all the other.
    #expect(places == places.sorted() || places == places.sorted(by: >))
    let names = try DatabaseQueue(path: survey.world.folder + "/store.sqlite").read { db in
      try Row.fetchAll(db, sql: "SELECT id FROM ballot_waiting ORDER BY id").map { $0.bytes(0) }
    }
    #expect(names.count == 4)
    let waiting = try names.map { try #require(Self.offset(of: $0, in: content)) }
    #expect(waiting == waiting.sorted() || waiting == waiting.sorted(by: >))
  }

  @Test("A draft is nowhere in clear while it is open, and no key in the files opens it")
  func reading() throws {
    let world = AccessTests.world(5)
    let store = try world.open()
    let hash = try store.publishTest()
    let code = try store.issue(hash, 1)[0]
    let (session, lease, _) = try store.open(try store.grant(code, at: "terminal-in-room-7"), at: "terminal-in-room-7")
      .opened()
    let secret = "менин жашыруун жообум"
    _ = try store.append([world.event(1, secret)], lease: lease)
    for copy in [0, 1] {
      // With the log, and when it is closed.
      if copy == 1 { store.close() }
      let content = world.content()
      for piece in [secret, "terminal-in-room-7", "respondent-of-4-а"] {
        #expect(content.range(of: Data(piece.utf8)) == nil, "\(piece)")
      }
    }
    let key = try #require(try store.accessKeyOnDisk())
    let row = try #require(
      try DatabaseQueue(path: world.folder + "/store.sqlite").read { db in
        try Row.fetchOne(db, sql: "SELECT draft.payload, code.tag FROM draft, code")
      })
    let sealed = row.bytes(0).dropFirst()
    for bytes in [key.bytes, row.bytes(1)] {
      #expect(DraftKey(bytes: bytes).opened(sealed, draft: session.id) == nil)
    }
    // The code alone does.
    #expect(key.secrets(of: code).key.opened(sealed, draft: session.id) != nil)
  }

  @Test("When it is handed in nothing in any file tells that the code, its draft and the ballot belong together")
  func traces() throws {
    let survey = try Survey(seed: 3, parents: 7)
    let world = survey.world
    let key = try #require(try survey.store.accessKeyOnDisk())
    for isClosed in [false, true] {
      if isClosed { survey.store.close() }
      // The log is emptied right after the reply.
      for _ in 0..<200 where (StoreFiles.size(of: world.folder + "/store.sqlite-wal") ?? 0) > 0 { usleep(10_000) }
      let content = world.content()
      for code in survey.codes {
        let secrets = key.secrets(of: code)
        #expect(content.range(of: Data(secrets.draft?.bytes ?? [])) == nil)
        #expect(content.range(of: Data(secrets.key.bytes)) == nil)
        #expect(content.range(of: Data(secrets.tag)) != nil)
      }
      #expect(content.range(of: Data("answer of parent".utf8)) == nil)
    }
    try DatabaseQueue(path: world.folder + "/store.sqlite").read { db in
      for table in ["code", "code_mark", "ballot_waiting", "ballot", "draft"] {
        let sql = try #require(
          try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table]))
        #expect(sql.contains("WITHOUT ROWID"))
        for column in try db.columns(in: table).map(\.name) {
          #expect(!["wall", "at", "opened", "used", "session", "sequence", "holder", "number"].contains(column))
        }
      }
      // No row of the codes changed when one of them was used.
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM code WHERE revoked = 0") == 7)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM draft") == 0)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM event") == 0)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM ballot") == 5)
    }
  }
}

@Suite("The order of a box")
struct BallotOrderTests {
  @Test("A small box is written anew with every batch, a large one before a twentieth of it and a batch are new")
  func due() {
    var last = 0
    for count in stride(from: 5, through: 20_000, by: 5) {
      if WriteContext.isOrderDue(count) {
        last = count
      } else {
        #expect(count > 500 && count - last <= count / 20 + 5, "\(count), \(last)")
      }
    }
  }
}
