import Foundation
import Glibc
import TerminalUI

/// Keeps a kiosk going: a process for each person, and the terminal put in order after each, however it ended.
///
/// No key reaches this process: the one in front takes them all, and the signals that keys make are ignored here.
struct KioskKeeper {
  /// What leaves nothing of the last person on the screen, nor in what can be scrolled back: attributes, modes, the
  /// alternate screen, both buffers.
  private static let clean = "\u{1B}[0m\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l\u{1B}[H\u{1B}[2J\u{1B}[3J"
  /// Microseconds between two persons; longer where the program ends by itself at once.
  private static let pause: UInt32 = 200_000
  private static let longPause: UInt32 = 3_000_000

  func keep() {
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] { signal(number, SIG_IGN) }
    // A crashed program asks nobody at the terminal what to do.
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var modes = termios()
    let hasModes = terminal >= 0 && tcgetattr(terminal, &modes) == 0
    var failures = 0
    while true {
      let started = time(nil)
      guard let status = runOne() else { break }
      if hasModes { tcsetattr(terminal, TCSANOW, &modes) }
      let bytes = Array(Self.clean.utf8)
      guard write(terminal >= 0 ? terminal : STDOUT_FILENO, bytes, bytes.count) > 0 else { break }
      if hasModes { tcflush(terminal, TCIFLUSH) }
      failures = status != 0 && time(nil) - started < 2 ? failures + 1 : 0
      usleep(failures > 3 ? Self.longPause : Self.pause)
    }
  }

  /// Runs this program for one person. Its exit status, a signal's number negative; nil where it can't be started.
  private func runOne() -> Int32? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored here is heeded there.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = CommandLine.arguments + ["--once"]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    guard posix_spawn(&child, "/proc/self/exe", nil, &attributes, &pointers, environ) == 0 else { return nil }
    var status: Int32 = 0
    // This process only waits: thirty of them are beside thirty sessions.
    ProgramMemory.settle()
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    let signalled = status & 0x7F
    return signalled == 0 ? (status >> 8) & 0xFF : -signalled
  }
}
