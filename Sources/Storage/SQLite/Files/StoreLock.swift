import Glibc
import Synchronization

/// One process owns a store: who comes second is told who was first. The system frees the lock however its holder ends.
final class StoreLock: Sendable {
  private let file: Mutex<Int32?>

  init(_ path: String, folder: String) throws(StoreFault) {
    let opened = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw StoreFiles.fault(.opening, path, errno) }
    guard StoreLock.isTaken(opened) else {
      let holder = StoreLock.holder(opened)
      close(opened)
      throw StoreFault(.opening, .inUse(folder, pid: holder))
    }
    let line = Array("\(getpid())\n".utf8)
    ftruncate(opened, 0)
    pwrite(opened, line, line.count, 0)
    file = Mutex(opened)
  }

  deinit { release() }

  func release() {
    file.withLock { file in
      if let file { close(file) }
      file = nil
    }
  }

  /// Takes the lock. Where this very process had it a moment ago, a program that it is just starting may still hold the
  /// descriptor, until it has become that program: that is waited for.
  private static func isTaken(_ file: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      guard holder(file) == Int(getpid()) else { return false }
      usleep(10_000)
    }
    return false
  }

  private static func holder(_ file: Int32) -> Int {
    var buffer = [UInt8](repeating: 0, count: 20)
    let count = pread(file, &buffer, buffer.count, 0)
    let digits = buffer.prefix(max(count, 0)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
