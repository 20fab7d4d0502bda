import Administration
import Datasets
import Expressions
import Formats
import Foundation
import GRDB
import Instruments
import Monitoring
import Testing
import Texts

@testable import Storage

/// Codes at the door of a room.
@Suite("Codes in a room")
struct RoomCodesTests {
  private final class Site {
    let world = AccessTests.world()
    private(set) var store: SQLiteStore
    private(set) var office: Office
    private(set) var host: RoomHost
    let instrument: CheckedInstrument
    private let today: CalendarDate

    private static func bytes(_ name: String) throws -> [UInt8] {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "instruments")
      return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    init(_ name: String) throws {
      store = try world.open()
      office = try Self.office(store, world)
      let bytes = try Self.bytes(name)
      let outcome = InstrumentCheck.check(bytes, file: name, datasets: office.indicators.definition.datasets)
      instrument = try #require(outcome.instrument)
      today = try #require(CalendarDate("2026-11-25"))
      try office.publish(instrument, source: bytes)
      let register = RegisterReader.read(try Self.bytes("sample-register.csv"), file: "r").register
      try store.importRegister(SchoolRegister(school: office.school, register))
      host = Self.host(office, instrument, today, world)
    }

    private static func office(_ store: SQLiteStore, _ world: TestWorld) throws -> Office {
      let set = try #require(IndicatorSetReader.check(bytes("indicators.xml"), file: "i").set)
      let plan = try #require(
        MonitoringPlanReader.check(bytes("plan-2026-2027.xml"), file: "p", against: set.definition).plan)
      return Office(store: store, indicators: set, plan: plan, random: world.environment.random)
    }

    private static func host(
      _ office: Office, _ instrument: CheckedInstrument, _ today: CalendarDate, _ world: TestWorld
    ) -> RoomHost {
      RoomHost(
        office,
        RoomHost.Purpose(
          instrument: instrument, entry: .codes, classes: [], today: today, waits: false, onAnyDay: true),
        clock: world.environment.monotonic, wall: world.environment.wall)
    }

    /// The room's process ends, and another one opens the room.
    func startAnew() throws {
      store.close()
      store = try world.open()
      office = try Self.office(store, world)
      host = Self.host(office, instrument, today, world)
    }

    func codes(_ holders: IssueCodes.Holders) throws -> [AccessCode] {
      let form = instrument.delivery.form
      let occasion = Occasion(of: "\(form.id)/\(form.version)", on: today, in: office.plan)
      return try office.issueCodes(for: instrument, on: occasion, to: holders).map(\.code)
    }

    func sit(_ typed: String, at terminal: String) -> RoomSeating? {
      _ = host.answer(.hello(terminal: terminal), from: nil)
      guard case .seating(let seating) = host.answer(.sit(RoomWish(.code(typed))), from: terminal) else { return nil }
      return seating
    }

    func seat(_ code: AccessCode, at terminal: String) throws -> RoomSeat {
      guard case .seated(let seat)? = sit(code.printed, at: terminal) else {
        throw StoreFault(.storing, .wrongMessage("not seated"))
      }
      return seat
    }

    func append(_ number: Int, _ lease: Lease, at terminal: String) -> RoomReply {
      let event = number == 1 ? Event.started(.ky) : .languageChanged(.ru)
      let line = EventCodec(instrument.delivery).line(of: event)
      let new = NewEvent(
        key: world.token(), sequence: number, kind: EventCodec.kind(of: event), payload: Array(line.utf8), at: 0)
      return host.answer(.append(Append(lease: lease, events: [new])), from: terminal)
    }

