import Texts

/// What a runner says around an instrument's own words: short, for children of seven and their parents alike.
enum RunnerPhrase: PhraseCatalogue {
  // Head
  case timeLeft, timePassed, overviewTitle, helpTitle, passageTitle, languagesTitle
  // Messages
  case nothingChosen, nothingTyped, nothingOrdered, enterAgain, spaceMarks, atMost, onlyNumber, textFull, placedAlready
  case flagged, unflagged, nothingToFlag, oneLanguage, firstScreen, endReached, noPassage, minutesLeft, sampleDue,
    notSaved
  // Fields
  case orderHow, tallyCount, tallyHow, sampleNext
  case matchHow, dateLike, allocationRest, allocatedTooMuch, allocated
  case wordsWritten, wordsAtLeast, wordsAtMost, wordsBetween
  // Pages
  case allAnswered, answeredOf, unansweredList, partlyList, unfinishedList, flaggedList, endTitle, endHow,
    overviewLegend
  case overviewUnfinished
  // Dialogs
  case handInTitle, handInAfter, handInNow, goOnWorking, blockedTitle, questionSays, goToQuestion
  case leaveTitle, leaveKept, leaveNow, yourAnswer, changeAnswer, keepAnswer, dropSampleTitle, keepSample, dropSample
  // The end
  case finishedSubmitted, finishedTimeUp, finishedByProctor, finishedAnnulled, notTaken, enterEnds
  case waitingTitle, waitingWords, goesOn, timeGiven, journalMoved, stillThere
  // Keys
  case hintChoose, hintConfirm, hintNext, hintBack, hintList, hintFlag, hintLanguage, hintPassage, hintHandIn, hintHelp
  case hintRead, hintGoThere, hintScroll, hintTake, hintFinish, hintMove, hintPutDown, hintOrder, hintMore, hintLess
  case hintNewLine, hintJoin
  // Stops and time
  case partStopped, secondsLeft, questionTimeOver, sectionTimeOver, partTimeLost, closedThere
  case questionLeft, sectionLeft
  // Questions that follow the answers
  case choiceStands, choiceBegins, choiceWaits, passPartTitle, passQuestionTitle, passForGood, passPart, passQuestion
  // Timed grids
  case cellsReady, cellsBegun, cellsRunning, cellsNotBegun, cellsSetLast, cellsTimeOver, cellsHopeless, cellsBehindLast
  case cellsTyped, restartCellsTitle, restartCells, hintBegin, hintFollow, hintWrong, hintLast
  // Pairs
  case nothingJoined, takenFrom
  // Reading and writing
  case linesLeft, textEnd, passageWhole, nothingToUndo, nothingToRedo
  case largeOn, largeOff, noVoice, hintAloud

  var template: Template {
    headTemplate ?? choiceTemplate ?? kindTemplate ?? paceTemplate ?? cellsTemplate ?? textTemplate ?? messageTemplate
      ?? pageTemplate
      ?? dialogTemplate
      ?? hintTemplate
  }

  private var headTemplate: Template? {
    switch self {
    case .timeLeft: Template(ky: "Калды {time}", ru: "Осталось {time}", en: "Left {time}")
    case .timePassed: Template(ky: "Өттү {time}", ru: "Прошло {time}", en: "Passed {time}")
    case .overviewTitle: Template(ky: "Суроолордун тизмеси", ru: "Список вопросов", en: "List of questions")
    case .helpTitle: Template(ky: "Жардам", ru: "Помощь", en: "Help")
    case .passageTitle: Template(ky: "Суроонун тексти", ru: "Текст к вопросу", en: "Text for the question")
    case .languagesTitle: Template(ky: "Тилди тандаңыз", ru: "Выберите язык", en: "Choose a language")
    case .orderHow:
      Template(
        ky: "Сандарды керектүү тартипте басыңыз: биринчиси, экинчиси...",
        ru: "Нажимайте номера в нужном порядке: первый, второй...",
        en: "Press the numbers in the right order: first, second...")
    case .tallyCount: Template(ky: "Саны: {n}", ru: "Сосчитано: {n}", en: "Counted: {n}")
    case .tallyHow:
      Template(ky: "+ дагы бир, - бирөөгө кем", ru: "+ ещё один, - на один меньше", en: "+ one more, - one less")
    case .sampleNext:
      Template(ky: "{n}-жазуу, убактысы {time}", ru: "Запись {n}, время {time}", en: "Record {n}, at {time}")
    default: nil
    }
  }

