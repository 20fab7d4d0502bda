package import Administration
import Expressions
package import Instruments
import TerminalUI
package import Texts

/// A session step by step, as it happened: for a proctor who looks into a complaint, and for whoever asks how long a
/// question took.
package struct SessionPage: Sendable {
  package let instrument: CheckedInstrument
  package let plan: SessionPlan
  package let log: [LoggedEvent]
  /// What the session is known by.
  package let name: String

  package init(_ name: String, of instrument: CheckedInstrument, plan: SessionPlan, log: [LoggedEvent]) {
    self.name = name
    self.instrument = instrument
    self.plan = plan
    self.log = log
  }

  package func page(in language: Language) -> Page {
    let times = SessionTimes(plan, log)
    var page = Page(title: plan.delivery.form.title.plain(in: language), subtitle: name)
    page.blocks.append(.heading(SessionPhrase.steps.text(in: language)))
    page.blocks.append(.table(steps(in: language)))
    page.blocks.append(.heading(SessionPhrase.times.text(in: language)))
    page.blocks.append(.table(table(of: times, in: language)))
    let total = ClockText.text(milliseconds: times.total)
    page.blocks.append(
      .paragraph(
        SessionPhrase.total.text(in: language, ["time": total, "n": String(times.suspensions)])))
    for grid in straightLines(in: plan, log) {
      page.blocks.append(.paragraph(SessionPhrase.straight.text(in: language, ["id": grid.text])))
    }
    return page
  }

  private func straightLines(in plan: SessionPlan, _ log: [LoggedEvent]) -> [Symbol] {
    guard let session = try? Session.replay(plan, log) else { return [] }
    return StraightLining.grids(in: session, reversed: instrument.instrument.scoring.reversed)
  }

  private func steps(in language: Language) -> Page.Table {
    let answers = AnswerText(plan.delivery, language: language)
    var session = Session(plan: plan)
    var rows: [[String]] = []
    for entry in log {
      let before = session
      try? session.apply(entry.event, at: entry.instant)
      rows.append([
        words(for: entry.event, before: before, after: session, answers, language),
        ClockText.text(milliseconds: entry.instant.milliseconds),
      ])
    }
    return Page.Table(
      headings: [SessionPhrase.what.text(in: language), SessionPhrase.time.text(in: language)], rows: rows)
  }

  private func words(
    for event: Event, before: Session, after: Session, _ answers: AnswerText, _ language: Language
  ) -> String {
    func say(_ phrase: SessionPhrase, _ words: [String: String] = [:]) -> String { phrase.text(in: language, words) }
    func id(_ slot: Int) -> String {
      plan.delivery.slots.indices.contains(slot) ? plan.delivery.slots[slot].id.text : "\(slot)"
    }
    switch event {
    case .started(let chosen): return say(.started, ["language": chosen.rawValue])
    case .answered(let address, let value):
      let new = answers.text(of: value, at: address.slot)
      guard let old = before.answer(at: address.slot), old != value else {
        return say(.answered, ["id": id(address.slot), "answer": new])
      }
      let earlier = answers.text(of: old, at: address.slot)
      return say(.changed, ["id": id(address.slot), "answer": new, "old": earlier])
    case .cleared(let address): return say(.cleared, ["id": id(address.slot)])
    case .confirmed(let address, _): return say(.confirmed, ["id": id(address.slot)])
    case .moved: return say(.moved, ["id": place(after)])
    case .expired: return say(.expired, ["id": place(before)])
    case .languageChanged(let chosen): return say(.language, ["language": chosen.rawValue])
    case .flagged(let slot, let isOn): return say(isOn ? .flagged : .unflagged, ["id": id(slot)])
    case .filled(_, let elements): return say(.filled, ["n": String(elements.count)])
    case .chosen(_, let elements, let reason):
      return ChoiceWords(plan, instrument.instrument, language).words(for: reason, elements)
    case .suspended: return say(.suspended)
    case .resumed: return say(.resumed)
    case .sealed(let reason):
      switch reason {
      case .submitted: return say(.submitted)
      case .timeUp: return say(.timeUp)
      case .proctor: return say(.closed)
      case .annulled: return say(.void)
      }
    case .reopened(let person): return say(.reopened, ["person": person.text])
    case .paused(let person): return say(.stopped, ["person": person.text])
    case .continued(let person): return say(.continued, ["person": person.text])
    case .extended(let person, let time):
      return say(.extended, ["person": person.text, "n": NumberFormat.text("\(time / 60_000)", in: language)])
    case .annulled(let person, let reason): return say(.annulled, ["person": person.text, "reason": reason])
    }
  }

  private func place(_ session: Session) -> String {
    session.currentElement.map { plan.element(at: $0).block.id.text } ?? "—"
  }

  private func table(of times: SessionTimes, in language: Language) -> Page.Table {
    let headings: [SessionPhrase] = [.question, .spent, .first, .visits, .changes]
    let rows = times.elements.keys.sorted().map { index -> [String] in
      let element = plan.element(at: index)
      let time = times.elements[index]
      let changes = element.items.reduce(0) { $0 + (times.items[$1.slot]?.changes ?? 0) }
      return [
        element.block.id.text, Self.seconds(time?.spent ?? 0, language),
        time?.untilAnswer.map { Self.seconds($0, language) } ?? "–", String(time?.visits ?? 0), String(changes),
      ]
    }
    return Page.Table(headings: headings.map { $0.text(in: language) }, rows: rows)
  }

  private static func seconds(_ milliseconds: Int64, _ language: Language) -> String {
    NumberFormat.text("\(milliseconds / 1_000).\(milliseconds % 1_000 / 100)", in: language)
  }
}

