import Foundation
import Glibc
import TerminalTesting

/// A run of the real program without any terminal: what it said, how it ended, and what it cost.
struct Run {
  var status: ExitStatus
  var output: String
  var error: String
  /// Seconds of user and system time.
  var processorSeconds: Double
  /// The most memory that it held at once (`ru_maxrss`), in kilobytes.
  var peakKilobytes: Int

  /// All that it said, whichever way.
  var said: String { output + error }

  /// What it exited with; -1 where a signal ended it.
  var code: Int32 { if case .exited(let code) = status { code } else { -1 } }

  enum Failure: Error { case notStarted(String, Int32), endless(String) }

  /// Runs a program to its end, in a session of its own, so that no terminal of the tests' is within its reach.
  ///
  /// `input` is what stands at its standard input; nil is the end of an empty file.
  init(_ program: Program, input: String? = nil, seconds: Double = 60) throws {
    let folder = try TemporaryFolder()
    try (input ?? "").write(toFile: folder.path + "/in", atomically: false, encoding: .utf8)
    let process = try Self.start(program, in: folder.path)
    let end = Date(timeIntervalSinceNow: seconds)
    var raw: Int32 = 0
    var usage = rusage()
    while wait4(process, &raw, WNOHANG, &usage) == 0 {
      if Date() > end {
        kill(process, SIGKILL)
        waitpid(process, &raw, 0)
        throw Failure.endless(program.arguments.joined(separator: " "))
      }
      usleep(1_000)
    }
    status = ExitStatus(waitStatus: raw)
    processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peakKilobytes = Int(usage.ru_maxrss)
    output = Self.text(folder.path + "/out")
    error = Self.text(folder.path + "/err")
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  private static func start(_ program: Program, in folder: String) throws -> Int32 {
    let started = program.start { actions in
      posix_spawn_file_actions_addopen(&actions, 0, folder + "/in", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, folder + "/out", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, folder + "/err", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    guard started.error == 0 else { throw Failure.notStarted(program.path, started.error) }
    return started.process
  }
}

/// A folder that is gone with its owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/synak-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Bytes and characters that steer a terminal: what no output of the program may hold.
func steeringCharacters(in text: String) -> [String] {
  text.unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }.map { "U+" + String($0.value, radix: 16, uppercase: true) }
}
