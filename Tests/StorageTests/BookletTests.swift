import Expressions
import Foundation
import Instruments
import Testing

@testable import Storage

@Suite("Booklets go round a class")
struct BookletTests {
  private func open(
    _ store: some Store, _ person: String, _ schoolClass: Symbol, booklets: Int, seed: UInt64, again: Bool = false
  ) throws -> SessionRecord {
    var request = OpenSession(
      school: "s-1", activity: "a-1", schoolClass: schoolClass, respondent: .person(Symbol(person)),
      instrument: try store.publishTest(), seed: seed, terminal: "tty-\(person)", again: again)
    request.booklets = booklets
    guard case .opened(let record, _, _) = try store.open(request) else {
      throw Opening.NotOpened(opening: .busy(holder: ""))
    }
    return record
  }

  @Test(
    "Thirty of a class get seven booklets within one of each other, neighbours different ones",
    arguments: StoreConformance.Kind.allCases)
  func spiral(kind: StoreConformance.Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    var given = [Int](repeating: 0, count: 7)
    var last = -1
    for person in 1...30 {
      let seed = UInt64(person) &* 0x9E37_79B9_7F4A_7C15
      let record = try open(store, "p-\(person)", "4-а", booklets: 7, seed: seed)
      let booklet = Int(record.seed % 7)
      #expect(booklet != last)
      last = booklet
      given[booklet] += 1
      #expect(record.seed / 7 == seed / 7, "the rest of the seed stays as it was drawn")
    }
    #expect(given.max() == 5 && given.min() == 4)
    // Another class has its own round.
    var others = [Int](repeating: 0, count: 7)
    for person in 31...44 { others[Int(try open(store, "p-\(person)", "4-б", booklets: 7, seed: 99).seed % 7)] += 1 }
    #expect(others == [Int](repeating: 2, count: 7))
  }

  @Test("Whoever goes on keeps the booklet, and without booklets the seed is as drawn")
  func resumed() throws {
    let world = TestWorld()
    let store = try world.open()
    let first = try open(store, "p-1", "4-а", booklets: 3, seed: 12_345)
    #expect(try open(store, "p-1", "4-а", booklets: 3, seed: 777).seed == first.seed)
    #expect(try open(store, "p-2", "4-а", booklets: 1, seed: 777).seed == 777)
    #expect(try open(store, "p-3", "4-а", booklets: 3, seed: .max).seed % 3 < 3)
  }

  @Test("Many terminals at once get them as evenly")
  func atOnce() async throws {
    let world = TestWorld()
    let store = try world.open()
    _ = try store.publishTest()
    let seeds = try await withThrowingTaskGroup(of: UInt64.self) { group in
      for person in 1...28 {
        group.addTask { try open(store, "p-\(person)", "9-а", booklets: 7, seed: UInt64(person) << 32).seed }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let given = Dictionary(grouping: seeds) { $0 % 7 }.mapValues(\.count)
    #expect(given == Dictionary(uniqueKeysWithValues: (0..<7).map { (UInt64($0), 4) }))
  }
}
