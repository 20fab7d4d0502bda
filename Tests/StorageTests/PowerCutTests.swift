import Foundation
import SeededTesting
import Testing

@testable import Storage

/// The power goes while a process writes: what was not synced is lost, all of it, some of it, or half of a sector's run.
@Suite(
  "A power cut", .serialized,
  .enabled(if: WriteJournal.library != nil, "no C compiler to keep a journal of writes with"))
struct PowerCutTests {
  /// A writer that was killed with its journal, and what it had acknowledged.
  private struct Cut {
    let world: TestWorld
    let acked: Set<String>
    let journal: WriteJournal

    init(_ random: inout Seeded, threads: Int = 4, shortest: UInt32 = 60_000) throws {
      world = TestWorld()
      try FileManager.default.createDirectory(atPath: world.folder, withIntermediateDirectories: true)
      let path = FileManager.default.temporaryDirectory.path + "/synak-journal-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let lines = try KillTests.run(
        ["append", world.folder, "\(threads)"], microseconds: shortest + UInt32(random.next() % 120_000),
        environment: [
          "LD_PRELOAD": WriteJournal.library ?? "", "SYNAK_JOURNAL": path, "SYNAK_JOURNAL_OF": world.folder,
        ])
      acked = Set(lines.filter { $0.split(separator: " ").count == 3 })
      journal = try WriteJournal(path)
    }

    /// What is stored on the disk that the cut left.
    func stored(
      _ loss: WriteJournal.Loss, heedsSyncs: Bool = true, using random: inout Seeded
    ) throws -> (stored: Set<String>, isSound: Bool) {
      let left = TestWorld()
      try journal.files(loss, heedsSyncs: heedsSyncs, using: &random, from: world.folder, to: left.folder)
      let store = try left.open()
      defer { store.close() }
      return (try KillTests.stored(store), try store.verify().isSound)
    }
  }

  @Test("Nothing that was acknowledged is lost, and every chain is whole", arguments: WriteJournal.Loss.allCases)
  func nothingIsLost(loss: WriteJournal.Loss) throws {
    var random = Seeded(UInt64.random(in: 0...UInt64.max))
    var acked = 0
    let rounds = max(2, KillTests.kills / 10)
    for round in 0..<rounds * 8 where round < rounds || acked <= 20 {
      // Longer each time, for machines where much else runs.
      let cut = try Cut(&random, shortest: UInt32(100_000 * (round + 1)))
      let (stored, isSound) = try cut.stored(loss, using: &random)
      #expect(cut.acked.subtracting(stored).isEmpty, "\(cut.acked.count) acknowledged, \(stored.count) stored")
      #expect(isSound)
      acked += cut.acked.count
    }
    #expect(acked > 20, "the writers wrote too little to mean anything: \(acked)")
  }

  @Test("A cut in the first moments, while the store is made, leaves a store or none, and it is made then")
  func whileItIsMade() throws {
    var random = Seeded(UInt64.random(in: 0...UInt64.max))
    for _ in 0..<6 {
      let cut = try Cut(&random, threads: 1, shortest: 1_000)
      for loss in WriteJournal.Loss.allCases {
        let (stored, isSound) = try cut.stored(loss, using: &random)
        #expect(cut.acked.subtracting(stored).isEmpty && isSound, "\(loss)")
      }
    }
  }

  @Test("On a disk that lies about its syncs these tests find the losses")
  func theyCanFail() throws {
    var random = Seeded(7)
    let cut = try Cut(&random, shortest: 1_000_000)
    let left = TestWorld()
    try cut.journal.files(.all, heedsSyncs: false, using: &random, from: cut.world.folder, to: left.folder)
    let store = try left.open()
    defer { store.close() }
    let stored = try KillTests.stored(store)
    #expect(!cut.acked.isEmpty && !cut.acked.subtracting(stored).isEmpty)
  }
}
