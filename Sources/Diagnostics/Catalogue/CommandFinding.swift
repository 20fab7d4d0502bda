import Texts

/// What can be wrong with a command and what it is asked to do. `E700`–`E799`
package enum CommandFinding: String, Finding {
  case foreignRoot = "E700"
  case unknownInstrument = "E701"
  case unknownPerson = "E702"
  case unknownClass = "E703"
  case notChecked = "E704"
  case terminalTooSmall = "E705"
  case noTerminal = "E706"
  case terminalFault = "E707"
  case cannotWrite = "E708"
  case unknownActivity = "E709"
  case busyElsewhere = "E710"
  case alreadyFinished = "E711"
  case unknownItem = "E712"
  case lineNotUnderstood = "E713"

  package var rule: Rule {
    switch self {
    case .foreignRoot:
      .error(
        ky: "«{found}» элементи менен башталган файлды Сынак билбейт.",
        ru: "Сынак не знает файлов, которые начинаются с элемента «{found}».",
        en: "Synak knows no file that begins with the element “{found}”.",
        advice: Template(
          ky: "Файл булардын бири менен башталат: {roots}.", ru: "Файл начинается с одного из них: {roots}.",
          en: "A file begins with one of these: {roots}."))
    case .unknownInstrument:
      .error(
        ky: "«{found}» деген курал жок.", ru: "Нет инструмента «{found}».", en: "There is no instrument “{found}”.",
        advice: Template(
          ky: "Бар куралдарды «synak list instruments» көрсөтөт.",
          ru: "Какие инструменты есть, покажет «synak list instruments».",
          en: "“synak list instruments” shows those that there are."))
    case .unknownPerson:
      .error(
        ky: "Реестрде «{found}» деген адам жок.", ru: "В реестре нет человека «{found}».",
        en: "There is no person “{found}” in the register.",
        advice: Template(
          ky: "Адамдарды «synak list people» көрсөтөт.", ru: "Людей покажет «synak list people».",
          en: "“synak list people” shows who there is."))
    case .unknownClass:
      .error(
        ky: "Реестрде «{found}» деген класс жок.", ru: "В реестре нет класса «{found}».",
        en: "There is no class “{found}” in the register.")
    case .notChecked:
      .error(
        ky: "{found} файлында {n} {n:ката} бар, ошондуктан аны колдонууга болбойт.",
        ru: "В файле {found} {n} {n:ошибка|ошибки|ошибок}, пользоваться им нельзя.",
        en: "{found} has {n} {n:mistake|mistakes} and can't be used.",
        advice: Template(
          ky: "Каталарды «synak check {found}» көрсөтөт.", ru: "Ошибки покажет «synak check {found}».",
          en: "“synak check {found}” shows them."))
    case .terminalTooSmall:
      .error(
        ky: "Терезе өтө кичине: {found}. Кеминде {least} керек.",
        ru: "Окно слишком мало: {found}. Нужно хотя бы {least}.",
        en: "The window is too small: {found}. It must be at least {least}.")
    case .noTerminal:
      .error(
        ky: "Бул буйрукка терминал керек, бирок ал жок.", ru: "Этой команде нужен терминал, а его нет.",
        en: "This command needs a terminal, and there is none.",
        advice: Template(
          ky: "Жоопторду файлдан окуу үчүн: «--answers ФАЙЛ».", ru: "Чтобы взять ответы из файла: «--answers ФАЙЛ».",
          en: "To take the answers from a file: “--answers FILE”."))
    case .terminalFault:
      .error(
        ky: "Терминал иштебей калды: {why}. Ырасталган жооптор сакталган.",
        ru: "Терминал отказал: {why}. Подтверждённые ответы сохранены.",
        en: "The terminal failed: {why}. Confirmed answers are kept.")
    case .cannotWrite:
      .error(
        ky: "{found} файлына жазууга болбой жатат: {why}.", ru: "Не удаётся записать {found}: {why}.",
        en: "{found} can't be written: {why}.")
    case .unknownActivity:
      .error(
        ky: "Планда «{found}» деген иш-чара жок.", ru: "В плане нет мероприятия «{found}».",
        en: "There is no activity “{found}” in the plan.")
    case .busyElsewhere:
      .error(
        ky: "Бул сеанс башка терминалда ачык: {found}.", ru: "Этот сеанс открыт на другом терминале: {found}.",
        en: "This session is open at another terminal: {found}.",
        advice: Template(
          ky: "Аны бул жерге «--take-over» менен көчүрсө болот.", ru: "Перенести его сюда можно с «--take-over».",
          en: "“--take-over” brings it here."))
    case .alreadyFinished:
      .error(
        ky: "{found} бул куралга мурунтан жооп берип бүткөн.", ru: "{found}: ответы уже сданы.",
        en: "{found} has already handed this in.",
        advice: Template(
          ky: "Кайра тапшыруу үчүн: «--again».", ru: "Сдать ещё раз можно с «--again».",
          en: "“--again” begins another attempt."))
    case .unknownItem:
      .error(
        ky: "«{found}» деген тапшырма жок.", ru: "Нет задания «{found}».", en: "There is no item “{found}”.")
    case .lineNotUnderstood:
      .error(
        ky: "Бул сапты түшүнүүгө болбойт: «{found}». Керектүү түрү: тапшырма, боштук, жооп.",
        ru: "Эту строку не понять: «{found}». Нужно: задание, пробел, ответ.",
        en: "This line can't be understood: “{found}”. It must be: item, space, answer.")
    }
  }
}
