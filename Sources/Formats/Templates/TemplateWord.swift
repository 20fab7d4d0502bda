import Texts

/// The words of the sample questions in new files, in the languages that Synak speaks.
enum TemplateWord: PhraseCatalogue {
  case test, questionnaire, observation, expertAssessment, testTitle, questionnaireTitle, observationTitle
  case expertTitle, sum, divisible, halves, total, below, base, above, disagree, partly, agree, dontKnow, grade
  case club, yes, no, whyNot, far, noClub, other, howMuch, safe, help, hurt, better, climate, questions, onTask
  case all, most, few, levels, goal, goal0, goal1, goal2, feedback, feedback0, feedback1, feedback2, advice
  case lesson, rooms, rooms0, rooms1, rooms2, books, books0, books1, books2, evidence, conditions, weak, fair
  case good

  var template: Template {
    switch self {
    case .test: Template(ky: "тест", ru: "тест", en: "test")
    case .questionnaire: Template(ky: "сурамжылоо", ru: "опрос", en: "questionnaire")
    case .observation: Template(ky: "байкоо барагы", ru: "лист наблюдения", en: "observation sheet")
    case .expertAssessment: Template(ky: "эксперттик баалоо", ru: "экспертная оценка", en: "expert assessment")
    case .testTitle:
      Template(ky: "Математика, 5-класс: тест", ru: "Математика, 5 класс: тест", en: "Mathematics, grade 5: test")
    case .questionnaireTitle: Template(ky: "Ата-энелер үчүн сурамжылоо", ru: "Опрос родителей", en: "Parent survey")
    case .observationTitle:
      Template(ky: "Сабакка байкоо барагы", ru: "Лист наблюдения урока", en: "Lesson-observation sheet")
    case .expertTitle:
      Template(
        ky: "Мектептин шарттарын баалоо", ru: "Оценка условий школы", en: "Assessment of the school's conditions")
    case .sum: Template(ky: "Эсептегиле: 348 + 275", ru: "Вычислите: 348 + 275", en: "Calculate: 348 + 275")
    case .divisible:
      Template(
        ky: "Кайсы сан 7ге калдыксыз бөлүнөт?", ru: "Какое число делится на 7 без остатка?",
        en: "Which number is divisible by 7 with no remainder?")
    case .halves:
      Template(
        ky: "Кайсы бөлчөктөр 1/2ге барабар?", ru: "Какие дроби равны 1/2?", en: "Which fractions are equal to 1/2?")
    case .total: Template(ky: "Жалпы балл", ru: "Общий балл", en: "Total score")
    case .below: Template(ky: "Базалык деңгээлден төмөн", ru: "Ниже базового", en: "Below basic")
    case .base: Template(ky: "Базалык", ru: "Базовый", en: "Basic")
    case .above: Template(ky: "Базалыктан жогору", ru: "Выше базового", en: "Above basic")
    case .disagree: Template(ky: "Макул эмесмин", ru: "Не согласен", en: "I disagree")
    case .partly: Template(ky: "Жарым-жартылай макулмун", ru: "Отчасти согласен", en: "I partly agree")
    case .agree: Template(ky: "Макулмун", ru: "Согласен", en: "I agree")
    case .dontKnow: Template(ky: "Билбейм", ru: "Не знаю", en: "I don't know")
    case .grade:
      Template(
        ky: "Балаңыз канчанчы класста окуйт?", ru: "В каком классе учится ваш ребёнок?",
        en: "Which grade is your child in?")
    case .club:
      Template(
        ky: "Балаңыз мектептеги ийримге катышабы?", ru: "Ходит ли ваш ребёнок в школьный кружок?",
        en: "Does your child go to a club at school?")
    case .yes: Template(ky: "Ооба", ru: "Да", en: "Yes")
    case .no: Template(ky: "Жок", ru: "Нет", en: "No")
    case .whyNot:
      Template(
        ky: "Эмне үчүн катышпайт? Эки себепке чейин тандаңыз.", ru: "Почему не ходит? Выберите до двух причин.",
        en: "Why not? Choose up to two reasons.")
    case .far: Template(ky: "Үй алыс", ru: "Далеко от дома", en: "It is far from home")
    case .noClub: Template(ky: "Кызыктуу ийрим жок", ru: "Нет интересного кружка", en: "There is no club of interest")
    case .other: Template(ky: "Башка себеп", ru: "Другая причина", en: "Another reason")
    case .howMuch:
      Template(
        ky: "Булар менен канчалык макулсуз?", ru: "Насколько вы с этим согласны?",
        en: "How much do you agree with this?")
    case .safe:
      Template(ky: "Балам мектепте коопсуз", ru: "Мой ребёнок в школе в безопасности", en: "My child is safe at school")
    case .help:
      Template(ky: "Мугалимдер балама жардам берет", ru: "Учителя помогают моему ребёнку", en: "Teachers help my child")
    case .hurt:
      Template(
        ky: "Балам мектепте кордук көрөт", ru: "Моего ребёнка в школе обижают", en: "My child is bullied at school")
    case .better:
      Template(
        ky: "Мектепте эмнени жакшыртуу керек?", ru: "Что в школе нужно улучшить?",
        en: "What should be made better at school?")
    case .climate: Template(ky: "Мектептин чөйрөсү", ru: "Школьный климат", en: "School climate")
    case .questions:
      Template(ky: "Окуучулар берген суроолор", ru: "Вопросы, заданные учениками", en: "Questions asked by pupils")
    case .onTask:
      Template(
        ky: "Канча окуучу тапшырма менен алек?", ru: "Сколько учеников заняты заданием?",
        en: "How many pupils are on task?")
    case .all: Template(ky: "баары", ru: "все", en: "all")
    case .most: Template(ky: "көпчүлүгү", ru: "большинство", en: "most")
    case .few: Template(ky: "жарымынан азы", ru: "меньше половины", en: "less than half")
    case .levels:
      Template(
        ky: "Ар бир критерийдин деңгээлин белгилеңиз", ru: "Отметьте уровень по каждому критерию",
        en: "Mark the level of each criterion")
    case .goal: Template(ky: "Сабактын максаты", ru: "Цель урока", en: "The goal of the lesson")
    case .goal0: Template(ky: "Айтылган жок", ru: "Не названа", en: "Not named")
    case .goal1: Template(ky: "Айтылды, текшерилген жок", ru: "Названа, но не проверена", en: "Named, not checked")
    case .goal2:
      Template(
        ky: "Айтылды жана аягында текшерилди", ru: "Названа и в конце проверена", en: "Named, and checked at the end")
    case .feedback: Template(ky: "Окуучуга кайтарым байланыш", ru: "Обратная связь ученику", en: "Feedback to pupils")
    case .feedback0: Template(ky: "Болгон жок", ru: "Не было", en: "None")
    case .feedback1:
      Template(
        ky: "«Туура / туура эмес» деп гана айтылды", ru: "Только «верно / неверно»", en: "Only “right” or “wrong”")
    case .feedback2:
      Template(
        ky: "Эмнени кантип оңдоо керек экени айтылды", ru: "Сказано, что и как исправить",
        en: "Said what to mend and how")
    case .advice: Template(ky: "Мугалимге кеңеш", ru: "Совет учителю", en: "Advice to the teacher")
    case .lesson: Template(ky: "Сабактын баасы", ru: "Оценка урока", en: "The lesson")
    case .rooms: Template(ky: "Класстардын абалы", ru: "Состояние классов", en: "The state of classrooms")
    case .rooms0:
      Template(ky: "Көпчүлүгү муздак же караңгы", ru: "Большинство холодные или тёмные", en: "Most are cold or dark")
    case .rooms1: Template(ky: "Жарымы жакшы абалда", ru: "Половина в порядке", en: "Half of them are in order")
    case .rooms2: Template(ky: "Баары жылуу жана жарык", ru: "Все тёплые и светлые", en: "All are warm and light")
    case .books: Template(ky: "Окуу китептери", ru: "Учебники", en: "Textbooks")
    case .books0:
      Template(
        ky: "Жарымынан азында бар", ru: "Есть менее чем у половины", en: "Less than half of the pupils have them")
    case .books1: Template(ky: "Жарымынан көбүндө бар", ru: "Есть более чем у половины", en: "More than half have them")
    case .books2: Template(ky: "Ар бир окуучуда бар", ru: "Есть у каждого ученика", en: "Every pupil has them")
    case .evidence:
      Template(ky: "Эң төмөн бааны далилдеңиз", ru: "Докажите низшую оценку", en: "Give evidence for the lowest level")
    case .conditions: Template(ky: "Шарттардын баасы", ru: "Оценка условий", en: "The conditions")
    case .weak: Template(ky: "Жетишсиз", ru: "Недостаточные", en: "Weak")
    case .fair: Template(ky: "Канааттандырарлык", ru: "Удовлетворительные", en: "Fair")
    case .good: Template(ky: "Жакшы", ru: "Хорошие", en: "Good")
    }
  }
}
