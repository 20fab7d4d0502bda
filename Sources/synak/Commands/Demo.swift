import Administration
import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Instruments
import Monitoring
import Psychometrics
import Scoring
import Screens
import Storage
import TerminalUI
import Texts

/// `synak demo`: the whole road, from a pupil's answer to an indicator.
struct Demo: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "The whole road: a pupil sits the shipped test, and the board shows what changed.",
    discussion: """
      On a terminal a pupil of the sample class picks a name and sits the grade-4 mathematics test. Without one (in a pipe, in
      CI) a class of 25 is rehearsed by simulated pupils through the same sessions. Run again, it goes on where the store
      stands.

      Examples:
        synak demo
        synak demo --fresh | cat
      """)

  @Flag(help: "Start anew in a store of its own, away from your data.")
  var fresh = false

  @Option(help: ArgumentHelp("The seed of the rehearsal.", valueName: "number"))
  var seed: UInt64 = 2026

  @Option(name: .customLong("class"), help: ArgumentHelp("The class that is rehearsed.", valueName: "class"))
  var schoolClass = "4-а"

  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var school: SchoolOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let folder = try fresh ? Self.freshFolder() : school.storeFolder
    let office = try Office.open(school.school(in: language), folder: folder, in: language)
    let instrument = try InstrumentChoice(name: "math-4-diagnostic").published(in: office, language)
    let conduct = Conduct(
      office: office, instrument: instrument, today: school.day, terminal: AtTerminal.name,
      language: language)
    if fresh { Output.print(DemoPhrase.freshStore.text(in: language, ["folder": folder])) }
    switch terminal.environment.mode {
    case .fullScreen: try fullScreen(conduct, folder)
    case .lineMode: try lines(conduct)
    case .scripted: try rehearse(conduct)
    }
  }

  private static func freshFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "synak-demo-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  // MARK: - On a terminal

  /// One pupil after another, until somebody leaves.
  private func fullScreen(_ conduct: Conduct, _ folder: String) throws {
    let environment = terminal.environment
    let glyphs = environment.glyphs
    try AtTerminal.withErrorsAside(in: folder) {
      try reportingFaults(in: conduct.language) {
        var device = try Terminal(.controlling, environment: environment)
        var language = languages.chosen ?? conduct.instrument.delivery.form.languages.first ?? .ky
        while true {
          let people = try Roll(conduct).people(in: language)
          let title = conduct.instrument.delivery.form.title.plain(in: language)
          let picker = PickerScreen(
            title: title, people: people, language: language,
            languages: conduct.instrument.delivery.form.languages)
          guard case .picked(let person, let chosen)? = device.play(picker, glyphs: glyphs) else { break }
          language = chosen
          guard let result = try sit(person, conduct, chosen, glyphs, &device) else { continue }
          let page = ResultPage(
            result.session, of: conduct.instrument, sheet: result.sheet, boards: (result.before, result.after))
          let spoken = result.session.state.language
          guard device.play(PageScreen(language: spoken, content: { page.page(in: $0.spoken) }), glyphs: glyphs) != nil,
            device.play(
              PageScreen(language: spoken, content: { result.after.page(in: $0.spoken) }), glyphs: glyphs) != nil
          else { break }
        }
        device.close()
      }
    }
    Output.print(boardText(try conduct.board(), conduct.language))
  }

  /// One pupil's session; nil where it didn't come to its end.
  private func sit(
    _ person: Symbol, _ conduct: Conduct, _ language: Language, _ glyphs: Glyphs, _ device: inout Terminal
  ) throws -> Conduct.Result? {
    guard let entry = try Roll(conduct).entry(of: person) else { return nil }
    // In the sample whoever has handed in may try again.
    guard case .seated(let sitting) = try conduct.seat(Respondent(entry), takesOver: true, again: true) else {
      return nil
    }
    let outcome = try AtTerminal.run(
      sitting, of: conduct, language: sitting.isResumed ? nil : language, glyphs: glyphs,
      looks: terminal.looks(
        of: sitting.session, file: "", nil, isFirst: conduct.isFirst(Respondent(entry))),
      on: &device)
    guard case .sealed = outcome.exit else { return nil }
    return try conduct.result(of: outcome.sitting)
  }

  private func lines(_ conduct: Conduct) throws {
    try reportingFaults(in: conduct.language) {
      var device = try LineTerminal(input: STDIN_FILENO, output: STDOUT_FILENO)
      let roll = try Roll(conduct)
      let people = roll.people(in: conduct.language)
      for (index, person) in people.enumerated() {
        device.write("\(index + 1). \(person.name) (\(person.schoolClass)) \(person.standing)\n")
      }
      device.write(DemoPhrase.whichNumber.text(in: conduct.language) + " ")
      guard case .line(let line) = device.nextLine(timeoutMilliseconds: nil),
        let number = Int(line.trimmingCharacters(in: .whitespaces)), people.indices.contains(number - 1),
        let entry = roll.entry(of: people[number - 1].id)
      else { return Output.print(DemoPhrase.nobody.text(in: conduct.language)) }
      let sitting = try conduct.seated(Respondent(entry), takesOver: true, again: true)
      let outcome = try AtTerminal.runLines(sitting, of: conduct, language: languages.chosen, on: &device)
      guard case .sealed = outcome.exit else { return }
      let result = try conduct.result(of: outcome.sitting)
      let page = ResultPage(
        result.session, of: conduct.instrument, sheet: result.sheet, boards: (result.before, result.after))
      device.write(
        page.page(in: outcome.sitting.session.state.language.spoken)
          .text(width: terminal.environment.fallbackSize.columns, glyphs: terminal.environment.glyphs) + "\n")
    }
  }

  // MARK: - Without one

  /// A class sits the test as simulated pupils.
  private func rehearse(_ conduct: Conduct) throws {
    let language = conduct.language
    let roll = try Roll(conduct)
    let pupils = roll.pupils(of: Symbol(schoolClass))
    guard !pupils.isEmpty else {
      throw Failure(
        .unknownClass, found: schoolClass, suggestion: Similarity.nearest(to: schoolClass, among: roll.classes),
        in: language)
    }
    Output.print(
      DemoPhrase.rehearsing.text(in: language, ["class": schoolClass, "n": String(pupils.count)]))
    var finished = 0
    for (index, entry) in pupils.enumerated() {
      let own = SeededGenerator(seed: seed).derived(for: entry.person.text)
      switch try conduct.seat(Respondent(entry), takesOver: true, seed: own.seed) {
      case .finished, .busy: finished += 1
      case .seated(let sitting):
        let (session, sheet) = try reportingFaults(in: language) { () -> (Session, ScoreSheet) in
          var sitting = sitting
          _ = try Rehearsal.sit(
            sitting.session, as: SimulatedSitting(of: conduct.instrument, rehearsal: seed, seed: own.seed)
          ) { try conduct.keep($0, in: &sitting) }
          return (sitting.session, try conduct.office.score(sitting.record.id))
        }
        let name = roll.name(of: entry.person)
        Output.print(
          "  " + Rehearsal.progress(index + 1, of: pupils.count, name, session, sheet, in: language))
      }
    }
    if finished > 0 { Output.print(DemoPhrase.alreadyThere.text(in: language, ["n": String(finished)])) }
    Output.print("")
    Output.print(boardText(try conduct.board(), language))
    Output.print(DemoPhrase.next.text(in: language))
  }

  private func boardText(_ board: Board, _ language: Language) -> String {
    BoardText(language: language, width: terminal.environment.fallbackSize.columns).lines(of: board)
      .joined(separator: "\n")
  }
}

