import Texts

/// What can be wrong with dates, essays, patterns, pairs, gaps and allocations. `E370`–`E389` and the warnings of these
/// numbers
package enum KindFinding: String, Finding {
  case gapNotInText = "E370"
  case gapTwiceInText = "E371"
  case tooFewPairs = "E372"
  case rightTaken = "E373"
  case totalOutOfReach = "E374"
  case datesReversed = "E380"
  case badPattern = "E381"
  case wordsReversed = "E382"
  case keyDoesNotMatch = "E383"
  case sampleDoesNotMatch = "E384"
  case ambiguousPattern = "E385"
  case noDistractor = "W310"
  case leftWithoutKey = "W311"
  case wordsBeyondLength = "W315"
  case anchorInPattern = "W316"

  package var rule: Rule {
    switch self {
    case .gapNotInText:
      .error(
        ky: "«{found}» бош орду «{language}» текстинде жок.", ru: "Пропуска «{found}» нет в тексте на «{language}».",
        en: "The gap “{found}” doesn't stand in the text in “{language}”.",
        advice: Template(
          ky: "Текстке {found} атын фигуралуу кашаага алып жазыңыз.",
          ru: "Поставьте в текст имя {found} в фигурных скобках.", en: "Put the name {found} in braces into the text."))
    case .gapTwiceInText:
      .error(
        ky: "«{found}» бош орду «{language}» текстинде эки жолу турат.",
        ru: "Пропуск «{found}» стоит в тексте на «{language}» дважды.",
        en: "The gap “{found}” stands twice in the text in “{language}”.")
    case .tooFewPairs:
      .error(
        ky: "«{found}» дал келтирүүдө эки жагында тең кеминде эки нерсе керек.",
        ru: "В сопоставлении «{found}» с каждой стороны нужно хотя бы по два элемента.",
        en: "“{found}” needs at least two things on each side.")
    case .rightTaken:
      .error(
        ky: "«{found}» эки нерсеге туура келет, бирок бир гана жолу алынат.",
        ru: "«{found}» подходит к двум элементам, а взять его можно один раз.",
        en: "“{found}” is right for two things, and can be taken once.",
        advice: Template(
          ky: "reuse=\"yes\" деп жазсаңыз, бир нече жолу алынат.",
          ru: "С reuse=\"yes\" его можно взять несколько раз.", en: "With reuse=\"yes\" it can be taken several times.")
      )
    case .totalOutOfReach:
      .error(
        ky: "«{found}» саптарынын суммасы {total} боло албайт.",
        ru: "Строки «{found}» не могут дать в сумме {total}.",
        en: "The rows of “{found}” can't come to {total}.")
    case .datesReversed:
      .error(
        ky: "«{found}»: эң эрте күн ({minimum}) эң кеч күндөн ({maximum}) кийин.",
        ru: "«{found}»: самый ранний день ({minimum}) позже самого позднего ({maximum}).",
        en: "“{found}”: the earliest day ({minimum}) is later than the latest ({maximum}).")
    case .badPattern:
      .error(
        ky: "Үлгүнү окуу мүмкүн эмес: {n}-белгиде ката.", ru: "Шаблон не читается: ошибка у знака {n}.",
        en: "The pattern can't be read: something is wrong at character {n}.")
    case .ambiguousPattern:
      .error(
        ky: "«{found}» үлгүсүндө бир эле тамганы кайталоонун ичинде кайталоо ала алат.",
        ru: "В шаблоне «{found}» одни и те же знаки может взять повторение внутри повторения.",
        en: "In the pattern “{found}” a repetition inside a repetition can take the same letters.",
        advice: Template(
          ky: "Жөнөкөйлөтүңүз: (a+)+ ордуна a+, (a|ab)* ордуна (ab?)*.",
          ru: "Упростите: вместо (a+)+ пишите a+, вместо (a|ab)* — (ab?)*.",
          en: "Make it simpler: a+ for (a+)+, (ab?)* for (a|ab)*."))
    case .anchorInPattern:
      .warning(
        ky: "Үлгү ансыз деле бүт текстке тиешелүү; «^» менен «$» бул жерде кадимки белгилер.",
        ru: "Шаблон и так относится ко всему тексту; «^» и «$» здесь — обычные знаки.",
        en: "A pattern fits the whole text anyway; “^” and “$” are letters like others here.",
        advice: Template(ky: "Аларды алып салыңыз.", ru: "Уберите их.", en: "Leave them out."))
    case .wordsReversed:
      .error(
        ky: "«{found}»: эң аз сөз саны эң көбүнөн чоң.", ru: "«{found}»: наименьшее число слов больше наибольшего.",
        en: "“{found}”: the fewest words are more than the most.")
    case .keyDoesNotMatch:
      .error(
        ky: "«{found}» туура жообу үлгүгө же чекке туура келбейт: аны эч ким жаза албайт.",
        ru: "Верный ответ «{found}» не подходит под шаблон или границы: дать его никто не сможет.",
        en: "The right answer “{found}” doesn't fit the pattern or the borders: nobody can give it.")
    case .sampleDoesNotMatch:
      .error(
        ky: "«{found}» туура жооптун тактыгы суроонукундай эмес ({precision}).",
        ru: "Точность верного ответа «{found}» не та, что у вопроса ({precision}).",
        en: "The right answer “{found}” isn't as exact as the question asks ({precision}).")
    case .noDistractor:
      .warning(
        ky: "«{found}»: эки жагында тең бирдей сан, акыркы түгөй өзү эле чыгат.",
        ru: "«{found}»: с обеих сторон поровну, последняя пара получается сама.",
        en: "“{found}” has as many rights as lefts, so the last pair makes itself.",
        advice: Template(
          ky: "Оң жакка ашыкча жооп кошуңуз.", ru: "Добавьте справа лишний вариант.",
          en: "Add one more right that fits nothing."))
    case .leftWithoutKey:
      .warning(
        ky: "«{found}» үчүн туура түгөй айтылган эмес: ал упай бербейт.",
        ru: "Для «{found}» не сказано, что верно: баллов за него нет.",
        en: "Nothing is said to be right for “{found}”: it earns nothing.")
    case .wordsBeyondLength:
      .warning(
        ky: "«{found}»: {words} сөз {length} белгиге батпайт.",
        ru: "«{found}»: {words} слов не поместятся в {length} знаков.",
        en: "“{found}”: {words} words don't fit into {length} characters.")
    }
  }
}
