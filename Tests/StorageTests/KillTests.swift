import Expressions
import Foundation
import SeededTesting
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

  /// Twenty in `make test`, a thousand in `make soak`.
  static let kills = ProcessInfo.processInfo.environment["SYNAK_KILLS"].flatMap { Int($0) } ?? 20

  @Test("Kills lose nothing that was acknowledged")
  func kills() throws {
    var random = Seeded(UInt64.random(in: 0...UInt64.max))
    // A store of its own for twenty: each time the whole of it is read.
    for _ in 0..<max(1, Self.kills / 20) { try killTwenty(&random) }
  }

  private func killTwenty(_ random: inout Seeded) throws {
    let world = TestWorld()
    var acked: Set<String> = []
    var fewest = Int.max
    for _ in 0..<20 {
      let lines = try KillTests.run(
        ["append", world.folder, "4"], microseconds: 40_000 + UInt32(random.next() % 140_000))
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

  @Test("A disk that stops doing what it is told ends the taking of answers, and loses none that was acknowledged")
  func brokenDisk() throws {
    let world = TestWorld()
    // The log reaches this size after some answers; the reserve, larger, is done without.
    let lines = try KillTests.run(["limited", world.folder, "360000"], microseconds: 20_000_000)
    #expect(lines.suffix(2) == ["fault E810", "fault E810"])
    #expect(lines.count > 20)
    let store = try world.open()
    #expect(Set(lines.dropLast(2)).subtracting(try KillTests.stored(store)).isEmpty)
    #expect(try store.verify().isSound)
    store.close()
  }

  @Test("Another process is told who has the store")
  func secondProcess() throws {
    let world = TestWorld()
    let store = try world.open()
    let lines = try KillTests.run(["append", world.folder, "1"], microseconds: 5_000_000)
    #expect(lines == ["fault “\(world.folder)” is open in another Synak (process \(getpid()))."])
    store.close()
  }

  /// What a writer said until it was killed: whole lines only.
  static func run(
    _ arguments: [String], microseconds: UInt32, environment: [String: String] = [:]
  ) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: probe)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    Thread.detachNewThread {
      if ended.wait(timeout: .now() + .microseconds(Int(microseconds))) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
      }
    }
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  static func stored(_ store: SQLiteStore) throws -> Set<String> {
    var lines: Set<String> = []
    for session in try store.sessions() {
      for event in try store.journal(of: session.id)?.events ?? [] {
        lines.insert("\(session.id.hex) \(event.event.sequence) \(event.event.key.hex)")
      }
    }
    return lines
  }
}
