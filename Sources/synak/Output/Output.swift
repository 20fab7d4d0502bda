import Glibc
import Synchronization
import TerminalUI

/// Everything that commands print goes through here: one filter stands before the terminal, whatever a file, a name or an
/// answer holds.
enum Output {
  static func print(_ text: String) { write(SafeText.block(text).string + "\n", to: STDOUT_FILENO) }

  static func error(_ text: String) { write(SafeText.block(text).string + "\n", to: STDERR_FILENO) }

  /// Bytes as they are: files that are asked for on standard output.
  static func raw(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        let number = errno
        if number == EINTR { continue }
        if !isReaderGone(number, descriptor), descriptor == STDOUT_FILENO { fault.withLock { $0 = $0 ?? number } }
        return
      }
      rest = rest.dropFirst(count)
    }
  }

  /// The error number with which standard output failed; nil where everything was written, or where nobody is left to read
  /// it. A command whose output is lost has failed, whatever else it did.
  static var failure: Int32? { fault.withLock { $0 } }

  private static let fault = Mutex<Int32?>(nil)

  /// A pipe that was closed, a terminal that was hung up.
  private static func isReaderGone(_ number: Int32, _ descriptor: Int32) -> Bool {
    if number == EPIPE { return true }
    var status = stat()
    return number == EIO && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }

  private static func write(_ text: String, to descriptor: Int32) { raw(Array(text.utf8), to: descriptor) }
}
