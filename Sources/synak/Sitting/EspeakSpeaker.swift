import Glibc
import Screens
import Texts

/// Reads aloud through espeak-ng, where it is installed: a program of its own that is started for each text and stopped
/// when the person goes on.
final class EspeakSpeaker: Speaker {
  private let program: String
  private var child: pid_t?

  /// A pipe takes this much (bytes) without anybody reading.
  private static let textLimit = 32 << 10

  /// The speaker in one of the folders (`PATH`); nil where it isn't installed.
  static func found(in path: String) -> EspeakSpeaker? {
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let program = "\(folder)/espeak-ng"
      if access(program, X_OK) == 0 { return EspeakSpeaker(program) }
    }
    return nil
  }

  private init(_ program: String) { self.program = program }

  deinit { hush() }

  func speaks(_ language: Language) -> Bool { Self.voice(of: language) != nil }

  /// The voices of espeak-ng 1.51. Tajik has none.
  private static func voice(of language: Language) -> String? {
    switch language {
    case .ky: "ky"
    case .ru: "ru"
    case .en: "en-gb"
    case .uz: "uz"
    case .tg: nil
    }
  }

  func say(_ text: String, in language: Language) {
    hush()
    guard let voice = Self.voice(of: language) else { return }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(writing) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    // The text goes through a pipe: what is asked in a test is nothing for the list of processes. It fits into the pipe,
    // so writing never waits.
    let bytes = Array(text.utf8.prefix(Self.textLimit))
    let isWritten = bytes.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) } == bytes.count
    defer { close(reading) }
    guard isWritten else { return }
    child = spawn(["espeak-ng", "-v", voice, "-s", "150", "--stdin"], input: reading)
  }

  func hush() {
    guard let child else { return }
    self.child = nil
    var status: Int32 = 0
    if waitpid(child, &status, WNOHANG) == child { return }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
  }

  private func spawn(_ arguments: [String], input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // What it has to say about the sound of this machine isn't for the screen.
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    return posix_spawn(&pid, program, &actions, nil, &words, environ) == 0 ? pid : nil
  }
}
