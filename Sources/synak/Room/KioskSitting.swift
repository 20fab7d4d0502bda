import Administration
import Diagnostics
import Expressions
import Glibc
import Instruments
import Screens
import Storage
import TerminalUI
import Texts

/// One respondent at a kiosk: welcome, who it is, consent and instructions, the questions, thanks. Then the process ends, so
/// that nothing of a person is left for the next.
struct KioskSitting {
  let room: RoomTerminal
  let glyphs: Glyphs
  /// The language of the welcome; the form's own first where nil.
  let language: Language?
  let options: TerminalOptions

  /// Milliseconds after which what nobody touches goes back to the welcome.
  private static let tick = 2_000
  private static let readingTicks = 60
  private static let noticeTicks = 8
  private static let idle: Int64 = 300_000

  func serve(on device: inout Terminal) {
    guard let welcome = reached(&device), let form = welcome.form, let delivery = form.delivery else { return }
    let languages = delivery.form.languages
    guard let language = greeted(delivery.form, languages, &device) else { return }
    let desk = Desk(form: delivery.form, languages: languages, language: language)
    guard let who = asked(welcome.entry, desk, &device), agrees(desk, &device),
      let seat = seated(who, desk, &device)
    else { return }
    let speaker = TerminalOptions.speaker
    let looks = options.looks(of: seat.sitting.session, file: form.file, speaker, isFirst: seat.isFirst)
    sit(seat.sitting, as: seat.who, desk, looks, speaker, &device)
    room.leave()
  }

  /// What the screens before and after a session are about.
  private struct Desk {
    var form: Form
    var languages: [Language]
    var language: Language

    func title(_ language: Language) -> String { form.title.plain(in: language) }
  }

  /// Somebody at a session.
  private struct Place {
    var sitting: Sitting
    var who: RoomWish.Who
    var isFirst: Bool
  }

  // MARK: Before

  /// The room's welcome, as soon as it can be reached.
  private func reached(_ device: inout Terminal) -> RoomWelcome? {
    while true {
      if let welcome = try? room.welcome() { return welcome }
      let spoken = Language.spoken
      let screen = ChoiceScreen(language: spoken[0], languages: spoken, patience: 1) { _ in
        ChoiceScreen.Content(
          title: "Synak", words: spoken.map { KioskPhrase.noRoom.text(in: $0) }, choices: [])
      }
      guard device.play(screen, glyphs: glyphs, every: Self.tick) != nil else { return nil }
    }
  }

  /// The language that was chosen at the welcome; nil where the terminal is gone.
  private func greeted(_ form: Form, _ languages: [Language], _ device: inout Terminal) -> Language? {
    let first = language.flatMap { languages.contains($0) ? $0 : nil } ?? languages.first ?? .ky
    let titles = languages.map { form.title.plain(in: $0) }
    let screen = ChoiceScreen(
      language: first, languages: languages, cursor: languages.firstIndex(of: first) ?? 0
    ) { language in
      ChoiceScreen.Content(
        title: KioskPhrase.welcome.text(in: language.spoken), words: titles, choices: languages.map(\.ownName))
    }
    guard case .chosen(let index, _)? = device.play(screen, glyphs: glyphs, every: Self.tick) else { return nil }
    return languages.indices.contains(index) ? languages[index] : first
  }

  private func asked(_ entry: RoomWelcome.Entry, _ desk: Desk, _ device: inout Terminal) -> RoomWish.Who? {
    switch entry {
    case .open: return .nobody
    case .codes: return code(desk, nil, &device).map { .code($0) }
    case .names:
      guard let people = try? room.people() else { return nil }
      let screen = PickerScreen(
        title: desk.title(desk.language),
        people: people.map { person in
          PickerScreen.Person(
            id: person.person, name: person.name, schoolClass: person.schoolClass,
            standing: person.standing.words(in: desk.language.spoken))
        }, language: desk.language, languages: desk.languages, isKiosk: true)
      guard case .picked(let person, _)? = device.play(screen, glyphs: glyphs) else { return nil }
      return .person(person)
    }
  }

  private func code(
    _ desk: Desk, _ problem: (@Sendable (Language) -> String)?, _ device: inout Terminal
  ) -> String? {
    let form = desk.form
    var problem = problem
    while true {
      let screen = CodeScreen(
        language: desk.language, languages: desk.languages, patience: Self.readingTicks, problem: problem
      ) { form.title.plain(in: $0) }
      guard case .typed(let code, _)? = device.play(screen, glyphs: glyphs, every: Self.tick) else { return nil }
      // A slip of the fingers is seen here, and counts as no guess.
      guard let slip = AccessCode.slip(of: code) else { return code }
      problem = { slip.diagnostic.text(in: $0.spoken) }
    }
  }

