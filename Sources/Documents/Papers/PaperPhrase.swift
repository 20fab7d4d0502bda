import Texts

/// What papers, sheets, keys and guides say in Synak's own words.
enum PaperPhrase: PhraseCatalogue {
  // Places to fill in.
  case name, schoolClass, date, teacher, subject, observer, expert, assessed
  // Before the questions.
  case variant, time, sectionTime, questionTime, total, count, minutes, seconds, points, pointsPart, tellOne, tellMany,
    tellOrder, tellMatch, tellNumber
  case tellFormOne, tellFormMany, tellSkip, tellRequired, anonymous
  // At the questions.
  case goTo, goToEnd, answerIf, fillIf, readIf, onlyIf, forQuestions, atLeast, atMost, fromTo
  case wordsFromTo, wordsAtLeast, wordsAtMost, addUp, sum, afterMinutes, howMany
  // Sheets, keys, guides.
  case answerSheet, tellSheet, onPaper, key, guide, notForPupils, number, right, worth, rule, judged, byLevels, or
  case criterion, scales, question
  // Timed grids.
  case tellCells, lastCell, secondsLeft
  // Parts that follow the answers.
  case adaptivePart, routedPart

  var template: Template { field ?? opening ?? atQuestion ?? marking }

  private var field: Template? {
    switch self {
    case .name: Template(ky: "Аты-жөнү", ru: "Фамилия, имя", en: "Name")
    case .schoolClass: Template(ky: "Классы", ru: "Класс", en: "Class")
    case .date: Template(ky: "Датасы", ru: "Дата", en: "Date")
    case .teacher: Template(ky: "Мугалим", ru: "Учитель", en: "Teacher")
    case .subject: Template(ky: "Предмет", ru: "Предмет", en: "Subject")
    case .observer: Template(ky: "Байкоочу", ru: "Наблюдатель", en: "Observer")
    case .expert: Template(ky: "Эксперт", ru: "Эксперт", en: "Expert")
    case .assessed: Template(ky: "Эмне бааланды", ru: "Что оценивается", en: "What is assessed")
    default: nil
    }
  }

