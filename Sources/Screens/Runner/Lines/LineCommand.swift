import Texts

/// Words that do something instead of answering, in all three languages at once.
///
/// They stand behind a slash (or a colon, or a point, which share its key on other layouts); without one they are understood
/// too, but not where a text is asked for: there every word may be an answer.
enum LineCommand: PhraseCatalogue {
  case back, next, flag, list, language, passage, clear, handIn, help, leave

  var template: Template {
    switch self {
    case .back: Template(ky: "артка", ru: "назад", en: "back")
    case .next: Template(ky: "кийинки", ru: "дальше", en: "next")
    case .flag: Template(ky: "белги", ru: "отметка", en: "mark")
    case .list: Template(ky: "тизме", ru: "список", en: "list")
    case .language: Template(ky: "тил", ru: "язык", en: "language")
    case .passage: Template(ky: "окуу", ru: "текст", en: "text")
    case .clear: Template(ky: "өчүрүү", ru: "стереть", en: "clear")
    case .handIn: Template(ky: "тапшыруу", ru: "сдать", en: "submit")
    case .help: Template(ky: "жардам", ru: "помощь", en: "help")
    case .leave: Template(ky: "чыгуу", ru: "выйти", en: "leave")
    }
  }

  /// What it does, for the help.
  var explanation: Template {
    switch self {
    case .back: Template(ky: "мурунку суроо", ru: "предыдущий вопрос", en: "the question before")
    case .next:
      Template(
        ky: "кийинки суроо, жоопсуз болсо да", ru: "следующий вопрос, даже без ответа",
        en: "the next question, even without an answer")
    case .flag:
      Template(
        ky: "белги коюу же алуу", ru: "поставить или снять отметку", en: "mark the question, or take the mark off")
    case .list:
      Template(
        ky: "суроолордун тизмеси; /5 — бешинчи суроого өтүү", ru: "список вопросов; /5 — перейти к пятому",
        en: "the list of questions; /5 goes to the fifth")
    case .language: Template(ky: "тилди алмаштыруу", ru: "сменить язык", en: "change the language")
    case .passage:
      Template(ky: "суроонун текстин окуу", ru: "прочитать текст к вопросу", en: "read the text for the question")
    case .clear: Template(ky: "жоопту кайра алуу", ru: "убрать ответ", en: "take the answer back")
    case .handIn: Template(ky: "ишти тапшыруу", ru: "сдать работу", en: "hand in the work")
    case .help: Template(ky: "ушул сөздөр", ru: "эти слова", en: "these words")
    case .leave:
      Template(
        ky: "токтотуп чыгуу: кийин улантса болот", ru: "прервать и выйти: потом можно продолжить",
        en: "stop and leave: you can go on later")
    }
  }

  /// What a line asks for.
  enum Request: Equatable {
    case command(LineCommand)
    case question(Int)
  }

  /// The request in a line; nil where it is an answer.
  static func request(in line: String, isTextAsked: Bool) -> Request? {
    let word = line.filter { !$0.isWhitespace }.lowercased()
    guard let first = word.first else { return nil }
    let hasMark = first == "/" || first == ":" || first == "."
    guard hasMark || !isTextAsked else { return nil }
    let name = hasMark ? String(word.dropFirst()) : word
    if hasMark, first != ".", let number = Int(name) { return .question(number) }
    for command in allCases where Language.spoken.contains(where: { command.text(in: $0) == name }) {
      return .command(command)
    }
    return nil
  }
}

/// Words of the line mode only.
enum LinePhrase: PhraseCatalogue {
  case answer, intro, textEnds, matchTyped, goOn, nothingTyped, recorded, endHow, tooLong, chooseWay, noSuchQuestion,
    hint,
    otherText, orderAll

  var template: Template {
    switch self {
    case .answer: Template(ky: "Жооп", ru: "Ответ", en: "Answer")
    case .intro:
      Template(
        ky: "Жоопту жазып, Enter басыңыз. Сөздөр: /жардам, /артка, /кийинки, /тапшыруу.",
        ru: "Напишите ответ и нажмите Enter. Слова: /помощь, /назад, /дальше, /сдать.",
        en: "Type the answer and press Enter. Words: /help, /back, /next, /submit.")
    case .matchTyped:
      Template(
        ky: "Жогорку ар бир сапка ылайык келген номерди ирети менен жазыңыз: 2 1 (билбесеңиз 0).",
        ru: "Для каждой верхней строки по порядку напишите номер подходящей: 2 1 (если не знаете — 0).",
        en: "For each line above, in order, type the number that goes with it: 2 1 (0 if you don't know).")
    case .textEnds:
      Template(
        ky: "Бир нече сап жазса болот; бош сап жоопту бүтүрөт.",
        ru: "Можно написать несколько строк; пустая строка заканчивает ответ.",
        en: "Several lines may be written; an empty line ends the answer.")
    case .goOn: Template(ky: "Улантуу: Enter", ru: "Продолжить: Enter", en: "To go on: Enter")
    case .nothingTyped:
      Template(
        ky: "Эч нерсе жазылган жок. Жоопсуз өтүү: /кийинки", ru: "Ничего не написано. Дальше без ответа: /дальше",
        en: "Nothing was typed. To go on without an answer: /next")
    case .recorded: Template(ky: "Жазылды: {answer}", ru: "Записано: {answer}", en: "Recorded: {answer}")
    case .endHow:
      Template(
        ky: "Тапшыруу: /тапшыруу. Текшерүү: /артка же /тизме.", ru: "Сдать: /сдать. Проверить: /назад или /список.",
        en: "To hand in: /submit. To check: /back or /list.")
    case .tooLong: Template(ky: "Сап өтө узун.", ru: "Строка слишком длинная.", en: "The line is too long.")
    case .chooseWay: Template(ky: "Номерин жазыңыз", ru: "Напишите номер", en: "Type its number")
    case .noSuchQuestion: Template(ky: "{n}-суроо жок.", ru: "Вопроса {n} нет.", en: "There is no question {n}.")
    case .hint:
      Template(ky: "бир нечеси: 1 3", ru: "несколько: 1 3", en: "several: 1 3")
    case .orderAll:
      Template(
        ky: "Бардыгынын номерлерин тартиби менен жазыңыз: 2 1 3", ru: "Напишите номера всех по порядку: 2 1 3",
        en: "Type the numbers of all in order: 2 1 3")
    case .otherText: Template(ky: "Өз сөзүңүз менен", ru: "Своими словами", en: "In your own words")
    }
  }
}