  /// What is going to be asked, and whether the person wants it.
  private func agrees(_ desk: Desk, _ device: inout Terminal) -> Bool {
    let form = desk.form
    let questions = form.mostQuestions
    let screen = ChoiceScreen(
      language: desk.language, languages: desk.languages, patience: Self.readingTicks, isAgreement: true
    ) { language in
      func say(_ phrase: KioskPhrase, _ n: Int = 0) -> String { phrase.text(in: language.spoken, ["n": String(n)]) }
      var words = [say(form.isAnonymous ? .anonymous : .named)]
      if form.method == .questionnaire { words.append(say(.consentAsked)) }
      if let limit = form.timeLimit { words.append(say(.limit, Int(limit / 60_000))) }
      words += [say(form.hasChoices ? .questionsFollow : .questions, questions), say(.howMany)]
      return ChoiceScreen.Content(
        title: form.title.plain(in: language), words: words, choices: [say(.begin), say(.notNow)])
    }
    guard case .chosen(0, _)? = device.play(screen, glyphs: glyphs, every: Self.tick) else { return false }
    return true
  }

  /// A place at a session; asks for the code again where it was wrong, and waits where the proctor hasn't begun.
  private func seated(
    _ first: RoomWish.Who, _ desk: Desk, _ device: inout Terminal
  ) -> Place? {
    var who = first
    while true {
      let seated: RoomTerminal.Seated
      do throws(StoreFault) {
        seated = try room.sit(RoomWish(who))
      } catch {
        show({ [$0.text(of: .noRoom)] }, desk, &device)
        return nil
      }
      guard case .not(let reason) = seated else {
        if case .sitting(let sitting, let isFirst) = seated {
          return Place(sitting: sitting, who: who, isFirst: isFirst)
        }
        return nil
      }
      switch reason {
      case .notBegun: guard waits(desk, &device) else { return nil }
      case .unknown(let wait):
        // Nothing to wait for: a code, or a name, that opens nothing here.
        let nothing: Words = { [$0.text(of: .unknownCode)] }
        let words = wait > 0 ? Self.words(for: Redemption.unknown(wait: wait).diagnostic) : nothing
        guard let again = codeAgain(after: who, words, desk, &device) else { return nil }
        who = again
      case .mistyped:
        guard let again = codeAgain(after: who, Self.words(for: AccessCode.Slip.mistyped.diagnostic), desk, &device)
        else { return nil }
        who = again
      case .wait(let wait):
        guard let again = codeAgain(after: who, Self.words(for: Redemption.wait(wait).diagnostic), desk, &device)
        else { return nil }
        who = again
      case .revoked:
        show(Self.words(for: Redemption.revoked.diagnostic), desk, &device)
        return nil
      case .spent:
        show(Self.words(for: Redemption.used.diagnostic), desk, &device)
        return nil
      case .busy(let holder):
        show({ [$0.text(of: .busy, ["where": holder])] }, desk, &device)
        return nil
      case .finished, .seated:  // who is seated was let through above
        show({ [$0.text(of: .finished)] }, desk, &device)
        return nil
      case .outside(let from, let to):
        showWindow(from, to, desk, &device)
        return nil
      }
    }
  }

  /// The code once more, with what was wrong with the last one; nil where the person went.
  private func codeAgain(
    after who: RoomWish.Who, _ words: @escaping Words, _ desk: Desk, _ device: inout Terminal
  ) -> RoomWish.Who? {
    guard case .code = who else {
      show(words, desk, &device)
      return nil
    }
    return code(desk, { words($0).joined(separator: " ") }, &device).map { .code($0) }
  }

  /// What a page says, in the language in which it is read.
  private typealias Words = @Sendable (Language) -> [String]

  /// A finding of the catalogue with what may be done.
  private static func words(for diagnostic: Diagnostic?) -> Words {
    { language in [diagnostic?.text(in: language.spoken)].compactMap { $0 } }
  }

  /// A moment of waiting for the proctor; false where the terminal is gone.
  private func waits(_ desk: Desk, _ device: inout Terminal) -> Bool {
    let form = desk.form
    let screen = ChoiceScreen(language: desk.language, languages: desk.languages, patience: 1) { language in
      ChoiceScreen.Content(
        title: form.title.plain(in: language), words: [KioskPhrase.notBegun.text(in: language.spoken)], choices: [])
    }
    return device.play(screen, glyphs: glyphs, every: Self.tick) != nil
  }

