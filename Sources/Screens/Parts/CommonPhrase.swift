import Texts

/// Words that all screens share.
enum CommonPhrase: PhraseCatalogue {
  case tooSmall, space, choose, open, back, close, scroll, language, answered, yes, leave

  var template: Template {
    switch self {
    case .tooSmall:
      Template(
        ky: "Терезе кичинекей: {columns}x{rows} керек, азыр {width}x{height}.",
        ru: "Окно слишком маленькое: нужно {columns}x{rows}, сейчас {width}x{height}.",
        en: "The window is too small: it needs {columns}x{rows}, now {width}x{height}.")
    case .space: Template(ky: "Боштук", ru: "Пробел", en: "Space")
    case .choose: Template(ky: "тандоо", ru: "выбрать", en: "choose")
    case .open: Template(ky: "ачуу", ru: "открыть", en: "open")
    case .back: Template(ky: "артка", ru: "назад", en: "back")
    case .close: Template(ky: "жабуу", ru: "закрыть", en: "close")
    case .scroll: Template(ky: "жылдыруу", ru: "листать", en: "scroll")
    case .language: Template(ky: "тил", ru: "язык", en: "language")
    case .answered: Template(ky: "жооп берүү", ru: "ответить", en: "answer")
    case .yes: Template(ky: "ооба", ru: "да", en: "yes")
    case .leave: Template(ky: "чыгуу", ru: "выйти", en: "leave")
    }
  }
}
