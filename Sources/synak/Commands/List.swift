import ArgumentParser
import Diagnostics
import Expressions
import Instruments
import Monitoring
import Storage
import Texts

/// `synak list`: what there is.
struct ListCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "What there is: instruments, people, sessions, indicators, codes of mistakes.",
    discussion: """
      Examples:
        synak list
        synak list people
        synak list findings -l ky
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable { case instruments, people, sessions, indicators, findings }

  @Argument(help: ArgumentHelp("What to list.", valueName: "what"))
  var subject = Subject.instruments

  @ArgumentParser.OptionGroup var school: SchoolOptions
  @ArgumentParser.OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    if subject == .findings { return Output.print(findings(in: language)) }
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    let rows: [[String]] = try reportingFaults(in: language) { try self.rows(office, language) }
    Output.print(Columns.text(rows))
  }

  private func rows(_ office: Office, _ language: Language) throws -> [[String]] {
    switch subject {
    case .instruments:
      let shipped = Shipped.instruments.compactMap { file in
        InstrumentCheck.check(file.bytes, file: file.name, datasets: nil).instrument?.delivery
      }
      let stored = try office.store.instruments()
      let known = Set(stored.map { "\($0.id)/\($0.version)" })
      return stored.map { ["\($0.id)/\($0.version)", $0.kind, $0.hash.short] }
        + shipped.filter { !known.contains("\($0.form.id)/\($0.form.version)") }
        .map { ["\($0.form.id)/\($0.form.version)", $0.form.method.rawValue, $0.form.title.plain(in: language)] }
    case .people:
      let names = try office.store.names(of: office.school)
      return try office.store.register(of: office.school).map { entry in
        [
          entry.person.text, entry.role.text, entry.schoolClass?.text ?? "",
          names[entry.person].map { "\($0.family) \($0.given)" } ?? "",
        ]
      }
    case .sessions:
      return try office.store.sessions(SessionFilter(school: office.school)).map { record in
        [
          record.id.hex.prefix(8).description, record.person?.text ?? "", record.schoolClass?.text ?? "",
          record.activity.text, record.state.rawValue, String(record.attempt),
        ]
      }
    case .indicators:
      return office.indicators.indicators.map {
        [$0.id.text, $0.aspect.rawValue, $0.dataset.text, $0.label.plain(in: language)]
      }
    case .findings: return []
    }
  }

  private func findings(in language: Language) -> String {
    Columns.text(Catalogue.rules.map { [$0.code, $0.rule.message.wording(in: language)] })
  }
}
