import ArgumentParser
import Datasets
import Diagnostics
import Expressions
import Formats
import Glibc
import Monitoring
import Storage
import Texts

/// `synak register`: who is in which class, imported from a table after a look at what that changes.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Import the school's register after a look at what changes; list its classes and people.",
    discussion: """
      Example:  synak register import people.csv
      """,
    subcommands: [Import.self, Undo.self, List.self, Show.self])

  struct Import: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a table of people in the place of the register, after a look at what changes.",
      discussion: """
        The first line of the CSV file names its columns: person, role, family_name, given_name, birth, sex, language,
        class, from, to, extra_time (percent), large_print and read_aloud (yes or no). Where there is no code in “person”
        one is made, and whoever was there before keeps theirs, found by name and day of birth. Names and days of birth lie
        in a file of their own. The register before is kept: “synak register undo” brings it back.

        Examples:
          synak register import people.csv --dry-run
          synak register import people.csv --yes
        """)

    @Argument(help: ArgumentHelp("The table (- for standard input).", valueName: "file"))
    var file: String

    @Flag(help: "Only show what would change.")
    var dryRun = false

    @Flag(help: "Write without asking.")
    var yes = false

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let bytes = try InputFile.read(file, in: language)
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      let old = try reportingFaults(in: language) { try office.currentRegister() }
      let pseudonyms = try reportingFaults(in: language) { try office.pseudonyms(old) }
      let reading = RegisterReader.read(bytes, file: file, pseudonyms: pseudonyms)
      let rendering = Rendering(language: language)
      if !reading.findings.isEmpty {
        Output.error(reading.findings.map { rendering.text(of: $0) }.joined(separator: "\n"))
      }
      let errors = reading.findings.count { $0.severity == .error }
      if errors > 0 { throw Failure(.notChecked, found: file, arguments: ["n": String(errors)], in: language) }
      try RegisterImport(office: office, day: school.day, language: language).put(
        SchoolRegister(school: office.school, reading.register), inPlaceOf: old, isDryRun: dryRun, isAgreed: yes)
    }
  }

  struct Undo: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring back the register that stood before the last import.",
      discussion: "Example:  synak register undo")

    @Flag(help: "Only show what would change.")
    var dryRun = false

    @Flag(help: "Write without asking.")
    var yes = false

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      let (old, earlier) = try reportingFaults(in: language) {
        (try office.currentRegister(), try office.store.earlierRegister(of: office.school))
      }
      guard let earlier else {
        Output.print(RegisterPhrase.nothingEarlier.text(in: language))
        throw ExitCode(Status.mistakes)
      }
      try RegisterImport(office: office, day: school.day, language: language).put(
        earlier, inPlaceOf: old, isDryRun: dryRun, isAgreed: yes)
    }
  }

  struct List: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the classes and how many are in each.", discussion: "Example:  synak register list")

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      let register = try reportingFaults(in: language) {
        SchoolRegister.register(of: try office.store.register(of: office.school))
      }
      let headings: [RegisterPhrase] = [.schoolClass, .pupils, .girls, .boys, .adults]
      var rows = [headings.map { $0.text(in: language) }]
      for schoolClass in register.classes(on: school.day) {
        let pupils = register.people(in: schoolClass.name, on: school.day)
        let all = register.people.filter { person in
          person.enrolments.contains { $0.schoolClass == schoolClass && $0.holds(on: school.day) }
        }
        rows.append(
          [schoolClass.name.text]
            + [
              pupils.count, pupils.count { $0.sex == .female }, pupils.count { $0.sex == .male },
              all.count - pupils.count,
            ].map { String($0) })
      }
      Output.print(Columns.text(rows))
    }
  }

  struct Show: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the people of a class, or one person, with names and what they need.",
      discussion: """
        Examples:
          synak register show 4-а
          synak register show u-0007
        """)

    @Argument(help: ArgumentHelp("A class or a pseudonym.", valueName: "whom"))
    var whom: String

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      try reportingFaults(in: language) {
        let entries = try office.store.register(of: office.school)
        let found = entries.filter {
          $0.person.text == whom || ($0.schoolClass?.text == whom && $0.isThere(on: school.day))
        }
        guard !found.isEmpty else {
          let known = Set(entries.map(\.person.text)).union(entries.compactMap { $0.schoolClass?.text })
          throw Failure(
            whom.contains("-") && whom.first?.isNumber == true ? .unknownClass : .unknownPerson, found: whom,
            suggestion: Similarity.nearest(to: whom, among: known), in: language)
        }
        let names = try office.store.names(of: office.school)
        let headings: [RegisterPhrase] = [.person, .name, .role, .schoolClass, .from, .to, .needs]
        var rows = [headings.map { $0.text(in: language) }]
        for entry in found {
          rows.append([
            entry.person.text, names[entry.person]?.listed ?? "", entry.role.text, entry.schoolClass?.text ?? "",
            entry.from.map { CalendarDate(days: $0).description } ?? "",
            entry.to.map { CalendarDate(days: $0).description } ?? "", needs(entry, language),
          ])
        }
        Output.print(Columns.text(rows))
      }
    }

    private func needs(_ entry: RegisterEntry, _ language: Language) -> String {
      let needs = entry.accommodations
      return [
        needs.extraTime > 0 ? RegisterPhrase.extraTime.text(in: language, ["n": String(needs.extraTime)]) : nil,
        needs.largePrint ? RegisterPhrase.largePrint.text(in: language) : nil,
        needs.readAloud ? RegisterPhrase.readAloud.text(in: language) : nil,
      ].compactMap { $0 }.joined(separator: ", ")
    }
  }
}

extension Office {
  /// The register with its names, as the store has it.
  func currentRegister() throws(StoreFault) -> SchoolRegister {
    let names = try store.names(of: school)
    return SchoolRegister(
      school: school, entries: try store.register(of: school),
      names: names.map { RegisterName(person: $0, family: $1.family, given: $1.given, birth: $1.birth?.days) }
        .sorted { $0.person < $1.person })
  }

  /// Makes pseudonyms that nobody has had: of this register, of the one before, or of a session.
  func pseudonyms(_ register: SchoolRegister) throws(StoreFault) -> Pseudonyms {
    let earlier = try store.earlierRegister(of: school)
    let sessions = try store.sessions(SessionFilter(school: school))
    var names = try store.names(of: school)
    // Somebody who comes back is the same person again.
    for name in earlier?.names ?? [] where names[name.person] == nil {
      names[name.person] = PersonName(
        family: name.family, given: name.given, birth: name.birth.map { CalendarDate(days: $0) })
    }
    let taken = register.entries.map(\.person) + (earlier?.entries.map(\.person) ?? []) + sessions.compactMap(\.person)
    return Pseudonyms(names: names, taken: Set(taken))
  }
}
