// A program for tests: it shows what comes from the terminal, and crashes when told to.
//
//   terminal-probe            full screen; Ctrl-C ends it, F-keys crash it (see `Probe.obey`)
//   terminal-probe kiosk      the same, deaf to SIGTSTP
//   terminal-probe lines      line mode; "bye" ends it

import Foundation
import TerminalUI

@main
enum TerminalProbe {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "lines": exit(try readLines())
    case "kiosk": exit(try Probe.run(isKiosk: true))
    default: exit(try Probe.run(isKiosk: false))
    }
  }

  private static func readLines() throws -> Int32 {
    var terminal = try LineTerminal()
    terminal.write("pid \(getpid())\n> ")
    while true {
      switch terminal.nextLine() {
      case .line("bye"): return 0
      case .line(let line): terminal.write("read <\(line)>\n> ")
      case .tooLong: terminal.write("too long\n> ")
      case .tick: continue
      case .hangup(let reason):
        terminal.write("hangup \(reason.exitStatus)\n")
        return reason.exitStatus
      }
    }
  }
}

/// The full-screen probe: its state is the list of what happened.
struct Probe {
  private var happened: [String] = []
  private var ticks = 0
  private var size: Size

  static func run(isKiosk: Bool) throws -> Int32 {
    let environment = TerminalEnvironment(
      variables: ProcessInfo.processInfo.environment, inputIsTerminal: true, outputIsTerminal: true)
    var terminal = try Terminal(environment: environment, isKiosk: isKiosk)
    var probe = Probe(size: terminal.size)
    while true {
      terminal.show(probe.render())
      for event in terminal.nextEvents(timeoutMilliseconds: 1000) {
        if let status = probe.obey(event) {
          // `exit` runs no deinit.
          terminal.close()
          return status
        }
      }
    }
  }

  private init(size: Size) { self.size = size }

  private mutating func obey(_ event: TerminalEvent) -> Int32? {
    switch event {
    case .tick:
      ticks += 1
      return nil
    case .hangup(let reason): return reason.exitStatus
    case .resize(let now): size = now
    case .key(.control("c")): return 0
    case .key(.function(5)): fatalError("the probe was told to")
    case .key(.function(6)): UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .key(.function(7)): abort()
    case .key(.function(8)): exit(3)
    case .key(.function(9)): print(Self.overflow(1))
    case .key(.function(10)): raise(SIGBUS)
    case .key(.function(11)): raise(SIGFPE)
    case .key(.function(12)): while true { sleep(60) }
    default: break
    }
    happened.append("\(event)")
    return nil
  }

  /// Not a tail call, so that the stack really ends.
  @inline(never)
  private static func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) &* 3 &+ depth }

  private func render() -> Frame {
    var frame = Frame(size: size)
    frame.write(
      "probe \(getpid()) \(size.columns)x\(size.rows) ticks \(ticks) Ңң Өө Үү 漢字", row: 0, column: 0, style: .bold)
    for (row, line) in happened.suffix(max(0, size.rows - 1)).enumerated() {
      frame.write(line, row: row + 1, column: 0, style: row.isMultiple(of: 2) ? .plain : .reverse)
    }
    frame.cursor = Position(row: 0, column: 0)
    return frame
  }
}
