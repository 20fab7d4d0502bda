import Texts

/// The words around stops and limits of time.
extension RunnerPhrase {
  var paceTemplate: Template? {
    switch self {
    case .partStopped:
      Template(
        ky: "Бул бөлүм ушул жерден бүтөт: калган суроолору берилбейт.",
        ru: "Этот раздел на этом закончен: остальные вопросы не задаются.",
        en: "This part ends here: its other questions aren't asked.")
    case .secondsLeft:
      Template(
        ky: "{n} секунд калды.", ru: "Осталось {n} {n:секунда|секунды|секунд}.", en: "{n} {n:second|seconds} left.")
    case .questionTimeOver:
      Template(
        ky: "Мурунку суроонун убактысы бүттү, жообуңуз алынды.",
        ru: "Время на прошлый вопрос вышло; что было отвечено, принято.",
        en: "The time for the last question is over; what was answered is taken.")
    case .sectionTimeOver:
      Template(
        ky: "Мурунку бөлүмдүн убактысы бүттү, жоопторуңуз алынды.",
        ru: "Время на прошлый раздел вышло; что было отвечено, принято.",
        en: "The time for the last part is over; what was answered is taken.")
    case .partTimeLost:
      Template(
        ky: "Мурунку суроонун убактысы бүттү; «{typed}» жооп катары алынган жок.",
        ru: "Время на прошлый вопрос вышло; «{typed}» не принято: это не ответ.",
        en: "The time for the last question is over; “{typed}” wasn't taken: it is no answer.")
    case .closedThere:
      Template(
        ky: "Ал суроонун убактысы бүттү, кайра кирүүгө болбойт.",
        ru: "Время на тот вопрос вышло, вернуться к нему нельзя.",
        en: "The time for that question is over: there is no going back to it.")
    case .questionLeft: Template(ky: "Суроого {time}", ru: "На вопрос {time}", en: "Question {time}")
    case .sectionLeft: Template(ky: "Бөлүмгө {time}", ru: "На раздел {time}", en: "Part {time}")
    default: nil
    }
  }
}
