import Expressions
package import Storage
package import Texts

/// The minutes of a room's sitting, to be printed and signed: who sat where and came to what, and everything that happened.
/// An example of such a paper: no authority prescribes this one.
package struct MinutesDocument {
  private let minutes: RoomMinutes
  private let school: String
  private let language: Language
  /// The hour of an instant, in milliseconds since 1970, as people write it; and the day.
  private let hour: (Int64) -> String
  private let day: String

  package init(
    _ minutes: RoomMinutes, school: String, day: String, language: Language, hour: @escaping (Int64) -> String
  ) {
    self.minutes = minutes
    self.school = school
    self.day = day
    self.language = language
    self.hour = hour
  }

  package var document: PrintedDocument {
    let title = say(.title) + ": " + (minutes.title[language] ?? "")
    var document = PrintedDocument(title: title, language: language, footer: say(.footer))
    document.blocks = [
      .heading(1, [.text(title)]),
      .text(say(.place, ["school": school, "day": day]), .fields),
      .text(counts), .heading(2, [.text(say(.people))]), .table(people), .heading(2, [.text(say(.course))]),
    ]
    if minutes.entries.isEmpty {
      document.blocks.append(.text(say(.nothing)))
    } else {
      document.blocks.append(.table(course))
    }
    document.blocks += [
      .heading(2, [.text(say(.remarks))]), .lines(3),
      .paragraph([.text(say(.proctor)), .space, .mark(.blank(30))], .fields),
      .paragraph([.text(say(.second)), .space, .mark(.blank(30))], .fields),
    ]
    return document
  }

  private var sessions: [RoomPlace] {
    minutes.places.filter { $0.session != nil }.sorted {
      $0.schoolClass == $1.schoolClass ? Alphabet.precedes($0.name, $1.name) : $0.schoolClass < $1.schoolClass
    }
  }

  private var counts: String {
    let done = sessions.count { [.finished, .timeUp, .closed].contains($0.state) }
    let void = sessions.count { $0.state == .annulled }
    return say(
      .counts,
      ["n": String(sessions.count), "done": String(done), "void": String(void)])
  }

  private var people: PrintTable {
    let heading = PrintTable.Row(
      isHeading: true,
      [MinutesPhrase.name, .schoolClass, .terminal, .outcome, .answered].map { PrintTable.Cell(say($0)) })
    let rows = sessions.map { place in
      PrintTable.Row([
        PrintTable.Cell(place.name), PrintTable.Cell(place.schoolClass), PrintTable.Cell(place.terminal),
        PrintTable.Cell(say(outcome(place.state))),
        PrintTable.Cell("\(place.answered) / \(place.total)", isCentred: true),
      ])
    }
    return PrintTable(widths: [34, 10, 22, 20, 14], rows: [heading] + rows)
  }

  private var course: PrintTable {
    let heading = PrintTable.Row(
      isHeading: true, [MinutesPhrase.time, .what, .whom, .terminal, .by].map { PrintTable.Cell(say($0)) })
    let rows = minutes.entries.map { entry in
      PrintTable.Row([
        PrintTable.Cell(hour(entry.wall)), PrintTable.Cell(words(entry.what)), PrintTable.Cell(entry.whom),
        PrintTable.Cell(entry.terminal), PrintTable.Cell(entry.by?.text ?? ""),
      ])
    }
    return PrintTable(widths: [12, 32, 26, 18, 12], isDense: true, rows: [heading] + rows)
  }

  private func outcome(_ state: RoomPlace.State) -> MinutesPhrase {
    switch state {
    case .finished: .finished
    case .timeUp: .timeUp
    case .closed: .closed
    case .annulled: .void
    case .free, .working, .paused, .away: .open
    }
  }

  private func words(_ what: RoomMinutes.What) -> String {
    switch what {
    case .begun: say(.begun)
    case .resumed: say(.resumed)
    case .left: say(.left)
    case .lost: say(.lost)
    case .finished: say(.finished)
    case .timeUp: say(.timeUp)
    case .started: say(.started)
    case .paused: say(.paused)
    case .continued: say(.continued)
    case .closed: say(.closed)
    case .reopened: say(.reopened)
    case .moved: say(.moved)
    case .extended(let time): say(.extended, ["n": String(time / 60_000)])
    case .annulled(let reason): say(.annulled, ["reason": reason])
    case .secondTerminal: say(.secondTerminal)
    case .wrongCode: say(.wrongCode)
    }
  }

  private func say(_ phrase: MinutesPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }
}

