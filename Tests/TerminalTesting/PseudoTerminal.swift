import CTerminal
import Glibc

/// A program on a terminal of its own, as a person would use it, for tests of real binaries.
///
/// The program leads a session whose controlling terminal is a fresh pseudo-terminal; what it writes goes to an emulator,
/// whose screen the tests read. Nothing is read between calls, so wait for what should be seen:
///
///     let terminal = try PseudoTerminal(.built("synak", ["demo"]))
///     try terminal.waitFor("1 / 20")
///     terminal.send("2\r")
///     try terminal.waitFor("2 / 20")
///     terminal.kill(SIGKILL)
///     let status = try terminal.waitForExit()
///
/// Wait on the screen, never on time: every wait returns as soon as it can, and fails with the screen in its message.
/// Use one from one thread only. What is still running at the end is killed with all its session.
package final class PseudoTerminal {
  /// A wait that didn't come true, or a program that couldn't be started.
  package enum Failure: Error, CustomStringConvertible {
    case system(String, errno: Int32)
    case notSeen(String, screen: [String], status: ExitStatus?)

    package var description: String {
      switch self {
      case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
      case .notSeen(let what, let screen, let status):
        "waited in vain for \(what); program: \(status.map { "\($0)" } ?? "running"); screen:\n"
          + screen.joined(separator: "\n")
      }
    }
  }

  /// Seconds that a wait lasts unless told otherwise: long, for machines where much else runs.
  package static let patience = 20.0

  package let emulator: Emulator
  /// All bytes that the program wrote.
  package private(set) var transcript: [UInt8] = []
  package private(set) var modes = PrivateModes()
  /// How the program ended, once a wait has noticed.
  package private(set) var status: ExitStatus?
  /// Whatever must live as long as the terminal does, such as the owner of a folder in which the program works.
  package var belongings: AnyObject?
  /// The program's process, which is also its session and its first process group.
  package let process: Int32

  private var master: Int32
  /// Held open, so that nothing that the program wrote is lost at its end, and the line's modes can be read afterwards.
  private var slave: Int32
  private let modesBefore: termios

  package init(_ program: Program, columns: Int = 80, rows: Int = 24) throws(Failure) {
    var name = [CChar](repeating: 0, count: 128)
    master = cterminal_open_master(&name, name.count)
    guard master >= 0 else { throw .system("posix_openpt", errno: errno) }
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var before = termios()
    guard slave >= 0, tcgetattr(slave, &before) == 0, cterminal_set_size(master, Int32(columns), Int32(rows)) == 0
    else { throw .system("opening the slave", errno: errno) }
    modesBefore = before
    emulator = Emulator(columns: columns, rows: rows)
    process = try Self.start(program, on: name)
  }

  deinit {
    if status == nil {
      Glibc.kill(-process, SIGKILL)
      Glibc.kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    hangUp()
  }

  /// The screen, a line a row, without trailing blanks.
  package var screen: [String] { emulator.lines }

  /// Whether a text stands somewhere on the screen, in one row.
  ///
  /// Blanks at the end of a row count for nothing.
  package func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  /// The line edits, echoes and makes signals as it did before the program: no raw mode was left behind.
  package var isCooked: Bool {
    var now = termios()
    guard slave >= 0, tcgetattr(slave, &now) == 0 else { return false }
    return now.c_lflag == modesBefore.c_lflag && now.c_iflag == modesBefore.c_iflag
      && now.c_oflag == modesBefore.c_oflag && now.c_cflag == modesBefore.c_cflag
  }

  /// The terminal is as it was before the program: line modes, screen, cursor, paste, wrapping.
  package var isGivenBack: Bool { isCooked && modes.areAsBefore }
}

extension PseudoTerminal {
  /// Types these bytes.
  package func send(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count, master >= 0 {
      // A program that writes and doesn't read would else stop both sides.
      pump(milliseconds: 0)
      let count = bytes[done...].withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 { done += count } else if errno != EINTR && errno != EAGAIN { return }
    }
  }

  /// Types this text; "\r" is the Enter key.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Changes the size of the window; the program gets SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    pump(milliseconds: 0)
    emulator.resize(columns: columns, rows: rows)
    _ = cterminal_set_size(master, Int32(columns), Int32(rows))
  }

  /// Says how many dots a cell has, as terminals with graphics do.
  package func tellCell(width: Int, height: Int) {
    _ = cterminal_set_cell(master, Int32(width), Int32(height))
  }

  /// Sends a signal to the program itself.
  package func kill(_ signal: Int32) {
    if status == nil { Glibc.kill(process, signal) }
  }

  /// Closes the window: the program loses its terminal and gets SIGHUP.
  ///
  /// The screen stays as it was.
  package func hangUp() {
    if master >= 0 { close(master) }
    if slave >= 0 { close(slave) }
    master = -1
    slave = -1
  }

  /// Waits until a text stands on the screen in one row.
  package func waitFor(_ text: String, seconds: Double = patience) throws(Failure) {
    try waitUntil("“\(text)”", seconds: seconds) { $0.shows(text) }
  }

  /// Waits until something holds of the screen (or of the modes, the transcript).
  ///
  /// `what` names it in the failure.
  package func waitUntil(
    _ what: String, seconds: Double = patience, _ holds: (PseudoTerminal) -> Bool
  ) throws(Failure) {
    let end = Self.now() + seconds
    var isSettled = false
    while true {
      if holds(self) { return }
      if isSettled || Self.now() >= end { throw .notSeen(what, screen: screen, status: status) }
      pump(milliseconds: 20)
      notice()
      // After its end nothing new comes but what the line still holds.
      isSettled = status != nil && !drain()
    }
  }

  /// Waits for the end of the program, and reads all that it wrote.
  @discardableResult
  package func waitForExit(seconds: Double = patience) throws(Failure) -> ExitStatus {
    let end = Self.now() + seconds
    while true {
      notice()
      if let status {
        _ = drain()
        return status
      }
      if Self.now() >= end { throw .notSeen("the program's end", screen: screen, status: nil) }
      pump(milliseconds: 5)
    }
  }

  /// Reads what the program writes, for at most this long, ending at the first bytes.
  ///
  /// For those who measure.
  @discardableResult
  package func pump(milliseconds: Int32) -> Int {
    guard master >= 0 else {
      usleep(UInt32(max(0, milliseconds)) * 1000)
      return 0
    }
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0, polled.revents & Int16(POLLIN) != 0 else { return 0 }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return 0 }
    let bytes = Array(buffer[..<count])
    transcript += bytes
    modes.read(bytes)
    let answer = emulator.show(bytes)
    if !answer.isEmpty { _ = answer.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }
    return count
  }

  /// Reads what any of these programs write, for at most this long, ending at the first bytes; gives the indices of those
  /// that wrote.
  package static func pump(anyOf terminals: [PseudoTerminal], milliseconds: Int32) -> [Int] {
    var polled = terminals.map { pollfd(fd: $0.master, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return [] }
    return terminals.indices.filter {
      polled[$0].revents & Int16(POLLIN) != 0 && terminals[$0].pump(milliseconds: 0) > 0
    }
  }

  /// Whether anything was still there.
  private func drain() -> Bool {
    var any = false
    while pump(milliseconds: 0) > 0 { any = true }
    return any
  }

  private func notice() {
    guard status == nil else { return }
    var raw: Int32 = 0
    if waitpid(process, &raw, WNOHANG) == process { status = ExitStatus(waitStatus: raw) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension PseudoTerminal {
  private static func start(_ program: Program, on slave: [CChar]) throws(Failure) -> Int32 {
    let started = program.start { actions in
      // The first terminal that a session's leader opens becomes its controlling terminal.
      posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      if let file = program.standardError {
        posix_spawn_file_actions_addopen(&actions, 2, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      } else {
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
      }
    }
    guard started.error == 0 else { throw .system("starting \(program.path)", errno: started.error) }
    return started.process
  }
}
