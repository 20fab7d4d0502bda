import Instruments
import Texts

/// The headings of `diff`.
enum DiffPhrase: PhraseCatalogue {
  case respondents, scores, nothing

  var template: Template {
    switch self {
    case .respondents: Template(ky: "Жооп берүүчүлөр үчүн", ru: "Для отвечающих", en: "For respondents")
    case .scores: Template(ky: "Упайлар үчүн", ru: "Для баллов", en: "For scores")
    case .nothing:
      Template(ky: "Эч нерсе өзгөргөн эмес.", ru: "Ничего не изменилось.", en: "Nothing has changed.")
    }
  }
}

/// Whether scores can be compared.
enum ComparabilityPhrase: PhraseCatalogue {
  case same, judgement, scoresOnly, broken

  init(_ verdict: Comparability) {
    switch verdict {
    case .same: self = .same
    case .judgement: self = .judgement
    case .scoresOnly: self = .scoresOnly
    case .broken: self = .broken
    }
  }

  var template: Template {
    switch self {
    case .same:
      Template(
        ky: "Упайларды мурункусу менен салыштырса болот.", ru: "Баллы можно сравнивать с прежними.",
        en: "Scores can be compared with those from before.")
    case .judgement:
      Template(
        ky: "Упайлар салыштырылабы — «?» менен белгиленгендерди адам карап чечет.",
        ru: "Сравнимы ли баллы, решает человек, посмотрев отмеченное знаком «?».",
        en: "Whether scores can be compared is for a person to judge, by what is marked “?”.")
    case .scoresOnly:
      Template(
        ky: "Упайларды салыштырса болот, деңгээлдерди болбойт: чектер башка («!»).",
        ru: "Баллы сравнивать можно, уровни — нет: границы другие («!»).",
        en: "Scores can be compared, levels can't: their borders are others (“!”).")
    case .broken:
      Template(
        ky: "Упайларды мурункусу менен салыштырууга болбойт («!»). Версияны көбөйтүңүз.",
        ru: "Баллы нельзя сравнивать с прежними («!»). Поднимите версию.",
        en: "Scores can't be compared with those from before (“!”). Raise the version.")
    }
  }
}

/// One change in words.
enum ChangePhrase: PhraseCatalogue {
  case itemAdded, itemRemoved, itemRenamed, sectionAdded, sectionRemoved, kindChanged, words, languageAdded,
    languageRemoved, optionAdded, optionRemoved, optionWords, optionsReordered, optionValue
  case borders, condition, required, checks, order, timeLimit, drawing
  case key, points, credit, spelling, reversal, feedback, scaleAdded, scaleRemoved, scaleMembers, scaleMethod,
    scaleTable
  case levels, feeds, blueprint

  init(_ kind: InstrumentChange.Kind) {
    switch kind {
    case .itemAdded: self = .itemAdded
    case .itemRemoved: self = .itemRemoved
    case .itemRenamed: self = .itemRenamed
    case .sectionAdded: self = .sectionAdded
    case .sectionRemoved: self = .sectionRemoved
    case .kindChanged: self = .kindChanged
    case .words: self = .words
    case .languageAdded: self = .languageAdded
    case .languageRemoved: self = .languageRemoved
    case .optionAdded: self = .optionAdded
    case .optionRemoved: self = .optionRemoved
    case .optionWords: self = .optionWords
    case .optionsReordered: self = .optionsReordered
    case .optionValue: self = .optionValue
    case .borders: self = .borders
    case .condition: self = .condition
    case .required: self = .required
    case .checks: self = .checks
    case .order: self = .order
    case .timeLimit: self = .timeLimit
    case .drawing: self = .drawing
    case .key: self = .key
    case .points: self = .points
    case .credit: self = .credit
    case .spelling: self = .spelling
    case .reversal: self = .reversal
    case .feedback: self = .feedback
    case .scaleAdded: self = .scaleAdded
    case .scaleRemoved: self = .scaleRemoved
    case .scaleMembers: self = .scaleMembers
    case .scaleMethod: self = .scaleMethod
    case .scaleTable: self = .scaleTable
    case .levels: self = .levels
    case .feeds: self = .feeds
    case .blueprint: self = .blueprint
    }
  }

  var template: Template { shown ?? scored }

