import Administration
import ArgumentParser
import Diagnostics
import Expressions
import Instruments
import Screens
import Storage
import TerminalUI
import Texts

/// `synak session`: what happened in one.
struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Look into a session.",
    discussion: "Example:  synak session show 3f9a12c4 -l ky",
    subcommands: [Show.self])

  struct Show: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replay a session step by step, with the time at each question.",
      discussion: """
        The session is replayed from its log: every answer with what stood there before, every pause, every change of
        language, and how long each question was on the screen. `synak list sessions` shows which there are; the first
        digits of one are enough. Anonymous sessions have no steps to show: only their answers were kept.

        Example:  synak session show 3f9a12c4 -l ky
        """)

    @Argument(help: ArgumentHelp("The first digits of the session.", valueName: "session"))
    var session: String

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      try reportingFaults(in: language) {
        let records = try office.store.sessions(SessionFilter(school: office.school))
        let found = records.filter { $0.id.hex.hasPrefix(session.lowercased()) }
        guard found.count == 1, let record = found.first else {
          throw Failure(
            of: found.isEmpty ? SessionFinding.unknownSession : .severalSessions, found: session,
            arguments: ["n": String(found.count)], in: language)
        }
        guard let journal = try office.store.journal(of: record.id),
          let instrument = try office.instrument(record.instrument), let history = journal.history(of: instrument)
        else { throw Failure(of: SessionFinding.noSteps, found: session, in: language) }
        let name = [record.id.hex.prefix(8).description, record.person?.text ?? "", record.state.rawValue]
        let page = SessionPage(
          name.filter { !$0.isEmpty }.joined(separator: " · "), of: instrument, plan: history.plan, log: history.log)
        Output.print(page.page(in: language).text(width: 80, glyphs: .unicode))
      }
    }
  }
}
