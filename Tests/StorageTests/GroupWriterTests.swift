import Datasets
import Expressions
import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite("Writing in groups")
struct GroupWriterTests {
  @Test("Sixty-four terminals at once: every answer is stored in its place, and every chain holds")
  func manyTerminals() throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    let acks = Mutex<[Ack]>([])
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let opening = try? store.begin(.person(Symbol("u-\(number)")), hash, terminal: "t\(number)").opened()
      guard let (_, lease, _) = opening else { return }
      for sequence in 1...10 {
        let new = (try? store.append([world.event(sequence)], lease: lease)) ?? []
        acks.withLock { $0 += new }
      }
    }
    #expect(acks.withLock { $0 } == Array(repeating: .stored, count: 640))
    #expect(try store.verify() == Verification(sessions: 64, events: 640, damage: [], broken: []))
    store.close()
  }

  @Test("Bad requests among good ones spoil none of them")
  func badRequests() throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    let outcomes = Mutex<[Bool]>([])
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      if number % 3 == 0 {
        let row = FactRow(coordinates: .init(school: Symbol("bad-\(number)")), values: [.integer(1), .integer(2)])
        let set = FactSet(dataset: Symbol("bad-\(number)"), fields: ["a"], rows: [row])
        let fault = #expect(throws: StoreFault.self) { try store.putFacts([set], source: "\(number)") }
        outcomes.withLock { $0.append(fault != nil) }
      } else if number % 3 == 1 {
        let row = FactRow(coordinates: .init(school: "good"), values: [.code(Symbol("code-\(number)"))])
        let set = FactSet(dataset: "good", fields: ["a"], rows: [row])
        let isPut = (try? store.putFacts([set], source: "\(number)")) != nil
        outcomes.withLock { $0.append(isPut) }
      } else {
        let opening = try? store.begin(.person(Symbol("u-\(number)")), hash, terminal: "t\(number)").opened()
        let acks = opening.flatMap { try? store.append([world.event(1)], lease: $0.lease) }
        outcomes.withLock { $0.append(acks == [.stored]) }
      }
    }
    #expect(outcomes.withLock { $0 } == Array(repeating: true, count: 60))
    let facts = try store.facts(FactQuery(dataset: "good", fields: ["a"]))
    #expect(Set(facts.columns[0].symbols) == Set((0..<60).filter { $0 % 3 == 1 }.map { Symbol("code-\($0)") }))
    #expect(facts.count == 20)
    #expect(try store.meta().sessions == 20 && store.verify().isSound)
    store.close()
  }

  @Test("The log is moved into the file while answers come in")
  func checkpoints() throws {
    let world = TestWorld()
    let store = try world.open()
    let (_, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    let text = String(repeating: "ө", count: 20_000)
    for sequence in 1...150 {
      #expect(try store.append([world.event(sequence, text)], lease: lease) == [.stored])
    }
    let log = try #require(StoreFiles.size(of: world.folder + "/store.sqlite-wal"))
    #expect(log < 8 << 20, "\(log)")
    #expect(try #require(StoreFiles.size(of: world.folder + "/store.sqlite")) > 3 << 20)
    store.close()
  }
}