/// What is said of a session's steps.
enum SessionPhrase: PhraseCatalogue {
  case steps, times, what, time, question, spent, first, visits, changes, total, straight
  case started, answered, changed, cleared, confirmed, moved, expired, language, flagged, unflagged, filled
  case suspended, resumed, submitted, timeUp, closed, reopened
  case stopped, continued, extended, annulled, void

  var template: Template { heading ?? step }

  private var heading: Template? {
    switch self {
    case .steps: Template(ky: "Кадамдар", ru: "Шаги", en: "Step by step")
    case .times: Template(ky: "Суроолордогу убакыт", ru: "Время на вопросах", en: "Time at the questions")
    case .what: Template(ky: "Эмне болду", ru: "Что произошло", en: "What happened")
    case .time: Template(ky: "Убакыт", ru: "Время", en: "Time")
    case .question: Template(ky: "Суроо", ru: "Вопрос", en: "Question")
    case .spent: Template(ky: "Секунд", ru: "Секунд", en: "Seconds")
    case .first: Template(ky: "Жоопко чейин", ru: "До ответа", en: "To answer")
    case .visits: Template(ky: "Көрүүлөр", ru: "Заходы", en: "Visits")
    case .changes: Template(ky: "Өзгөртүүлөр", ru: "Правки", en: "Changes")
    case .total:
      Template(
        ky: "Бардыгы {time}, тыныгуулар: {n}.", ru: "Всего {time}, пауз: {n}.", en: "{time} in all, pauses: {n}.")
    case .straight:
      Template(
        ky: "«{id}» таблицасынын бардык сабына бирдей жооп берилген, тескери саптарына да.",
        ru: "Во всех строках таблицы «{id}» один и тот же ответ, и в обратных тоже.",
        en: "All rows of the grid “{id}” have the same answer, those that count from the other end too.")
    default: nil
    }
  }

  private var step: Template {
    switch self {
    case .started: Template(ky: "башталды ({language})", ru: "начато ({language})", en: "begun ({language})")
    case .answered: Template(ky: "{id}: {answer}", ru: "{id}: {answer}", en: "{id}: {answer}")
    case .changed:
      Template(
        ky: "{id}: {answer} (мурда {old})", ru: "{id}: {answer} (было {old})", en: "{id}: {answer} (was {old})")
    case .cleared: Template(ky: "{id}: жооп алынды", ru: "{id}: ответ снят", en: "{id}: answer taken back")
    case .confirmed: Template(ky: "{id}: жооп ырасталды", ru: "{id}: ответ подтверждён", en: "{id}: answer confirmed")
    case .moved: Template(ky: "→ {id}", ru: "→ {id}", en: "→ {id}")
    case .expired: Template(ky: "{id}: убакыт бүттү", ru: "{id}: время вышло", en: "{id}: time over")
    case .language: Template(ky: "тил: {language}", ru: "язык: {language}", en: "language: {language}")
    case .flagged: Template(ky: "{id}: белгиленди", ru: "{id}: отмечено", en: "{id}: flagged")
    case .unflagged: Template(ky: "{id}: белги алынды", ru: "{id}: отметка снята", en: "{id}: flag taken off")
    case .filled: Template(ky: "{n} суроо кошулду", ru: "добавлено вопросов: {n}", en: "questions added: {n}")
    case .suspended: Template(ky: "тыныгуу", ru: "пауза", en: "paused")
    case .resumed: Template(ky: "уланды", ru: "продолжено", en: "resumed")
    case .submitted: Template(ky: "тапшырылды", ru: "сдано", en: "handed in")
    case .timeUp: Template(ky: "убакыт бүтүп, жабылды", ru: "закрыто по времени", en: "closed, the time was up")
    case .closed: Template(ky: "көзөмөлчү жапты", ru: "закрыто наблюдающим", en: "closed by the proctor")
    case .stopped: Template(ky: "{person} токтотту", ru: "остановлено: {person}", en: "stopped by {person}")
    case .continued: Template(ky: "{person} улантты", ru: "продолжено: {person}", en: "let go on by {person}")
    case .extended:
      Template(
        ky: "{person} {n} мүнөт кошту", ru: "добавлено {n} {n:минута|минуты|минут}: {person}",
        en: "{n} {n:minute|minutes} given by {person}")
    case .annulled:
      Template(
        ky: "{person} жараксыз деп тапты: {reason}", ru: "признано недействительным: {person}, {reason}",
        en: "declared void by {person}: {reason}")
    case .void: Template(ky: "жараксыз", ru: "недействительно", en: "void")
    default: Template(ky: "{person} кайра ачты", ru: "снова открыто: {person}", en: "opened again by {person}")
    }
  }
}
