import Texts

/// The words around a timed grid: for the assessor, who watches the child and not the screen.
extension RunnerPhrase {
  var cellsTemplate: Template? {
    switch self {
    case .cellsReady:
      Template(
        ky: "Окуучу баштаганда боштукту басыңыз. Убакыт: {time}",
        ru: "Когда ребёнок начнёт, нажмите пробел. Время: {time}",
        en: "When the child begins, press the space bar. Time: {time}")
    case .cellsBegun:
      Template(
        ky: "Жебелер менен ээрчиңиз; ката болсо — боштук; токтосо — Enter.",
        ru: "Следуйте стрелками; ошибка — пробел; остановился — Enter.",
        en: "Follow with the arrows; space strikes out what is wrong; Enter where it stops.")
    case .cellsRunning: Template(ky: "Калды {time}", ru: "Осталось {time}", en: "Left {time}")
    case .cellsNotBegun:
      Template(
        ky: "Саат боштук менен башталат. Жоопсуз өтүү: PgDn.",
        ru: "Часы запускает пробел. Дальше без ответа: PgDn.",
        en: "The space bar starts the clock. To go on without an answer: PgDn.")
    case .cellsSetLast:
      Template(
        ky: "Убакыт бүттү. Акыркы окулган уячага барып, Enter басыңыз.",
        ru: "Время вышло. Встаньте на последнюю прочитанную клетку и нажмите Enter.",
        en: "The time is over. Go to the last cell that was read and press Enter.")
    case .cellsTimeOver:
      Template(ky: "Токтосун: убакыт бүттү.", ru: "Стоп: время вышло.", en: "Stop: the time is over.")
    case .cellsHopeless:
      Template(
        ky: "Башындагылар баары ката: окуу ушуну менен токтойт.",
        ru: "Начало всё с ошибками: чтение на этом закончено.",
        en: "All at the beginning is wrong: the reading ends here.")
    case .cellsBehindLast:
      Template(
        ky: "Бул акыркы окулгандан кийин. Акыркысын жылдыруу: чекит.",
        ru: "Это после последней прочитанной. Сдвинуть последнюю: точка.",
        en: "This is behind the last one. A point moves the last one here.")
    case .cellsTyped:
      Template(
        ky: "{time} окутуп, мындай жазыңыз: last=37 wrong=3,9 left=0 (акыркысы, каталары, калган секунд).",
        ru: "Дайте читать {time} и напишите так: last=37 wrong=3,9 left=0 (последняя, ошибки, осталось секунд).",
        en: "Let it be read for {time} and write: last=37 wrong=3,9 left=0 (the last, what is wrong, seconds left).")
    case .restartCellsTitle:
      Template(
        ky: "Башынан окутасызбы? Белгилер өчөт, саат кайра башталат.",
        ru: "Начать чтение заново? Отметки пропадут, часы пойдут сначала.",
        en: "Begin the reading anew? The marks go, and the clock starts again.")
    case .restartCells: Template(ky: "Башынан окутуу", ru: "Начать заново", en: "Begin anew")
    case .hintBegin: Template(ky: "баштоо", ru: "начать", en: "begin")
    case .hintFollow: Template(ky: "ээрчүү", ru: "следовать", en: "follow")
    case .hintWrong: Template(ky: "ката", ru: "ошибка", en: "wrong")
    case .hintLast: Template(ky: "акыркысы", ru: "последняя", en: "last")
    default: nil
    }
  }
}
