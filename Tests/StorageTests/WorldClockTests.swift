import Expressions
import SeededTesting
import Synchronization
import Testing

@testable import Storage

/// Clocks that people and dead batteries set, and machines that start anew.
@Suite("Clocks that jump")
struct WorldClockTests {
  private static let day: Int64 = 86_400_000

  @Test(
    "Set a day back or ten years on between answers, all are there in their order and the chain is whole",
    arguments: seeds(5))
  func wallClock(seed: UInt64) throws {
    let world = TestWorld(seed: seed)
    let clock = Mutex(Seeded(seed))
    var environment = world.environment
    environment.wall = {
      clock.withLock { random in
        1_760_000_000_000 + random.pick([-Self.day, 0, 3_600_000, 3_652 * Self.day, -1_760_000_000_000])
      }
    }
    let store = try SQLiteStore.open(environment)
    let (session, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    for number in 1...40 {
      #expect(try store.append([world.event(number, "m\(number)=1")], lease: lease) == [.stored])
    }
    let journal = try #require(try store.journal(of: session.id))
    #expect(journal.events.map(\.event.sequence) == Array(1...40))
    #expect(try store.verify().isSound)
    store.close()
    let again = try SQLiteStore.open(environment)
    #expect(try again.journal(of: session.id)?.events.count == 40)
    #expect(try again.verify().isSound)
    again.close()
  }

  @Test("After a machine's new start its clock begins at nothing: nobody holds a session, and the old terminal is told")
  func reboot() throws {
    let world = TestWorld()
    let store = try world.open()
    let test = try store.publishTest()
    let (session, old, _) = try store.begin(.person("u-1"), test, terminal: "tty1").opened()
    #expect(try store.append([world.event(1)], lease: old) == [.stored])
    store.close()
    var environment = world.environment
    environment.monotonic = { 5 }
    let later = try SQLiteStore.open(environment)
    let (again, lease, isResumed) = try later.begin(.person("u-1"), test, terminal: "tty2").opened()
    #expect(again.id == session.id && isResumed)
    #expect(try later.append([world.event(2)], lease: lease) == [.stored])
    #expect(try later.append([world.event(3)], lease: old) != [.stored])
    #expect(try later.verify().isSound)
    later.close()
  }
}
