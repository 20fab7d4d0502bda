import Diagnostics
import Expressions
package import Instruments
package import Texts

/// "Why 0?": the points of an item in words.
extension ItemScore {
  /// One or two sentences in the reader's language.
  ///
  /// `item` prints the answer as the respondent saw it. `revealingKey` adds what is right; leave it out where others
  /// still sit the same test.
  package func explanation(in language: Language, of item: DeliveryItem, revealingKey: Bool) -> String {
    var words = [
      "given": item.print(given, in: language),
      "why": given == .unanswered ? "" : " (\(item.print(given, in: language)))",
      "points": Self.text(points ?? .zero, language),
      "maximum": Self.text(maximum ?? .zero, language),
    ]
    if case .misspelt(let key) = reason { words["key"] = key }
    if case .judged(let raters, _) = reason { words["raters"] = String(raters) }
    if let marks {
      words["right"] = String(marks.right)
      words["wrong"] = String(marks.wrong)
      words["all"] = String(marks.all)
    }
    var sentences = [phrase.text(in: language, words)]
    if revealingKey, showsKey {
      sentences.append(ScorePhrase.keyIs.text(in: language, ["key": keyText(in: language, of: item)]))
    }
    return sentences.joined(separator: " ")
  }

  /// What the author says of such an answer; nothing of an item that wasn't shown.
  package func feedback(of key: KeyedItem) -> [Feedback] {
    if reason == .notShown || reason == .awaitsJudgement { return [] }
    let isRight = points != nil && points == maximum
    return key.feedback.filter { feedback in
      switch feedback.occasion {
      case .always: true
      case .right: isRight
      case .wrong: !isRight
      }
    }
  }

  private var marks: ScoreReason.Marks? {
    switch reason {
    case .partly(let marks): marks
    case .wrong(let marks): marks
    case .notShown, .notReached, .unanswered, .right, .misspelt, .level, .awaitsJudgement, .judged: nil
    }
  }

  private var showsKey: Bool {
    switch reason {
    case .partly, .wrong: key != .levels
    case .unanswered: maximum != nil && key != .levels && !isJudged
    case .notShown, .notReached, .right, .misspelt, .level, .awaitsJudgement, .judged: false
    }
  }

  private var isJudged: Bool { if case .judgement = key { true } else { false } }

  private var phrase: ScorePhrase {
    switch reason {
    case .notShown: .notShown
    case .notReached: .notReached
    case .unanswered: maximum == nil ? .unansweredAside : .unansweredZero
    case .right: .right
    case .misspelt: .misspelt
    case .level: .level
    case .awaitsJudgement: .awaitsJudgement
    case .judged(_, let needsThird): needsThird ? .judgedApart : .judged
    case .wrong(nil): .wrong
    case .wrong(_?), .partly:
      switch credit {
      case .hits: .hits
      case .perOption: .perOption
      case .perPlace: .perPlace
      case .adjacent: .adjacent
      case .perPair: .perPair
      case .all: .notAll
      }
    }
  }

  func keyText(in language: Language, of item: DeliveryItem) -> String {
    switch key {
    case .options(let codes): item.print(.codes(codes), in: language)
    case .order(let codes): item.print(.ordered(codes), in: language)
    case .numbers(let keys):
      keys.map { key in
        let number = item.print(.decimal(key.value), in: language)
        return switch key.tolerance {
        case let tolerance where tolerance.number.isZero: number
        case .absolute(let most): "\(number) ± \(Self.text(most, language))"
        case .percent(let share): "\(number) ± \(Self.text(share, language)) %"
        }
      }.joined(separator: "; ")
    case .texts(let keys): keys.map { $0.text }.joined(separator: "; ")
    case .dates(let dates): dates.map { item.print(.date($0), in: language) }.joined(separator: "; ")
    case .pairs(let pairs): item.print(.pairs(pairs), in: language)
    case .levels, .judgement: ""
    }
  }

  /// Points as people read them: at most two digits behind the point.
  private static func text(_ points: Decimal64, _ language: Language) -> String {
    NumberFormat.text("\(points.rounded(to: 2) ?? points)", in: language)
  }
}

/// What is said of an item's points.
enum ScorePhrase: PhraseCatalogue {
  case right, misspelt, wrong, notAll, hits, perOption, perPlace, perPair, adjacent, level, awaitsJudgement, judged,
    judgedApart,
    unansweredZero,
    unansweredAside, notShown, notReached,
    keyIs

