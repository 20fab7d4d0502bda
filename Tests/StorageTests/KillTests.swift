import Expressions
import Foundation
import Testing

@testable import Storage

/// `kill -9` of a writing process at random moments, inside commits and checkpoints too.
@Suite("A killed writer")
struct KillTests {
  /// Lies beside the tests.
  static var probe: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/store-probe"
  }

  @Test("Twenty kills lose nothing that was acknowledged")
  func twenty() throws {
    let world = TestWorld()
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    var acked: Set<String> = []
    var fewest = Int.max
    for _ in 0..<20 {
      let lines = try KillTests.run(world.folder, microseconds: 60_000 + UInt32(random.next() % 200_000))
      #expect(lines.allSatisfy { $0.split(separator: " ").count == 3 }, "\(lines.suffix(3))")
      acked.formUnion(lines)
      fewest = min(fewest, lines.count)
      let store = try world.open()
      let stored = try KillTests.stored(store)
      #expect(acked.subtracting(stored).isEmpty)
      // At most one answer a thread may be stored without its ack having got out.
      #expect(stored.count - acked.count <= 4 * 20)
      #expect(try store.verify().isSound)
      store.close()
    }
    #expect(acked.count > 200, "the writers wrote too little to mean anything: \(acked.count), \(fewest)")
  }

  /// What a writer said until it was killed: whole lines only.
  private static func run(_ folder: String, microseconds: UInt32) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: probe)
    process.arguments = ["append", folder, "4"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let killer = Thread {
      usleep(microseconds)
      kill(process.processIdentifier, SIGKILL)
    }
    killer.start()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func stored(_ store: SQLiteStore) throws -> Set<String> {
    var lines: Set<String> = []
    for session in try store.sessions() {
      for event in try store.journal(of: session.id)?.events ?? [] {
        lines.insert("\(session.id.hex) \(event.event.sequence) \(event.event.key.hex)")
      }
    }
    return lines
  }
}
