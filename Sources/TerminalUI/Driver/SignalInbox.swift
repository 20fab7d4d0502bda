import CTerminal
import Glibc

/// The signals that came, as data (see `CTerminal.h`).
///
/// One at a time in a process; giving it up restores the handlers.
struct SignalInbox: ~Copyable {
  /// Readable while signals wait.
  let descriptor: Int32

  /// Fails with `errno`; EBUSY when one is open.
  init() throws(TerminalError) {
    let opened = cterminal_signals_open()
    guard opened >= 0 else { throw errno == EBUSY ? .alreadyOpen : .cannotHearSignals(errno) }
    descriptor = opened
  }

  deinit { cterminal_signals_close() }

  struct Notes {
    /// SIGINT, SIGTERM, SIGHUP or SIGQUIT, the first of them.
    var end: Int32?
    var suspend = false
    var continued = false
    var resized = false
  }

  /// Takes the signals noted so far.
  func take() -> Notes {
    let bits = cterminal_signals_take()
    return Notes(
      end: Self.ending(bits), suspend: Self.has(SIGTSTP, bits), continued: Self.has(SIGCONT, bits),
      resized: Self.has(SIGWINCH, bits))
  }

  var isAskedToEnd: Bool { Self.ending(cterminal_signals_peek()) != nil }

  private static func ending(_ bits: UInt64) -> Int32? {
    [SIGHUP, SIGTERM, SIGINT, SIGQUIT].first { has($0, bits) }
  }

  private static func has(_ number: Int32, _ bits: UInt64) -> Bool { bits & (1 << UInt64(number)) != 0 }
}
