import Datasets
import Expressions
import Foundation
import Instruments
import Monitoring
import Storage

/// A thousand sessions of one store, an answer every five seconds of each: by a timetable, from threads that wait for the
/// store as the seats of a server do.
enum Crowd {
  private static let sessions = 1000
  private static let pace = 5.0
  /// Answers of each session.
  private static let rounds = 4
  private static let threads = 64

  static func figures() throws -> [Figure] {
    let folder = try Folder()
    let store = try SQLiteStore.open(.system(folder: folder.path + "/store"))
    defer { store.close() }
    let source = Array("<test/>".utf8)
    let hash = Digest(of: source)
    try store.publish(
      InstrumentRecord(hash: hash, id: "crowd", version: "1", kind: "test", source: source, delivery: source))
    let leases = try (0..<sessions).map { number in
      let opening = try store.open(
        OpenSession(
          school: "s", activity: "a", respondent: .person(Symbol("u-\(number)")), instrument: hash, seed: 1,
          terminal: "t\(number)"))
      guard case .opened(_, let lease, _) = opening else { throw Unusable(what: "a session isn't opened") }
      return lease
    }
    let waits = try answer(leases) { session, events in try store.append(events, lease: leases[session]) }
    let remote = try throughSockets()
    return [
      Figure(
        name: "1,000 sessions of one store, an answer each 5 s: due to acknowledged, p99 of \(waits.count)",
        value: waits.quantile(0.99), unit: "ms", limit: 50, anchor: "SQLite with group commit: 9.4 ms"),
      Figure(name: "… median", value: waits.quantile(0.5), unit: "ms"),
      Figure(
        name: "… through a room's sockets, p99 of \(remote.count)", value: remote.quantile(0.99), unit: "ms", limit: 50),
      Figure(name: "… median", value: remote.quantile(0.5), unit: "ms"),
    ]
  }

  /// The same of a room's terminals: a socket each, and a thread of the room behind it.
  private static func throughSockets() throws -> [Double] {
    let folder = try Folder()
    let environment = StoreEnvironment.system(folder: folder.path + "/store")
    let store = try SQLiteStore.open(environment)
    defer { store.close() }
    let set = try Inputs.indicators()
    let office = Office(store: store, indicators: set, plan: try Inputs.plan(against: set), random: environment.random)
    let path = "instruments/math-4-diagnostic.xml"
    let source = try Inputs.bytes(path)
    let outcome = InstrumentCheck.check(source, file: path, datasets: set.definition.datasets)
    guard let instrument = outcome.instrument, let today = CalendarDate("2026-11-25") else {
      throw Unusable(what: path)
    }
    try office.publish(instrument, source: source)
    let people = (0..<sessions).map { Symbol("u-\($0)") }
    try store.importRegister(
      SchoolRegister(
        school: office.school,
        entries: people.map { RegisterEntry(person: $0, role: "pupil", schoolClass: "4-а", grade: 4) }, names: []))
    let host = RoomHost(
      office,
      RoomHost.Purpose(
        instrument: instrument, entry: .names, classes: [], today: today, waits: false, onAnyDay: true),
      clock: environment.monotonic, wall: environment.wall)
    let server = try RoomServer(host, folder: folder.path, storeFolder: folder.path)
    server.start()
    defer { server.stop() }
    let seats = try people.map { person -> (terminal: RoomTerminal, lease: Lease) in
      let terminal = RoomTerminal(folder: folder.path, name: person.text)
      guard case .sitting(let sitting, _) = try terminal.sit(RoomWish(.person(person))) else {
        throw Unusable(what: "somebody isn't seated")
      }
      return (terminal, sitting.lease)
    }
    return try answer(seats.map(\.lease)) { session, events in
      try seats[session].terminal.append(events, lease: seats[session].lease)
    }
  }

  private typealias Keep = @Sendable (_ session: Int, _ events: [NewEvent]) throws -> [Ack]

  private static func answer(_ leases: [Lease], _ keep: @escaping Keep) throws -> [Double] {
    let start = Clock.wall + 0.2
    let collected = Collected()
    let done = DispatchGroup()
    for thread in 0..<threads {
      done.enter()
      // A thread of its own each: those of a queue are as few as the cores.
      Thread.detachNewThread {
        do {
          collected.add(try answer(every: threads, from: thread, leases.count, start, keep))
        } catch {
          collected.fail(error)
        }
        done.leave()
      }
    }
    done.wait()
    return try collected.all()
  }

  /// The answers of every so-manieth session, each when it is due.
  private static func answer(
    every step: Int, from first: Int, _ count: Int, _ start: Double, _ keep: Keep
  ) throws -> [Double] {
    var waits: [Double] = []
    for round in 0..<rounds {
      for session in stride(from: first, to: count, by: step) {
        let due = start + (Double(round) + Double(session) / Double(count)) * pace
        let pause = due - Clock.wall
        if pause > 0 { usleep(UInt32(pause * 1e6)) }
        let event = NewEvent(
          key: Token(high: UInt64(session), low: UInt64(round)), sequence: round + 1, kind: "answered",
          payload: Array("q\(round)=\(session)".utf8), at: Int64(round) * 5000)
        guard try keep(session, [event]) == [.stored] else {
          throw Unusable(what: "an answer isn't stored")
        }
        waits.append((Clock.wall - due) * 1000)
      }
    }
    return waits
  }

  /// What threads measured.
  private final class Collected: @unchecked Sendable {
    private let lock = NSLock()
    private var waits: [Double] = []
    private var failure: (any Error)?

    func add(_ more: [Double]) { lock.withLock { waits += more } }
    func fail(_ error: any Error) { lock.withLock { failure = error } }
    func all() throws -> [Double] {
      if let failure { throw failure }
      return waits
    }
  }
}
