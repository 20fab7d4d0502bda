import Expressions
import Foundation
import GRDB
import Instruments
import Testing

@testable import Storage

@Suite("Anonymous sessions")
struct AnonymityTests {
  static func box(_ hash: Digest) -> BallotFilter {
    BallotFilter(school: "s-1", activity: "a-1", instrument: hash)
  }

  /// A whole anonymous session; the person's number is in its answer, so that a test can look for it.
  static func submit(_ number: Int, _ store: any Store, _ world: TestWorld, _ hash: Digest, draft: Token?) throws {
    let (session, lease, _) = try store.begin(.anonymous(draft: draft), hash, terminal: "t\(number)").opened()
    #expect(session.person == nil && session.opened == nil)
    #expect(try store.append([world.event(1), world.event(2)], lease: lease) == [.stored, .stored])
    guard case .sealed(let head) = try store.seal(lease, reason: "finished") else { return }
    var record = world.score(session.id, head: head, points: number, person: "should-not-be-here")
    record.answers = [NamedValue(name: "q", value: .integer(number))]
    #expect(try store.score(record) == .scored)
    #expect(try store.score(record) == .alreadyScored)
    #expect(try store.journal(of: session.id) == nil)
  }

  @Test(
    "A draft is found again with its code, resumes, and is gone on submission",
    arguments: StoreConformance.Kind.allCases)
  func drafts(kind: StoreConformance.Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    let code = world.token()
    let (session, first, _) = try store.begin(.anonymous(draft: code), hash).opened()
    let event = world.event(1)
    #expect(
      try store.append([event, event, world.event(3)], lease: first) == [
        .stored, .alreadyStored, .staleSequence(have: 1),
      ])
    #expect(try store.begin(.anonymous(draft: code), hash, terminal: "tty2") == .busy(holder: "tty1"))
    let (again, second, isResumed) = try store.begin(.anonymous(draft: code), hash, terminal: "tty2", takesOver: true)
      .opened()
    #expect(isResumed && again.id == session.id && again.nextSequence == 2 && again.context == [1, 2, 3])
    #expect(try store.append([world.event(2)], lease: first) == [.staleLease(holder: "tty2")])
    #expect(try store.append([world.event(2)], lease: second) == [.stored])
    let journal = try #require(try store.journal(of: session.id))
    #expect(journal.events.map(\.event.sequence) == [1, 2] && journal.events.allSatisfy { $0.wall == nil })
    #expect(try store.seal(second, reason: "finished", last: [world.event(9)]) == .refused(.staleSequence(have: 2)))
    let sealed = try store.seal(second, reason: "finished")
    #expect(try store.seal(second, reason: "finished") == sealed)
    #expect(try store.append([world.event(3)], lease: second) == [.closed])
    guard case .finished = try store.begin(.anonymous(draft: code), hash) else {
      Issue.record("not finished")
      return
    }
    #expect(try store.unscored(SessionFilter(school: "s-1", state: .sealed)).map(\.id) == [session.id])
    #expect(try store.score(world.score(session.id, head: hash)) == .staleHead(have: sealed.head))
    #expect(try store.score(world.score(session.id, head: sealed.head)) == .scored)
    #expect(try store.journal(of: session.id) == nil)
    #expect(try store.ballots(AnonymityTests.box(hash)) == BallotBox(released: [], waiting: 1))
    #expect(try store.sessions().isEmpty && store.scores().isEmpty)
  }

  @Test(
    "Ballots are released in batches, without person, and facts with them", arguments: StoreConformance.Kind.allCases)
  func batches(kind: StoreConformance.Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    for number in 1...7 { try AnonymityTests.submit(number, store, world, hash, draft: nil) }
    let box = try store.ballots(AnonymityTests.box(hash))
    #expect(box.released.count == 5 && box.waiting == 2)
    #expect(try store.ballotBoxes(of: AnonymityTests.box(hash).school) == [AnonymityTests.box(hash)])
    #expect(try store.ballotBoxes(of: "elsewhere") == [])
    #expect(try store.facts(FactQuery(dataset: "results", fields: ["points"])).count == 5)
    #expect(try store.releaseBallots(AnonymityTests.box(hash)) == 2)
    let all = try store.ballots(AnonymityTests.box(hash))
    #expect(all.released.count == 7 && all.waiting == 0)
    #expect(Set(all.released.flatMap(\.answers).map(\.value)) == Set((1...7).map { .integer($0) }))
    #expect(all.released.map(\.id.hex) == all.released.map(\.id.hex).sorted())
    let facts = try store.facts(FactQuery(dataset: "results", fields: ["points"]))
    #expect(facts.count == 7 && facts.persons.isEmpty && facts.person.allSatisfy { $0 == -1 })
  }

  @Test("The order in the box says nothing of the order of submission")
  func shuffled() throws {
    // Five ballots have 120 orders; over 40 boxes the submitted order should come up about never.
    var inOrder = 0
    var firstStaysFirst = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let world = TestWorld(seed: seed)
      let store = try SQLiteStore.inMemory(world.environment)
      let hash = try store.publishTest()
      for number in 1...5 { try AnonymityTests.submit(number, store, world, hash, draft: nil) }
      let numbers = try store.ballots(AnonymityTests.box(hash)).released.flatMap(\.answers).map(\.value)
      if numbers == (1...5).map({ .integer($0) }) { inOrder += 1 }
      if numbers.first == .integer(1) { firstStaysFirst += 1 }
    }
    #expect(inOrder <= 3)
    // Binomial(40, 1/5): mean 8, four standard deviations are 10.
    #expect(firstStaysFirst <= 18)
  }

  @Test("Nothing in the folder tells a code, a draft or an hour after submission")
  func traces() throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    let codes = (1...5).map { _ in world.token() }
    for (number, code) in codes.enumerated() { try AnonymityTests.submit(number + 1, store, world, hash, draft: code) }
    var content = Data()
    for name in try FileManager.default.contentsOfDirectory(atPath: world.folder) {
      content += try Data(contentsOf: URL(fileURLWithPath: world.folder + "/" + name))
    }
    for code in codes { #expect(content.range(of: Data(code.bytes)) == nil) }
    #expect(content.range(of: Data("should-not-be-here".utf8)) == nil)
    try store.database.read { db in
      for table in ["draft", "ballot_waiting", "ballot"] {
        let columns = try db.columns(in: table).map(\.name)
        #expect(!columns.contains { ["wall", "at", "opened", "person", "sequence", "holder"].contains($0) })
        let sql = try #require(
          try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table]))
        #expect(sql.contains("WITHOUT ROWID"))
      }
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM event") == 0)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM session") == 0)
    }
    store.close()
  }
}

extension Sealing {
  /// The chain's last link, where it was sealed.
  var head: Digest {
    if case .sealed(let head) = self { head } else { Digest(of: []) }
  }
}
