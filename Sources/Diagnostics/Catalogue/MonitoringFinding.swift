import Texts

/// What can be wrong with a file of indicators.
package enum MonitoringFinding: String, Finding {
  case duplicateId = "E401"
  case unknownDataset = "E402"
  case unknownChoiceList = "E403"
  case nothingCounted = "E404"
  case unknownDimension = "E405"
  case bandOrder = "E406"
  case bandLevelOrder = "E407"
  case targetNeedsGrade = "E408"
  case targetGradeForbidden = "E409"
  case duplicateTarget = "E410"
  case derivedCycle = "E411"
  case badSchoolYear = "E412"
  case areaWithoutConditions = "E413"
  case derivedUnit = "E414"
  case unknownRowCoordinate = "E415"
  case numbersExpected = "E416"
  case fieldKind = "E417"
  case formulaMissing = "E418"
  case formulaOfOtherKind = "E419"
  case decimalsWithoutNumber = "E420"
  case valuesWithoutBand = "W401"
  case bandOutOfRange = "W402"
  case targetOutOfRange = "W403"
  case targetOutsideGrades = "W404"
  case conditionsWithoutArea = "W405"
  case doubledBreakdown = "W406"
  case differenceUnit = "W407"
  case unreadDataset = "N401"
  case noInterval = "N402"

  package var rule: Rule {
    switch self {
    case .duplicateId:
      .error(
        ky: "«{found}» деген ат бул жерде экинчи жолу берилген.", ru: "Имя «{found}» здесь дано второй раз.",
        en: "The name “{found}” is given here a second time.",
        advice: Template(
          ky: "Биринчиси {first} сабында. Ар бир ат бир гана жолу берилет; чоң жана кичине тамга айырмаланбайт.",
          ru: "Первый раз — в строке {first}. Каждое имя даётся один раз; большие и малые буквы не различаются.",
          en: "It was given first in line {first}. Each name is given once; capitals don't make a difference."))
    case .unknownDataset:
      .error(
        ky: "«{found}» деген маалымат топтому жок.", ru: "Нет набора данных «{found}».",
        en: "There is no data set called “{found}”.")
    case .unknownChoiceList:
      .error(
        ky: "«{found}» деген жооптордун тизмеси жок.", ru: "Нет списка вариантов «{found}».",
        en: "There is no choice list called “{found}”.")
    case .nothingCounted:
      .error(
        ky: "«{indicator}» көрсөткүчүнүн формуласы саптарды эсептебейт.",
        ru: "Формула показателя «{indicator}» ничего не считает по строкам.",
        en: "This formula of the indicator “{indicator}” counts nothing over the rows.",
        advice: Template(
          ky: "count(…), sum(…), min(…), max(…) же distinct(…) колдонуңуз.",
          ru: "Используйте count(…), sum(…), min(…), max(…) или distinct(…).",
          en: "Use count(…), sum(…), min(…), max(…) or distinct(…)."))
    case .unknownDimension:
      .error(
        ky: "«{found}» боюнча бөлүүгө болбойт: андай белги жок.",
        ru: "Разбить по «{found}» нельзя: такого признака нет.",
        en: "Nothing can be grouped by “{found}”: there is no such coordinate.",
        advice: Template(
          ky: "Болгон белгилер: {known}.", ru: "Есть признаки: {known}.", en: "The coordinates are: {known}."))
    case .bandOrder:
      .error(
        ky: "Тилке {found} санынан башталат, бирок мурункусу {before} санынан башталган.",
        ru: "Полоса начинается с {found}, а предыдущая — с {before}.",
        en: "This band begins at {found}, but the one before it at {before}.",
        advice: Template(
          ky: "Тилкелерди төмөнкү чектери өсүү тартибинде жазыңыз.",
          ru: "Пишите полосы по возрастанию нижних границ.",
          en: "Write bands in rising order of their lower bounds."))
    case .bandLevelOrder:
      .error(
        ky: "better=\"{better}\" болгондо «{found}» деңгээли «{before}» деңгээлинен кийин турбайт.",
        ru: "При better=\"{better}\" уровень «{found}» не может идти после уровня «{before}».",
        en: "With better=\"{better}\" the level “{found}” can't come after the level “{before}”.")
    case .targetNeedsGrade:
      .error(
        ky: "Класстын максатында кайсы класс экени айтылган жок.", ru: "У цели для параллели не сказано, какой.",
        en: "A target for a grade must say which grade.",
        advice: Template(
          ky: "grade=\"9\" деп кошуңуз.", ru: "Добавьте grade=\"9\".", en: "Add grade=\"9\"."))
    case .targetGradeForbidden:
      .error(
        ky: "Мектептин же райондун максатында класс айтылбайт.",
        ru: "У цели для школы или района класс не указывают.",
        en: "A target for the school or district can't name a grade.",
        advice: Template(
          ky: "scope=\"grade\" деп жазыңыз.", ru: "Напишите scope=\"grade\".", en: "Write scope=\"grade\"."))
    case .duplicateTarget:
      .error(
        ky: "Ушул эле чөйрө үчүн максат мурда коюлган.", ru: "Для этой же области цель уже задана.",
        en: "There is already a target for the same scope.",
        advice: Template(
          ky: "Биринчиси {first} сабында.", ru: "Первая — в строке {first}.", en: "The first is in line {first}."))
    case .derivedCycle:
      .error(
        ky: "Көрсөткүчтөр бири-бирине тегерете таянат: {circle}.",
        ru: "Показатели зависят друг от друга по кругу: {circle}.",
        en: "Indicators depend on one another in a circle: {circle}.")
    case .badSchoolYear:
      .error(
        ky: "«{found}» окуу жылы эмес.", ru: "«{found}» — не учебный год.", en: "“{found}” is not a school year.",
        advice: Template(
          ky: "Мындай жазыңыз: 2025-2026.", ru: "Пишите так: 2025-2026.", en: "Write it like 2025-2026."))
    case .areaWithoutConditions:
      .error(
        ky: "Чөйрө (sub) шарттардын көрсөткүчтөрүнө гана берилет.",
        ru: "Область (sub) указывают только у показателей условий.",
        en: "Only an indicator of conditions can have an area (sub).")
    case .derivedUnit:
      .error(
        ky: "Бул бирдик туунду көрсөткүчтүкү: kind=\"derived\" жана формула керек.",
        ru: "Эта единица — у производных показателей: нужны kind=\"derived\" и формула.",
        en: "This unit is one of derived indicators: it needs kind=\"derived\" and a formula.")
    case .unknownRowCoordinate:
      .error(
        ky: "Сап «{found}» менен аныкталбайт: андай белги жок.",
        ru: "Строку нельзя определить через «{found}»: такого признака нет.",
        en: "A row can't be told by “{found}”: there is no such coordinate.",
        advice: Template(
          ky: "Болгон белгилер: {known}.", ru: "Есть признаки: {known}.", en: "The coordinates are: {known}."))
    case .numbersExpected:
      .error(
        ky: "«{found}» саны {least}–{most} чегинде болушу керек.",
        ru: "Число «{found}» должно быть от {least} до {most}.",
        en: "The number “{found}” must be from {least} to {most}.")
    case .fieldKind:
      .error(
        ky: "«{found}» талаасында choices же type бирөө гана болушу керек.",
        ru: "У поля «{found}» должно быть одно из двух: choices или type.",
        en: "The field “{found}” needs either choices or a type.")
    case .formulaMissing:
      .error(
        ky: "«{found}» көрсөткүчүндө <{element}> жок.", ru: "У показателя «{found}» нет <{element}>.",
        en: "The indicator “{found}” has no <{element}>.")
    case .formulaOfOtherKind:
      .error(
        ky: "kind=\"{kind}\" болгон көрсөткүчтө <{found}> болбойт.",
        ru: "У показателя с kind=\"{kind}\" не бывает <{found}>.",
        en: "An indicator of kind=\"{kind}\" has no <{found}>.")
    case .decimalsWithoutNumber:
      .error(
        ky: "decimals саны бар талаага гана берилет, «{found}» андай эмес.",
        ru: "decimals указывают только у числового поля, «{found}» не такое.",
        en: "Only a field of numbers has decimals, and “{found}” isn't one.")
    case .valuesWithoutBand:
      .warning(
        ky: "{before} санынан төмөн маанилердин деңгээли жок.", ru: "У значений ниже {before} нет уровня.",
        en: "Values below {before} have no level.",
        advice: Template(
          ky: "Биринчи тилкени from=\"{least}\" деп баштаңыз.", ru: "Начните первую полосу с from=\"{least}\".",
          en: "Begin the first band at from=\"{least}\"."))
    case .bandOutOfRange:
      .warning(
        ky: "{found} чеги {least}–{most} аралыгынан тышкары: мындай маани болбойт.",
        ru: "Граница {found} вне пределов {least}–{most}: таких значений не бывает.",
        en: "The bound {found} is outside {least} to {most}: there are no such values.")
    case .targetOutOfRange:
      .warning(
        ky: "{found} максаты {least}–{most} аралыгынан тышкары.", ru: "Цель {found} вне пределов {least}–{most}.",
        en: "The target {found} is outside {least} to {most}.")
    case .targetOutsideGrades:
      .warning(
        ky: "Бул көрсөткүч {found}-класска тиешелүү эмес, максаты бар.",
        ru: "Показатель не относится к {found} классу, а цель для него есть.",
        en: "This indicator doesn't apply to grade {found}, yet there is a target for it.")
    case .conditionsWithoutArea:
      .warning(
        ky: "Шарттардын көрсөткүчүнүн чөйрөсү айтылган жок.", ru: "У показателя условий не указана область.",
        en: "An indicator of conditions without its area.",
        advice: Template(
          ky: "sub=\"staff\" сыяктуу кошуңуз: {known}.", ru: "Добавьте sub=\"staff\" или другое: {known}.",
          en: "Add sub=\"staff\" or another of: {known}."))
    case .doubledBreakdown:
      .warning(
        ky: "«{found}» боюнча бөлүү эки жолу жазылган.", ru: "Разбивка по «{found}» указана дважды.",
        en: "The breakdown by “{found}” stands here twice.")
    case .differenceUnit:
      .warning(
        ky: "Эки пайыздын айырмасы пайыз эмес, пайыздык пункт менен айтылат.",
        ru: "Разность процентов измеряют в процентных пунктах, а не в процентах.",
        en: "A difference of percents is in percentage points, not in percent.",
        advice: Template(
          ky: "unit=\"percentage-points\" деп жазыңыз.", ru: "Напишите unit=\"percentage-points\".",
          en: "Write unit=\"percentage-points\"."))
    case .unreadDataset:
      .note(
        ky: "«{found}» маалымат топтомун бир да көрсөткүч окубайт.",
        ru: "Набор данных «{found}» не читает ни один показатель.",
        en: "No indicator reads the data set “{found}”.")
    case .noInterval:
      .note(
        ky: "«{found}» көрсөткүчүнүн аралыгын эсептөөгө болбойт: формула саптардын үлүштөрүнөн түзүлгөн эмес.",
        ru: "У показателя «{found}» не будет интервала: формула не складывается из долей строк.",
        en: "The indicator “{found}” will have no interval: its formula isn't made of shares of rows.")
    }
  }
}