  private var messageTemplate: Template? {
    switch self {
    case .nothingChosen:
      Template(
        ky: "Азырынча эч нерсе тандалган жок. Жоопсуз өтүү: PgDn.",
        ru: "Пока ничего не выбрано. Дальше без ответа: PgDn.",
        en: "Nothing is chosen yet. To go on without an answer: PgDn.")
    case .nothingTyped:
      Template(
        ky: "Азырынча эч нерсе жазылган жок. Жоопсуз өтүү: PgDn.",
        ru: "Пока ничего не написано. Дальше без ответа: PgDn.",
        en: "Nothing is written yet. To go on without an answer: PgDn.")
    case .nothingOrdered:
      Template(
        ky: "Азырынча эч нерсе коюлган жок. Жоопсуз өтүү: PgDn.",
        ru: "Пока ничего не поставлено. Дальше без ответа: PgDn.",
        en: "Nothing has its place yet. To go on without an answer: PgDn.")
    case .enterAgain:
      Template(
        ky: "Тандалды. Улантуу үчүн Enter баскычын дагы бир жолу басыңыз.",
        ru: "Выбрано. Чтобы идти дальше, нажмите Enter ещё раз.",
        en: "Chosen. Press Enter once more to go on.")
    case .spaceMarks:
      Template(
        ky: "Белгилөө үчүн боштук же вариантынын санын басыңыз.",
        ru: "Чтобы отметить, нажмите пробел или номер варианта.",
        en: "To mark it, press the space bar or the option's number.")
    case .atMost:
      Template(
        ky: "Эң көп {n} вариант тандаса болот. Адегенде бирин алып салыңыз.",
        ru: "Можно выбрать не больше {n}. Сначала снимите одну отметку.",
        en: "At most {n} can be chosen. Take one back first.")
    case .onlyNumber:
      Template(
        ky: "Бул жерге сан гана жазылат: 12 же 3,5.", ru: "Здесь пишут только число: 12 или 3,5.",
        en: "Only a number goes here: 12 or 3.5.")
    case .textFull:
      Template(
        ky: "Жоопко эң көп {n} белги сыят.", ru: "В ответ помещается не больше {n} {n:знака|знаков|знаков}.",
        en: "The answer holds at most {n} {n:character|characters}.")
    case .placedAlready:
      Template(
        ky: "{n} коюлган. Акыркысын кайра алуу: Backspace.", ru: "{n} уже стоит. Убрать последний: Backspace.",
        en: "{n} has its place. Backspace takes the last one back.")
    case .flagged:
      Template(
        ky: "Белги коюлду: кийин дагы карап чыгыңыз.", ru: "Отмечено: вернитесь к этому вопросу позже.",
        en: "Marked: look at this question again later.")
    case .unflagged: Template(ky: "Белги алынды.", ru: "Отметка снята.", en: "The mark is taken off.")
    case .nothingToFlag:
      Template(ky: "Бул жерде суроо жок.", ru: "Здесь нет вопроса.", en: "There is no question here.")
    case .oneLanguage:
      Template(
        ky: "Бул суроолор бир гана тилде бар.", ru: "Эти вопросы есть только на одном языке.",
        en: "These questions are in one language only.")
    case .firstScreen:
      Template(
        ky: "Бул башталышы: андан артка жол жок.", ru: "Это начало: дальше назад некуда.", en: "This is the beginning.")
    case .endReached:
      Template(
        ky: "Суроолор бүттү. Тапшыруу: F10.", ru: "Вопросы закончились. Сдать: F10.",
        en: "There are no more questions. To hand in: F10.")
    case .noPassage:
      Template(
        ky: "Бул суроонун өзүнчө тексти жок.", ru: "К этому вопросу нет отдельного текста.",
        en: "This question has no text of its own.")
    case .minutesLeft:
      Template(
        ky: "{n} мүнөт калды.", ru: "{n:Осталась|Осталось|Осталось} {n} {n:минута|минуты|минут}.",
        en: "{n} {n:minute|minutes} left.")
    case .sampleDue:
      Template(
        ky: "Байкоону жазууга убакыт келди ({n}-суроо).", ru: "Пора сделать запись (вопрос {n}).",
        en: "It is time for a record (question {n}).")
    case .notSaved:
      Template(
        ky: "Азыр сактоого болбой калды, бирок эч нерсе жоголгон жок. Дагы бир жолу басыңыз же мугалимди чакырыңыз.",
        ru: "Сейчас не удалось сохранить, но ничего не потеряно. Нажмите ещё раз или позовите учителя.",
        en: "It could not be saved just now, but nothing is lost. Press once more, or call the teacher.")
    default: nil
    }
  }