/// What `demo` says.
enum DemoPhrase: PhraseCatalogue {
  case freshStore, rehearsing, alreadyThere, next, whichNumber, nobody

  var template: Template {
    switch self {
    case .freshStore:
      Template(ky: "Жаңы кампа: {folder}", ru: "Новое хранилище: {folder}", en: "A new store: {folder}")
    case .rehearsing:
      Template(
        ky: "{class}-классы: {n} ойдон чыгарылган окуучу тест тапшырат.",
        ru: "Класс {class}: тест проходят {n} {n:воображаемый ученик|воображаемых ученика|воображаемых учеников}.",
        en: "Class {class}: {n} simulated {n:pupil|pupils} {n:sits|sit} the test.")
    case .alreadyThere:
      Template(
        ky: "{n} окуучу мурунтан тапшырган; алардын жооптору ордунда.",
        ru: "{n} {n:ученик уже сдал|ученика уже сдали|учеников уже сдали}; их ответы на месте.",
        en: "{n} {n:pupil has|pupils have} handed in before; their answers stand.")
    case .next:
      Template(
        ky: "Тактаны кайра көрүү: synak board. Жоопторду алуу: synak export answers.",
        ru: "Посмотреть доску ещё раз: synak board. Выгрузить ответы: synak export answers.",
        en: "To see the board again: synak board. To take the answers out: synak export answers.")
    case .whichNumber:
      Template(ky: "Сиз кайсы номерсиз?", ru: "Какой ваш номер?", en: "Which number are you?")
    case .nobody:
      Template(ky: "Эч ким тандалган жок.", ru: "Никто не выбран.", en: "Nobody was chosen.")
    }
  }
}
