import Texts

/// What texts and keys give away or hide though each of them is well written. `W333`–`W342`, `N343`–`N344`.
package enum WordingFinding: String, Finding {
  case mixedLetters = "W333"
  case invisibleCharacter = "W334"
  case placeholderLost = "W335"
  case tooLongToRead = "W336"
  case keyIsLongest = "W337"
  case keyInOnePlace = "W338"
  case keysInARow = "W339"
  case rangesOverlap = "W340"
  case tallerThanScreen = "W341"
  case widerThanScreen = "W342"
  case allOfTheAbove = "N343"
  case negation = "N344"

  package var rule: Rule {
    switch self {
    case .mixedLetters:
      .warning(
        ky:
          "«{word}» сөзүндө «{letter}» тамгасы башка алфавиттен ({language}): окшош көрүнөт, бирок издөөдө табылбайт.",
        ru:
          "В слове «{word}» буква «{letter}» из другого алфавита ({language}): выглядит так же, но поиск её не найдёт.",
        en: "In “{word}” the letter “{letter}” is of another alphabet ({language}): it looks alike, but isn't found.",
        advice: Template(
          ky: "Сөздү бир алфавит менен кайра териңиз.", ru: "Наберите слово заново одним алфавитом.",
          en: "Type the word again in one alphabet."))
    case .invisibleCharacter:
      .warning(
        ky: "«{found}»: текстте көрүнбөгөн {code} белгиси бар ({language}).",
        ru: "«{found}»: в тексте невидимый знак {code} ({language}).",
        en: "“{found}” has the invisible character {code} in its text ({language}).",
        advice: Template(
          ky: "Ал көбүнчө башка программадан көчүрүлгөндө келет: сөздү кайра териңиз.",
          ru: "Обычно он приходит при копировании из другой программы: наберите слово заново.",
          en: "It mostly comes with text pasted from another program: type the word again."))
    case .placeholderLost:
      .warning(
        ky: "«{found}»: {name} коюлуучу жер «{language}» текстинде жок, башка тилде бар.",
        ru: "«{found}»: подстановки {name} нет в тексте на «{language}», а на другом языке есть.",
        en: "“{found}”: the text in “{language}” lost {name}, which another language has.")
    case .tooLongToRead:
      .warning(
        ky: "«{found}» окуунун өзүнө болжол менен {minutes} мүнөт керек, ал эми убакыт {limit} мүнөт (болжолдуу эсеп).",
        ru: "Только чтение «{found}» займёт около {minutes} мин, а всего даётся {limit} мин (оценка на глаз).",
        en: "Reading “{found}” alone takes about {minutes} minutes of the {limit} that there are (a rule of thumb).")
    case .keyIsLongest:
      .warning(
        ky: "Туура жооп {all} тапшырманын {count} тапшырмасында эң узуну: окуучу окубай эле таба алат.",
        ru: "В {count} заданиях из {all} верный вариант — самый длинный: его можно угадать, не читая.",
        en: "In {count} of {all} items the right option is the longest: it can be guessed without reading.")
    default: furtherRule
    }
  }

  private var furtherRule: Rule {
    switch self {
    case .keyInOnePlace:
      .warning(
        ky: "Туура жооп {all} тапшырманын {count} тапшырмасында {place}-орунда турат.",
        ru: "В {count} заданиях из {all} верный вариант стоит на месте {place}.",
        en: "In {count} of {all} items the right option stands in place {place}.",
        advice: Template(
          ky: "Варианттардын ордун алмаштырыңыз же shuffle=\"yes\" коюңуз.",
          ru: "Поменяйте варианты местами или напишите shuffle=\"yes\".",
          en: "Move the options, or write shuffle=\"yes\"."))
    case .keysInARow:
      .warning(
        ky: "Катары менен {count} тапшырмада туура жооп {place}-орунда турат.",
        ru: "В {count} заданиях подряд верный вариант стоит на месте {place}.",
        en: "In {count} items in a row the right option stands in place {place}.")
    case .rangesOverlap:
      .warning(
        ky: "«{found}»: {number} эки вариантка тең туура келет («{first}» жана «{second}»).",
        ru: "«{found}»: {number} подходит к двум вариантам («{first}» и «{second}»).",
        en: "“{found}”: {number} fits two options (“{first}” and “{second}”).")
    case .tallerThanScreen:
      .warning(
        ky: "«{found}» 80×24 экранга батпайт ({language}): {lines} сап керек, {rows} бар, жылдырууга туура келет.",
        ru:
          "«{found}» не помещается на экран 80×24 ({language}): нужно строк {lines}, есть {rows}, придётся прокручивать.",
        en:
          "“{found}” doesn't fit a screen of 80×24 ({language}): it needs {lines} lines of {rows} and must be scrolled."
      )
    case .widerThanScreen:
      .warning(
        ky: "«{found}» таблицасы 80 тилкеге батпайт: {count} вариант бар.",
        ru: "Таблица «{found}» не помещается в 80 столбцов: вариантов {count}.",
        en: "The grid “{found}” doesn't fit 80 columns: it has {count} options.")
    case .allOfTheAbove:
      .note(
        ky: "«{found}» варианты башкаларын санайт: андай вариант билимди эмес, көнүгүүнү өлчөйт.",
        ru: "Вариант «{found}» говорит о других вариантах: он проверяет не знание, а сноровку.",
        en: "The option “{found}” speaks of the others: it measures test-taking rather than knowledge.")
    default:
      .note(
        ky: "«{found}»: суроодо «{word}» бар. Тануу оңой эле көзгө илинбей калат — <strong> менен белгилеңиз.",
        ru: "«{found}»: в вопросе есть «{word}». Отрицание легко не заметить — выделите его тегом <strong>.",
        en: "“{found}” asks with “{word}”. A negation is easily overlooked: mark it with <strong>.")
    }
  }
}
