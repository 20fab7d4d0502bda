import Glibc

/// The world as it is.
extension StoreEnvironment {
  /// The machine's clocks, its random source and its disk.
  package static func system(folder: String) -> StoreEnvironment {
    StoreEnvironment(
      folder: folder, wall: { milliseconds(CLOCK_REALTIME) }, monotonic: { milliseconds(CLOCK_BOOTTIME) },
      random: { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      },
      freeBytes: { folder in
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
      })
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