    deinit { store.close() }
  }

  private func order(_ action: RoomOrder.Action, _ site: Site, _ session: SessionID) throws -> Int {
    guard
      case .ordered(let outcome) = site.host.answerProctor(.order(RoomOrder(action, sessions: [session], by: "m-3")))
    else { throw StoreFault(.storing, .wrongMessage("no order")) }
    return outcome.done
  }

  @Test("A personal code seats its person, the second terminal is told, and a proctor moves the session")
  func personal() throws {
    let site = try Site("math-4-diagnostic.xml")
    let code = try site.codes(.persons([CodeHolder(person: "u-0002", schoolClass: "4-а")]))[0]
    let seat = try site.seat(code, at: "pc1")
    #expect(seat.journal.session.person == "u-0002")
    #expect(site.append(1, seat.lease, at: "pc1") == .acks([.stored]))
    #expect(site.sit(code.printed.lowercased(), at: "pc2") == .busy(holder: "pc1"))
    #expect(try order(.move, site, seat.lease.session) == 1)
    let moved = try site.seat(code, at: "pc2")
    #expect(moved.isResumed && moved.journal.events.count == 1)
    #expect(site.append(2, seat.lease, at: "pc1") == .refused)
  }

  @Test("An anonymous code is resumed after the room started anew, by its lease and by the code, and used once")
  func anonymous() throws {
    let site = try Site("parent-survey.xml")
    let codes = try site.codes(.anonymous(count: 2))
    let seat = try site.seat(codes[0], at: "pc1")
    #expect(seat.journal.session.person == nil && seat.lease.coded != nil)
    #expect(site.append(1, seat.lease, at: "pc1") == .acks([.stored]))
    #expect(site.sit(codes[0].printed, at: "pc2") == .busy(holder: "pc1"))
    try site.startAnew()
    // The terminal only knows its lease.
    _ = site.host.answer(.hello(terminal: "pc1"), from: nil)
    let beat = RoomBeat(lease: seat.lease, sequence: 1, answered: 0, total: 9, flagged: 0, number: 1, now: 5)
    #expect(site.host.answer(.beat(beat), from: "pc1") == .news(.nothing))
    guard case .status(let status) = site.host.answerProctor(.status) else {
      Issue.record("no status")
      return
    }
    #expect(status.places.contains { $0.terminal == "pc1" && $0.name == "—" })
    #expect(try order(.pause, site, seat.lease.session) == 1)
    #expect(site.host.answer(.beat(beat), from: "pc1") == .news(.changed))
    #expect(try order(.move, site, seat.lease.session) == 1)
    let moved = try site.seat(codes[0], at: "pc2")
    #expect(moved.isResumed && moved.journal.events.count == 2)
    #expect(
      site.host.answer(.seal(Seal(lease: moved.lease, reason: "submitted")), from: "pc2").isSealed)
    #expect(site.sit(codes[0].printed, at: "pc3") == .spent)
    try site.startAnew()
    #expect(site.sit(codes[0].printed, at: "pc3") == .spent)
    #expect(site.sit(codes[1].printed, at: "pc4").map { if case .seated = $0 { true } else { false } } == true)
  }

  @Test("Every option has its number before anybody chooses it, so that no number tells who chose it first")
  func numbers() throws {
    let site = try Site("parent-survey.xml")
    let known = Set(try site.store.database.read { db in try String.fetchAll(db, sql: "SELECT text FROM symbol") })
    let options = site.instrument.delivery.items.flatMap { $0.item.kind.choices?.options.map(\.code.text) ?? [] }
    #expect(options.count > 10 && known.isSuperset(of: options))
    #expect(known.isSuperset(of: site.instrument.delivery.slots.map(\.id.text)))
  }

  @Test("Wrong codes wait longer each time, slips don't, and what belongs elsewhere opens nothing")
  func wrong() throws {
    let site = try Site("math-4-diagnostic.xml")
    let code = try site.codes(.persons([CodeHolder(person: "u-0002", schoolClass: "4-а")]))[0]
    let wrong = try #require(AccessCode.drawn(by: site.world.environment.random)).printed
    #expect(site.sit("2345", at: "pc1") == .mistyped)
    #expect(site.sit(wrong, at: "pc1") == .unknown(wait: 1000))
    #expect(site.sit(code.printed, at: "pc1") == .wait(1000))
    site.world.pass(milliseconds: 1000)
    #expect(site.sit(wrong, at: "pc1") == .unknown(wait: 2000))
    _ = try site.seat(code, at: "pc2")
    try site.office.store.revokeCodes(CodeFilter(school: site.office.school))
    #expect(site.sit(code.printed, at: "pc3") == .revoked)
  }
}

extension RoomReply {
  fileprivate var isSealed: Bool { if case .sealing(.sealed) = self { true } else { false } }
}
