import Administration
import ArgumentParser
import Diagnostics
import Documents
import Expressions
import Glibc
import Instruments
import Monitoring
import Storage
import Texts

/// `synak codes`: the codes that open sessions, on slips to be handed out.
struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Issue access codes on slips, count them, call them back.",
    discussion: """
      Example:  synak codes issue math-4-diagnostic --class 4-а -o slips.html
      """,
    subcommands: [Issue.self, List.self, Revoke.self])

  struct Issue: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw codes and put them on slips to print and cut, ten a page.",
      discussion: """
        The codes stand in the file that is written and nowhere else: print it, then delete it. A code of a person opens
        that person's session and no other; one of an anonymous survey opens a session of nobody, once. Codes issued anew
        to a person make the old ones worthless.

        Examples:
          synak codes issue math-4-diagnostic --class 4-а -o slips.html
          synak codes issue math-4-diagnostic --person u-0007 -o slip.html
          synak codes issue parents-2025 --class 4-а -l ru -o slips.fodt      (one for each pupil's parents)
          synak codes issue parents-2025 --count 60 -o slips.html
        """)

    @Argument(help: ArgumentHelp("A file, or the id of an instrument.", valueName: "instrument"))
    var instrument: String

    @Option(name: .customLong("class"), help: ArgumentHelp("Who gets codes: this class.", valueName: "4-а"))
    var schoolClass: String?

    @Option(help: ArgumentHelp("Who gets codes: a pseudonym of the register; may be repeated.", valueName: "id"))
    var person: [String] = []

    @Option(
      help: ArgumentHelp(
        "How many anonymous codes; as many as the class has pupils where nothing is said.",
        valueName: "n"))
    var count: Int?

    @Flag(help: "Codes of nobody, though the instrument could know who answers.")
    var anonymous = false

    @Option(help: ArgumentHelp("html, or odt: Flat ODF, best named .fodt.", valueName: "format"))
    var format: PaperFormat?

    @OptionGroup var file: DocumentOutput
    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func validate() throws {
      if schoolClass == nil, person.isEmpty, count == nil {
        throw ValidationError("Say who gets codes: --class, --person or --count.")
      }
      if !person.isEmpty, schoolClass != nil || count != nil || anonymous {
        throw ValidationError("--person stands alone.")
      }
      if let count, count < 1 { throw ValidationError("--count must be at least 1.") }
    }

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      let checked = try InstrumentChoice(name: instrument).published(in: office, language)
      let form = checked.delivery.form
      let slipLanguage = try languages.language(of: form)
      let conduct = Conduct(
        office: office, instrument: checked, today: office.sittingDay(of: checked, from: school.day),
        terminal: AtTerminal.name, language: language)
      let holders = try holders(conduct)
      if let output = file.output {
        // For the owner's eyes only; and before anything is drawn, for codes that nobody could read would be lost.
        umask(0o077)
        try OutputFile.write(output, [], in: language)
      }
      let names = try reportingFaults(in: language) { try office.store.names(of: office.school) }
      let codes = try reportingFaults(in: language) {
        try office.issueCodes(
          for: checked, on: conduct.occasion, schoolClass: schoolClass.map { Symbol($0) }, to: holders)
      }
      let slips = codes.map { issued in
        CodeSlips.Slip(
          code: issued.code.printed,
          name: issued.person.map { names[$0]?.listed ?? $0.text }, schoolClass: issued.schoolClass?.text)
      }
      let document = CodeSlips(
        title: form.title.plain(in: slipLanguage), language: slipLanguage, isOnce: form.isOnePerCode,
        footer: "\(form.id)/\(form.version) · \(school.day)",
        slips: slips.sorted { ($0.schoolClass ?? "", $0.name ?? "") < ($1.schoolClass ?? "", $1.name ?? "") }
      ).document
      switch format ?? PaperFormat(ofFile: file.output) {
      case .html: try file.write(document, pictures: [:], in: language)
      case .odt: try file.write(try FlatODFWriter(pictures: [:]).bytes(document), in: language)
      }
      Output.error(
        CodesPhrase.issued.text(
          in: language,
          [
            "n": String(codes.count), "id": form.id.text, "file": file.output ?? "-",
            "occasion": conduct.occasion.reference.text,
          ]))
    }

    private func holders(_ conduct: Conduct) throws -> IssueCodes.Holders {
      let form = conduct.instrument.delivery.form
      let language = conduct.language
      let entries = try reportingFaults(in: language) {
        try conduct.office.store.register(of: conduct.office.school)
      }.filter { $0.isThere(on: conduct.today) }
      if !person.isEmpty {
        if form.isAnonymous { throw Failure(of: AccessFinding.namesInAnonymous, found: form.id.text, in: language) }
        return .persons(
          try person.map { id in
            guard let entry = entries.last(where: { $0.person.text == id }) else {
              throw Failure(
                .unknownPerson, found: id, suggestion: Similarity.nearest(to: id, among: entries.map(\.person.text)),
                in: language)
            }
            return CodeHolder(person: entry.person, schoolClass: entry.schoolClass)
          })
      }
      let isAnonymous = form.isAnonymous || anonymous
      if !isAnonymous, count != nil {
        throw Failure(of: AccessFinding.countWithNames, found: form.id.text, in: language)
      }
      // An unknown class, or one too small for an anonymous survey, is told here.
      if let schoolClass { _ = try conduct.respondent(ofClass: schoolClass) }
      let pupils = entries.filter { $0.role == "pupil" && $0.schoolClass?.text == schoolClass }
      let number = count ?? Set(pupils.map(\.person)).count
      guard number <= IssueCodes.most else {
        throw Failure(
          of: AccessFinding.tooManyCodes, found: String(number), arguments: ["most": String(IssueCodes.most)],
          in: language)
      }
      guard number > 0 else { throw Failure(of: AccessFinding.nobodyToGet, found: schoolClass ?? "", in: language) }
      if isAnonymous { return .anonymous(count: number) }
      return .persons(pupils.map { CodeHolder(person: $0.person, schoolClass: $0.schoolClass) })
    }
  }

  struct List: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count the codes: how many were issued, begun, handed in, called back. Never which.",
      discussion: "Example:  synak codes list")

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      try reportingFaults(in: language) {
        let counts = try office.store.codes(CodeFilter(school: office.school))
        guard !counts.isEmpty else {
          Output.print(CodesPhrase.none.text(in: language))
          return
        }
        let headings: [CodesPhrase] = [
          .instrument, .occasion, .schoolClass, .kind, .count, .begun, .handedIn, .revoked,
        ]
        var rows = [headings.map { $0.text(in: language) }]
        let instruments = try office.store.instruments()
        for (box, group) in Self.grouped(counts) {
          let record = instruments.first { $0.hash == box.instrument }
          let handedIn =
            box.isAnonymous
            ? try ballots(office, box.activity, box.instrument) : group.compactMap(\.finished).reduce(0, +)
          let begun = box.isAnonymous ? group.first?.begunInAll ?? 0 : group.compactMap(\.begun).reduce(0, +)
          rows.append([
            record.map { "\($0.id)/\($0.version)" } ?? box.instrument.short, box.activity.text,
            group.compactMap { $0.schoolClass?.text }.joined(separator: ", "),
            (box.isAnonymous ? CodesPhrase.anonymous : .personal).text(in: language),
            String(group.map(\.issued).reduce(0, +)), String(begun), String(handedIn),
            String(group.map(\.revoked).reduce(0, +)),
          ])
        }
        Output.print(Columns.text(rows))
      }
    }

    private struct Box: Hashable {
      var activity: Symbol
      var instrument: Digest
      var isAnonymous: Bool
    }

    /// A group a survey, in the order of the counts.
    private static func grouped(_ counts: [CodeCount]) -> [(Box, [CodeCount])] {
      var order: [Box] = []
      var groups: [Box: [CodeCount]] = [:]
      for count in counts {
        let box = Box(activity: count.activity, instrument: count.instrument, isAnonymous: count.isAnonymous)
        if groups[box] == nil { order.append(box) }
        groups[box, default: []].append(count)
      }
      return order.map { ($0, groups[$0] ?? []) }
    }

    private func ballots(_ office: Office, _ activity: Symbol, _ instrument: Digest) throws -> Int {
      let box = try office.store.ballots(
        BallotFilter(school: office.school, activity: activity, instrument: instrument))
      return box.released.count + box.waiting
    }
  }

  struct Revoke: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make codes worthless: of an instrument, and of a class or person of it.",
      discussion: """
        Answers that were given stay. An anonymous session that was begun and not handed in can't go on without its code.

        Example:  synak codes revoke parents-2025 --class 4-а
        """)

    @Argument(help: ArgumentHelp("A file, or the id of an instrument.", valueName: "instrument"))
    var instrument: String

    @Option(name: .customLong("class"), help: ArgumentHelp("Only of this class.", valueName: "4-а"))
    var schoolClass: String?

    @Option(help: ArgumentHelp("Only of this person.", valueName: "id"))
    var person: String?

    @OptionGroup var school: SchoolOptions
    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
      let checked = try InstrumentChoice(name: instrument).published(in: office, language)
      let count = try reportingFaults(in: language) {
        try office.store.revokeCodes(
          CodeFilter(
            school: office.school, instrument: checked.hash.digest, schoolClass: schoolClass.map { Symbol($0) },
            person: person.map { Symbol($0) }))
      }
      Output.print(CodesPhrase.calledBack.text(in: language, ["n": String(count)]))
    }
  }
}

