import Texts

/// What the preview says beside the respondent's screen.
enum PreviewPhrase: PhraseCatalogue {
  case formulas, scores, trouble, keys, atTheEnd, nothingScored
  case isTrue, isFalse, isMissing
  case isHidden, notOnWay, restarted, reloaded
  case jumpTitle, jumpHow, jumpFilter, jumpGo, jumpBack, jumpNone

  var template: Template {
    switch self {
    case .formulas: Template(ky: "Шарттар жана маанилер", ru: "Условия и значения", en: "Conditions and values")
    case .scores: Template(ky: "Азыркы эсеп", ru: "Счёт сейчас", en: "Score so far")
    case .trouble:
      Template(
        ky: "Сакталган файлда ката бар; экранда — мурунку абалы:", ru: "В сохранённом файле ошибки; на экране прежний:",
        en: "The saved file has mistakes; the screen shows it as before:")
    case .keys:
      Template(
        ky: "F6 тилке · F7 өтүү · F8 башынан · Ctrl-C чыгуу", ru: "F6 панель · F7 переход · F8 сначала · Ctrl-C выход",
        en: "F6 pane · F7 go to · F8 anew · Ctrl-C out")
    case .atTheEnd: Template(ky: "Форманын аягы.", ru: "Конец формы.", en: "The end of the form.")
    case .nothingScored:
      Template(ky: "Бул куралда эсеп жок.", ru: "Здесь ничего не считается.", en: "Nothing is scored here.")
    case .isTrue: Template(ky: "чын", ru: "верно", en: "true")
    case .isFalse: Template(ky: "жалган", ru: "неверно", en: "false")
    case .isMissing: Template(ky: "маани жок ({why})", ru: "нет значения ({why})", en: "no value ({why})")
    case .isHidden:
      Template(
        ky: "Азыр жашырылган: анын шарты аткарылган эмес.", ru: "Сейчас скрыто: условие не выполнено.",
        en: "Hidden now: its condition doesn't hold.")
    case .notOnWay:
      Template(
        ky: "Бул жоопторго ылайык жолдо ал жок.", ru: "На пути этих ответов его нет.",
        en: "It isn't on the way of these answers.")
    case .restarted:
      Template(ky: "Башынан, жоопсуз.", ru: "Сначала, без ответов.", en: "From the start, without answers.")
    case .reloaded:
      Template(
        ky: "Файл кайра окулду, жооптор калды.", ru: "Файл перечитан, ответы остались.",
        en: "The file was read again; the answers stay.")
    case .jumpTitle: Template(ky: "Кайсы жерге?", ru: "Куда перейти?", en: "Go where?")
    case .jumpHow:
      Template(
        ky: "Аттын же тексттин тамгаларын териңиз. «-» — азыр жашырылган.",
        ru: "Наберите буквы имени или текста. «-» — сейчас скрыто.",
        en: "Type letters of an id or a text. “-” is hidden now.")
    case .jumpFilter: Template(ky: "Терилгени: {letters}", ru: "Набрано: {letters}", en: "Typed: {letters}")
    case .jumpGo: Template(ky: "өтүү", ru: "перейти", en: "go")
    case .jumpBack: Template(ky: "артка", ru: "назад", en: "back")
    case .jumpNone: Template(ky: "Мындай эч нерсе жок.", ru: "Ничего такого нет.", en: "Nothing like that.")
    }
  }
}
