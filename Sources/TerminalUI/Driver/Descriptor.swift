import Glibc

/// Reading, writing and waiting on file descriptors, with interruptions and short writes taken care of.
enum Descriptor {
  enum Reading: Equatable {
    case bytes([UInt8])
    /// Nothing now.
    case nothing
    /// End of file, or the other side is gone.
    case end
  }

  /// Reads what is there, at most `limit` bytes, without waiting (call it after `wait` said that it is readable).
  static func read(_ descriptor: Int32, limit: Int = 4096) -> Reading {
    var count = 0
    var error: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, limit)
        error = count < 0 ? errno : 0
      } while error == EINTR
      initialized = max(0, count)
    }
    if count > 0 { return .bytes(bytes) }
    return error == EAGAIN ? .nothing : .end
  }

  /// What `wait` found.
  struct Ready: OptionSet {
    let rawValue: UInt8
    static let input = Ready(rawValue: 1)
    static let signals = Ready(rawValue: 2)
    static let closed = Ready(rawValue: 4)
    static let output = Ready(rawValue: 8)
  }

  /// Waits until `descriptor` can be read (or written, with `forOutput`) or a signal was noted; nothing after the time.
  static func wait(_ descriptor: Int32, signals: Int32, milliseconds: Int32, forOutput: Bool = false) -> Ready {
    let wanted = Int16(forOutput ? POLLOUT : POLLIN)
    var polled = [
      pollfd(fd: descriptor, events: wanted, revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, 2, milliseconds) > 0 else { return [] }
    var ready: Ready = []
    if polled[0].revents & wanted != 0 { ready.insert(forOutput ? .output : .input) }
    // What was typed before the end is still read first.
    if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { ready.insert(.closed) }
    if polled[1].revents & Int16(POLLIN) != 0 { ready.insert(.signals) }
    return ready
  }

  /// Writes all.
  ///
  /// False when the other side is gone, or takes nothing and a signal asks to end or `patience` (ms) is over.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, signals: borrowing SignalInbox, patience: Int64? = nil
  ) -> Bool {
    let end = patience.map { now() + $0 }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count >= 0 {
        done += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        if signals.isAskedToEnd { return false }
        if let end, now() >= end { return false }
        _ = wait(descriptor, signals: -1, milliseconds: 100, forOutput: true)
      default: return false
      }
    }
    return true
  }

  /// Milliseconds of the monotonic clock: only to tell a lone ESC from a cut sequence and to keep time-outs.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
