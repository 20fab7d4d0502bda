import ArgumentParser
import Foundation

/// Synak's commands. What each does is in `Commands`, a file a command; nothing else is decided here.
@main
struct Synak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synak",
    abstract: "Tests, surveys and observations in a terminal, and the indicators that come of them.",
    discussion: """
      A methodist writes an instrument in XML, `check` finds every mistake in it, `take` administers it, and `board` shows
      what the answers say about the school.

      Try it:  synak demo
      """,
    version: "0.1.0",
    subcommands: [
      New.self, Check.self, Explain.self, Preview.self, MapCommand.self, Diff.self, Publish.self, FormatCommand.self,
      Translate.self, Print.self,
      CodebookCommand.self, BankCommand.self, Assemble.self,
      Take.self, RoomCommand.self, Kiosk.self, Proctor.self, RegisterCommand.self, CodesCommand.self, Demo.self,
      BoardCommand.self, ListCommand.self, SessionCommand.self, Judge.self, ExportCommand.self,
      SchemaCommand.self,
    ])

  static func main() {
    var language = LanguageOptions.ofProcess
    let status: Int32
    do {
      var command = try parseAsRoot()
      if let speaking = command as? any SpeakingCommand { language = speaking.languages.language }
      try command.run()
      status = Status.done
    } catch let exit as ExitCode {
      status = exit.rawValue
    } catch let failure as Failure {
      Output.error(failure.text)
      status = failure.code
    } catch {
      let text = fullMessage(for: error)
      let code = exitCode(for: error)
      if code.isSuccess { Output.print(text) } else { Output.error(text) }
      status = code == .validationFailure ? Status.usage : code.rawValue
    }
    if let number = Output.failure {
      let lost = Failure.outputLost(number, in: language)
      Output.error(lost.text)
      Foundation.exit(lost.code)
    }
    Foundation.exit(status)
  }
}

/// What a command exits with: scripts tell mistakes of people from faults of machines.
enum Status {
  static let done: Int32 = 0
  static let mistakes: Int32 = 1
  static let usage: Int32 = 2
  static let fault: Int32 = 3
}
