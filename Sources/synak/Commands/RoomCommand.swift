import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Glibc
import Instruments
import Storage
import Texts

/// `synak room`: the one process that owns the store, for all terminals of a room.
struct RoomCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "room",
    abstract: "Open a room: keep and score the answers of all its terminals.",
    discussion: """
      Owns the store while pupils or parents sit at terminals (synak kiosk), and lets a proctor watch and help (synak
      proctor). Terminals get the questions and no key. Ctrl-C closes the room; sessions that are open stay open, and go on
      when the room is opened again.

      Examples:
        synak room math-4-diagnostic --class 4-а             (pupils choose their names)
        synak room math-4-diagnostic --class 4-а --wait      (and begin when the proctor says so)
        synak room parents-2025                              (codes on slips: synak codes issue parents-2025)
        synak room parents-2025 --entry open                 (nobody is asked for anything)
      """)

  @Argument(help: "The instrument: a file, or the id of a shipped or published one.")
  var instrument: String

  @Option(help: ArgumentHelp("How people say who they are: names, codes or open.", valueName: "names|codes|open"))
  var entry: RoomWelcome.Entry?

  @Option(
    name: .customLong("class"), help: ArgumentHelp("A class that is expected; may be given again.", valueName: "4-а"))
  var classes: [String] = []

  @Flag(help: "Nobody begins before the proctor says so.")
  var wait = false

  @Flag(help: "Sessions may begin though the plan has them at another time.")
  var anyDay = false

  @Option(
    help: ArgumentHelp(
      "Where terminals find the room, where they may not enter the store's folder.", valueName: "folder"))
  var door: String?

  @OptionGroup var school: SchoolOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    // Before any thread is made: all of them leave these to the one that waits.
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, number) }
    pthread_sigmask(SIG_BLOCK, &ending, nil)
    signal(SIGPIPE, SIG_IGN)

    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    let instrument = try InstrumentChoice(name: instrument).published(in: office, language)
    let form = instrument.delivery.form
    var purpose = RoomHost.Purpose(
      instrument: instrument, entry: try entry ?? usualEntry(instrument, office, language),
      classes: classes.map { Symbol($0) }, today: school.day, waits: wait, onAnyDay: anyDay)
    if FileManager.default.fileExists(atPath: self.instrument) { purpose.file = self.instrument }
    try checkClasses(office, language)
    try reportingFaults(in: language) {
      // What a room that was stopped left unscored.
      for record in try office.store.unscored(SessionFilter(school: office.school)) { _ = try office.score(record.id) }
      let clock = StoreEnvironment.system(folder: school.storeFolder)
      let host = RoomHost(office, purpose, clock: clock.monotonic, wall: clock.wall)
      let server = try RoomServer(host, folder: door ?? school.storeFolder, storeFolder: school.storeFolder)
      server.start()
      Output.print(
        RoomPhrase.isOpen.text(
          in: language, ["title": form.title.plain(in: language), "door": door ?? school.storeFolder]))
      if let window = host.closedWindow {
        Output.print(
          RoomPhrase.isOutside.text(
            in: language,
            ["from": window.from.text(.day, in: language), "to": window.to.text(.day, in: language)]))
      }
      var number: Int32 = 0
      while sigwait(&ending, &number) != 0 {}
      server.stop()
      (office.store as? SQLiteStore)?.close()
    }
    Output.print(RoomPhrase.isClosed.text(in: language))
  }

  /// Codes where some were given out that each answer once; else names, or nobody's where the survey is anonymous.
  private func usualEntry(
    _ instrument: CheckedInstrument, _ office: Office, _ language: Language
  ) throws -> RoomWelcome.Entry {
    let form = instrument.delivery.form
    guard form.isAnonymous else { return .names }
    guard form.isOnePerCode else { return .open }
    let filter = CodeFilter(school: office.school, instrument: instrument.hash.digest)
    let codes = try reportingFaults(in: language) { try office.store.codes(filter) }
    return codes.contains { $0.isAnonymous && $0.issued > $0.revoked } ? .codes : .open
  }

  private func checkClasses(_ office: Office, _ language: Language) throws {
    let known = Set(
      try reportingFaults(in: language) { try office.store.register(of: office.school) }.compactMap(\.schoolClass?.text)
    )
    for name in classes where !known.contains(name) {
      throw Failure(.unknownClass, found: name, suggestion: Similarity.nearest(to: name, among: known), in: language)
    }
  }
}

extension RoomWelcome.Entry: ExpressibleByArgument {}

/// What `room` says.
enum RoomPhrase: PhraseCatalogue {
  case isOpen, isOutside, isClosed

  var template: Template {
    switch self {
    case .isOpen:
      Template(
        ky: "Бөлмө ачык: «{title}». Компьютерлерде: synak kiosk --store {door}. Көзөмөл: synak proctor. Ctrl-C жабат.",
        ru:
          "Комната открыта: «{title}». За компьютерами: synak kiosk --store {door}. Наблюдение: synak proctor. Ctrl-C закрывает.",
        en:
          "The room is open: “{title}”. At the computers: synak kiosk --store {door}. To watch: synak proctor. Ctrl-C closes it."
      )
    case .isOutside:
      Template(
        ky: "Бүгүн эч ким баштай албайт: план боюнча {from} – {to}. Башка күнү керек болсо: --any-day.",
        ru: "Сегодня начать никто не сможет: по плану {from} – {to}. Если нужно в другой день: --any-day.",
        en: "Nobody can begin today: the plan says {from} – {to}. For another day: --any-day.")
    case .isClosed:
      Template(
        ky: "Бөлмө жабылды. Жооптор сакталды.", ru: "Комната закрыта. Ответы сохранены.",
        en: "The room is closed. The answers are kept.")
    }
  }
}
