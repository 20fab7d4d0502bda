import Texts

/// The words behind the keys in the last row: one or two each.
extension RunnerPhrase {
  var hintTemplate: Template {
    switch self {
    case .hintChoose: Template(ky: "тандоо", ru: "выбрать", en: "choose")
    case .hintConfirm: Template(ky: "жооп берүү", ru: "ответить", en: "answer")
    case .hintNext: Template(ky: "кийинки", ru: "дальше", en: "next")
    case .hintBack: Template(ky: "артка", ru: "назад", en: "back")
    case .hintList: Template(ky: "тизме", ru: "список", en: "list")
    case .hintFlag: Template(ky: "белги", ru: "отметка", en: "mark")
    case .hintLanguage: Template(ky: "тил", ru: "язык", en: "language")
    case .hintPassage: Template(ky: "текст", ru: "текст", en: "text")
    case .hintHandIn: Template(ky: "тапшыруу", ru: "сдать", en: "hand in")
    case .hintHelp: Template(ky: "жардам", ru: "помощь", en: "help")
    case .hintRead: Template(ky: "окудум", ru: "прочитано", en: "read")
    case .hintGoThere: Template(ky: "өтүү", ru: "перейти", en: "go there")
    case .hintScroll: Template(ky: "жылдыруу", ru: "листать", en: "scroll")
    case .hintTake: Template(ky: "макул", ru: "подтвердить", en: "take it")
    case .hintFinish: Template(ky: "улантуу", ru: "продолжить", en: "go on")
    case .hintMove: Template(ky: "жылдыруу", ru: "двигать", en: "move")
    case .hintPutDown: Template(ky: "коюу", ru: "поставить", en: "put down")
    case .hintOrder: Template(ky: "тартип", ru: "порядок", en: "order")
    case .hintMore: Template(ky: "дагы бир", ru: "ещё один", en: "one more")
    case .hintLess: Template(ky: "бирөө кем", ru: "на один меньше", en: "one less")
    case .hintJoin: Template(ky: "туташтыруу", ru: "соединить", en: "join")
    case .hintNewLine: Template(ky: "жаңы сап", ru: "новая строка", en: "new line")
    // Every other case has its words in another table, which a test sees to.
    default: Template(ky: "", ru: "", en: "")
    }
  }
}
