import Texts

/// What can be wrong with weights, stretched scales, tables of norms and marks, blueprints and feedback. `E439`–`E459` and
/// the warnings of these numbers.
package enum MeasureFinding: String, Finding {
  case notAPercentage = "E439"
  case weightsDiffer = "E440"
  case weightNotPositive = "E441"
  case rescaleNeedsTwo = "E442"
  case rescaleReversed = "E443"
  case rescaleWithoutEnds = "E444"
  case tableWithoutRows = "E445"
  case tableOfSeveral = "E446"
  case rowsWithoutTable = "E447"
  case rowsOutOfOrder = "E448"
  case forWithoutBy = "E449"
  case byUnknown = "E450"
  case byNoNumber = "E451"
  case spreadReversed = "E452"
  case typoWithoutKey = "E453"
  case doubledPart = "E454"
  case unknownPart = "E455"
  case specificationWithoutBlueprint = "E456"
  case sharesNotWhole = "E457"
  case rowUnreachable = "E458"
  case feedbackWithoutKey = "E459"
  case notCovered = "W431"
  case blueprintMissed = "W432"
  case itemOutsideBlueprint = "W433"
  case rowHoldsForNobody = "W434"
  case typoBetweenKeys = "W435"

  package var rule: Rule {
    switch self {
    case .notAPercentage:
      .error(
        ky: "«{found}» пайыз эмес: «40%» түрүндө жазылат.", ru: "«{found}» — не процент: пишется «40%».",
        en: "“{found}” is no percentage: it is written “40%”.")
    case .weightsDiffer:
      .error(
        ky: "«{found}» шкаласында {members} мүчө бар, ал эми салмактар {weights}.",
        ru: "В шкале «{found}» членов: {members}, а весов: {weights}.",
        en: "The scale “{found}” has {members} members and {weights} weights.",
        advice: Template(
          ky: "weights ичинде ар бир мүчөгө бирден сан жазыңыз.", ru: "Напишите в weights по числу на каждый член.",
          en: "Write one number for each member in weights."))
    case .weightNotPositive:
      .error(
        ky: "«{found}» шкаласында салмак нөл: андай мүчө эсепке кирбейт.",
        ru: "В шкале «{found}» есть нулевой вес: такой член не учитывается.",
        en: "The scale “{found}” has a weight of zero, so a member doesn't count.",
        advice: Template(
          ky: "Мүчөнү of тизмесинен алып салыңыз же нөлдөн чоң салмак бериңиз.",
          ru: "Уберите член из of или дайте вес больше нуля.",
          en: "Take the member out of the list, or give it a weight above zero."))
    case .rescaleNeedsTwo:
      .error(
        ky: "rescale эки санды күтөт, мисалы «0 100», бирок «{found}» жазылган.",
        ru: "В rescale нужны два числа, например «0 100», а написано «{found}».",
        en: "rescale takes two numbers, such as “0 100”, but is “{found}”.")
    case .rescaleReversed:
      .error(
        ky: "rescale=\"{found}\": биринчи сан экинчисинен кичине болушу керек.",
        ru: "rescale=\"{found}\": первое число должно быть меньше второго.",
        en: "rescale=\"{found}\": the first number must be below the second.")
    default: furtherRule
    }
  }

  private var furtherRule: Rule {
    switch self {
    case .rescaleWithoutEnds:
      .error(
        ky:
          "«{found}» шкаласын башка чектерге келтирүүгө болбойт: «{member}» мүчөсүнүн эң аз же эң көп мааниси белгисиз.",
        ru: "Шкалу «{found}» нельзя привести к другим границам: у «{member}» неизвестно наименьшее или наибольшее.",
        en: "The scale “{found}” can't be rescaled: the smallest or largest value of “{member}” isn't known.",
        advice: Template(
          ky: "Ага min жана max жазыңыз.", ru: "Напишите для него min и max.", en: "Give it min and max."))
    case .tableWithoutRows:
      .error(
        ky: "«{found}» таблицасында бир да сап (row) жок.", ru: "В таблице «{found}» нет ни одной строки (row).",
        en: "The table “{found}” has no row.")
    case .tableOfSeveral:
      .error(
        ky: "«{found}» таблицасы бир гана шкаладан же тапшырмадан окулат, бирок {count} жазылган.",
        ru: "Таблица «{found}» читается по одной шкале или заданию, а указано {count}.",
        en: "The table “{found}” is read by one scale or item, but {count} are named.",
        advice: Template(
          ky: "Адегенде method=\"sum\" шкаласын түзүп, таблицага ошону бериңиз.",
          ru: "Сначала сложите их шкалой method=\"sum\" и укажите её.",
          en: "Add them up in a scale of method=\"sum\" first and name that."))
    case .rowsWithoutTable:
      .error(
        ky: "«{found}» шкаласында row саптары бар, бирок method=\"table\" эмес.",
        ru: "У шкалы «{found}» есть строки row, но method не \"table\".",
        en: "The scale “{found}” has rows, but its method isn't “table”.")
    case .rowsOutOfOrder:
      .error(
        ky: "«{found}» чеги мурунку чектен чоң эмес: саптар эң кичинесинен баштап жазылат.",
        ru: "Граница «{found}» не больше предыдущей: строки идут от наименьшей.",
        en: "The border “{found}” isn't above the one before: rows go from the lowest up.")
    case .forWithoutBy:
      .error(
        ky: "«{found}» шкаласында for бар, бирок by жок: эмненин саны экени белгисиз.",
        ru: "У шкалы «{found}» есть for, но нет by: неизвестно, чьё это число.",
        en: "The scale “{found}” says for, but not by: nobody knows of what the number is.",
        advice: Template(
          ky: "Мисалы by=\"grade\" деп жазыңыз.", ru: "Напишите, например, by=\"grade\".",
          en: "Write by=\"grade\", for example."))
    case .byUnknown:
      .error(
        ky: "by=\"{found}\": мындай киргизилүүчү маалымат да, тапшырма да жок.",
        ru: "by=\"{found}\": нет ни такого входного данного (input), ни задания.",
        en: "by=\"{found}\": there is no such input, item or computed value.")
    case .byNoNumber:
      .error(
        ky: "by=\"{found}\": анын жообу бүтүн сан эмес.", ru: "by=\"{found}\": его ответ — не целое число.",
        en: "by=\"{found}\": its answer is no whole number.")
    case .spreadReversed:
      .error(
        ky: "for=\"{found}\": биринчи сан экинчисинен чоң.", ru: "for=\"{found}\": первое число больше второго.",
        en: "for=\"{found}\": the first number is above the second.")
    case .typoWithoutKey:
      .error(
        ky: "«{found}»: typo бар, бирок ачкыч (key) жок.", ru: "«{found}»: есть typo, но нет ключа (key).",
        en: "“{found}” says typo, but has no key.")
    default: blueprintRule
    }
  }

  private var blueprintRule: Rule {
    switch self {
    case .doubledPart:
      .error(
        ky: "«{found}» коду бул жерде мурунтан бар.", ru: "Код «{found}» здесь уже есть.",
        en: "The code “{found}” is here already.")
    case .unknownPart:
      .error(
        ky: "«{found}» тесттин планында (blueprint) жок.", ru: "«{found}» нет в плане теста (blueprint).",
        en: "“{found}” isn't in the blueprint.")
    case .specificationWithoutBlueprint:
      .error(
        ky: "«{found}»: area же process бар, бирок тесттин планы (blueprint) жок.",
        ru: "«{found}»: указаны area или process, но плана теста (blueprint) нет.",
        en: "“{found}” says area or process, but there is no blueprint.")
    case .sharesNotWhole:
      .error(
        ky: "Тесттин планындагы үлүштөрдүн суммасы 100% эмес, {found}.",
        ru: "Доли в плане теста дают в сумме не 100%, а {found}.",
        en: "The shares of the blueprint come to {found}, not to 100%.")
    case .rowUnreachable:
      .error(
        ky: "{found} чегине жетүүгө болбойт: эң көбү {maximum}.",
        ru: "До границы {found} не дойти: наибольшее — {maximum}.",
        en: "The border {found} can't be reached: the most is {maximum}.")
    case .feedbackWithoutKey:
      .error(
        ky: "«{found}»: when бар, бирок эмне туура экени айтылган эмес.",
        ru: "«{found}»: указано when, но не сказано, что верно.",
        en: "“{found}” says when, but nothing says what is right.",
        advice: Template(
          ky: "Ачкычты жазыңыз же when=\"always\" коюңуз.", ru: "Напишите ключ или when=\"always\".",
          en: "Write a key, or when=\"always\"."))
    case .notCovered:
      .warning(
        ky: "«{found}» шкаласында {number} үчүн бир да сап же деңгээл жок.",
        ru: "У шкалы «{found}» нет ни строки, ни уровня для {number}.",
        en: "The scale “{found}” has no row or level for {number}.")
    case .blueprintMissed:
      .warning(
        ky: "«{found}»: план боюнча {wanted}%, чынында {actual}% ({points} / {all} упай).",
        ru: "«{found}»: по плану {wanted}%, на деле {actual}% ({points} из {all} баллов).",
        en: "“{found}”: the blueprint wants {wanted}%, but has {actual}% ({points} of {all} points).")
    case .itemOutsideBlueprint:
      .warning(
        ky: "«{found}» тапшырмасы тесттин планына кирбейт: {missing} жазылган эмес.",
        ru: "Задание «{found}» стоит вне плана теста: не указано {missing}.",
        en: "The item “{found}” stands outside the blueprint: it has no {missing}.")
    case .rowHoldsForNobody:
      .warning(
        ky: "for=\"{found}\": «{by}» мындай боло албайт.", ru: "for=\"{found}\": «{by}» таким не бывает.",
        en: "for=\"{found}\": “{by}” is never that.")
    default:
      .warning(
        ky: "«{item}»: «{found}» жана «{other}» ачкычтары бир тамгага эле айырмаланат, typo экөөнү аралаштырат.",
        ru: "«{item}»: ключи «{found}» и «{other}» различаются одной буквой, typo их смешает.",
        en: "“{item}”: the keys “{found}” and “{other}” differ by one letter, so typo confuses them.")
    }
  }
}
