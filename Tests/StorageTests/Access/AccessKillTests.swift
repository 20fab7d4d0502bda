import Administration
import Expressions
import Foundation
import Instruments
import SeededTesting
import Testing

@testable import Storage

/// `kill -9` at random moments while anonymous sessions are answered, handed in and put into the box.
@Suite("A killed writer of anonymous sessions")
struct AccessKillTests {
  @Test("Nothing acknowledged is lost, everybody goes on with the code, and each code gives one ballot")
  func kills() throws {
    let world = AccessTests.world()
    var environment = world.environment
    environment.rounds = 2
    var random = Seeded(UInt64.random(in: 0...UInt64.max))
    let hash: Digest
    let codes: [String]
    do {
      let store = try SQLiteStore.open(environment)
      hash = try store.publishTest()
      codes = try store.issue(hash, 12).map(\.printed)
      store.close()
    }
    var kept: [String: Set<String>] = [:]
    var handedIn: Set<String> = []
    var kills = 0
    for _ in 0..<200 {
      let lines = try KillTests.run(
        ["coded", world.folder] + codes, microseconds: 30_000 + UInt32(random.next() % 60_000))
      for line in lines {
        let words = line.split(separator: " ").map(String.init)
        #expect(words.first != "fault", "\(line)")
        if words.first == "kept", words.count == 3 { kept[words[1], default: []].insert(words[2]) }
        if words.first == "sealed" { handedIn.insert(words[1]) }
      }
      kills += 1
      if lines.last == "cast \(codes[codes.count - 1])" { break }
    }
    #expect(kills > 3, "the writer was too quick to be killed")
    let store = try SQLiteStore.open(environment)
    defer { store.close() }
    try store.releaseBallots(AnonymityTests.box(hash))
    let ballots = try store.ballots(AnonymityTests.box(hash)).released
    let inBox = ballots.map { ballot -> Set<String> in
      guard case .text(let keys)? = ballot.answers.first?.value else { return [] }
      return Set(keys.split(separator: " ").map(String.init))
    }
    #expect(ballots.count == codes.count && inBox.allSatisfy { $0.count == 30 })
    // Each code's acknowledged answers lie in one ballot, whole.
    for code in codes {
      let acknowledged = try #require(kept[code])
      #expect(inBox.count { !$0.isDisjoint(with: acknowledged) } == 1)
      #expect(inBox.contains { acknowledged.isSubset(of: $0) })
      #expect(try store.redeem(try AccessCode(typed: code), at: "t") == .used)
    }
    #expect(try store.unscored().isEmpty && store.verify().isSound)
  }
}