  private var pageTemplate: Template? {
    switch self {
    case .allAnswered:
      Template(
        ky: "Бардык суроолорго жооп берилди.", ru: "На все вопросы есть ответ.", en: "All questions are answered.")
    case .answeredOf:
      Template(
        ky: "Жооп берилди: {total} суроонун ичинен {n}.", ru: "Отвечено: {n} из {total}.",
        en: "Answered: {n} of {total}.")
    case .unansweredList: Template(ky: "Жооп жок: {list}", ru: "Без ответа: {list}", en: "No answer: {list}")
    case .partlyList:
      Template(ky: "Толук эмес: {list}", ru: "Отвечено не до конца: {list}", en: "Answered in part: {list}")
    case .unfinishedList:
      Template(ky: "Жооп бүтпөй калган: {list}", ru: "Ответ не закончен: {list}", en: "Answer not finished: {list}")
    case .flaggedList: Template(ky: "Белги коюлган: {list}", ru: "Отмечены: {list}", en: "Marked: {list}")
    case .endTitle: Template(ky: "Суроолор бүттү", ru: "Вопросы закончились", en: "That was the last question")
    case .endHow:
      Template(
        ky: "Текшерип чыгуу: PgUp же F2. Тапшыруу: F10.", ru: "Проверить ответы: PgUp или F2. Сдать: F10.",
        en: "To check your answers: PgUp or F2. To hand in: F10.")
    case .overviewLegend:
      Template(
        ky: "[x] жооп бар  [ ] жооп жок  [-] толук эмес  [!] белги коюлган",
        ru: "[x] есть ответ  [ ] нет ответа  [-] не до конца  [!] отмечено",
        en: "[x] answered  [ ] no answer  [-] in part  [!] marked")
    case .overviewUnfinished:
      Template(
        ky: "[?] жооп бүтпөй калган, али сакталган жок", ru: "[?] ответ не закончен и ещё не сохранён",
        en: "[?] the answer is not finished and not saved yet")
    case .finishedSubmitted:
      Template(ky: "Тапшырылды. Чоң рахмат!", ru: "Работа сдана. Большое спасибо!", en: "Handed in. Thank you!")
    case .finishedTimeUp:
      Template(
        ky: "Убакыт бүттү. Ушуга чейинки жоопторуңуз кабыл алынды.",
        ru: "Время вышло. Все ответы, данные вовремя, приняты.",
        en: "Time is up. All answers given in time were taken.")
    case .finishedByProctor:
      Template(
        ky: "Мугалим ишти жапты. Жоопторуңуз сакталды.", ru: "Учитель закрыл работу. Ответы сохранены.",
        en: "The teacher closed the work. Your answers are kept.")
    case .finishedAnnulled, .waitingTitle, .waitingWords, .goesOn, .timeGiven, .journalMoved, .stillThere:
      proctorWords
    case .notTaken:
      Template(
        ky: "{n}-суроонун жообу бүтпөй калды, ошондуктан кабыл алынган жок: {typed}",
        ru: "Ответ на вопрос {n} не был закончен и не принят: {typed}",
        en: "The answer to question {n} was not finished and was not taken: {typed}")
    case .enterEnds:
      Template(ky: "Улантуу үчүн Enter басыңыз.", ru: "Нажмите Enter, чтобы продолжить.", en: "Press Enter to go on.")
    default: nil
    }
  }

  private var dialogTemplate: Template? {
    switch self {
    case .handInTitle: Template(ky: "Ишти тапшырасызбы?", ru: "Сдать работу?", en: "Hand in your work?")
    case .handInAfter:
      Template(
        ky: "Тапшыргандан кийин жоопторду өзгөртүүгө болбойт.", ru: "После сдачи ответы изменить нельзя.",
        en: "After that the answers can't be changed.")
    case .handInNow: Template(ky: "Тапшыруу", ru: "Сдать", en: "Hand in")
    case .goOnWorking: Template(ky: "Ишти улантуу", ru: "Продолжить работу", en: "Go on working")
    case .blockedTitle:
      Template(ky: "Азырынча тапшырууга болбойт", ru: "Пока сдать нельзя", en: "It can't be handed in yet")
    case .questionSays: Template(ky: "{n}-суроо: {words}", ru: "Вопрос {n}: {words}", en: "Question {n}: {words}")
    case .goToQuestion: Template(ky: "{n}-суроого өтүү", ru: "Перейти к вопросу {n}", en: "Go to question {n}")
    case .leaveTitle: Template(ky: "Токтотуп чыгасызбы?", ru: "Прервать и выйти?", en: "Stop and leave?")
    case .leaveKept:
      Template(
        ky: "Жоопторуңуз сакталат: кийин ушул жерден улантса болот.",
        ru: "Ответы сохранятся: потом можно продолжить с этого места.",
        en: "Your answers are kept: you can go on from here later.")
    case .leaveNow: Template(ky: "Чыгуу", ru: "Выйти", en: "Leave")
    case .yourAnswer: Template(ky: "Жообуңуз: {answer}", ru: "Ваш ответ: {answer}", en: "Your answer: {answer}")
    case .changeAnswer: Template(ky: "Жоопту оңдоо", ru: "Исправить ответ", en: "Change the answer")
    case .keepAnswer:
      Template(ky: "Жооп туура, калсын", ru: "Ответ верный, оставить", en: "The answer is right, keep it")
    case .dropSampleTitle:
      Template(ky: "Акыркы жазууну өчүрөсүзбү?", ru: "Удалить последнюю запись?", en: "Remove the last record?")
    case .keepSample: Template(ky: "Калтыруу", ru: "Оставить", en: "Keep it")
    case .dropSample: Template(ky: "Өчүрүү", ru: "Удалить", en: "Remove it")
    default: nil
    }
  }
}
