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

/// `synak take`: one session of one instrument.
struct Take: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: "Sit a test, answer a survey, fill in an observation.",
    discussion: """
      INSTRUMENT is a file, or the id of a published or shipped instrument. Every confirmed answer is on the disk before the
      next question is shown; a session that was broken off goes on where it stood.

      Examples:
        synak take math-4-diagnostic --person u-0007
        synak take instruments/parent-survey.xml -l ru
        synak take mine.xml --person u-0007 --input grade=4
        synak take parents-2025 --class 4-б             (unnamed, of a class)
        synak take math-4-diagnostic --person u-0007 --answers answers.txt     (lines like "m1 623")
      """)

  @Argument(help: ArgumentHelp("A file, or the id of an instrument.", valueName: "instrument"))
  var instrument: String

  @Option(help: ArgumentHelp("Who answers: a pseudonym of the register.", valueName: "id"))
  var person: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "The class of somebody unnamed: the grade and the language of instruction that all of it share go with it.",
      valueName: "4-а"))
  var schoolClass: String?

  @Option(help: ArgumentHelp("Whoever holds this access code.", valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp("Take the answers from a file (- for standard input) instead of asking.", valueName: "file"))
  var answers: String?

  @Flag(help: "Begin another attempt where the last one was handed in.")
  var again = false

  @Flag(help: "Bring the session here from the terminal that has it.")
  var takeOver = false

  @Flag(help: "No way out but handing in.")
  var kiosk = false

  @OptionGroup var given: InputOptions
  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var school: SchoolOptions
  @OptionGroup var languages: LanguageOptions

  func validate() throws {
    if person != nil, schoolClass != nil {
      throw ValidationError("--class is of somebody unnamed; of --person the register knows it.")
    }
    if code != nil, person != nil || schoolClass != nil || again {
      throw ValidationError("--code says who it is and which attempt.")
    }
  }

  func run() throws {
    let language = languages.language
    let lines = try answers.map { try InputFile.lines($0, in: language) }
    if lines == nil, terminal.environment.mode == .scripted {
      throw Failure(.noTerminal, in: language, code: Status.usage)
    }
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    let instrument = try InstrumentChoice(name: instrument).published(in: office, language)
    let conduct = Conduct(
      office: office, instrument: instrument, today: school.day, terminal: AtTerminal.name,
      language: language)
    let inputs = try given.typed(for: instrument.delivery.form, in: language)
    let sitting: Sitting
    let respondent: Respondent
    if let code {
      (sitting, respondent) = try conduct.seated(code: code, takesOver: takeOver, inputs: inputs)
    } else {
      respondent = try self.respondent(conduct, ofClass: schoolClass ?? inputs["class"])
      sitting = try conduct.seated(respondent, takesOver: takeOver, again: again, inputs: inputs)
    }
    let values = sitting.session.plan.delivery.form.values(of: inputs)
    if let notice = InputOptions.notice(of: sitting.session.plan, given: values, in: language) { Output.error(notice) }
    let begins = startLanguage(of: respondent, sitting)

    let isFirst = try conduct.isFirst(respondent)
    let outcome = try reportingFaults(in: language) { try play(lines, sitting, conduct, begins, isFirst: isFirst) }
    if let fault = outcome.failure as? StoreFault { throw Failure(fault, in: language) }
    guard case .sealed = outcome.exit else {
      Output.print((respondent.person == nil && code == nil ? TakePhrase.keptUnnamed : .kept).text(in: language))
      if lines != nil { throw ExitCode(Status.mistakes) }
      return
    }
    let result = try conduct.result(of: outcome.sitting)
    let page = ResultPage(
      result.session, of: instrument, sheet: result.sheet, boards: (result.before, result.after)
    ).page(in: outcome.sitting.session.state.language.spoken)
    Output.print(page.text(width: terminal.environment.fallbackSize.columns, glyphs: terminal.environment.glyphs))
  }

  /// - Parameter name: The class of somebody unnamed, by its option or as an input: a class too small is refused either way.
  private func respondent(_ conduct: Conduct, ofClass name: String?) throws -> Respondent {
    guard let person else { return try name.map { try conduct.respondent(ofClass: $0) } ?? .anonymous }
    let entries = try reportingFaults(in: conduct.language) {
      try conduct.office.store.register(of: conduct.office.school)
    }
    guard let entry = entries.last(where: { $0.person.text == person }) else {
      throw Failure(
        .unknownPerson, found: person, suggestion: Similarity.nearest(to: person, among: entries.map(\.person.text)),
        in: conduct.language)
    }
    // An anonymous survey is never told who answers.
    return conduct.instrument.delivery.form.isAnonymous ? .anonymous : Respondent(entry)
  }

  /// The language that was asked for, else the respondent's own.
  private func startLanguage(of respondent: Respondent, _ sitting: Sitting) -> Language? {
    if sitting.isResumed { return nil }
    return languages.chosen ?? respondent.language.flatMap { Language(rawValue: $0.text) }
  }

  private func play(
    _ lines: [String]?, _ sitting: Sitting, _ conduct: Conduct, _ begins: Language?, isFirst: Bool
  ) throws -> AtTerminal.Outcome {
    let environment = terminal.environment
    let speaker = TerminalOptions.speaker
    if let lines { return try script(lines, sitting, conduct, begins) }
    switch environment.mode {
    case .fullScreen, .scripted:  // what is scripted has its lines
      return try AtTerminal.withErrorsAside(in: school.storeFolder) {
        var device = try Terminal(.controlling, environment: environment, isKiosk: kiosk)
        let outcome = try AtTerminal.run(
          sitting, of: conduct, language: begins, isKiosk: kiosk, glyphs: environment.glyphs,
          looks: terminal.looks(of: sitting.session, file: instrument, speaker, isFirst: isFirst),
          speaker: speaker,
          on: &device)
        device.close()
        return outcome
      }
    case .lineMode:
      var device = try LineTerminal(input: STDIN_FILENO, output: STDOUT_FILENO)
      return try AtTerminal.runLines(
        sitting, of: conduct, language: begins,
        looks: terminal.looks(of: sitting.session, file: instrument, nil, isFirst: isFirst),
        on: &device)
    }
  }

  /// Answers from a file: the same session, no questions asked.
  private func script(
    _ lines: [String], _ sitting: Sitting, _ conduct: Conduct, _ begins: Language?
  ) throws -> AtTerminal.Outcome {
    var sitting = sitting
    var runner = ScriptedRunner(sitting.session, at: sitting.session.state.now, language: begins)
    for line in lines {
      runner.take(line, at: sitting.session.state.now)
      try conduct.keep(runner.takeEvents(), in: &sitting)
    }
    runner.finish(at: sitting.session.state.now)
    try conduct.keep(runner.takeEvents(), in: &sitting)
    for finding in runner.findings { Output.error(finding.words(in: conduct.language, runner.session)) }
    guard case .sealed(let reason) = sitting.session.state.phase else {
      return AtTerminal.Outcome(sitting: sitting, exit: .left)
    }
    return AtTerminal.Outcome(sitting: sitting, exit: .sealed(reason))
  }
}

extension InputFile {
  /// The lines of a file, or of standard input where the path is `-`.
  static func lines(_ path: String, in language: Language) throws -> [String] {
    guard path == "-" else {
      return String(decoding: try read(path, in: language), as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(String.init)
    }
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    return lines
  }
}

/// What `take` says after a session.
enum TakePhrase: PhraseCatalogue {
  case kept, keptUnnamed

  var template: Template {
    switch self {
    case .kept:
      Template(
        ky: "Жооптор сакталды. Ошол эле буйрук менен улантсаңыз болот.",
        ru: "Ответы сохранены. Продолжить можно той же командой.",
        en: "The answers are kept. The same command goes on with them.")
    case .keptUnnamed:
      Template(
        ky: "Иш тапшырылган жок. Аты көрсөтүлбөгөндүктөн (--person), аны эч ким уланта албайт.",
        ru: "Работа не сдана. Имя не указано (--person), поэтому продолжить её никто не сможет.",
        en: "The work is not handed in. No name was given (--person), so nobody can go on with it.")
    }
  }
}
