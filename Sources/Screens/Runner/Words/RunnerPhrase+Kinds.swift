import Texts

/// The words around pairs, dates, allocations and essays.
extension RunnerPhrase {
  var kindTemplate: Template? {
    switch self {
    case .matchHow:
      Template(
        ky: "Ар бир сапка туура келген номерди басыңыз.", ru: "Для каждой строки нажмите номер подходящего.",
        en: "For each line press the number of what fits it.")
    case .dateLike: Template(ky: "Мисалы: {like}", ru: "Например: {like}", en: "For example: {like}")
    case .allocationRest:
      Template(ky: "Бөлүштүрүлө элек: {rest}", ru: "Осталось распределить: {rest}", en: "Left to give out: {rest}")
    case .allocatedTooMuch: Template(ky: "Ашып кетти: {rest}", ru: "Лишнее: {rest}", en: "Too much by {rest}")
    case .allocated: Template(ky: "Баары бөлүштүрүлдү.", ru: "Всё распределено.", en: "All of it is given out.")
    case .wordsWritten: Template(ky: "{n} сөз", ru: "Слов: {n}", en: "Words: {n}")
    case .wordsAtLeast:
      Template(
        ky: "{n} сөз, кеминде {least} керек", ru: "Слов: {n}, нужно не меньше {least}",
        en: "Words: {n}, at least {least} wanted")
    case .wordsAtMost:
      Template(ky: "{n} сөз, {most} чейин", ru: "Слов: {n}, не больше {most}", en: "Words: {n}, up to {most} wanted")
    case .wordsBetween:
      Template(
        ky: "{n} сөз, {least} – {most} керек", ru: "Слов: {n}, нужно от {least} до {most}",
        en: "Words: {n}, {least} to {most} wanted")
    case .nothingJoined:
      Template(
        ky: "Азырынча эч нерсе туташтырылган жок. Жоопсуз өтүү: PgDn.",
        ru: "Пока ничего не соединено. Дальше без ответа: PgDn.",
        en: "Nothing is joined yet. To go on without an answer: PgDn.")
    case .takenFrom:
      Template(
        ky: "Бул мурун «{left}» менен эле; эми ал бош.", ru: "Это было у «{left}»; теперь там пусто.",
        en: "It was taken from “{left}”, which is free now.")
    default: nil
    }
  }
}
