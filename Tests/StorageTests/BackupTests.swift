import Expressions
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Storage

@Suite("Backup")
struct BackupTests {
  @Test("A copy made while answers come in has all that was acknowledged before, and is sound")
  func underLoad() throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    let acked = Mutex<[Int: Int]>([:])
    let stops = Mutex(false)
    let group = DispatchGroup()
    for number in 0..<4 {
      Thread.detachNewThread { [store] in
        group.enter()
        defer { group.leave() }
        let opening = try? store.begin(.person(Symbol("u-\(number)")), hash, terminal: "t\(number)").opened()
        guard let (_, lease, _) = opening else { return }
        var sequence = 1
        while !stops.withLock({ $0 }), (try? store.append([world.event(sequence)], lease: lease)) == [.stored] {
          acked.withLock { $0[number] = sequence }
          sequence += 1
        }
      }
    }
    while acked.withLock({ $0.count < 4 || $0.values.contains { $0 < 20 } }) { usleep(500) }
    for copy in 1...3 {
      let before = acked.withLock { $0 }
      let target = TestWorld()
      let bytes = try store.backup(to: target.folder)
      #expect(bytes > 0)
      let opened = try target.open()
      #expect(try opened.verify().isSound)
      for (number, sequence) in before {
        let session = try #require(try opened.sessions(SessionFilter(person: Symbol("u-\(number)"))).first)
        #expect(session.nextSequence > sequence, "copy \(copy)")
      }
      #expect(try opened.source(of: hash) != nil)
      opened.close()
    }
    stops.withLock { $0 = true }
    group.wait()
    store.close()
  }

  @Test("A copy is never written over something, and a folder that can't be made is said")
  func refusals() throws {
    let world = TestWorld()
    let store = try world.open()
    #expect(throws: StoreFault(.backingUp, .existsAlready(world.folder))) { try store.backup(to: world.folder) }
    #expect(throws: StoreFault(.backingUp, .noFolder(world.folder + "/x/y"))) {
      try store.backup(to: world.folder + "/x/y")
    }
    store.close()
  }

  @Test("A store whose chain is broken gives no copy, and leaves no half of one")
  func broken() throws {
    let world = TestWorld()
    let store = try world.open()
    let (session, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    try store.database.writeWithoutTransaction {
      try $0.execute(sql: "DROP TRIGGER event_never_changes; UPDATE event SET wall = 0")
    }
    let target = world.folder + "/copy"
    #expect(
      throws: StoreFault(
        .backingUp, .badCopy(target + ".part/store.sqlite", reason: session.id.hex))
    ) { try store.backup(to: target) }
    #expect(StoreFiles.size(of: target) == nil && StoreFiles.size(of: target + ".part") == nil)
    store.close()
  }
}