  private var opening: Template? {
    switch self {
    case .tellCells:
      Template(
        ky: "Бала катары менен окуйт; катасын сызып, акыркы уячаны тегеректеңиз.",
        ru: "Ребёнок читает по порядку; зачеркните ошибки и обведите последнюю ячейку.",
        en: "The child reads in order; strike out what is wrong and circle the last cell.")
    case .lastCell: Template(ky: "Акыркы уяча", ru: "Последняя ячейка", en: "Last cell")
    case .secondsLeft: Template(ky: "Калган секунд", ru: "Осталось секунд", en: "Seconds left")
    case .variant: Template(ky: "{n}-вариант", ru: "Вариант {n}", en: "Variant {n}")
    case .time: Template(ky: "Убакыт: {time}.", ru: "Время: {time}.", en: "Time: {time}.")
    case .adaptivePart:
      Template(
        ky: "Экранда бул бөлүктүн суроолору жоопторго жараша тандалат, кагазда баары берилет.",
        ru: "На экране вопросы этой части выбираются по ответам, на бумаге даны все.",
        en: "On the screen the questions of this part are chosen by the answers; on paper all are here.")
    case .routedPart:
      Template(
        ky: "Бул бөлүктү ким аткарары мурунку бөлүктүн упайынан көз каранды: мугалим айтат.",
        ru: "Кто выполняет эту часть, зависит от баллов за прошлую: скажет учитель.",
        en: "Who does this part depends on the points of an earlier one: the teacher will say.")
    case .sectionTime: Template(ky: "Бул бөлүмгө {time}.", ru: "На этот раздел — {time}.", en: "{time} for this part.")
    case .questionTime: Template(ky: "Буга {time}.", ru: "На это — {time}.", en: "{time} for this.")
    case .seconds:
      Template(ky: "{n} {n:секунд}", ru: "{n} {n:секунда|секунды|секунд}", en: "{n} {n:second|seconds}")
    case .total: Template(ky: "Бардыгы {points}.", ru: "Всего {points}.", en: "{points} in all.")
    case .count:
      Template(
        ky: "{n} {n:тапшырма}.", ru: "{n} {n:задание|задания|заданий}.", en: "{n} {n:question|questions}.")
    case .minutes:
      Template(ky: "{n} {n:мүнөт}", ru: "{n} {n:минута|минуты|минут}", en: "{n} {n:minute|minutes}")
    case .points: Template(ky: "{n} {n:упай}", ru: "{n} {n:балл|балла|баллов}", en: "{n} {n:point|points}")
    case .pointsPart: Template(ky: "{n} упай", ru: "{n} балла", en: "{n} points")
    case .tellOne:
      Template(
        ky: "Тегерек: бир гана жооп туура — анын тамгасын белгилеңиз.",
        ru: "Кружок: верный ответ один — отметьте его букву.",
        en: "A circle: one answer is right; mark its letter.")
    case .tellMany:
      Template(
        ky: "Чарчы: бир нече жооп туура болушу мүмкүн.", ru: "Квадрат: верных ответов может быть несколько.",
        en: "A square: several answers may be right.")
    case .tellOrder:
      Template(
        ky: "Иретке келтирүүдө бош чарчыларга 1, 2, 3… деп жазыңыз.",
        ru: "Где нужен порядок, впишите в пустые квадраты 1, 2, 3…",
        en: "Where an order is asked for, write 1, 2, 3… into the empty squares.")
    case .tellMatch:
      Template(
        ky: "Дал келтирүүдө ар бир сандын чарчысына тамганы жазыңыз.",
        ru: "Где нужно сопоставить, впишите в квадрат у номера букву.",
        en: "Where things are to be matched, write the letter into the square at the number.")
    case .tellNumber:
      Template(
        ky: "Санды чакмактарга жазыңыз, үтүргө өзүнчө чакмак.",
        ru: "Число впишите в клетки, запятую — в отдельную клетку.",
        en: "Write a number into the squares, the comma into one of its own.")
    case .tellFormOne:
      Template(
        ky: "Тегерек: бир жоопту белгилеңиз.", ru: "Кружок: отметьте один ответ.", en: "A circle: mark one answer.")
    case .tellFormMany:
      Template(
        ky: "Чарчы: бир нече жоопту белгилесе болот.", ru: "Квадрат: можно отметить несколько.",
        en: "A square: mark as many as you like.")
    case .tellSkip:
      Template(
        ky: "Жебе (→) кийинки суроону көрсөтөт.", ru: "Стрелка (→) показывает, к какому вопросу перейти.",
        en: "An arrow (→) tells which question comes next.")
    case .tellRequired:
      Template(
        ky: "* белгиси бар суроолорго сөзсүз жооп бериңиз.", ru: "На вопросы со знаком * ответьте обязательно.",
        en: "Please do answer the questions marked *.")
    case .anonymous:
      Template(
        ky: "Атыңызды жазбаңыз: жооптордун ээси билинбейт.", ru: "Не пишите своё имя: ответы анонимны.",
        en: "Don't write your name: the answers are anonymous.")
    default: nil
    }
  }

