import ArgumentParser
import Datasets
import Diagnostics
import Expressions
import Foundation
import Glibc
import Monitoring
import Storage
import Texts

/// `synak export`: answers, scores and facts as files that other programs read.
struct ExportCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Take answers, scores, facts or times out as CSV or JSON, or make a backup.",
    discussion: """
      A cell that a spreadsheet would take for a formula is written so that it stays text. A backup is complete
      and checked; copying the store's files by hand may miss the newest answers.

      Examples:
        synak export answers --output answers.csv
        synak export facts --dataset diag --format json
        synak export times --output times.csv      (seconds at each question, rapid guesses)
        synak export ballots --output ballots.csv  (the answers of anonymous surveys)
        synak export backup --output /media/stick/backup
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable { case answers, scores, facts, times, ballots, backup }
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

  @Argument(help: ArgumentHelp("What to take out.", valueName: "answers|scores|facts|times|ballots|backup"))
  var subject: Subject

  @ArgumentParser.Option(help: "csv or json.")
  var format = Format.csv

  @ArgumentParser.Option(
    name: .shortAndLong, help: ArgumentHelp("Where to, in place of standard output.", valueName: "file"))
  var output: String?

  @ArgumentParser.Option(help: ArgumentHelp("The data set whose facts are meant.", valueName: "id"))
  var dataset = "diag"

  @ArgumentParser.Flag(
    help: "The anonymous surveys are over: release also the last answers, which wait to be five together.")
  var release = false

  @ArgumentParser.OptionGroup var school: SchoolOptions
  @ArgumentParser.OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    if subject == .backup { return try backup(office, language) }
    let table: ExportTable = try reportingFaults(in: language) { try self.table(office, language) }
    let bytes =
      switch format {
      case .csv: CSVWriter(hasByteOrderMark: output != nil).bytes(table)
      case .json: JSONWriter(.array).bytes(table)
      }
    try OutputFile.write(output, bytes, in: language)
  }

  private func table(_ office: Office, _ language: Language) throws -> ExportTable {
    switch subject {
    case .answers: return Export.answers(try office.store.scores(SessionFilter(school: office.school)))
    case .scores: return Export.scores(try office.store.scores(SessionFilter(school: office.school)))
    case .times: return try TimesTable(office).table
    case .ballots: return try ballots(office, languages.language)
    case .facts, .backup:
      guard let definition = office.indicators.dataset(Symbol(dataset)) else {
        let known = office.indicators.definition.datasets.map(\.id.text)
        throw ValidationError(
          "There is no data set “\(dataset)”. There are: \(known.joined(separator: ", ")).")
      }
      return Export.facts(
        try office.store.facts(
          FactQuery(
            dataset: definition.id, fields: definition.fields.map(\.id), place: FactPlace(school: office.school),
            namesPersons: true)))
    }
  }

  /// Anonymous answers that were released, in the order of their random ids. What still waits is told beside them.
  private func ballots(_ office: Office, _ language: Language) throws -> ExportTable {
    var ballots: [Ballot] = []
    var waiting = 0
    for box in try office.store.ballotBoxes(of: office.school) {
      if release { _ = try office.store.releaseBallots(box) }
      let found = try office.store.ballots(box)
      ballots += found.released
      waiting += found.waiting
    }
    if waiting > 0 {
      Output.error(ExportPhrase.waiting.text(in: language, ["n": String(waiting), "batch": String(BallotBox.batch)]))
    }
    return Export.answers(ballots)
  }

  private func backup(_ office: Office, _ language: Language) throws {
    guard let output else { throw ValidationError("A backup needs --output FOLDER.") }
    let bytes = try reportingFaults(in: language) { try office.store.backup(to: output) }
    Output.print(ExportPhrase.backedUp.text(in: language, ["folder": output, "n": String(bytes / 1024)]))
  }
}

/// What `export` says.
enum ExportPhrase: PhraseCatalogue {
  case backedUp, waiting

  var template: Template {
    switch self {
    case .waiting:
      Template(
        ky: "{n} жооп {batch} болуп чогулушун күтүп турат; сурамжылоо бүтсө: --release",
        ru: "Ответов ждут, пока их станет {batch}: {n}; если опрос окончен: --release",
        en: "{n} {n:answer waits|answers wait} to be {batch} together; when the survey is over: --release")
    case .backedUp:
      Template(
        ky: "Көчүрмө даяр жана текшерилди: {folder} ({n} КБ).", ru: "Копия готова и проверена: {folder} ({n} КБ).",
        en: "The backup is complete and checked: {folder} ({n} KB).")
    }
  }
}