  private var shown: Template? {
    switch self {
    case .itemAdded: Template(ky: "жаңы суроо", ru: "новый вопрос", en: "a new question")
    case .itemRemoved: Template(ky: "суроо алынды", ru: "вопрос убран", en: "the question is gone")
    case .itemRenamed:
      Template(
        ky: "ошол эле суроо эми «{new}» деп аталат", ru: "тот же вопрос теперь называется «{new}»",
        en: "the same question is now called “{new}”")
    case .sectionAdded: Template(ky: "жаңы бөлүм", ru: "новый раздел", en: "a new section")
    case .sectionRemoved: Template(ky: "бөлүм алынды", ru: "раздел убран", en: "the section is gone")
    case .kindChanged: Template(ky: "суроонун түрү башка", ru: "вид вопроса другой", en: "another kind of question")
    case .words:
      Template(ky: "тексти өзгөрдү ({language})", ru: "текст изменён ({language})", en: "other words ({language})")
    case .languageAdded:
      Template(ky: "жаңы тил: {language}", ru: "новый язык: {language}", en: "a new language: {language}")
    case .languageRemoved:
      Template(ky: "тил алынды: {language}", ru: "язык убран: {language}", en: "the language {language} is gone")
    case .optionAdded:
      Template(ky: "«{code}» варианты кошулду", ru: "добавлен вариант «{code}»", en: "a new option “{code}”")
    case .optionRemoved:
      Template(ky: "«{code}» варианты алынды", ru: "убран вариант «{code}»", en: "the option “{code}” is gone")
    case .optionWords:
      Template(
        ky: "«{code}» вариантынын тексти өзгөрдү ({language})", ru: "текст варианта «{code}» изменён ({language})",
        en: "other words of the option “{code}” ({language})")
    case .optionsReordered:
      Template(
        ky: "варианттардын ирети башка", ru: "порядок вариантов другой", en: "the options stand in another order")
    case .borders: Template(ky: "жооптун чектери башка", ru: "границы ответа другие", en: "other borders of the answer")
    case .condition:
      Template(ky: "көрсөтүү шарты башка", ru: "условие показа другое", en: "shown under another condition")
    case .required: Template(ky: "милдеттүүлүгү башка", ru: "обязательность другая", en: "required otherwise")
    case .checks: Template(ky: "текшерүүлөрү башка", ru: "проверки другие", en: "other checks")
    case .order:
      Template(
        ky: "суроолордун ирети башка, ушундан баштап", ru: "порядок вопросов другой, начиная с этого",
        en: "the questions stand in another order, from here on")
    case .timeLimit: Template(ky: "убакыты башка", ru: "время другое", en: "another time limit")
    case .drawing:
      Template(
        ky: "тандоо же аралаштыруу башка", ru: "отбор или перемешивание другие", en: "drawn or shuffled otherwise")
    default: nil
    }
  }

  private var scored: Template {
    switch self {
    case .optionValue:
      Template(
        ky: "«{code}» вариантынын мааниси башка", ru: "значение варианта «{code}» другое",
        en: "another value of the option “{code}”")
    case .key: Template(ky: "ачкычы башка", ru: "ключ другой", en: "another key")
    case .points: Template(ky: "упайы башка", ru: "баллы другие", en: "other points")
    case .credit: Template(ky: "упай эрежеси башка", ru: "правило баллов другое", en: "another rule of credit")
    case .spelling:
      Template(ky: "жазуу катасына мамиле башка", ru: "отношение к опискам другое", en: "slips are judged otherwise")
    case .reversal: Template(ky: "тескери саноо башка", ru: "обратный счёт другой", en: "counted from the other end")
    case .feedback: Template(ky: "жыйынтык сөзү башка", ru: "отзыв другой", en: "other feedback")
    case .scaleAdded: Template(ky: "жаңы шкала", ru: "новая шкала", en: "a new scale")
    case .scaleRemoved: Template(ky: "шкала алынды", ru: "шкала убрана", en: "the scale is gone")
    case .scaleMembers:
      Template(ky: "шкаланын курамы башка", ru: "состав шкалы другой", en: "the scale is made of others")
    case .scaleMethod:
      Template(ky: "шкаланын эсеби башка", ru: "счёт шкалы другой", en: "the scale is reckoned otherwise")
    case .scaleTable: Template(ky: "таблицасы башка", ru: "таблица другая", en: "another table")
    case .levels:
      Template(ky: "деңгээлдердин чектери башка", ru: "границы уровней другие", en: "other borders of levels")
    case .feeds:
      Template(ky: "маалыматка берилгени башка", ru: "данные передаются иначе", en: "other data for indicators")
    default: Template(ky: "тесттин планы башка", ru: "план теста другой", en: "another blueprint")
    }
  }
}
