import ArgumentParser
import TerminalUI

extension Theme: ExpressibleByArgument {}

/// How a person sits at the terminal.
struct TerminalOptions: ParsableArguments {
  @Flag(help: "Line by line, for screen readers and very old terminals.")
  var lines = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "No colours.")
  var noColour = false

  @Option(help: "The colours of the screen, also by SYNAK_THEME.")
  var theme: Theme?

  @Flag(help: "Large print: one thing a screen, bold, with wide margins (F12 while one answers).")
  var large = false

  @Flag(help: "Let a test be read aloud too (F9), by espeak-ng: for whom that is granted. Surveys are read to anybody.")
  var aloud = false

  @Flag(
    name: .customLong("no-tutorial"),
    help: "Begin without the practice question that shows the keys (also SYNAK_TUTORIAL=no).")
  var noTutorial = false

  var environment: TerminalEnvironment {
    .ofProcess(wishes: TerminalEnvironment.Wishes(lineMode: lines, ascii: ascii, noColour: noColour, theme: theme))
  }
}
