import Foundation
import Glibc
import TerminalUI

extension TerminalEnvironment {
  /// The surroundings of this process: the one place that reads them.
  static func ofProcess(wishes: Wishes = Wishes()) -> TerminalEnvironment {
    TerminalEnvironment(
      variables: ProcessInfo.processInfo.environment, inputIsTerminal: isatty(STDIN_FILENO) == 1,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1, wishes: wishes)
  }
}
