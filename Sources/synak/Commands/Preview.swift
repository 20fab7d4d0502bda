import Administration
import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Instruments
import Screens
import Storage
import TerminalUI
import Texts
import XML

/// `synak preview`: an instrument as a respondent will see it, before it is published.
struct Preview: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Try an unpublished file on the respondent's screen; nothing is stored.",
    discussion: """
      The screen is the respondent's own. Beside it stand the conditions of what is asked with their values (F6 shows the
      score so far instead). F7 goes to any question, F8 begins anew, F4 changes the language. Save the file in your editor
      and the preview reads it again, with the answers that it still takes.

      Examples:
        synak preview survey.xml --at why_not -l ky
        synak preview survey.xml --input grade=4
      """)

  @Argument(help: ArgumentHelp("A file, or the id of a shipped instrument.", valueName: "instrument"))
  var instrument: String

  @Option(help: ArgumentHelp("Where to begin.", valueName: "id"))
  var at: String?

  @Option(help: ArgumentHelp("What is drawn by chance follows from this number.", valueName: "n"))
  var seed: UInt64 = 1

  @OptionGroup var given: InputOptions
  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let environment = terminal.environment
    let checked = try InstrumentChoice(name: instrument).checked(language)
    guard environment.mode == .fullScreen else {
      throw Failure(.noTerminal, in: language, code: Status.usage)
    }
    let form = checked.delivery.form
    let inputs = form.values(of: try given.typed(for: form, in: language))
    let plan = SessionPlan(of: checked, seed: seed, today: .ofMachine, inputs: inputs)
    if let notice = InputOptions.notice(of: plan, given: inputs, in: language) { Output.error(notice) }
    var state = PreviewState(
      checked, seed: seed, today: .ofMachine, inputs: inputs, language: languages.chosen,
      size: environment.fallbackSize,
      looks: Looks(
        isLarge: terminal.large, pictures: PictureFolder.shelf(of: form, beside: instrument, on: environment))
    )
    if let at, !state.go(toID: Symbol(at), at: .start) {
      throw Failure(
        of: WorkshopFinding.unknownElement, found: at,
        suggestion: Similarity.nearest(to: at, among: checked.delivery.items.map(\.item.id.text)), in: language)
    }
    let watch = FileWatch(path: instrument)
    try reportingFaults(in: language) {
      var device = try Terminal(.controlling, environment: environment)
      let driver = PreviewDriver(glyphs: environment.glyphs, clock: Conduct.clock) {
        watch.changed().map { Self.reload($0, instrument, language) }
      }
      driver.run(state, on: &device)
      device.close()
    }
  }

  private static func reload(_ bytes: [UInt8], _ file: String, _ language: Language) -> PreviewState.Reload {
    let outcome = InstrumentCheck.check(bytes, file: file, datasets: nil)
    if let instrument = outcome.instrument { return .changed(instrument) }
    let rendering = Rendering(language: language)
    return .broken(outcome.findings.filter { $0.severity == .error }.sortedByPlace.map { rendering.text(of: $0) })
  }
}