  var template: Template {
    switch self {
    case .right:
      Template(
        ky: "Туура: {given}. Упай: {maximum} ичинен {points}.", ru: "Верно: {given}. Баллы: {points} из {maximum}.",
        en: "Right: {given}. Points: {points} of {maximum}.")
    case .misspelt:
      Template(
        ky: "Туура деп алынды: {given}, бирок «{key}» деп жазылат. Упай: {maximum} ичинен {points}.",
        ru: "Принято: {given}, хотя пишется «{key}». Баллы: {points} из {maximum}.",
        en: "Accepted: {given}, though it is spelt “{key}”. Points: {points} of {maximum}.")
    case .wrong:
      Template(
        ky: "Туура эмес: {given}. Упай: {maximum} ичинен {points}.",
        ru: "Неверно: {given}. Баллы: {points} из {maximum}.", en: "Not right: {given}. Points: {points} of {maximum}.")
    case .notAll:
      Template(
        ky: "Толук туура эмес: {given} (туурасы {all} ичинен {right}, катасы {wrong}). Упай толук туура жоопко гана "
          + "берилет: {maximum} ичинен {points}.",
        ru: "Не полностью верно: {given} (верно {right} из {all}, лишних {wrong}). Баллы даются только за полностью "
          + "верный ответ: {points} из {maximum}.",
        en:
          "Not wholly right: {given} ({right} of {all} right, {wrong} wrong). Only a wholly right answer earns points: "
          + "{points} of {maximum}.")
    case .hits:
      Template(
        ky: "Тандалганы: {given}. {all} туура жооптун {right} тандалды, ашыкчасы {wrong} (ар бири бирди алып салат). "
          + "Упай: {maximum} ичинен {points}.",
        ru: "Выбрано: {given}. Отмечено верных: {right} из {all}, лишних: {wrong} (каждый отнимает один). "
          + "Баллы: {points} из {maximum}.",
        en: "Chosen: {given}. {right} of {all} right answers chosen, and {wrong} wrong (each takes one away). "
          + "Points: {points} of {maximum}.")
    case .perOption:
      Template(
        ky: "Тандалганы: {given}. {all} варианттын {right} туура чечилди (тандалды же калтырылды). "
          + "Упай: {maximum} ичинен {points}.",
        ru: "Выбрано: {given}. Верно решено (отмечено или оставлено) вариантов: {right} из {all}. "
          + "Баллы: {points} из {maximum}.",
        en: "Chosen: {given}. {right} of {all} options rightly chosen or left out. Points: {points} of {maximum}.")
    case .perPlace:
      Template(
        ky: "Ирети: {given}. Өз ордунда турганы: {all} ичинен {right}. Упай: {maximum} ичинен {points}.",
        ru: "Порядок: {given}. На своих местах: {right} из {all}. Баллы: {points} из {maximum}.",
        en: "Order: {given}. In the right place: {right} of {all}. Points: {points} of {maximum}.")
    case .adjacent:
      Template(
        ky: "Ирети: {given}. Туура коңшулар: {all} ичинен {right}. Упай: {maximum} ичинен {points}.",
        ru: "Порядок: {given}. Верных соседств: {right} из {all}. Баллы: {points} из {maximum}.",
        en: "Order: {given}. Right neighbours: {right} of {all}. Points: {points} of {maximum}.")
    case .perPair:
      Template(
        ky: "Түгөйлөр: {given}. Туурасы: {all} ичинен {right}. Упай: {maximum} ичинен {points}.",
        ru: "Пары: {given}. Верных: {right} из {all}. Баллы: {points} из {maximum}.",
        en: "Pairs: {given}. Right: {right} of {all}. Points: {points} of {maximum}.")
    case .judged:
      Template(
        ky: "Баалоочулар: {raters}. Упай: {maximum} ичинен {points}.",
        ru: "Оценивших: {raters}. Баллы: {points} из {maximum}.",
        en: "Judged by {raters}. Points: {points} of {maximum}.")
    case .judgedApart:
      Template(
        ky: "Эки баалоочу өтө башкача баалады, үчүнчүсү керек. Азырынча упай: {maximum} ичинен {points}.",
        ru: "Двое оценили слишком по-разному, нужен третий. Пока баллы: {points} из {maximum}.",
        en: "Two judged too differently, a third is needed. For now points: {points} of {maximum}.")
    case .awaitsJudgement:
      Template(
        ky: "Жазылды. Муну адам баалайт; ага чейин упай жок.", ru: "Написано. Это оценит человек; до этого баллов нет.",
        en: "Written. A person judges it; until then there are no points.")
    case .level:
      Template(
        ky: "Деңгээл: {given}. Упай: {maximum} ичинен {points}.", ru: "Уровень: {given}. Баллы: {points} из {maximum}.",
        en: "Level: {given}. Points: {points} of {maximum}.")
    case .unansweredZero:
      Template(
        ky: "Жооп берилген жок{why}, ошондуктан {maximum} ичинен {points} упай.",
        ru: "Ответа нет{why}, поэтому баллов: {points} из {maximum}.",
        en: "There is no answer{why}, so {points} of {maximum} points.")
    case .unansweredAside:
      Template(
        ky: "Жооп жок{why}, ошондуктан эсепке кирбейт.", ru: "Ответа нет{why}, поэтому не учитывается.",
        en: "There is no answer{why}, so it doesn't count.")
    case .notShown:
      Template(
        ky: "Көрсөтүлгөн эмес, ошондуктан эсепке кирбейт.", ru: "Не показано, поэтому не учитывается.",
        en: "Not shown, so it doesn't count.")
    case .notReached:
      Template(
        ky: "Бөлүм ага чейин токтотулган, ошондуктан {maximum} ичинен {points} упай.",
        ru: "Раздел остановлен раньше, поэтому баллов: {points} из {maximum}.",
        en: "The section was stopped before it, so {points} of {maximum} points.")
    case .keyIs: Template(ky: "Туурасы: {key}.", ru: "Правильно: {key}.", en: "Right is: {key}.")
    }
  }
}
