package import CTerminal
import Glibc

/// A program to be started on a pseudo-terminal.
package struct Program: Sendable {
  package var path: String
  package var arguments: [String]
  /// The whole environment: nothing is inherited, so that tests are the same everywhere.
  package var environment: [String: String]
  /// A file to which standard error is appended; nil leaves it on the terminal.
  package var standardError: String?
  /// The working directory; nil leaves that of the tests.
  package var directory: String?

  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = Program.plainEnvironment,
    standardError: String? = nil, directory: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.standardError = standardError
    self.directory = directory
  }

  /// A UTF-8 terminal of the usual kind, in no language, without the practice question and interactive backtraces.
  package static let plainEnvironment = [
    "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    "SYNAK_TUTORIAL": "no",
  ]

  /// A program that this package builds, beside the running tests.
  ///
  /// Name it as a dependency of the test target, so that it is built before.
  package static func built(
    _ name: String, _ arguments: [String] = [], environment: [String: String] = Program.plainEnvironment
  ) -> Program {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let tests = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = tests.lastIndex(of: "/").map { tests[...$0] } ?? ""
    return Program(folder + name, arguments, environment: environment)
  }
}

extension Program {
  /// Starts the program as the leader of a session of its own, without a terminal, with no signal blocked or ignored.
  ///
  /// `open` says what its descriptors are; none but those are inherited where the tests open theirs close-on-exec. Gives
  /// the process, or an error number other than 0.
  package func start(_ open: (inout posix_spawn_file_actions_t) -> Void) -> (process: Int32, error: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let directory { _ = cterminal_spawn_in(&actions, directory) }
    open(&actions)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | newSession)

    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + self.arguments).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in arguments + variables { free(pointer) } }
    arguments.append(nil)
    variables.append(nil)
    var process: Int32 = 0
    let error = posix_spawn(&process, path, &actions, &attributes, arguments, variables)
    return (process, error)
  }
}

/// How a program ended.
package enum ExitStatus: Sendable, Equatable {
  case exited(Int32)
  case killed(signal: Int32)

  package init(waitStatus status: Int32) {
    self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
  }
}
