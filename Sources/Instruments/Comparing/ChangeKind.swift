package import Texts

/// The ways in which two versions of an instrument can differ, with their words.
package enum ChangeKind: PhraseCatalogue {
  case itemAdded, itemRemoved
  /// The same question under another id.
  case itemRenamed
  case sectionAdded, sectionRemoved, kindChanged, words, languageAdded, languageRemoved, settings, input
  case passageAdded, passageRemoved, placement, computation
  case optionAdded, optionRemoved, optionWords, optionRules, optionsReordered, optionValue, filter
  case borders, room, condition, required, checks, order, timeLimit, drawing, stopRule, repetition
  case key, points, credit, spelling, guide, reversal, feedback
  case scaleAdded, scaleRemoved, scaleMembers, scaleMethod, scaleTable, levels, levelWords
  case feeds, blueprint, specification, calibration

  package var template: Template { shown ?? scored }

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
    case .settings: Template(ky: "жалпы белгилери башка", ru: "общие свойства другие", en: "other settings")
    case .input:
      Template(
        ky: "башында белгилүү маалымат башка", ru: "другие сведения известны заранее",
        en: "something else is known at the start")
    case .passageAdded: Template(ky: "жаңы текст", ru: "новый текст", en: "a new text")
    case .passageRemoved: Template(ky: "текст алынды", ru: "текст убран", en: "the text is gone")
    case .placement:
      Template(
        ky: "башка суроолордун жанында турат", ru: "стоит при других вопросах", en: "stands beside other questions")
    case .computation: Template(ky: "эсептелиши башка", ru: "вычисляется иначе", en: "computed otherwise")
    case .optionRules:
      Template(
        ky: "«{code}» вариантынын шарттары башка", ru: "условия варианта «{code}» другие",
        en: "other rules of the option “{code}”")
    case .filter:
      Template(
        ky: "варианттар башка жоопко жараша чыгат", ru: "варианты зависят от другого ответа",
        en: "its options follow another answer")
    case .room: Template(ky: "жооп жазчу жери башка", ru: "место для ответа другое", en: "another room for the answer")
    case .stopRule:
      Template(ky: "токтотуу эрежеси башка", ru: "правило остановки другое", en: "it stops by another rule")
    case .repetition: Template(ky: "кайталанышы башка", ru: "повторяется иначе", en: "repeated otherwise")
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
    case .guide:
      Template(
        ky: "баалоочуга кеңеш башка", ru: "указания для оценивания другие", en: "another guide for raters")
    case .feedback: Template(ky: "жыйынтык сөзү башка", ru: "отзыв другой", en: "other feedback")
    case .levelWords:
      Template(
        ky: "«{code}» деңгээлинин аты башка ({language})", ru: "название уровня «{code}» другое ({language})",
        en: "another name of the level “{code}” ({language})")
    case .specification:
      Template(
        ky: "тесттин планындагы орду башка", ru: "место в плане теста другое", en: "another place in the blueprint")
    case .scaleAdded: Template(ky: "жаңы шкала", ru: "новая шкала", en: "a new scale")
    case .scaleRemoved: Template(ky: "шкала алынды", ru: "шкала убрана", en: "the scale is gone")
    case .scaleMembers:
      Template(ky: "шкаланын курамы башка", ru: "состав шкалы другой", en: "the scale is made of others")
    case .scaleMethod:
      Template(ky: "шкаланын эсеби башка", ru: "счёт шкалы другой", en: "the scale is reckoned otherwise")
    case .scaleTable: Template(ky: "таблицасы башка", ru: "таблица другая", en: "another table")
    case .calibration: Template(ky: "калибровкасы башка", ru: "калибровка другая", en: "another calibration")
    case .levels:
      Template(ky: "деңгээлдердин чектери башка", ru: "границы уровней другие", en: "other borders of levels")
    case .feeds:
      Template(ky: "маалыматка берилгени башка", ru: "данные передаются иначе", en: "other data for indicators")
    default: Template(ky: "тесттин планы башка", ru: "план теста другой", en: "another blueprint")
    }
  }
}
