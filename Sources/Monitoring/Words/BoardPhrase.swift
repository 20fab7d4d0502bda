import Texts

/// What a board says.
enum BoardPhrase: String, PhraseCatalogue {
  case indicator, value, interval, count, level, target, change
  case allSchool
  case noRows, nothingCounted, notApplicable, nothingToCompare, notComputable, hidden
  case notEnough, clustersUnknown, noInterval
  case better, worse, noDemonstrableChange, fewClusters
  case ruleFailed, moreThanAll, outOfRange
  case legend, noChanges, was, targetMet, targetMissed
  case percentagePoints

  var template: Template {
    switch self {
    case .indicator: Template(ky: "Көрсөткүч", ru: "Показатель", en: "Indicator")
    case .value: Template(ky: "Мааниси", ru: "Значение", en: "Value")
    case .interval: Template(ky: "Аралыгы", ru: "Интервал", en: "Interval")
    case .count: Template(ky: "n", ru: "n", en: "n")
    case .level: Template(ky: "Деңгээли", ru: "Уровень", en: "Level")
    case .target: Template(ky: "Максаты", ru: "Цель", en: "Target")
    case .change: Template(ky: "Өткөн жылдан", ru: "За год", en: "On last year")
    case .allSchool: Template(ky: "бардык маалымат", ru: "все данные", en: "all data")
    case .noRows: Template(ky: "маалымат жок", ru: "нет данных", en: "no data")
    case .nothingCounted: Template(ky: "эсепке алынганы жок", ru: "считать нечего", en: "nothing to count")
    case .notApplicable: Template(ky: "колдонулбайт", ru: "неприменимо", en: "not applicable")
    case .nothingToCompare: Template(ky: "салыштырууга жок", ru: "не с чем сравнить", en: "nothing to compare")
    case .notComputable: Template(ky: "эсептелбейт", ru: "не вычисляется", en: "can't be computed")
    case .hidden: Template(ky: "жашырылган", ru: "скрыто", en: "hidden")
    case .notEnough: Template(ky: "{needed} керек", ru: "нужно {needed}", en: "needs {needed}")
    case .clustersUnknown: Template(ky: "белгисиз", ru: "неизвестен", en: "unknown")
    case .noInterval: Template(ky: "жок", ru: "нет", en: "none")
    case .better: Template(ky: "жакшырды", ru: "лучше", en: "better")
    case .worse: Template(ky: "начарлады", ru: "хуже", en: "worse")
    case .noDemonstrableChange:
      Template(ky: "өзгөрүү далилденген жок", ru: "изменение не доказано", en: "no demonstrable change")
    case .fewClusters:
      Template(ky: "топтор аз, корутунду жок", ru: "групп мало, вывода нет", en: "few groups, no verdict")
    case .ruleFailed:
      Template(
        ky: "{id}: сапат эрежеси аткарылган жок: {rule}", ru: "{id}: не выполнено правило качества: {rule}",
        en: "{id}: a rule of quality doesn't hold: {rule}")
    case .moreThanAll:
      Template(
        ky: "{id}: бөлүнүүчү бөлүүчүдөн чоң", ru: "{id}: числитель больше знаменателя",
        en: "{id}: the numerator is larger than the denominator")
    case .outOfRange:
      Template(
        ky: "{id}: мындай маани болбойт", ru: "{id}: такого значения не бывает",
        en: "{id}: there can be no such value")
    case .legend:
      Template(
        ky:
          "n — окулган саптар. Аралык — чыныгы маани 95 % ишеним менен жаткан жер. * — 10дон аз топ: корутунду чыгарылбайт.",
        ru:
          "n — прочитанные строки. Интервал — где с уверенностью 95 % лежит истинное значение. * — групп меньше 10: выводов не делают.",
        en:
          "n is the rows read. The interval is where the true value lies with 95 % confidence. * is fewer than 10 groups: nothing is concluded."
      )
    case .noChanges: Template(ky: "Эч нерсе өзгөргөн жок.", ru: "Ничего не изменилось.", en: "Nothing changed.")
    case .was: Template(ky: "{before} → {after}", ru: "{before} → {after}", en: "{before} → {after}")
    case .targetMet: Template(ky: "{value} [x]", ru: "{value} [x]", en: "{value} [x]")
    case .targetMissed: Template(ky: "{value} [ ]", ru: "{value} [ ]", en: "{value} [ ]")
    case .percentagePoints: Template(ky: "п. п.", ru: "п. п.", en: "pp")
    }
  }
}
