import Datasets
import Expressions
import Foundation
import Instruments
import SeededTesting
import Synchronization

@testable import Storage

/// A world that a test holds in its hands: a clock that it turns, chance from a seed, a folder of its own.
final class TestWorld: Sendable {
  let folder: String
  private let clock = Mutex<Int64>(1_760_000_000_000)
  private let random: Mutex<Seeded>
  private let free = Mutex<Int>(1 << 40)
  private let rounds = Mutex<Int>(20_000)

  init(seed: UInt64 = 1) {
    random = Mutex(Seeded(seed))
    folder = FileManager.default.temporaryDirectory.path + "/synak-\(UUID().uuidString)"
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var environment: StoreEnvironment {
    var environment = StoreEnvironment(
      folder: folder, wall: { [self] in clock.withLock { $0 } },
      monotonic: { [self] in clock.withLock { $0 } },
      random: { [self] count in random.withLock { random in (0..<count).map { _ in random.byte() } } },
      freeBytes: { [self] _ in free.withLock { $0 } })
    environment.reserve = 1 << 16
    environment.rounds = rounds.withLock { $0 }
    return environment
  }

  func pass(milliseconds: Int64) { clock.withLock { $0 += milliseconds } }
  func setRounds(_ count: Int) { rounds.withLock { $0 = count } }
  func setFree(_ bytes: Int) { free.withLock { $0 = bytes } }

  func token() -> Token {
    random.withLock { Token(high: $0.next(), low: $0.next()) }
  }

  func open() throws -> SQLiteStore { try SQLiteStore.open(environment) }
}

/// What most tests begin with.
extension Store {
  @discardableResult
  func publishTest(_ id: Symbol = "math", version: String = "1") throws -> Digest {
    let source = Array("<test id=\"\(id)\" version=\"\(version)\"><key/></test>".utf8)
    let hash = Digest(of: source)
    try publish(
      InstrumentRecord(
        hash: hash, id: id, version: version, kind: "test", source: source, delivery: Array("<test/>".utf8)))
    return hash
  }

  func begin(
    _ respondent: OpenSession.Respondent = .person("u-1"), _ instrument: Digest, terminal: String = "tty1",
    takesOver: Bool = false, again: Bool = false
  ) throws -> Opening {
    try open(
      OpenSession(
        school: "s-1", activity: "a-1", schoolClass: "4-а", respondent: respondent, instrument: instrument, seed: 7,
        context: [1, 2, 3], terminal: terminal, takesOver: takesOver, again: again))
  }
}

extension Opening {
  struct NotOpened: Error { var opening: Opening }

  /// The session and the lease of an opening that must have succeeded.
  func opened() throws -> (session: SessionRecord, lease: Lease, isResumed: Bool) {
    guard case .opened(let session, let lease, let isResumed) = self else { throw NotOpened(opening: self) }
    return (session, lease, isResumed)
  }
}

extension TestWorld {
  /// An answer as a terminal would send it.
  func event(_ sequence: Int, _ text: String = "m1=4", key: Token? = nil) -> NewEvent {
    NewEvent(
      key: key ?? token(), sequence: sequence, kind: "answered", payload: Array(text.utf8), at: Int64(sequence) * 1000)
  }

  func score(
    _ session: SessionID, head: Digest, scorer: String = "1", points: Int = 3, person: Symbol? = "u-1"
  ) -> ScoreRecord {
    ScoreRecord(
      session: session, head: head, scorer: scorer,
      answers: [
        NamedValue(name: "m1", value: .integer(623)), NamedValue(name: "m2", value: .codes(["a", "c"])),
        NamedValue(name: "m3", value: .missing(Missing(.dontKnow, code: "dk"))),
      ],
      lines: [
        ScoreLine(kind: .item, name: "m1", score: .integer(points), maximum: .integer(4)),
        ScoreLine(kind: .scale, name: "total", score: .integer(points), maximum: .integer(4), level: "above"),
      ], explanation: [9, 9],
      facts: [
        FactSet(
          dataset: "results", fields: ["points", "level"],
          rows: [
            FactRow(
              coordinates: .init(
                school: "s-1", activity: "a-1", schoolClass: "4-а", grade: 4, subject: "math", person: person),
              values: [.integer(points), .code("above")])
          ])
      ])
  }
}
