import ArgumentParser
import Datasets
import Expressions
import Monitoring
import Storage
import TerminalUI
import Texts

/// `synak board`: the indicators of a school.
struct BoardCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "The school's indicators, with their doubt, bands and targets.",
    discussion: """
      Reads components, not answers, so it is quick however much was answered.

      Examples:
        synak board -l ky
        synak board --grade 4 --by sex
      """)

  @ArgumentParser.Option(name: .customLong("class"), help: ArgumentHelp("One class.", valueName: "4-а"))
  var schoolClass: String?

  @ArgumentParser.Option(help: ArgumentHelp("One grade.", valueName: "4"))
  var grade: Int?

  @ArgumentParser.Option(help: ArgumentHelp("Another school year than the plan's.", valueName: "2026-2027"))
  var year: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("A board for each class, grade, sex, lang or subject.", valueName: "dimension"))
  var by: Monitoring.Dimension?

  @ArgumentParser.OptionGroup var school: SchoolOptions
  @ArgumentParser.OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    let maker = try reportingFaults(in: language) { try office.boardMaker(today: school.day) }
    var place = Coordinates(school: office.school, year: Symbol(year ?? office.plan.year.text))
    place.grade = grade
    place.schoolClass = schoolClass.map { Symbol($0) }
    let boards = by.map { maker.boards(at: place, by: $0) } ?? [maker.board(at: place)]
    let text = BoardText(language: language, width: TerminalEnvironment.ofProcess().fallbackSize.columns)
    Output.print(boards.map { text.lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n"))
  }
}

extension Monitoring.Dimension: ExpressibleByArgument {}
