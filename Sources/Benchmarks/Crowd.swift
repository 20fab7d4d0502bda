import Expressions
import Foundation
import Instruments
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
    let waits = try answer(store, leases)
    return [
      Figure(
        name: "1,000 sessions of one store, an answer each 5 s: due to acknowledged, p99 of \(waits.count)",
        value: waits.quantile(0.99), unit: "ms", limit: 50, anchor: "SQLite with group commit: 9.4 ms"),
      Figure(name: "… median", value: waits.quantile(0.5), unit: "ms"),
    ]
  }

  private static func answer(_ store: SQLiteStore, _ leases: [Lease]) throws -> [Double] {
    let start = Clock.wall + 0.2
    let collected = Collected()
    let done = DispatchGroup()
    for thread in 0..<threads {
      done.enter()
      // A thread of its own each: those of a queue are as few as the cores.
      Thread.detachNewThread {
        do {
          collected.add(try answer(every: threads, from: thread, store, leases, start))
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
    every step: Int, from first: Int, _ store: SQLiteStore, _ leases: [Lease], _ start: Double
  ) throws -> [Double] {
    var waits: [Double] = []
    for round in 0..<rounds {
      for session in stride(from: first, to: leases.count, by: step) {
        let due = start + (Double(round) + Double(session) / Double(leases.count)) * pace
        let pause = due - Clock.wall
        if pause > 0 { usleep(UInt32(pause * 1e6)) }
        let event = NewEvent(
          key: Token(high: UInt64(session), low: UInt64(round)), sequence: round + 1, kind: "answered",
          payload: Array("q\(round)=\(session)".utf8), at: Int64(round) * 5000)
        guard try store.append([event], lease: leases[session]) == [.stored] else {
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
