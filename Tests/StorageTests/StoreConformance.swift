import Datasets
import Expressions
import Foundation
import Instruments
import Monitoring
import Testing
import Texts

@testable import Storage

/// What any store promises, however it keeps things. A new kind of store joins `kinds` and must pass as it is.
@Suite("Any store")
struct StoreConformance {
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite
    var testDescription: String { rawValue }

    func open(_ world: TestWorld) throws -> any Store {
      switch self {
      case .memory: try SQLiteStore.inMemory(world.environment)
      case .sqlite: try SQLiteStore.open(world.environment)
      }
    }
  }

  @Test("An instrument is kept once, its keys apart, and never changes", arguments: Kind.allCases)
  func instruments(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    let record = try #require(try store.instrument(hash))
    #expect(record.source.isEmpty && record.delivery == Array("<test/>".utf8))
    #expect(try store.source(of: hash).map { Digest(of: $0) } == hash)
    var changed = record
    changed.source = Array("<test id=\"math\" version=\"1\"><key/></test>".utf8)
    #expect(try store.publish(changed) == false)
    changed.version = "2"
    #expect(throws: StoreFault(.storing, .differentInstrument(hash))) { try store.publish(changed) }
    changed.source = [1]
    #expect(throws: StoreFault(.storing, .differentInstrument(hash))) { try store.publish(changed) }
    try store.publishTest("art")
    #expect(try store.instruments().map(\.id) == ["art", "math"])
    #expect(try store.instrument(Digest(of: [])) == nil)
    #expect(throws: StoreFault(.storing, .unknownInstrument(Digest(of: [])))) {
      try store.begin(.person("u-1"), Digest(of: []))
    }
  }

  @Test("A journal gives back what was put in, in order", arguments: Kind.allCases)
  func journal(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let (session, lease, isResumed) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    #expect(!isResumed && session.attempt == 1 && session.nextSequence == 1)
    let events = (1...5).map { world.event($0, "m\($0)=\($0)") }
    #expect(try store.append(Array(events[..<2]), lease: lease) == [.stored, .stored])
    world.pass(milliseconds: 10)
    #expect(try store.append(Array(events[2...]), lease: lease) == [.stored, .stored, .stored])
    let journal = try #require(try store.journal(of: session.id))
    #expect(journal.events.map(\.event) == events)
    #expect(journal.events.map(\.wall) == [0, 0, 10, 10, 10].map { 1_760_000_000_000 + $0 })
    #expect(journal.session.nextSequence == 6)
    #expect(journal.session.seed == 7 && journal.session.context == [1, 2, 3])
    #expect(try store.journal(of: world.token()) == nil)
    #expect(try store.verify().isSound)
  }

  @Test("An event sent twice is stored once, and a gap is refused", arguments: Kind.allCases)
  func idempotence(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let (session, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    let first = world.event(1)
    #expect(try store.append([first], lease: lease) == [.stored])
    #expect(try store.append([first], lease: lease) == [.alreadyStored])
    // The same confirmation under another number is still the same confirmation.
    #expect(try store.append([world.event(2, key: first.key)], lease: lease) == [.alreadyStored])
    #expect(try store.append([world.event(1)], lease: lease) == [.staleSequence(have: 1)])
    #expect(try store.append([world.event(3)], lease: lease) == [.staleSequence(have: 1)])
    let next = [world.event(2), world.event(4), world.event(3)]
    #expect(try store.append(next, lease: lease) == [.stored, .staleSequence(have: 2), .stored])
    #expect(try store.journal(of: session.id)?.events.count == 3)
    let large = NewEvent(
      key: world.token(), sequence: 4, kind: "answered", payload: Array(repeating: 1, count: Ack.largestPayload + 1),
      at: 0)
    #expect(try store.append([large], lease: lease) == [.tooMuch])
  }

  @Test("Two terminals, one session: the second waits, takes over, and the first is told", arguments: Kind.allCases)
  func leases(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    let (session, first, _) = try store.begin(.person("u-1"), hash).opened()
    #expect(try store.append([world.event(1)], lease: first) == [.stored])
    #expect(try store.begin(.person("u-1"), hash, terminal: "tty2") == .busy(holder: "tty1"))
    let (resumed, second, isResumed) = try store.begin(.person("u-1"), hash, terminal: "tty2", takesOver: true).opened()
    #expect(isResumed && resumed.id == session.id && resumed.nextSequence == 2 && second.epoch == first.epoch + 1)
    #expect(try store.append([world.event(2)], lease: first) == [.staleLease(holder: "tty2")])
    #expect(try store.seal(first, reason: "finished") == .staleLease(holder: "tty2"))
    #expect(try store.append([world.event(2)], lease: second) == [.stored])
    // Who is silent long enough loses it without a question.
    world.pass(milliseconds: 60_000)
    let (_, third, _) = try store.begin(.person("u-1"), hash, terminal: "tty3").opened()
    #expect(try store.append([world.event(3)], lease: second) == [.staleLease(holder: "tty3")])
    #expect(try store.append([world.event(3)], lease: third) == [.stored])
    // The same terminal, after a crash, goes on at once.
    #expect(try store.begin(.person("u-1"), hash, terminal: "tty3").opened().isResumed)
  }

  @Test(
    "A sealed session takes nothing, sealing twice is sealing once, and a proctor can reopen", arguments: Kind.allCases)
  func sealing(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let hash = try store.publishTest()
    let (session, lease, _) = try store.begin(.person("u-1"), hash).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    // An end that can't be stored leaves the session as it was.
    #expect(
      try store.seal(lease, reason: "finished", last: [world.event(2), world.event(9)])
        == .refused(.staleSequence(have: 2)))
    #expect(try store.journal(of: session.id)?.events.count == 1)
    let sealed = try store.seal(lease, reason: "finished", last: [world.event(2)])
    #expect(try store.seal(lease, reason: "finished") == sealed)
    #expect(try store.append([world.event(3)], lease: lease) == [.closed])
    let record = try #require(try store.sessions(SessionFilter(state: .sealed)).first)
    #expect(sealed == .sealed(head: record.head) && record.sealed != nil && record.nextSequence == 3)
    #expect(try store.begin(.person("u-1"), hash) == .finished(record))

    let (_, again, _) = try store.reopen(Reopen(session: session.id, terminal: "tty1")).opened()
    #expect(try store.append([world.event(3)], lease: again) == [.stored])
    guard case .sealed = try store.seal(again, reason: "time") else {
      Issue.record("not sealed again")
      return
    }
    let second = try store.begin(.person("u-1"), hash, again: true).opened()
    #expect(second.session.attempt == 2 && second.session.id != session.id && !second.isResumed)
    #expect(throws: StoreFault(.storing, .unknownSession(Token(high: 0, low: 1)))) {
      try store.seal(Lease(session: Token(high: 0, low: 1), epoch: 1), reason: "finished")
    }
  }

  @Test("A session stays with the version that it began with", arguments: Kind.allCases)
  func versions(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let old = try store.publishTest("math", version: "1")
    let (session, _, _) = try store.begin(.person("u-1"), old).opened()
    let new = try store.publishTest("math", version: "2")
    let resumed = try store.begin(.person("u-1"), new).opened()
    #expect(resumed.session.id == session.id && resumed.session.instrument == old)
    #expect(try store.begin(.person("u-2"), new).opened().session.instrument == new)
    #expect(try store.begin(.person("u-1"), try store.publishTest("art")).opened().session.id != session.id)
  }

  @Test("A score replaces the one before it, and its facts with it", arguments: Kind.allCases)
  func scores(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let (session, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    #expect(try store.score(world.score(session.id, head: session.head)) == .notSealed)
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    guard case .sealed(let head) = try store.seal(lease, reason: "finished") else { return }
    #expect(try store.score(world.score(session.id, head: session.head)) == .staleHead(have: head))
    let first = world.score(session.id, head: head, points: 3)
    #expect(try store.unscored().map(\.id) == [session.id] && store.unscored(SessionFilter(activity: "x")).isEmpty)
    #expect(try store.score(first) == .scored)
    #expect(try store.score(first) == .alreadyScored)
    #expect(try store.score(world.score(session.id, head: head, scorer: "2", points: 4)) == .scored)
    #expect(try store.unscored().isEmpty)
    let scored = try store.scores(SessionFilter(school: "s-1", activity: "a-1", schoolClass: "4-а", person: "u-1"))
    #expect(scored.count == 1)
    let current = try #require(scored.first?.score)
    #expect(current.scorer == "2" && current.answers == first.answers && current.explanation == [9, 9])
    #expect(current.lines.last?.level == "above" && current.lines.last?.score == .integer(4))
    let facts = try store.facts(FactQuery(dataset: "results", fields: ["level", "points"], namesPersons: true))
    #expect(facts.count == 1 && facts.columns[1][0] == .integer(4) && facts.columns[0][0] == .code("above"))
    #expect(facts.coordinates(of: 0).person == "u-1" && facts.cells.map(\.version) == [2])
    #expect(try store.scores(SessionFilter(activity: "other")).isEmpty)
  }

  @Test("The register is replaced whole, and names are asked for apart", arguments: Kind.allCases)
  func register(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    let entries: [RegisterEntry] = [
      RegisterEntry(person: "u-2", role: "pupil", sex: "f", language: "ky", schoolClass: "4-а", grade: 4, from: 20_332),
      RegisterEntry(person: "u-1", role: "pupil", sex: "m", language: "ru", schoolClass: "4-б", grade: 4),
    ]
    let names = [
      RegisterName(person: "u-1", family: "Үлгүбаев", given: "Айбек"),
      RegisterName(person: "u-2", family: "Ө", given: "Ң"),
    ]
    #expect(try store.importRegister(SchoolRegister(school: "s-1", entries: entries, names: names)) == 2)
    #expect(try store.importRegister(SchoolRegister(school: "s-1", entries: entries, names: names)) == 2)
    #expect(try store.register(of: "s-1") == entries)
    #expect(
      try store.names(of: "s-1") == [
        "u-1": PersonName(family: "Үлгүбаев", given: "Айбек"), "u-2": PersonName(family: "Ө", given: "Ң"),
      ])
    #expect(try store.register(of: "s-2").isEmpty && store.names(of: "s-2").isEmpty)
    #expect(
      try store.importRegister(
        SchoolRegister(school: "s-1", entries: [entries[0]], names: [names[1]])) == 1)
    #expect(try store.names(of: "s-1").count == 1)
  }

  @Test("A register that was read comes back as it was, names apart")
  func registerRoundTrip() throws {
    func enrolment(_ name: String, _ from: Int32, _ to: Int32?) throws -> Enrolment {
      Enrolment(
        schoolClass: try #require(SchoolClass(name)), from: CalendarDate(days: from),
        to: to.map { CalendarDate(days: $0) })
    }
    let register = Register(
      people: [
        Person(
          id: "u-1", role: .pupil, sex: .male, language: .ky,
          enrolments: [try enrolment("4-а", 100, 200), try enrolment("4-б", 201, nil)]),
        Person(id: "m-1", role: .teacher),
        Person(id: "u-2", role: .pupil, language: .ru, enrolments: [try enrolment("11-а", 100, nil)]),
      ], names: ["u-1": PersonName(family: "Үлгүбаев", given: "Айбек")])
    let store = try SQLiteStore.inMemory(TestWorld().environment)
    #expect(try store.importRegister(SchoolRegister(school: "s-1", register)) == 3)
    #expect(SchoolRegister.register(of: try store.register(of: "s-1")).people == register.people)
    #expect(try store.names(of: "s-1") == register.names)
  }

  @Test("The same text with other line ends is the same version")
  func lineEnds() throws {
    let store = try SQLiteStore.inMemory(TestWorld().environment)
    let unix = Array("<test>\n</test>\n".utf8)
    let windows = [0xEF, 0xBB, 0xBF] + Array("<test>\r\n</test>\r\n".utf8)
    let hash = ContentHash(of: windows).digest
    func record(_ source: [UInt8]) -> InstrumentRecord {
      InstrumentRecord(hash: hash, id: "a", version: "1", kind: "test", source: source, delivery: [])
    }
    #expect(try store.publish(record(windows)))
    #expect(try store.publish(record(unix)) == false)
  }

  @Test("Messages and replies survive being written down", arguments: Kind.allCases)
  func codable(kind: Kind) throws {
    let world = TestWorld()
    let store = try kind.open(world)
    func through<T: Codable & Equatable>(_ value: T) throws -> T {
      let back = try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
      #expect(back == value)
      return back
    }
    let hash = try store.publishTest()
    let opening = try store.begin(.person("u-1"), hash)
    let (session, lease, _) = try opening.opened()
    let messages: [StoreMessage] = [
      .append(Append(lease: lease, events: [world.event(1)])),
      .seal(Seal(lease: lease, reason: "finished", last: [world.event(2)])),
      .journal(session.id), .sessions(SessionFilter(state: .sealed)), .meta, .verify,
      .putFacts(source: "register", world.score(session.id, head: hash).facts),
      .facts(FactQuery(dataset: "results", fields: ["points"], place: FactPlace(school: "s-1"))),
      .importRegister(
        SchoolRegister(school: "s-1", entries: [], names: [RegisterName(person: "u-1", family: "A", given: "B")])),
      .names(school: "s-1"),
      .open(
        OpenSession(
          school: "s-1", activity: "a-1", respondent: .anonymous(draft: world.token()), instrument: hash, seed: 1,
          terminal: "t")),
    ]
    for message in messages { _ = try through(try store.send(try through(message))) }
    _ = try through(world.score(session.id, head: hash))
    _ = try through(StoreFault(.storing, .lowSpace("results", free: 1, floor: 2)))
  }
}
