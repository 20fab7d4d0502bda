package import Texts

/// What a kiosk says before and after a session.
package enum KioskPhrase: PhraseCatalogue {
  case welcome, typeCode, howToType, begin, notNow, consentAsked, anonymous, named, limit, questions, questionsFollow,
    howMany, back
  case thanks, thanksKept, busy, finished, unknownCode, outside, notBegun, noRoom,
    moved, notKept

  package var template: Template {
    switch self {
    case .welcome: Template(ky: "Кош келиңиз", ru: "Добро пожаловать", en: "Welcome")
    case .typeCode:
      Template(
        ky: "Кагазыңыздагы кодду жазыңыз.", ru: "Введите код с вашего листка.", en: "Type the code on your slip.")
    case .howToType:
      Template(
        ky: "Чоң-кичине тамга, сызыкча жана боштук маанилүү эмес. Аягында Enter басыңыз.",
        ru: "Большие и маленькие буквы, чёрточки и пробелы не важны. В конце нажмите Enter.",
        en: "Capitals, hyphens and spaces don't matter. Press Enter at the end.")
    case .begin: Template(ky: "Баштайм", ru: "Начать", en: "Begin")
    case .notNow: Template(ky: "Азыр эмес", ru: "Не сейчас", en: "Not now")
    case .consentAsked:
      Template(
        ky: "Катышуу ыктыярдуу: каалаган суроону өткөрүп жиберсеңиз же токтотсоңуз болот.",
        ru: "Участие добровольное: любой вопрос можно пропустить, в любой момент прекратить.",
        en: "Taking part is up to you: you may skip any question and stop at any time.")
    case .anonymous:
      Template(
        ky: "Сурамжылоо жашыруун: атыңыз суралбайт, жоопторуңуздан сизди эч ким тааный албайт.",
        ru: "Опрос анонимный: имя не спрашивают, по ответам вас никто не узнает.",
        en: "The survey is anonymous: nobody asks your name, and nobody can tell from the answers who you are.")
    case .named:
      Template(
        ky: "Жоопторуңуз сиздин атыңыз менен сакталат.", ru: "Ответы сохраняются под вашим именем.",
        en: "Your answers are kept under your name.")
    case .limit:
      Template(
        ky: "Убакыт: {n} мүнөт. Убакыт бүтсө, берген жоопторуңуз сакталып калат.",
        ru: "Время: {n} {n:минута|минуты|минут}. Когда оно выйдет, данные ответы останутся.",
        en: "Time: {n} {n:minute|minutes}. When it is over, the answers that you gave stay.")
    case .questions:
      Template(
        ky: "Суроолор: {n}. Каалаган убакта артка кайтып, оңдосоңуз болот.",
        ru: "Вопросов: {n}. К любому можно вернуться и исправить ответ.",
        en: "Questions: {n}. You may go back and change an answer at any time.")
    case .questionsFollow:
      Template(
        ky: "Суроолор: эң көп {n}. Айрымдары жообуңузга жараша тандалат: ал жерде артка кайтууга болбойт.",
        ru: "Вопросов: не больше {n}. Часть выбирается по вашим ответам: там вернуться назад нельзя.",
        en: "Questions: at most {n}. Some are chosen by your answers: there you can't go back.")
    case .howMany:
      Template(
        ky: "Жебелер менен тандап, Enter менен ырастаңыз. F1 жардам берет.",
        ru: "Выбирайте стрелками, подтверждайте клавишей Enter. F1 — помощь.",
        en: "Choose with the arrows, confirm with Enter. F1 helps.")
    case .back: Template(ky: "Башына", ru: "В начало", en: "Back to the start")
    case .thanks: Template(ky: "Рахмат!", ru: "Спасибо!", en: "Thank you!")
    case .thanksKept:
      Template(
        ky: "Жоопторуңуз кабыл алынды жана сакталды.", ru: "Ваши ответы приняты и сохранены.",
        en: "Your answers were taken and are kept.")
    case .busy:
      Template(
        ky: "Бул иш азыр башка компьютерде ачык ({where}). Мугалимди чакырыңыз: ал ишти бул жерге которо алат.",
        ru: "Эта работа сейчас открыта на другом компьютере ({where}). Позовите учителя: он может перенести её сюда.",
        en: "This work is open at another computer now ({where}). Call the teacher, who can move it here.")
    case .finished:
      Template(
        ky: "Бул иш тапшырылган. Кайра ачуу керек болсо, мугалимге айтыңыз.",
        ru: "Эта работа уже сдана. Если её нужно открыть снова, скажите учителю.",
        en: "This work is handed in. If it must be opened again, tell the teacher.")
    case .unknownCode:
      Template(
        ky: "Мындай код жок. Кагазды карап, кайра жазыңыз.",
        ru: "Такого кода нет. Посмотрите на листок и введите ещё раз.",
        en: "There is no such code. Look at the slip and type it again.")
    case .outside:
      Template(
        ky: "Бул иштин убактысы эмес: {from} – {to}.", ru: "Сейчас не время этой работы: {from} – {to}.",
        en: "It isn't the time for this work: {from} – {to}.")
    case .notBegun:
      Template(
        ky: "Мугалим баштаганча күтө туруңуз.", ru: "Подождите, пока учитель не начнёт.",
        en: "Please wait until the teacher begins.")
    case .noRoom:
      Template(
        ky: "Азыр жооп кабыл алынбай жатат. Мугалимди чакырыңыз. Мурдагы жооптор сакталган.",
        ru: "Сейчас ответы не принимаются. Позовите учителя. Прежние ответы сохранены.",
        en: "Answers can't be taken just now. Call the teacher. Earlier answers are kept.")
    case .moved:
      Template(
        ky: "Ишиңиз башка компьютерге которулду. Жооптор сакталды.",
        ru: "Ваша работа перенесена на другой компьютер. Ответы сохранены.",
        en: "Your work was moved to another computer. The answers are kept.")
    case .notKept:
      Template(
        ky: "Акыркы жооп сакталган жок. Мугалимди чакырыңыз.", ru: "Последний ответ не сохранён. Позовите учителя.",
        en: "The last answer was not kept. Call the teacher.")
    }
  }
}