/// What stands in minutes.
enum MinutesPhrase: PhraseCatalogue {
  case title, footer, place, counts, people, course, nothing, remarks, proctor, second
  case name, schoolClass, terminal, outcome, answered, time, what, whom, by
  case open, void, begun, resumed, left, lost, finished, timeUp, started, paused, continued, closed, reopened
  case moved, extended, annulled, secondTerminal, wrongCode

  var template: Template { frame ?? event }

  private var frame: Template? {
    switch self {
    case .title: Template(ky: "Протокол", ru: "Протокол", en: "Minutes")
    case .footer:
      Template(ky: "Сынак: протоколдун үлгүсү", ru: "Сынак: пример протокола", en: "Synak: an example of minutes")
    case .place: Template(ky: "{school}, {day}", ru: "{school}, {day}", en: "{school}, {day}")
    case .counts:
      Template(
        ky: "Отурумдар: {n}. Тапшырылды же жабылды: {done}. Жараксыз: {void}.",
        ru: "Сеансов: {n}. Сдано или закрыто: {done}. Недействительно: {void}.",
        en: "Sessions: {n}. Handed in or closed: {done}. Void: {void}.")
    case .people: Template(ky: "Катышкандар", ru: "Участники", en: "Who took part")
    case .course: Template(ky: "Жүрүшү", ru: "Ход", en: "What happened")
    case .nothing: Template(ky: "Эч нерсе жазылган жок.", ru: "Записей нет.", en: "Nothing was noted.")
    case .remarks: Template(ky: "Эскертүүлөр", ru: "Замечания", en: "Remarks")
    case .proctor:
      Template(ky: "Көзөмөлчү (аты, колу)", ru: "Наблюдающий (имя, подпись)", en: "Proctor (name, signature)")
    case .second:
      Template(
        ky: "Экинчи күбө (аты, колу)", ru: "Второй свидетель (имя, подпись)", en: "Second witness (name, signature)")
    case .name: Template(ky: "Аты", ru: "Имя", en: "Name")
    case .schoolClass: Template(ky: "Класс", ru: "Класс", en: "Class")
    case .terminal: Template(ky: "Компьютер", ru: "Компьютер", en: "Computer")
    case .outcome: Template(ky: "Натыйжасы", ru: "Чем кончилось", en: "Came to")
    case .answered: Template(ky: "Жооптор", ru: "Ответов", en: "Answers")
    case .time: Template(ky: "Убакыт", ru: "Время", en: "Time")
    case .what: Template(ky: "Эмне болду", ru: "Что произошло", en: "What happened")
    case .whom: Template(ky: "Ким", ru: "У кого", en: "Who")
    case .by: Template(ky: "Ким чечти", ru: "Кто решил", en: "Decided by")
    default: nil
    }
  }

  private var event: Template {
    switch self {
    case .open: Template(ky: "ачык", ru: "открыто", en: "open")
    case .void: Template(ky: "жараксыз", ru: "недействительно", en: "void")
    case .begun: Template(ky: "баштады", ru: "начато", en: "begun")
    case .resumed: Template(ky: "улантты", ru: "продолжено", en: "went on")
    case .left: Template(ky: "кетти", ru: "ушёл", en: "left")
    case .lost: Template(ky: "байланыш үзүлдү", ru: "связь прервалась", en: "line lost")
    case .finished: Template(ky: "тапшырды", ru: "сдано", en: "handed in")
    case .timeUp: Template(ky: "убакыт бүттү", ru: "время вышло", en: "time up")
    case .started: Template(ky: "баштоого уруксат берилди", ru: "разрешено начинать", en: "allowed to begin")
    case .paused: Template(ky: "токтотулду", ru: "остановлено", en: "stopped")
    case .continued: Template(ky: "улантылды", ru: "продолжено", en: "let go on")
    case .closed: Template(ky: "жабылды", ru: "закрыто", en: "closed")
    case .reopened: Template(ky: "кайра ачылды", ru: "открыто снова", en: "opened again")
    case .moved:
      Template(
        ky: "башка компьютерге которууга уруксат берилди", ru: "разрешено перейти за другой компьютер",
        en: "allowed to move to another computer")
    case .extended: Template(ky: "{n} мүнөт кошулду", ru: "добавлено минут: {n}", en: "{n} {n:minute|minutes} given")
    case .annulled:
      Template(
        ky: "жараксыз деп табылды: {reason}", ru: "признано недействительным: {reason}", en: "declared void: {reason}")
    case .secondTerminal:
      Template(
        ky: "экинчи компьютерден аракет кылды", ru: "попытка со второго компьютера", en: "tried at a second computer")
    default: Template(ky: "туура эмес код", ru: "неверный код", en: "wrong code")
    }
  }
}
