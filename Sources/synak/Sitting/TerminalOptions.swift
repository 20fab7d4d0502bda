import ArgumentParser
import TerminalUI

/// How a person sits at the terminal.
struct TerminalOptions: ParsableArguments {
  @Flag(help: "Line by line, for screen readers and very old terminals.")
  var lines = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "No colours.")
  var noColour = false

  var environment: TerminalEnvironment {
    .ofProcess(wishes: TerminalEnvironment.Wishes(lineMode: lines, ascii: ascii, noColour: noColour))
  }
}