  private var atQuestion: Template? {
    switch self {
    case .goTo:
      Template(ky: "→ {number}-суроого өтүңүз", ru: "→ перейдите к вопросу {number}", en: "→ go to question {number}")
    case .goToEnd: Template(ky: "→ суроолор бүттү", ru: "→ вопросы закончены", en: "→ that was the last question")
    case .answerIf:
      Template(
        ky: "{condition}, жооп бериңиз:", ru: "Ответьте, {condition}:", en: "Answer {condition}:")
    case .fillIf:
      Template(
        ky: "{condition}, бул бөлүмдү толтуруңуз:", ru: "Заполните этот раздел, {condition}:",
        en: "Fill in this part {condition}:")
    case .readIf: Template(ky: "{condition}, окуңуз:", ru: "Прочитайте, {condition}:", en: "Read {condition}:")
    case .onlyIf: Template(ky: "({condition})", ru: "({condition})", en: "({condition})")
    case .forQuestions:
      Template(ky: "{range}-тапшырмалар үчүн", ru: "К заданиям {range}", en: "For questions {range}")
    case .atLeast: Template(ky: "Кеминде {n} жооп.", ru: "Не менее {n}.", en: "At least {n}.")
    case .atMost: Template(ky: "{n} жоопко чейин.", ru: "Не более {n}.", en: "At most {n}.")
    case .fromTo: Template(ky: "{least} – {most} жооп.", ru: "От {least} до {most}.", en: "{least} to {most}.")
    case .wordsFromTo:
      Template(ky: "{least} – {most} сөз.", ru: "От {least} до {most} слов.", en: "{least} to {most} words.")
    case .wordsAtLeast: Template(ky: "Кеминде {n} сөз.", ru: "Не менее {n} слов.", en: "At least {n} words.")
    case .wordsAtMost: Template(ky: "{n} сөзгө чейин.", ru: "Не более {n} слов.", en: "At most {n} words.")
    case .addUp:
      Template(
        ky: "Бардыгы кошулганда {total} болсун.", ru: "В сумме должно получиться {total}.",
        en: "Must add up to {total}.")
    case .sum: Template(ky: "Бардыгы", ru: "Всего", en: "In all")
    case .afterMinutes: Template(ky: "{n} мүн", ru: "{n} мин", en: "{n} min")
    case .howMany:
      Template(
        ky: "Ар бирине бир сызыкча, аягында саны:", ru: "По чёрточке на каждый раз, в конце — сколько всего:",
        en: "A stroke for each time; the number at the end:")
    default: nil
    }
  }

  private var marking: Template {
    switch self {
    case .answerSheet: Template(ky: "Жооп баракчасы", ru: "Бланк ответов", en: "Answer sheet")
    case .tellSheet:
      Template(
        ky: "Тандаган тамгаңызды толук боёңуз. Жаңылсаңыз, аны сызып, башкасын боёңуз.",
        ru: "Закрасьте выбранную букву целиком. Если ошиблись, зачеркните её и закрасьте другую.",
        en: "Fill in the letter of your choice. If it was wrong, cross it out and fill in another.")
    case .onPaper: Template(ky: "тапшырма баракчасында", ru: "на листе заданий", en: "on the question paper")
    case .key: Template(ky: "Ачкыч", ru: "Ключ", en: "Key")
    case .guide: Template(ky: "Баалоочуга колдонмо", ru: "Руководство по оцениванию", en: "Marking guide")
    case .notForPupils: Template(ky: "Окуучуга берилбейт.", ru: "Ученикам не выдаётся.", en: "Not for pupils.")
    case .number: Template(ky: "№", ru: "№", en: "No.")
    case .right: Template(ky: "Туура жооп", ru: "Верный ответ", en: "Right answer")
    case .worth: Template(ky: "Упай", ru: "Баллы", en: "Points")
    case .rule: Template(ky: "Упай эрежеси", ru: "Правило", en: "Rule")
    case .judged:
      Template(ky: "адам баалайт, колдонмо боюнча", ru: "оценивает человек, по руководству", en: "judged by the guide")
    case .byLevels:
      Template(ky: "тандалган деңгээлдин упайы", ru: "баллы выбранного уровня", en: "the points of the level chosen")
    case .or: Template(ky: "же", ru: "или", en: "or")
    case .criterion: Template(ky: "Критерий", ru: "Критерий", en: "Criterion")
    case .scales: Template(ky: "Шкалалар жана деңгээлдер", ru: "Шкалы и уровни", en: "Scales and levels")
    default: Template(ky: "Тапшырма", ru: "Задание", en: "Question")
    }
  }
}

extension Language {
  func say(_ phrase: PaperPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: self, arguments)
  }
}
