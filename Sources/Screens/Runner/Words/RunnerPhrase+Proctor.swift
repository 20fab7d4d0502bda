import Texts

/// What is said when a proctor stops the work, lets it go on, gives time or closes it.
extension RunnerPhrase {
  var proctorWords: Template {
    switch self {
    case .waitingTitle:
      Template(
        ky: "Мугалим ишти токтотту.", ru: "Учитель остановил работу.", en: "The teacher has stopped the work.")
    case .waitingWords:
      Template(
        ky: "Күтө туруңуз. Жоопторуңуз сакталды, убакыт да токтоп турат.",
        ru: "Подождите. Ответы сохранены, время тоже стоит.",
        en: "Please wait. Your answers are kept, and the time stands still too.")
    case .goesOn: Template(ky: "Иш улантылды.", ru: "Работа продолжается.", en: "The work goes on.")
    case .timeGiven:
      Template(
        ky: "Мугалим дагы {n} мүнөт кошту.", ru: "Учитель добавил {n} {n:минуту|минуты|минут}.",
        en: "The teacher gave {n} more {n:minute|minutes}.")
    case .journalMoved:
      Template(
        ky: "Мугалим ишиңизге бир нерсе өзгөрттү. Дагы бир жолу басыңыз.",
        ru: "Учитель что-то изменил в вашей работе. Нажмите ещё раз.",
        en: "The teacher changed something in your work. Press once more.")
    case .stillThere:
      Template(
        ky: "Бул жердесизби? Кандайдыр бир баскычты басыңыз.", ru: "Вы ещё здесь? Нажмите любую клавишу.",
        en: "Are you still there? Press any key.")
    default:
      Template(
        ky: "Мугалим бул ишти жараксыз деп тапты.", ru: "Учитель признал эту работу недействительной.",
        en: "The teacher declared this work void.")
    }
  }
}
