/// What a terminal tells the program.
package enum TerminalEvent: Sendable, Equatable {
  case key(Key)
  /// Text pasted in one piece, already `SafeText`: lines are parted by "\n", at most 64 KB.
  case paste(String)
  /// The terminal has this size now. The frame must be rendered anew.
  case resize(Size)
  /// The session can't go on: the person or the terminal is gone, or the program was asked to end. Repeated at each call.
  case hangup(HangupReason)
  /// Nothing happened within the time given.
  case tick
}

/// Why a terminal hung up.
package enum HangupReason: Sendable, Hashable {
  /// End of file, a closed window, a broken connection.
  case closed
  /// A signal that asks to end: SIGINT, SIGTERM, SIGHUP or SIGQUIT.
  case signal(Int32)

  /// The status with which a program ends by custom: 128 and the number of the signal, of SIGHUP when it is gone.
  package var exitStatus: Int32 {
    switch self {
    case .closed: 128 + 1
    case .signal(let number): 128 + number
    }
  }
}
