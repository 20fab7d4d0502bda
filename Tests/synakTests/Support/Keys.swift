import TerminalTesting

/// Keys as a terminal sends them.
enum Key: String {
  case enter = "\r"
  case up = "\u{1B}[A"
  case down = "\u{1B}[B"
  case right = "\u{1B}[C"
  case pageUp = "\u{1B}[5~"
  case pageDown = "\u{1B}[6~"
  case end = "\u{1B}[F"
  case backspace = "\u{7F}"
  case controlC = "\u{3}"
  case list = "\u{1B}OQ"
  case flag = "\u{1B}OR"
  case language = "\u{1B}OS"
  case handIn = "\u{1B}[21~"
}

extension PseudoTerminal {
  func press(_ keys: Key...) {
    for key in keys { send(key.rawValue) }
  }

  /// Hands the work in and leaves: what the screen asks, thanks with, and ends as.
  func handIn(asked: String, thanked: String) throws -> ExitStatus {
    press(.handIn)
    try waitFor(asked)
    send("2\r")
    try waitFor(thanked)
    press(.enter)
    return try waitForExit()
  }

  /// Stops in the middle and leaves, to go on later.
  func leave() throws -> ExitStatus {
    press(.controlC)
    try waitFor("1  ")
    send("2\r")
    return try waitForExit()
  }

  /// What stands before a text in the row that ends with it, as `1` in “  ▶ 1 ( ) 56”: the number to press.
  func number(before text: String) -> String {
    let row = screen.last { $0.hasSuffix(" " + text) } ?? ""
    return String(row.drop { !$0.isNumber }.prefix { $0.isNumber })
  }

  /// The number in brackets in the row that ends with a text, as `2` in “  1. (2) 1/4”.
  func bracketed(before text: String) -> String {
    let row = screen.last { $0.hasSuffix(") " + text) } ?? ""
    return String(row.drop { $0 != "(" }.dropFirst().prefix { $0.isNumber })
  }
}
