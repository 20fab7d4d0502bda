/// Why a terminal can't be had.
///
/// The numbers are `errno`.
package enum TerminalError: Error, Equatable {
  /// There is no such device, or it may not be opened: this process has no terminal.
  case cannotOpen(path: String, Int32)
  /// What was given is a file, a pipe or a socket.
  case notATerminal
  case cannotSetModes(Int32)
  case cannotHearSignals(Int32)
  /// A process has one terminal at a time: raw mode and signal handlers belong to the process.
  case alreadyOpen
}
