import Texts

/// What the commands about the register say.
enum RegisterPhrase: PhraseCatalogue {
  // Headings
  case what, person, name, before, after, role, schoolClass, from, to, needs, pupils, girls, boys, adults
  // What happens to a person
  case new, left, moved, renamed, other
  case countNew, countLeft, countMoved, countRenamed, countOther, countSame
  case extraTime, largePrint, readAloud
  // Around the import
  case more, smallNewClass, manyLeave, ask, needsYes, dryRun, notWritten, written, nothingEarlier

  var template: Template { heading ?? change ?? around }

  private var heading: Template? {
    switch self {
    case .what: Template(ky: "Эмне", ru: "Что", en: "What")
    case .person: Template(ky: "Код", ru: "Код", en: "Code")
    case .name: Template(ky: "Аты-жөнү", ru: "Имя", en: "Name")
    case .before: Template(ky: "Мурда", ru: "Было", en: "Before")
    case .after: Template(ky: "Эми", ru: "Стало", en: "After")
    case .role: Template(ky: "Ролу", ru: "Роль", en: "Role")
    case .schoolClass: Template(ky: "Класс", ru: "Класс", en: "Class")
    case .from: Template(ky: "Качан келди", ru: "С какого дня", en: "From")
    case .to: Template(ky: "Качан кетти", ru: "По какой день", en: "To")
    case .needs: Template(ky: "Өзгөчө шарттар", ru: "Особые условия", en: "Accommodations")
    case .pupils: Template(ky: "Окуучулар", ru: "Учеников", en: "Pupils")
    case .girls: Template(ky: "Кыздар", ru: "Девочек", en: "Girls")
    case .boys: Template(ky: "Балдар", ru: "Мальчиков", en: "Boys")
    case .adults: Template(ky: "Чоңдор", ru: "Взрослых", en: "Adults")
    default: nil
    }
  }

  private var change: Template? {
    switch self {
    case .new: Template(ky: "жаңы", ru: "новый", en: "new")
    case .left: Template(ky: "кетти", ru: "выбыл", en: "left")
    case .moved: Template(ky: "классы башка", ru: "другой класс", en: "moved")
    case .renamed: Template(ky: "аты башка", ru: "другое имя", en: "renamed")
    case .other: Template(ky: "маалыматы башка", ru: "другие данные", en: "changed")
    case .countNew: Template(ky: "жаңы: {n}", ru: "новых: {n}", en: "new: {n}")
    case .countLeft: Template(ky: "кеткен: {n}", ru: "выбыло: {n}", en: "left: {n}")
    case .countMoved: Template(ky: "класс алмашкан: {n}", ru: "сменили класс: {n}", en: "moved: {n}")
    case .countRenamed: Template(ky: "аты өзгөргөн: {n}", ru: "сменили имя: {n}", en: "renamed: {n}")
    case .countOther: Template(ky: "маалыматы өзгөргөн: {n}", ru: "изменены данные: {n}", en: "changed: {n}")
    case .countSame: Template(ky: "өзгөрүүсүз: {n}", ru: "без изменений: {n}", en: "as they were: {n}")
    case .extraTime: Template(ky: "убакыт +{n} %", ru: "время +{n} %", en: "time +{n} %")
    case .largePrint: Template(ky: "чоң тамга", ru: "крупный шрифт", en: "large print")
    case .readAloud: Template(ky: "үн чыгарып окуу", ru: "чтение вслух", en: "reading aloud")
    default: nil
    }
  }

  private var around: Template {
    switch self {
    case .more: Template(ky: "… дагы {n}", ru: "… и ещё {n}", en: "… and {n} more")
    case .smallNewClass:
      Template(
        ky: "Көңүл буруңуз: «{class}» — жаңы класс, анда {n} гана окуучу. Аты туура жазылганбы?",
        ru: "Внимание: «{class}» — новый класс, и в нём всего {n}. Не опечатка ли это?",
        en: "Look: “{class}” is a new class with only {n} in it. Is its name right?")
    case .manyLeave:
      Template(
        ky: "Көңүл буруңуз: жарымынан көбү кетип калат. Файлда бардык класстар барбы?",
        ru: "Внимание: выбыло бы больше половины. Все ли классы есть в файле?",
        en: "Look: more than half would leave. Does the file hold all classes?")
    case .ask: Template(ky: "Жазайынбы? [ооба/жок]", ru: "Записать? [да/нет]", en: "Write this? [y/n]")
    case .needsYes:
      Template(
        ky: "Сурай турган эч ким жок: жазуу үчүн --yes кошуңуз.",
        ru: "Спросить некого: чтобы записать, добавьте --yes.",
        en: "There is nobody to ask: add --yes to write.")
    case .dryRun: Template(ky: "Эч нерсе жазылган жок.", ru: "Ничего не записано.", en: "Nothing was written.")
    case .notWritten:
      Template(
        ky: "Эч нерсе жазылган жок: реестр мурдагыдай.", ru: "Ничего не записано: реестр прежний.",
        en: "Nothing was written: the register is as it was.")
    case .written:
      Template(
        ky: "Реестрде {n} адам. Мурункусун «synak register undo» кайтарат.",
        ru: "В реестре {n} {n:человек|человека|человек}. Прежний вернёт «synak register undo».",
        en: "The register has {n} {n:person|people}. “synak register undo” brings the one before back.")
    default:
      Template(
        ky: "Мурунку реестр жок.", ru: "Прежнего реестра нет.", en: "There is no register before this one.")
    }
  }
}