/// What the commands about codes say.
enum CodesPhrase: PhraseCatalogue {
  case issued, none, calledBack
  case instrument, occasion, schoolClass, kind, count, begun, handedIn, revoked, personal, anonymous

  var template: Template {
    switch self {
    case .issued:
      Template(
        ky:
          "«{id}» үчүн {n} код даяр ({occasion}): {file}. Коддор ушул жерде гана турат — басып чыгарып, файлды өчүрүңүз.",
        ru:
          "Для «{id}» готово {n} {n:код|кода|кодов} ({occasion}): {file}. Коды есть только там — распечатайте и удалите файл.",
        en:
          "{n} {n:code|codes} for “{id}” ({occasion}): {file}. They stand there and nowhere else: print them and delete the file."
      )
    case .none:
      Template(ky: "Код бериле элек.", ru: "Кодов ещё не выдавали.", en: "No codes were issued yet.")
    case .calledBack:
      Template(
        ky: "{n} код жараксыз болду.", ru: "Отозвано кодов: {n}.", en: "{n} {n:code is|codes are} good no longer.")
    case .instrument: Template(ky: "Курал", ru: "Инструмент", en: "Instrument")
    case .occasion: Template(ky: "Иш-чара", ru: "Мероприятие", en: "Activity")
    case .schoolClass: Template(ky: "Класс", ru: "Класс", en: "Class")
    case .kind: Template(ky: "Кимге", ru: "Кому", en: "Whose")
    case .count: Template(ky: "Берилди", ru: "Выдано", en: "Issued")
    case .begun: Template(ky: "Башталды", ru: "Начато", en: "Begun")
    case .handedIn: Template(ky: "Тапшырылды", ru: "Сдано", en: "Handed in")
    case .revoked: Template(ky: "Жокко чыгарылды", ru: "Отозвано", en: "Called back")
    case .personal: Template(ky: "жеке", ru: "именные", en: "personal")
    case .anonymous: Template(ky: "жашыруун", ru: "анонимные", en: "anonymous")
    }
  }
}