  /// When the work may be done.
  private func showWindow(_ from: CalendarDate?, _ to: CalendarDate?, _ desk: Desk, _ device: inout Terminal) {
    let words: Words = { language in
      func day(_ date: CalendarDate?) -> String { date?.text(.day, in: language.spoken) ?? "…" }
      return [language.text(of: .outside, ["from": day(from), "to": day(to)])]
    }
    show(words, desk, &device)
  }

  private func show(_ words: @escaping Words, _ desk: Desk, _ device: inout Terminal) {
    let form = desk.form
    let screen = ChoiceScreen(
      language: desk.language, languages: desk.languages, patience: Self.noticeTicks
    ) { language in
      ChoiceScreen.Content(
        title: form.title.plain(in: language), words: words(language), choices: [language.text(of: .back)])
    }
    _ = device.play(screen, glyphs: glyphs, every: Self.tick)
  }

  // MARK: The session

  private func sit(
    _ seated: Sitting, as who: RoomWish.Who, _ desk: Desk, _ looks: Looks, _ speaker: EspeakSpeaker?,
    _ device: inout Terminal
  ) {
    var sitting = seated
    var wasMoved = false
    let driver = RunnerDriver(
      glyphs: glyphs, clock: Conduct.clock, settled: ProgramMemory.settle, speak: { speaker?.take($0) },
      idle: desk.form.isAnonymous ? Self.idle : nil,
      watch: { glimpse in
        switch try? room.beat(sitting.beat(glimpse)) {
        case .changed(let changed)?:
          sitting = changed
          return changed.session
        case .moved?: wasMoved = true
        case .nothing?, nil: break
        }
        return nil
      }
    ) { events in
      do {
        try sitting.commit(events, through: room, keys: Token.random)
      } catch Sitting.Refused.takenOver, Sitting.Refused.journalMoved, Sitting.Refused.closed {
        guard !wasMoved, case .sitting(let changed, _)? = try? room.sit(RoomWish(.nobody, isAgain: true)) else {
          throw RunnerDriver.TakenOver()
        }
        sitting = changed
        throw RunnerDriver.Moved(session: changed.session)
      } catch let fault as StoreFault where fault.cause == .needsCode {
        // The room was opened again, and only the code reads what is kept.
        guard case .sitting(let changed, _)? = try? room.sit(RoomWish(who)) else { throw fault }
        sitting = changed
        throw RunnerDriver.Moved(session: changed.session)
      }
    }
    defer { speaker?.hush() }
    let begins = sitting.isResumed ? nil : desk.language
    guard
      let outcome = try? driver.run(
        sitting.session, language: begins, isKiosk: true, looks: looks, on: &device)
    else {
      show({ [$0.text(of: .notKept)] }, desk, &device)
      return
    }
    if outcome.failure != nil {
      show({ [$0.text(of: .notKept)] }, desk, &device)
      return
    }
    switch outcome.exit {
    case .sealed(.annulled), .left, .hungUp: break
    case .sealed: show({ [$0.text(of: .thanks), $0.text(of: .thanksKept)] }, desk, &device)
    case .takenOver: show({ [$0.text(of: .moved)] }, desk, &device)
    }
  }
}

extension RoomPerson.Standing {
  /// What is known of a person's work, behind the name.
  fileprivate func words(in language: Language) -> String {
    switch self {
    case .new: ""
    case .begun: RollPhrase.begun.text(in: language)
    case .finished: RollPhrase.handedIn.text(in: language)
    }
  }
}

extension Sitting {
  /// How far the person is, for whoever watches over the room.
  fileprivate func beat(_ glimpse: RunnerGlimpse) -> RoomBeat {
    RoomBeat(
      lease: lease, sequence: lastSequence, answered: glimpse.answered, total: glimpse.total,
      flagged: glimpse.flagged, number: glimpse.number, now: glimpse.now.milliseconds)
  }
}

extension Language {
  /// A kiosk's phrase for whoever reads this language.
  fileprivate func text(of phrase: KioskPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: spoken, arguments)
  }
}

extension Token {
  /// A key for one event, by the system's chance.
  fileprivate static func random() -> Token {
    var generator = SystemRandomNumberGenerator()
    return Token(high: generator.next(), low: generator.next())
  }
}
