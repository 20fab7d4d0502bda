import Expressions
import Foundation
import GRDB
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

  @Test("Classes, schools and instruments begin at different booklets")
  func begins() throws {
    let world = TestWorld()
    let store = try world.open()
    var firsts: Set<UInt64> = []
    for number in 1...20 {
      firsts.insert(try open(store, "p-\(number)", Symbol("\(number)-а"), booklets: 7, seed: 0).seed % 7)
    }
    #expect(firsts.count > 3)
  }

  @Test("Second attempts take their turn as well")
  func secondAttempts() throws {
    let world = TestWorld()
    let store = try world.open()
    var given = [Int](repeating: 0, count: 3)
    for attempt in 1...7 {
      let record = try open(store, "p-1", "4-а", booklets: 3, seed: 99, again: true)
      #expect(record.attempt == attempt)
      given[Int(record.seed % 3)] += 1
      _ = try store.open(
        OpenSession(
          school: "s-1", activity: "a-1", schoolClass: "4-а", respondent: .person("p-1"),
          instrument: record.instrument, seed: 0, terminal: "tty-p-1"))
      let lease = Lease(session: record.id, epoch: 2)
      guard case .sealed = try store.seal(lease, reason: "finished") else {
        Issue.record("not sealed")
        return
      }
    }
    #expect(given.sorted() == [2, 2, 3])
  }

  // MARK: Anonymous

  private func openAnonymous(
    _ store: some Store, _ hash: Digest, _ schoolClass: Symbol? = "4-а", booklets: Int = 7, draft: Token? = nil
  ) throws -> SessionRecord {
    var request = OpenSession(
      school: "s-1", activity: "a-1", schoolClass: schoolClass, respondent: .anonymous(draft: draft),
      instrument: hash, seed: 1_000_003, terminal: "tty1")
    request.booklets = booklets
    return try store.open(request).opened().0
  }

  @Test(
    "Anonymous sessions of a class get the booklets equally often, and go on with their own",
    arguments: StoreConformance.Kind.allCases)
  func anonymous(kind: StoreConformance.Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    var given: [Symbol: [Int]] = [:]
    for schoolClass in ["4-а", "4-б"] as [Symbol] {
      for _ in 1...30 {
        let record = try openAnonymous(store, hash, schoolClass)
        #expect(record.person == nil && record.seed / 7 == 1_000_003 / 7)
        given[schoolClass, default: [Int](repeating: 0, count: 7)][Int(record.seed % 7)] += 1
      }
    }
    for counts in given.values { #expect(counts.sorted() == [4, 4, 4, 4, 4, 5, 5]) }
    // Who comes back with the code finds the booklet, and takes no turn.
    let code = world.token()
    let first = try openAnonymous(store, hash, nil, booklets: 5, draft: code)
    #expect(try openAnonymous(store, hash, nil, booklets: 5, draft: code).seed == first.seed)
    var others = [Int](repeating: 0, count: 5)
    others[Int(first.seed % 5)] += 1
    for _ in 1...4 { others[Int(try openAnonymous(store, hash, nil, booklets: 5).seed % 5)] += 1 }
    #expect(others == [1, 1, 1, 1, 1])
  }

  @Test("Who sat down when doesn't tell the booklet of an anonymous session")
  func order() throws {
    var firsts = [Int](repeating: 0, count: 3)
    var steps = [Int](repeating: 0, count: 3)
    for seed in 1...120 as ClosedRange<UInt64> {
      let world = TestWorld(seed: seed)
      let store = try SQLiteStore.inMemory(world.environment)
      let hash = try store.publishTest()
      let one = Int(try openAnonymous(store, hash, booklets: 3).seed % 3)
      let two = Int(try openAnonymous(store, hash, booklets: 3).seed % 3)
      firsts[one] += 1
      steps[(two - one + 3) % 3] += 1
    }
    // Binomial(120, 1/3) and (120, 1/2): means 40 and 60, four standard deviations are 21 and 22.
    #expect(firsts.allSatisfy { (19...61).contains($0) }, "\(firsts)")
    #expect(steps[0] == 0 && (38...82).contains(steps[1]), "\(steps)")
  }

  @Test("Of anonymous booklets only sums are kept")
  func onlySums() throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    for _ in 1...5 { _ = try openAnonymous(store, hash, booklets: 2) }
    try store.database.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM booklet_given ORDER BY booklet")
      #expect(
        rows.map { Array($0.columnNames) }.first == ["school", "activity", "instrument", "class", "booklet", "given"])
      #expect(rows.map { $0["given"] as Int }.sorted() == [2, 3])
    }
  }

  @Test("Many terminals at once get anonymous booklets as evenly")
  func anonymousAtOnce() async throws {
    let world = TestWorld()
    let store = try world.open()
    let hash = try store.publishTest()
    let seeds = try await withThrowingTaskGroup(of: UInt64.self) { group in
      for _ in 1...28 { group.addTask { try openAnonymous(store, hash).seed } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let given = Dictionary(grouping: seeds) { $0 % 7 }.mapValues(\.count)
    #expect(given == Dictionary(uniqueKeysWithValues: (0..<7).map { (UInt64($0), 4) }))
  }
}
