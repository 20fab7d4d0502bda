import Datasets
import Expressions
import Foundation
import Glibc
import Testing

@testable import Storage

/// A disk of a few megabytes that really fills up; needs the right to mount one.
@Suite("A full disk")
struct DiskFullTests {
  /// A small file system of its own, gone with its owner; nil where this process may not have one.
  final class SmallDisk {
    let folder: String

    init?(bytes: Int) {
      folder = FileManager.default.temporaryDirectory.path + "/synak-disk-\(UUID().uuidString)"
      mkdir(folder, 0o700)
      guard mount("tmpfs", folder, "tmpfs", 0, "size=\(bytes)") == 0 else {
        rmdir(folder)
        return nil
      }
    }

    deinit {
      umount2(folder, 2)
      rmdir(folder)
    }

    func fill(leaving bytes: Int) {
      let file = Glibc.open(folder + "/filler", O_RDWR | O_CREAT, 0o600)
      defer { close(file) }
      var status = statvfs()
      statvfs(folder, &status)
      let free = Int(status.f_bavail) * Int(status.f_frsize) - bytes
      if free > 0 { posix_fallocate(file, 0, off_t(free)) }
    }
  }

  static let isAllowed = SmallDisk(bytes: 1 << 20) != nil

  private func environment(_ disk: SmallDisk, reserve: Int) -> StoreEnvironment {
    var environment = StoreEnvironment.system(folder: disk.folder + "/results")
    environment.floor = 0
    environment.reserve = reserve
    return environment
  }

  @Test(
    "When the disk is full the reserve takes the answers, then the fault is said, and all that was acknowledged is there",
    .enabled(if: isAllowed, "may not mount a small disk here"))
  func reserve() throws {
    let disk = try #require(SmallDisk(bytes: 8 << 20))
    let world = TestWorld()
    let store = try SQLiteStore.open(environment(disk, reserve: 2 << 20))
    let (session, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    disk.fill(leaving: 40_000)
    #expect(StoreFiles.size(of: store.files.reserve) == 2 << 20)
    var acked: [NewEvent] = []
    var fault: StoreFault?
    for sequence in 2...20_000 {
      let event = world.event(sequence, String(repeating: "ң", count: 200))
      do throws(StoreFault) {
        #expect(try store.append([event], lease: lease) == [.stored])
        acked.append(event)
      } catch {
        fault = error
        break
      }
    }
    #expect(acked.count > 250, "\(acked.count)")
    #expect(fault == StoreFault(.storing, .diskFull(store.files.main)))
    // The reader sees all of it, and so does whoever frees some space and goes on.
    #expect(try store.journal(of: session.id)?.events.dropFirst().map(\.event) == acked)
    unlink(disk.folder + "/filler")
    #expect(try store.append([world.event(acked.count + 2)], lease: lease) == [.stored])
    #expect(try store.verify().isSound)
    store.close()
    let again = try SQLiteStore.open(environment(disk, reserve: 2 << 20))
    #expect(try again.verify().events == acked.count + 2)
    #expect(StoreFiles.size(of: again.files.reserve) == 2 << 20)
    again.close()
  }

  @Test(
    "A session that goes on at another terminal while the disk is full isn't held by the try that failed",
    .enabled(if: isAllowed, "may not mount a small disk here"))
  func resuming() throws {
    let disk = try #require(SmallDisk(bytes: 8 << 20))
    let first = try SQLiteStore.open(environment(disk, reserve: 2 << 20))
    let hash = try first.publishTest()
    let session = try first.begin(.person("u-1"), hash, terminal: "tty1").opened().session
    first.close()
    let store = try SQLiteStore.open(environment(disk, reserve: 2 << 20))
    disk.fill(leaving: 0)
    let again = try store.begin(.person("u-1"), hash, terminal: "tty2").opened()
    #expect(again.session.id == session.id)
    #expect(StoreFiles.size(of: store.files.reserve) == nil, "the first try found the disk full")
    store.close()
  }

  @Test(
    "A request that is too large for the disk takes no small one with it",
    .enabled(if: isAllowed, "may not mount a small disk here"))
  func largeRequest() throws {
    let disk = try #require(SmallDisk(bytes: 6 << 20))
    let world = TestWorld()
    let store = try SQLiteStore.open(environment(disk, reserve: 1 << 20))
    let (_, lease, _) = try store.begin(.person("u-1"), try store.publishTest()).opened()
    let row = FactRow(coordinates: .init(), values: [.text(String(repeating: "x", count: 12 << 20))])
    #expect(throws: StoreFault(.storing, .diskFull(store.files.main))) {
      try store.putFacts([FactSet(dataset: "d", fields: ["a"], rows: [row])], source: "x")
    }
    #expect(try store.append([world.event(1)], lease: lease) == [.stored])
    #expect(try store.verify().isSound)
    store.close()
  }

  @Test(
    "A folder on a full disk gives no store, and the fault says why",
    .enabled(if: isAllowed, "may not mount a small disk here"))
  func opening() throws {
    let disk = try #require(SmallDisk(bytes: 1 << 20))
    disk.fill(leaving: 0)
    let fault = #expect(throws: StoreFault.self) { try SQLiteStore.open(environment(disk, reserve: 0)) }
    #expect(fault?.isDiskFull == true, "\(String(describing: fault))")
  }
}
