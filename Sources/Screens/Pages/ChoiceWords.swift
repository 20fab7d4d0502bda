import Administration
import Expressions
import Instruments
import Texts

/// Why a question was asked, or a way taken, in words.
struct ChoiceWords {
  private let plan: SessionPlan
  private let instrument: Instrument
  private let language: Language

  init(_ plan: SessionPlan, _ instrument: Instrument, _ language: Language) {
    self.plan = plan
    self.instrument = instrument
    self.language = language
  }

  func words(for reason: ChoiceReason, _ elements: [ElementIndex]) -> String {
    var words = [
      "id": elements.first.map { plan.element(at: $0).block.id.text } ?? "",
      "theta": number(reason.theta), "error": number(reason.error), "information": number(reason.information),
      "considered": reason.considered.map(String.init) ?? "–",
      "best": reason.best.map(\.text).joined(separator: ", "),
      "points": number(reason.points), "maximum": number(reason.maximum),
    ]
    words["section"] = reason.section.map { id in
      plan.delivery.form.sections.first { $0.id == id }?.title?.plain(in: language) ?? id.text
    }
    switch reason.why {
    case .information:
      var said = say(.information, words)
      if let area = reason.area {
        let title = instrument.blueprint?.areas.first { $0.code == area }?.title.plain(in: language)
        said += " " + say(.area, ["area": title ?? area.text])
      }
      return reason.best.count > 1 ? said + " " + say(.drawn, words) : said
    case .points: return say(.points, words)
    case .error: return say(.error, words)
    case .length: return say(.length, words)
    case .exhausted: return say(.exhausted, words)
    case .time: return say(.time, words)
    }
  }

  private func say(_ phrase: ChoicePhrase, _ words: [String: String]) -> String { phrase.text(in: language, words) }

  private func number(_ decimal: Decimal64?) -> String {
    guard let decimal else { return "–" }
    return NumberFormat.text("\(decimal.rounded(to: 2) ?? decimal)", in: language)
  }
}

/// What is said of choices.
enum ChoicePhrase: PhraseCatalogue {
  case information, area, drawn, points, error, length, exhausted, time

  var template: Template {
    switch self {
    case .information:
      Template(
        ky: "→ {id}: билим деңгээли {theta} ± {error} үчүн маалыматы {information} ({considered} ичинен).",
        ru: "→ {id}: при уровне {theta} ± {error} информация {information} (из {considered}).",
        en: "→ {id}: at ability {theta} ± {error} it tells {information} (of {considered}).")
    case .area:
      Template(
        ky: "«{area}» үлүшүнөн артта.", ru: "«{area}» отстаёт от своей доли.", en: "“{area}” is behind its share.")
    case .drawn:
      Template(
        ky: "Чүчүкулак: {best}.", ru: "По жребию из: {best}.", en: "Drawn from: {best}.")
    case .points:
      Template(
        ky: "→ {section}: {maximum} ичинен {points} упай", ru: "→ {section}: {points} из {maximum} баллов",
        en: "→ {section}: {points} of {maximum} points")
    case .error:
      Template(
        ky: "тандоо бүттү, так болду: {theta} ± {error}", ru: "выбор окончен, точности достаточно: {theta} ± {error}",
        en: "no more: precise enough, {theta} ± {error}")
    case .length:
      Template(
        ky: "тандоо бүттү, эң көп саны суралды: {theta} ± {error}",
        ru: "выбор окончен, задано наибольшее число: {theta} ± {error}",
        en: "no more: as many as may be were asked, {theta} ± {error}")
    case .exhausted:
      Template(
        ky: "тандоо бүттү, башка суроо жок: {theta} ± {error}",
        ru: "выбор окончен, вопросов больше нет: {theta} ± {error}",
        en: "no more: nothing is left to ask, {theta} ± {error}")
    case .time:
      Template(
        ky: "тандоо бүттү, бөлүмдүн убактысы өттү: {theta} ± {error}",
        ru: "выбор окончен, время раздела вышло: {theta} ± {error}",
        en: "no more: the section's time is over, {theta} ± {error}")
    }
  }
}
