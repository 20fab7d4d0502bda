import Administration
import Expressions
import Formats
import Foundation
import Instruments
import Monitoring
import Synchronization
import Testing
import Texts

@testable import Storage

/// A room on the shipped school, with terminals over real sockets.
@Suite("A room")
struct RoomTests {
  private static let instruments = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "instruments")

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: instruments.appending(path: name)))
  }

  /// A store, its office, and the room's clock, which the test moves.
  private final class Site: Sendable {
    let world = TestWorld()
    let store: SQLiteStore
    let office: Office
    let instrument: CheckedInstrument
    let host: RoomHost
    let now = Shared(0)
    private let server = Mutex<RoomServer?>(nil)
    var folder: String { world.environment.folder }

    final class Shared: Sendable {
      let value: Mutex<Int64>
      init(_ value: Int64) { self.value = Mutex(value) }
    }

    init(
      _ name: String = "math-4-diagnostic.xml", entry: RoomWelcome.Entry = .names, waits: Bool = false,
      today: String = "2026-11-25", source: String? = nil
    ) throws {
      store = try world.open()
      let set = try #require(IndicatorSetReader.check(RoomTests.bytes("indicators.xml"), file: "i").set)
      let plan = try #require(
        MonitoringPlanReader.check(RoomTests.bytes("plan-2026-2027.xml"), file: "p", against: set.definition).plan)
      office = Office(store: store, indicators: set, plan: plan, random: world.environment.random)
      let register = RegisterReader.read(try RoomTests.bytes("sample-register.csv"), file: "r").register
      try store.importRegister(SchoolRegister(school: office.school, register))
      let bytes = try source.map { Array($0.utf8) } ?? RoomTests.bytes(name)
      let outcome = InstrumentCheck.check(bytes, file: name, datasets: set.definition.datasets)
      instrument = try #require(outcome.instrument, "\(outcome.findings)")
      try office.publish(instrument, source: bytes)
      host = RoomHost(
        office,
        RoomHost.Purpose(
          instrument: instrument, entry: entry, classes: ["4-а"], today: try #require(CalendarDate(today)),
          waits: waits, onAnyDay: false),
        clock: { [now] in now.value.withLock { $0 } }, wall: { 1_790_000_000_000 })
    }

    func openDoors() throws {
      let server = try RoomServer(host, folder: folder, storeFolder: folder)
      server.start()
      self.server.withLock { $0 = server }
    }

    func closeDoors() { server.withLock { $0?.stop() } }

    func pass(_ milliseconds: Int64) { now.value.withLock { $0 += milliseconds } }

    func terminal(_ name: String) -> RoomTerminal { RoomTerminal(folder: folder, name: name) }

    deinit {
      closeDoors()
      store.close()
    }
  }

  private func sitting(_ terminal: RoomTerminal, _ who: RoomWish.Who) throws -> Sitting {
    guard case .sitting(let sitting, _) = try terminal.sit(RoomWish(who)) else {
      throw StoreFault(.storing, .wrongMessage("not seated"))
    }
    return sitting
  }

  private func answer(
    _ id: Symbol, _ typed: String, at milliseconds: Int64, in sitting: inout Sitting, _ terminal: RoomTerminal,
    _ site: Site
  ) throws {
    let delivery = sitting.session.plan.delivery
    let slot = try #require(delivery.slot(of: id))
    let value = try #require(delivery.item(at: slot)).value(typed: typed, language: .ky).get()
    try sitting.commit(
      [LoggedEvent(.answered(Address(slot: slot), value), at: Instant(milliseconds: milliseconds))],
      through: terminal, keys: site.office.key)
  }

  private func begin(_ sitting: inout Sitting, _ terminal: RoomTerminal, _ site: Site) throws {
    try sitting.commit([LoggedEvent(.started(.ky), at: .start)], through: terminal, keys: site.office.key)
  }

  private func beat(_ sitting: Sitting, now: Int64) -> RoomBeat {
    RoomBeat(
      lease: sitting.lease, sequence: sitting.lastSequence, answered: 1, total: 6, flagged: 0, number: 2, now: now)
  }

  private func order(_ action: RoomOrder.Action, _ site: Site, _ sessions: [SessionID] = []) throws -> RoomOutcome {
    guard case .ordered(let outcome) = site.host.answerProctor(.order(RoomOrder(action, sessions: sessions, by: "m-3")))
    else { throw StoreFault(.storing, .wrongMessage("no order")) }
    return outcome
  }

  private func status(_ site: Site) throws -> RoomStatus {
    guard case .status(let status) = site.host.answerProctor(.status) else {
      throw StoreFault(.reading, .wrongMessage("no status"))
    }
    return status
  }

  // MARK: What terminals get

  @Test("A terminal gets the whole form, and nothing of any shipped instrument's keys")
  func keyless() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.instruments.path).filter { name in
      name.hasSuffix(".xml") && !["indicators.xml", "plan-2026-2027.xml"].contains(name)
    }
    #expect(files.count >= 14)
    for name in files {
      let outcome = InstrumentCheck.check(try Self.bytes(name), file: name, datasets: nil)
      let instrument = try #require(outcome.instrument, "\(name)")
      let site = instrument.instrument.keyless
      let source = try InstrumentWriter.write(site)
      let form = RoomForm(hash: instrument.hash.digest, source: String(decoding: source, as: UTF8.self))
      for word in ["correct=", "<key", "points=", "<scale", "<feeds", "<example", "<feedback", "reverse="]
      where !(word == "points=" && form.source.contains("<descriptor")) {
        #expect(!form.source.contains(word), "\(name): \(word)")
      }
      let delivery = try #require(form.delivery, "\(name)")
      #expect(delivery.hash == instrument.hash && delivery.slots.map(\.id) == instrument.delivery.slots.map(\.id))
      for seed in UInt64(1)...5 {
        let here = SessionPlan(delivery: delivery, seed: seed)
        let there = SessionPlan(delivery: instrument.delivery, seed: seed)
        #expect(here.route == there.route && here.optionOrders == there.optionOrders, "\(name)")
      }
    }
  }

  @Test("Terminals answer through the door, what they send is stored once, and the work is scored when it is handed in")
  func throughTheDoor() throws {
    let site = try Site()
    try site.openDoors()
    let terminal = site.terminal("pc1")
    #expect(try terminal.welcome().entry == .names)
    let person = try #require(try terminal.people().first { $0.name.hasPrefix("Асанов ") })
    #expect(person.standing == .new)
    var sitting = try sitting(terminal, .person(person.person))
    try begin(&sitting, terminal, site)
    try answer("m1", "623", at: 5_000, in: &sitting, terminal, site)
    // The same once more, as after a reply that was lost.
    let event = try #require(try site.store.journal(of: sitting.record.id)?.events.last?.event)
    #expect(try terminal.append([event], lease: sitting.lease) == [.alreadyStored])
    try sitting.commit(
      [LoggedEvent(.sealed(.submitted), at: Instant(milliseconds: 9_000))], through: terminal, keys: site.office.key)
    #expect(try site.store.journal(of: sitting.record.id)?.session.state == .sealed)
    #expect(try site.store.scores().map(\.session.id) == [sitting.record.id])
    #expect(try terminal.people().first { $0.person == person.person }?.standing == .finished)
    guard case .not(.finished) = try terminal.sit(RoomWish(.person(person.person))) else {
      Issue.record("sat down again")
      return
    }
  }

  /// An instrument to try, that follows the answers.
  private static func adaptive(_ name: String) throws -> String {
    let url = instruments.deletingLastPathComponent().appending(path: "Tests/SampleFiles/\(name).xml")
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test(
    "Where answers decide the way the room chooses, by keys that no terminal sees; what was chosen once is chosen again"
  )
  func choices() throws {
    let site = try Site(source: Self.adaptive("adaptive-arithmetic"))
    try site.openDoors()
    let terminal = site.terminal("pc1")
    let form = try #require(try terminal.welcome().form)
    for word in ["<key", "calibration", "blueprint", "theta"] { #expect(!form.source.contains(word), "\(word)") }
    var sitting = try sitting(terminal, .person("u-0001"))
    var now: Int64 = 0
    func choose(after pending: [Event]) throws -> Event {
      var session = sitting.session
      let log = pending.map { LoggedEvent($0, at: Instant(milliseconds: now)) }
      for entry in log { try session.apply(entry.event, at: entry.instant) }
      let choice = try #require(session.choice(after: log))
      #expect(session.choice(after: log) == choice)
      // The terminal sends answer and choice together, as the screen does.
      try sitting.commit(
        log + [LoggedEvent(choice, at: Instant(milliseconds: now))], through: terminal, keys: site.office.key)
      return choice
    }
    var asked = 0
    var next = try choose(after: [.started(.ky)])
    while case .chosen(_, let elements, _) = next, let element = elements.first {
      asked += 1
      now += 1_000
      let slot = sitting.session.plan.element(at: element).items[0].slot
      next = try choose(after: [.answered(Address(slot: slot), .integer(asked))])
    }
    #expect((5...12).contains(asked))
    // What the store has is chosen again from it, not anew.
    let gate = RoomGate(stop: 0, given: 0, pending: [])
    let log = try #require(try site.store.journal(of: sitting.record.id)?.events.map(\.event))
    let first = try #require(log.first { $0.kind == "chosen" })
    guard case .choice(let line) = try terminal.ask(.choice(sitting.lease, gate)) else {
      Issue.record("no choice")
      return
    }
    #expect(line == String(decoding: first.payload, as: UTF8.self))
    _ = site.host.answer(.hello(terminal: "pc2"), from: nil)
    #expect(site.host.answer(.choice(sitting.lease, gate), from: "pc2") == .refused)
    now += 1_000
    try sitting.commit(
      [LoggedEvent(.sealed(.submitted), at: Instant(milliseconds: now))], through: terminal, keys: site.office.key)
    let score = try #require(try site.store.scores().first?.score.lines.first { $0.name == "ability" })
    #expect(!score.score.isMissing)
  }

  @Test("What isn't a terminal's own, or a proctor's alone, is refused at the terminals' door")
  func doors() throws {
    let site = try Site()
    let host = site.host
    _ = host.answer(.hello(terminal: "pc1"), from: nil)
    _ = host.answer(.hello(terminal: "pc2"), from: nil)
    guard case .seating(.seated(let seat)) = host.answer(.sit(RoomWish(.person("u-0001"))), from: "pc1") else {
      Issue.record("not seated")
      return
    }
    let append = Append(lease: seat.lease, events: [])
    #expect(
      host.answer(.append(append), from: "pc2") == .refused && host.answer(.append(append), from: nil) == .refused)
    #expect(host.answer(.seal(Seal(lease: seat.lease, reason: "submitted")), from: "pc2") == .refused)
    for request in [RoomRequest.status, .minutes, .order(RoomOrder(.pause, by: "x"))] {
      #expect(host.answer(request, from: "pc1") == .refused)
    }
    #expect(host.answer(.verdict(seat.lease, item: "m1", .integer(1)), from: "pc2") == .refused)
  }

  // MARK: Who may sit when

  @Test("Outside the window of the plan nobody sits down, and the days are told")
  func window() throws {
    let site = try Site(today: "2026-10-06")
    _ = site.host.answer(.hello(terminal: "pc1"), from: nil)
    let reply = site.host.answer(.sit(RoomWish(.person("u-0001"))), from: "pc1")
    #expect(
      reply == .seating(.outside(from: CalendarDate("2026-11-16"), to: CalendarDate("2026-12-04"))), "\(reply)")
  }

  @Test("Where the room waits, sessions begin when the proctor says so")
  func waiting() throws {
    let site = try Site(waits: true)
    _ = site.host.answer(.hello(terminal: "pc1"), from: nil)
    #expect(site.host.answer(.sit(RoomWish(.person("u-0001"))), from: "pc1") == .seating(.notBegun))
    #expect(try !status(site).hasBegun)
    #expect(try order(.begin, site) == RoomOutcome(done: 1, refused: 0))
    guard case .seating(.seated) = site.host.answer(.sit(RoomWish(.person("u-0001"))), from: "pc1") else {
      Issue.record("not seated")
      return
    }
  }

  @Test("A second terminal is told where the session is; when a proctor lets it, it takes it, and the first one stops")
  func moving() throws {
    let site = try Site()
    try site.openDoors()
    let (first, second) = (site.terminal("pc1"), site.terminal("pc2"))
    var here = try sitting(first, .person("u-0001"))
    try begin(&here, first, site)
    try answer("m1", "623", at: 3_000, in: &here, first, site)
    guard case .not(.busy(let holder)) = try second.sit(RoomWish(.person("u-0001"))) else {
      Issue.record("two at one session")
      return
    }
    #expect(holder == "pc1")
    #expect(try order(.move, site, [here.record.id]).done == 1)
    let there = try sitting(second, .person("u-0001"))
    #expect(there.isResumed && there.session.state.answers.count == 1)
    guard case .moved = try first.beat(beat(here, now: 4_000)) else {
      Issue.record("the first one wasn't told")
      return
    }
    #expect(throws: Sitting.Refused.self) { try answer("m1", "1", at: 5_000, in: &here, first, site) }
    guard case .minutes(let found) = site.host.answerProctor(.minutes) else {
      Issue.record("no minutes")
      return
    }
    #expect(Set(found.entries.map(\.what)) == [.begun, .secondTerminal, .moved])
  }

  @Test("Who got up sits down at any terminal at once; whose terminal broke off comes back to the same one")
  func leaving() throws {
    let site = try Site()
    try site.openDoors()
    let (first, second) = (site.terminal("pc1"), site.terminal("pc2"))
    var here = try sitting(first, .person("u-0001"))
    try begin(&here, first, site)
    site.host.lose("pc1")
    guard case .not(.busy) = try second.sit(RoomWish(.person("u-0001"))) else {
      Issue.record("taken from a terminal that may come back")
      return
    }
    #expect(try sitting(first, .person("u-0001")).isResumed)
    first.leave()
    #expect(try sitting(second, .person("u-0001")).isResumed)
  }

  // MARK: What a proctor decides

  @Test("Stopping stands the clock still, giving time lengthens it, and the journal says who did it")
  func pausing() throws {
    let site = try Site()
    try site.openDoors()
    let terminal = site.terminal("pc1")
    var sitting = try sitting(terminal, .person("u-0001"))
    try begin(&sitting, terminal, site)
    site.pass(60_000)
    guard case .nothing = try terminal.beat(beat(sitting, now: 60_000)) else {
      Issue.record("nobody did anything")
      return
    }
    site.pass(5_000)
    #expect(try order(.pause, site).done == 1)
    guard case .changed(let stopped) = try terminal.beat(beat(sitting, now: 65_000)) else {
      Issue.record("not told")
      return
    }
    #expect(stopped.session.state.phase == .paused && stopped.session.state.now.milliseconds == 65_000)
    #expect(throws: (any Error).self) { try answer("m1", "1", at: 66_000, in: &sitting, terminal, site) }
    site.pass(600_000)
    #expect(try status(site).places.first?.left == 40 * 60_000 - 65_000)
    #expect(try order(.extend(300_000), site).done == 1 && order(.goOn, site).done == 1)
    guard case .changed(var going) = try terminal.beat(beat(stopped, now: 65_000)) else {
      Issue.record("not told")
      return
    }
    #expect(going.session.state.phase == .running)
    #expect(going.session.timeLeft(at: going.session.state.now) == Int64(45 * 60_000 - 65_000))
    try answer("m1", "623", at: 66_000, in: &going, terminal, site)
    let kinds = try #require(try site.store.journal(of: going.record.id)).events.map(\.event.kind)
    #expect(kinds == ["started", "paused", "extended", "continued", "answered"])
  }

  @Test("What was annulled counts nowhere; what was closed is opened again by a proctor only")
  func annulling() throws {
    let site = try Site()
    try site.openDoors()
    let terminal = site.terminal("pc1")
    var sitting = try sitting(terminal, .person("u-0001"))
    try begin(&sitting, terminal, site)
    try answer("m1", "623", at: 3_000, in: &sitting, terminal, site)
    let id = sitting.record.id
    #expect(try order(.close, site, [id]).done == 1)
    #expect(try status(site).places.map(\.state) == [.closed])
    let scored = try site.store.cells(of: "diag").reduce(0) { $0 + $1.rows }
    #expect(scored == 1)
    #expect(try order(.reopen, site, [id]).done == 1)
    guard case .changed(var open) = try terminal.beat(beat(sitting, now: 3_000)) else {
      Issue.record("not told")
      return
    }
    try answer("m2", "c", at: 4_000, in: &open, terminal, site)
    #expect(try order(.annul(reason: "эки\tокуучу"), site, [id]).done == 1)
    #expect(try status(site).places.map(\.state) == [.annulled])
    #expect(try site.store.cells(of: "diag").reduce(0) { $0 + $1.rows } == 0)
    // Once is enough; and a void session stays in the journal with all its answers.
    #expect(try order(.close, site, [id]).refused == 1)
    let journal = try #require(try site.store.journal(of: id))
    #expect(journal.events.map(\.event.kind).suffix(3) == ["reopened", "answered", "annulled"])
    #expect(try site.store.verify().isSound)
    // What journals tell outlives the room: another one over the same store tells it too.
    let later = RoomHost(site.office, site.host.purpose, clock: { 0 }, wall: { 0 })
    guard case .minutes(let minutes) = later.answerProctor(.minutes) else {
      Issue.record("no minutes")
      return
    }
    let told = minutes.entries.map { "\($0.what) \($0.by?.text ?? "")" }
    #expect(
      told == ["begun ", "paused m-3", "closed ", "reopened m-3", "annulled(\"эки окуучу\") m-3"])
  }

  @Test("Whose time was up gets some more when a proctor opens the work again")
  func reopeningAfterTime() throws {
    let site = try Site()
    try site.openDoors()
    let terminal = site.terminal("pc1")
    var sitting = try sitting(terminal, .person("u-0001"))
    try begin(&sitting, terminal, site)
    try sitting.commit(
      [LoggedEvent(.sealed(.timeUp), at: Instant(milliseconds: 40 * 60_000))], through: terminal, keys: site.office.key)
    #expect(try status(site).places.map(\.state) == [.timeUp])
    #expect(try order(.reopen, site, [sitting.record.id]).done == 1)
    guard case .changed(let open) = try terminal.beat(beat(sitting, now: 0)) else {
      Issue.record("not told")
      return
    }
    #expect(open.session.timeLeft(at: open.session.state.now) == 300_000)
  }

  // MARK: Trouble

  @Test("A room that was closed and opened again goes on with the same sessions, at the same terminals")
  func again() throws {
    let site = try Site()
    try site.openDoors()
    let terminal = site.terminal("pc1")
    var sitting = try sitting(terminal, .person("u-0001"))
    try begin(&sitting, terminal, site)
    site.closeDoors()
    try site.openDoors()
    try answer("m1", "623", at: 3_000, in: &sitting, terminal, site)
    #expect(try site.store.journal(of: sitting.record.id)?.events.count == 2)
  }

  @Test("Without a room a terminal says so in some seconds, and keeps what it has")
  func noRoom() throws {
    let site = try Site()
    let terminal = site.terminal("pc1")
    #expect(throws: StoreFault(.storing, .noRoom(site.folder))) { try terminal.welcome() }
  }

  @Test("When the disk is nearly full nobody begins, who has begun goes on, and the proctor reads why")
  func lowSpace() throws {
    let site = try Site()
    try site.openDoors()
    let (first, second) = (site.terminal("pc1"), site.terminal("pc2"))
    var here = try sitting(first, .person("u-0001"))
    try begin(&here, first, site)
    site.world.setFree(1 << 20)
    #expect(throws: StoreFault.self) { try second.sit(RoomWish(.person("u-0002"))) }
    try answer("m1", "623", at: 1_000, in: &here, first, site)
    guard case .lowSpace? = try status(site).trouble?.cause else {
      Issue.record("the proctor isn't told")
      return
    }
    site.pass(61_000)
    #expect(try status(site).trouble == nil)
  }

  @Test("Thirty terminals at once lose nothing, while one of them hangs in the middle of a sentence")
  func thirty() async throws {
    let site = try Site()
    try site.openDoors()
    // It says that much comes, and never says it.
    let hanging = try #require(RoomDoor(folder: site.folder, name: RoomServer.door).connect(patience: 60_000))
    #expect(hanging.send(RoomRequest.hello(terminal: "hanging")))
    let people = try site.terminal("look").people()
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for (index, person) in people.prefix(24).enumerated() {
        group.addTask {
          let terminal = site.terminal("pc\(index)")
          var sitting = try self.sitting(terminal, .person(person.person))
          try self.begin(&sitting, terminal, site)
          for answer in 1...20 {
            try self.answer(
              "m1", "\(answer)", at: Int64(answer) * 1_000, in: &sitting, terminal, site)
          }
          return try #require(try site.store.journal(of: sitting.record.id)).events.count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 21, count: 24))
    #expect(try site.store.verify().isSound)
  }

  @Test("Where a section stops after wrong answers, the room says what is wrong, and no key leaves it")
  func stopping() throws {
    let items = (1...4).map { "<number id=\"n\($0)\" points=\"1\"><ky>\($0)?</ky><key>\($0)</key></number>" }
    let site = try Site(
      entry: .open,
      source: """
        <test xmlns="urn:synak:1" id="stops" version="1" languages="ky"><title><ky>Т</ky></title>
        <section id="s" stop-after-wrong="2">\(items.joined())</section></test>
        """)
    try site.openDoors()
    let terminal = site.terminal("pc1")
    #expect(try terminal.welcome().form.map { !$0.source.contains("<key") } == true)
    var sitting = try sitting(terminal, .nobody)
    try begin(&sitting, terminal, site)
    for (number, typed) in [(1, "1"), (2, "9"), (3, "9")] {
      try answer(Symbol("n\(number)"), typed, at: Int64(number) * 1_000, in: &sitting, terminal, site)
      let next: Administration.Position = number == 3 ? .end : .element(ElementIndex(section: 0, block: number))
      try sitting.commit(
        [LoggedEvent(.moved(next), at: Instant(milliseconds: Int64(number) * 1_000 + 1))],
        through: terminal, keys: site.office.key)
    }
    #expect(sitting.session.state.stopped == [0] && sitting.session.state.position == .end)
  }
}
