import Glibc

/// Clocks and medians.
enum Clock {
  /// CPU seconds of this process so far.
  static var cpu: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  /// Seconds of a clock that never goes back.
  static var wall: Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The median CPU time of `runs` runs, in milliseconds, after a warm-up of a tenth of them.
  static func median(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
    for _ in 0..<max(1, runs / 10) { try body() }
    var times: [Double] = []
    for _ in 0..<runs {
      let start = cpu
      try body()
      times.append((cpu - start) * 1000)
    }
    return times.quantile(0.5)
  }
}

extension [Double] {
  /// The value below which this share of the values lies.
  func quantile(_ share: Double) -> Double {
    let ordered = sorted()
    return ordered.isEmpty ? .nan : ordered[Swift.min(count - 1, Int(share * Double(count)))]
  }
}
