import Glibc
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
        if errno == EINTR { continue }
        return  // nobody is left to read it
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) { raw(Array(text.utf8), to: descriptor) }
}
