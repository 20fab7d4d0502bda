import Expressions
import Foundation
import GRDB
import Instruments
import Testing

@testable import Storage

@Suite("Judgements in a store")
struct JudgementTests {
  private func sealed(_ store: some Store) throws -> SessionID {
    let hash = try store.publishTest()
    let (session, lease, _) = try store.begin(.person("u-1"), hash).opened()
    _ = try store.seal(lease, reason: "finished")
    return session.id
  }

  private func judgement(_ session: SessionID, _ rater: Symbol, _ points: Int, remark: String = "") -> JudgementRecord {
    JudgementRecord(
      session: session, item: "w", rater: rater,
      points: [NamedValue(name: "idea", value: .decimal(Decimal64(points)))], remark: remark)
  }

  @Test("They are kept in their order, of sealed sessions only", arguments: StoreConformance.Kind.allCases)
  func kept(kind: StoreConformance.Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let id = try sealed(store)
    #expect(try store.judge(judgement(id, "r1", 3, remark: "Жакшы; «ө»=ү")) == 1)
    #expect(try store.judge(judgement(id, "r2", 1)) == 2)
    #expect(
      try store.judgements(of: id)
        == [judgement(id, "r1", 3, remark: "Жакшы; «ө»=ү"), judgement(id, "r2", 1)])
    #expect(try store.verify().broken.isEmpty)
    let open = try store.begin(.person("u-2"), try store.publishTest()).opened().session.id
    #expect(throws: StoreFault.self) { try store.judge(judgement(open, "r1", 3)) }
    #expect(try store.judgements(of: open) == [])
    #expect(throws: StoreFault.self) {
      try store.judge(judgement(id, "r1", 3, remark: String(repeating: "x", count: 5_000)))
    }
  }

  @Test("What was said of a text counts no longer once the session was opened again, and stays whole")
  func reopened() throws {
    let world = TestWorld()
    let store = try world.open()
    let id = try sealed(store)
    _ = try store.judge(judgement(id, "r1", 3))
    let (_, lease, _) = try store.reopen(Reopen(session: id, terminal: "tty9")).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    _ = try store.seal(lease, reason: "finished")
    #expect(try store.judgements(of: id) == [])
    #expect(try store.judge(judgement(id, "r2", 1)) == 2)
    #expect(try store.judgements(of: id) == [judgement(id, "r2", 1)])
    #expect(try store.verify().broken.isEmpty)
  }

  @Test("One that was changed behind the store's back is told")
  func changed() throws {
    let world = TestWorld()
    let store = try world.open()
    let id = try sealed(store)
    _ = try store.judge(judgement(id, "r1", 3))
    store.close()
    let database = try DatabaseQueue(path: world.folder + "/store.sqlite")
    try database.write {
      try $0.execute(sql: "DROP TRIGGER judgement_never_changes; UPDATE judgement SET points = 'idea=9'")
    }
    try database.close()
    #expect(try world.open().verify().broken == [id])
  }
}
