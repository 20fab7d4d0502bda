import Texts

/// What the keys do, a line each, in the words of a child's day.
enum HelpPhrase: PhraseCatalogue {
  case digits, arrows, space, enter, backspace, forward, back, list, flag, language, passage, handIn, leave, words,
    undo, cut, aloud, large, nothingLost

  static func lines(isKiosk: Bool, languages: Int, canRead: Bool, writes: Bool) -> [HelpPhrase] {
    allCases.filter { phrase in
      switch phrase {
      case .leave: !isKiosk
      case .language: languages > 1
      case .aloud: canRead
      case .words, .undo, .cut: writes
      default: true
      }
    }
  }

  /// The keys as they are printed on a keyboard.
  func key(in language: Language) -> String {
    switch self {
    case .digits: "1 2 3"
    case .arrows: "\u{2191} \u{2193}"
    case .space: CommonPhrase.space.text(in: language)
    case .enter: "Enter"
    case .backspace: "Backspace"
    case .forward: "PgDn, Tab"
    case .back: "PgUp"
    case .list: "F2, Ctrl-O"
    case .flag: "F3, Ctrl-F"
    case .language: "F4, Ctrl-L"
    case .passage: "F5, Ctrl-T"
    case .handIn: "F10, Ctrl-S"
    case .leave: "Ctrl-C"
    case .words: "Ctrl-\u{2190} \u{2192}"
    case .undo: "Ctrl-Z, Y"
    case .cut: "Ctrl-K, U"
    case .aloud: "F9, Ctrl-X"
    case .large: "F12, Ctrl-Q"
    case .nothingLost: "*"
    }
  }

  var template: Template {
    switch self {
    case .digits:
      Template(ky: "жоопту номери менен тандоо", ru: "выбрать ответ по номеру", en: "choose an answer by its number")
    case .arrows: Template(ky: "өйдө-ылдый жылуу", ru: "двигаться вверх и вниз", en: "move up and down")
    case .space:
      Template(
        ky: "белги коюу же алуу", ru: "поставить или снять отметку", en: "put a mark, or take it off")
    case .enter:
      Template(
        ky: "жоопту бекитип, кийинки суроого өтүү", ru: "подтвердить ответ и идти дальше",
        en: "confirm the answer and go on")
    case .backspace: Template(ky: "жоопту кайра алуу", ru: "убрать ответ", en: "take the answer back")
    case .forward: Template(ky: "кийинки суроо", ru: "следующий вопрос", en: "the next question")
    case .back: Template(ky: "мурунку суроо", ru: "предыдущий вопрос", en: "the question before")
    case .list:
      Template(
        ky: "бардык суроолордун тизмеси", ru: "список всех вопросов", en: "the list of all questions")
    case .flag:
      Template(
        ky: "белги коюп, кийин кайра кароо", ru: "отметить, чтобы вернуться позже",
        en: "mark the question to look at it again")
    case .language:
      Template(
        ky: "тилди алмаштыруу: жооптор сакталат", ru: "сменить язык: ответы останутся",
        en: "change the language: answers stay")
    case .passage:
      Template(ky: "суроонун текстин окуу", ru: "прочитать текст к вопросу", en: "read the text for the question")
    case .handIn: Template(ky: "ишти тапшыруу", ru: "сдать работу", en: "hand in the work")
    case .leave:
      Template(
        ky: "токтотуп чыгуу: кийин улантса болот", ru: "прервать и выйти: потом можно продолжить",
        en: "stop and leave: you can go on later")
    case .words:
      Template(ky: "текстте сөздөн сөзгө жылуу", ru: "в тексте: от слова к слову", en: "in a text: from word to word")
    case .undo:
      Template(
        ky: "текстте: кайтаруу, кайра кылуу", ru: "в тексте: отменить, повторить", en: "in a text: undo, do again")
    case .cut:
      Template(
        ky: "текстте: сапты алып, башка жерге коюу", ru: "в тексте: вырезать строку, вставить её",
        en: "in a text: cut the line, put it back")
    case .aloud:
      Template(ky: "үн чыгарып окуп берүү", ru: "прочитать вслух", en: "read it aloud")
    case .large:
      Template(ky: "чоң басма, кадимки көрүнүш", ru: "крупный вид, обычный вид", en: "large print, usual print")
    case .nothingLost:
      Template(
        ky: "Ар бир жооп дароо сакталат: эч нерсе жоголбойт.",
        ru: "Каждый ответ сразу сохраняется: ничего не пропадёт.",
        en: "Every answer is saved at once: nothing gets lost.")
    }
  }
}
