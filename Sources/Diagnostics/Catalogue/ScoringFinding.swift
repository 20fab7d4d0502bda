import Texts

/// What can be wrong with keys, scales, feeds and examples. `E300`–`E399` and the warnings of these numbers.
package enum ScoringFinding: String, Finding {
  // Keys
  case keyOfUnknownItem = "E300"
  case pointsNotPositive = "E301"
  case noCorrectOption = "E302"
  case severalCorrect = "E303"
  case keyNotAmongOptions = "E304"
  case correctOptionMeansMissing = "E305"
  case keyOutsideRange = "E306"
  case keyNotWhole = "E307"
  case toleranceNegative = "E308"
  case keyDoesNotFit = "E309"
  case creditDoesNotFit = "E310"
  case placesNotPermutation = "E311"
  case emptyTextKey = "E312"
  case reverseWithKey = "E313"
  case reverseNeedsNumbers = "E314"
  case correctNeverTogether = "E315"
  case pointsDifferFromLevels = "E316"
  // Scales
  case unknownMember = "E320"
  case memberTwice = "E321"
  case memberUnscored = "E322"
  case scaleOfItself = "E323"
  case laterScale = "E324"
  case atLeastAboveMembers = "E325"
  case levelsOutOfOrder = "E326"
  case levelUnreachable = "E327"
  case doubledLevelCode = "E328"
  case mixedBorders = "E329"
  case percentWithoutMaximum = "E330"
  case scaleWithoutMembers = "E331"
  case memberCountedThrough = "E332"
  case tooManyScales = "E333"
  // Feeds
  case unknownDataset = "E340"
  case unknownField = "E341"
  case codeNotInField = "E342"
  case doubledField = "E343"
  case doubledFeed = "E344"
  case datasetOfOtherSource = "E345"
  // Examples
  case exampleUnknownItem = "E350"
  case exampleUnknownName = "E351"
  case exampleValueImpossible = "E352"
  case exampleAnswerTwice = "E353"
  case exampleShownAndHidden = "E354"
  case exampleLevelOfNoScale = "E355"
  // Warnings
  case reverseWithoutScale = "W300"
  case doubledKey = "W301"
  case lowestLevelAbove = "W302"
  case pointsInNoScale = "W303"
  case fieldNotFed = "W304"
  case maximumNeverKnown = "W305"
  case doubledExampleName = "W306"
  case exampleWithoutExpectation = "W307"

  package var rule: Rule {
    switch self {
    case .keyOfUnknownItem, .pointsNotPositive, .noCorrectOption, .severalCorrect, .keyNotAmongOptions,
      .correctOptionMeansMissing, .keyOutsideRange, .keyNotWhole, .toleranceNegative, .keyDoesNotFit,
      .creditDoesNotFit, .placesNotPermutation, .emptyTextKey, .reverseWithKey, .reverseNeedsNumbers,
      .correctNeverTogether, .pointsDifferFromLevels:
      keyRule
    case .unknownMember, .memberTwice, .memberUnscored, .scaleOfItself, .laterScale, .atLeastAboveMembers,
      .levelsOutOfOrder, .levelUnreachable, .doubledLevelCode, .mixedBorders, .percentWithoutMaximum,
      .scaleWithoutMembers, .memberCountedThrough, .tooManyScales:
      scaleRule
    case .unknownDataset, .unknownField, .codeNotInField, .doubledField, .doubledFeed,
      .datasetOfOtherSource:
      feedRule
    case .exampleUnknownItem, .exampleUnknownName, .exampleValueImpossible,
      .exampleAnswerTwice, .exampleShownAndHidden, .exampleLevelOfNoScale:
      exampleRule
    case .reverseWithoutScale, .doubledKey, .lowestLevelAbove, .pointsInNoScale, .fieldNotFed, .maximumNeverKnown,
      .doubledExampleName, .exampleWithoutExpectation:
      warningRule
    }
  }
}

extension ScoringFinding {
  private var keyRule: Rule {
    switch self {
    case .pointsNotPositive:
      .error(
        ky: "«{found}»: упай нөлдөн чоң болушу керек, бирок {points} турат.",
        ru: "«{found}»: баллы должны быть больше нуля, а указано {points}.",
        en: "“{found}”: points must be above zero, but are {points}.")
    case .noCorrectOption:
      .error(
        ky: "«{found}»: туура жооп белгиленген эмес.", ru: "«{found}»: не отмечен правильный вариант.",
        en: "“{found}”: no option is marked as correct.",
        advice: Template(
          ky: "Туура вариантка correct=\"yes\" деп жазыңыз.", ru: "Добавьте correct=\"yes\" к правильному варианту.",
          en: "Write correct=\"yes\" at the right option."))
    case .severalCorrect:
      .error(
        ky: "«{found}»: бир жооп тандалат, бирок {count} вариант туура деп белгиленген.",
        ru: "«{found}»: выбирается один ответ, а правильными отмечено {count}.",
        en: "“{found}” takes one answer, but {count} options are marked as correct.",
        advice: Template(
          ky: "Бир нече жооп керек болсо, choose-many колдонуңуз.",
          ru: "Если нужно несколько ответов, возьмите choose-many.",
          en: "Where several answers are right, use choose-many."))
    case .keyNotAmongOptions:
      .error(
        ky: "«{found}» ачкычы «{item}» тапшырмасынын варианттарында жок.",
        ru: "Ключа «{found}» нет среди вариантов задания «{item}».",
        en: "The key “{found}” is not among the options of “{item}”.")
    case .correctOptionMeansMissing:
      .error(
        ky: "«{found}» жообу жоктукту билдирет, ал туура боло албайт.",
        ru: "Вариант «{found}» означает отсутствие ответа и не может быть правильным.",
        en: "The option “{found}” means that there is no answer, so it can't be correct.")
    case .keyOutsideRange:
      .error(
        ky: "«{item}»: {found} ачкычын жазууга болбойт, анткени сан {minimum} – {maximum} аралыгында болушу керек.",
        ru: "«{item}»: ключ {found} нельзя ввести: число должно быть от {minimum} до {maximum}.",
        en: "“{item}”: the key {found} can't be typed, since the number must be from {minimum} to {maximum}.")
    case .keyNotWhole:
      .error(
        ky: "«{item}»: {found} ачкычы бүтүн эмес, бирок жооп бүтүн сан болушу керек.",
        ru: "«{item}»: ключ {found} не целый, а ответ должен быть целым числом.",
        en: "“{item}”: the key {found} is not whole, but the answer must be a whole number.")
    case .toleranceNegative:
      .error(
        ky: "«{item}»: четтөө терс болбойт ({found}).", ru: "«{item}»: допуск не может быть отрицательным ({found}).",
        en: "“{item}”: a tolerance can't be negative ({found}).")
    case .keyDoesNotFit:
      .error(
        ky: "«{found}»: ачкыч бул түрдөгү тапшырмага туура келбейт.",
        ru: "«{found}»: такой ключ не подходит к заданию этого вида.",
        en: "“{found}”: this kind of key doesn't fit this kind of item.")
    case .creditDoesNotFit:
      .error(
        ky: "«{item}»: credit=\"{found}\" бул түрдөгү тапшырмага туура келбейт. Болушу мүмкүн: {allowed}.",
        ru: "«{item}»: credit=\"{found}\" не подходит к заданию этого вида. Можно: {allowed}.",
        en: "“{item}”: credit=\"{found}\" doesn't fit this kind of item. Possible: {allowed}.")
    case .placesNotPermutation:
      .error(
        ky: "«{found}»: place сандары 1ден {count} чейин ар бири бир жолудан турушу керек.",
        ru: "«{found}»: числа place должны быть от 1 до {count}, каждое по одному разу.",
        en: "“{found}”: the places must be the numbers 1 to {count}, each once.")
    case .emptyTextKey:
      .error(
        ky: "«{item}»: ачкыч бош.", ru: "«{item}»: ключ пуст.", en: "“{item}”: the key is empty.")
    case .reverseWithKey:
      .error(
        ky: "«{found}»: ачкычы бар тапшырманын упайы тескерисинен саналбайт.",
        ru: "«{found}»: у задания с ключом баллы не считаются в обратную сторону.",
        en: "“{found}” has a key, so it can't be reversed.")
    case .reverseNeedsNumbers:
      .error(
        ky: "«{found}»: тескерисинен саноо үчүн жооптор эң кичинеси жана эң чоңу белгилүү сандар болушу керек.",
        ru: "«{found}»: для обратного счёта ответы должны быть числами с известными наименьшим и наибольшим.",
        en: "“{found}”: to be reversed, answers must be numbers with a known smallest and largest.")
    case .correctNeverTogether:
      .error(
        ky: "«{found}»: туура жооптордун баарын чогуу тандоого болбойт (at-most же alone жол бербейт).",
        ru: "«{found}»: все правильные варианты нельзя выбрать вместе (мешает at-most или alone).",
        en: "“{found}”: the correct options can't all be chosen together (at-most or alone forbids it).")
    case .pointsDifferFromLevels:
      .error(
        ky: "«{found}»: эң көп упай {points} делген, бирок эң жогорку деңгээл {best} упай турат.",
        ru: "«{found}»: указано не более {points}, а лучший уровень стоит {best}.",
        en: "“{found}” says {points} points, but its best level is worth {best}.")
    default:
      .error(
        ky: "Ачкыч «{found}» тапшырмасына тиешелүү, бирок мындай тапшырма жок.",
        ru: "Ключ относится к заданию «{found}», а такого задания нет.",
        en: "The key belongs to “{found}”, but there is no such item.")
    }
  }

  private var scaleRule: Rule {
    switch self {
    case .memberTwice:
      .error(
        ky: "«{found}» бул шкалада эки жолу саналат.", ru: "«{found}» учитывается в этой шкале дважды.",
        en: "“{found}” is counted twice in this scale.")
    case .memberUnscored:
      .error(
        ky: "«{found}» упай да, сан да бербейт, шкалага кире албайт.",
        ru: "«{found}» не даёт ни баллов, ни числа и не может входить в шкалу.",
        en: "“{found}” gives neither points nor a number, so it can't be in a scale.",
        advice: Template(
          ky: "Тапшырмага points жана ачкыч бериңиз, же варианттардын коддору сан болсун.",
          ru: "Дайте заданию points и ключ, либо сделайте коды вариантов числами.",
          en: "Give the item points and a key, or make the codes of its options numbers."))
    case .scaleOfItself:
      .error(
        ky: "«{found}» шкаласы өзүнөн турат.", ru: "Шкала «{found}» состоит из самой себя.",
        en: "The scale “{found}” is made of itself.")
    case .laterScale:
      .error(
        ky: "«{found}» шкаласы төмөндө, {line}-сапта гана аныкталат.",
        ru: "Шкала «{found}» определяется только ниже, в строке {line}.",
        en: "The scale “{found}” is defined only later, on line {line}.",
        advice: Template(
          ky: "Ал шкаланы жогору жылдырыңыз.", ru: "Переставьте ту шкалу выше.", en: "Move that scale up."))
    case .atLeastAboveMembers:
      .error(
        ky: "«{found}»: at-least={least}, бирок шкалада {count} гана мүчө бар.",
        ru: "«{found}»: at-least={least}, а в шкале всего {count}.",
        en: "“{found}” says at-least={least}, but has only {count} members.")
    case .levelsOutOfOrder:
      .error(
        ky: "«{found}» деңгээлинин чеги мурунку деңгээлдикинен чоң болушу керек.",
        ru: "Граница уровня «{found}» должна быть выше границы предыдущего.",
        en: "The border of the level “{found}” must be above that of the level before it.")
    case .levelUnreachable:
      .error(
        ky: "«{found}» деңгээлине жетүү мүмкүн эмес: чеги {border}, эң көп упай {maximum}.",
        ru: "Уровень «{found}» недостижим: граница {border}, а наибольший балл {maximum}.",
        en: "The level “{found}” can't be reached: it begins at {border}, but the most is {maximum}.")
    case .doubledLevelCode:
      .error(
        ky: "«{found}» деңгээли бул шкалада мурунтан бар.", ru: "Уровень «{found}» в этой шкале уже есть.",
        en: "The level “{found}” already stands in this scale.")
    case .mixedBorders:
      .error(
        ky: "«{found}»: бир шкаланын чектери же упай менен, же пайыз менен жазылат.",
        ru: "«{found}»: границы одной шкалы пишут либо в баллах, либо в процентах.",
        en: "“{found}”: the borders of one scale are either all points or all percent.")
    case .percentWithoutMaximum:
      .error(
        ky: "«{found}»: пайыз саналбайт, анткени «{member}» үчүн эң чоң сан белгисиз.",
        ru: "«{found}»: процент не вычислить: у «{member}» неизвестно наибольшее число.",
        en: "“{found}”: there can be no percentage, since the largest number of “{member}” is not known.",
        advice: Template(ky: "Ага max бериңиз.", ru: "Задайте ему max.", en: "Give it a max."))
    case .scaleWithoutMembers:
      .error(
        ky: "«{found}» шкаласы эч нерседен турбайт.", ru: "Шкала «{found}» ни из чего не состоит.",
        en: "The scale “{found}” is made of nothing.")
    case .tooManyScales:
      .error(
        ky: "Шкалалар өтө көп: {limit} шкалага чейин болот.", ru: "Слишком много шкал: можно не больше {limit}.",
        en: "There are too many scales: {limit} at most.")
    case .memberCountedThrough:
      .error(
        ky: "«{found}» эки жолу саналат: өзү жана «{scale}» шкаласы аркылуу.",
        ru: "«{found}» учитывается дважды: ещё и через шкалу «{scale}».",
        en: "“{found}” is counted twice: also through the scale “{scale}”.")
    default:
      .error(
        ky: "«{found}» деген тапшырма же шкала жок.", ru: "Нет задания или шкалы с именем «{found}».",
        en: "There is no item or scale called “{found}”.")
    }
  }

  private var feedRule: Rule {
    switch self {
    case .unknownField:
      .error(
        ky: "«{dataset}» топтомунда «{found}» талаасы жок.", ru: "В наборе данных «{dataset}» нет поля «{found}».",
        en: "The data set “{dataset}” has no field “{found}”.")
    case .codeNotInField:
      .error(
        ky: "«{found}» коду «{field}» талаасынын тизмесинде («{list}») жок.",
        ru: "Кода «{found}» нет в списке «{list}» поля «{field}».",
        en: "The code “{found}” is not in the list “{list}” of the field “{field}”.")
    case .doubledField:
      .error(
        ky: "«{found}» талаасы эки жолу берилген.", ru: "Поле «{found}» задано дважды.",
        en: "The field “{found}” is given twice.")
    case .doubledFeed:
      .error(
        ky: "«{found}» топтомуна эки жолу берилет; бир сеанс бир сап берет.",
        ru: "В набор «{found}» данные передаются дважды, а сеанс даёт одну строку.",
        en: "The data set “{found}” is fed twice, but a session gives one row.")
    case .datasetOfOtherSource:
      .error(
        ky: "«{found}» топтому куралдардан толтурулбайт (from=\"{source}\").",
        ru: "Набор «{found}» наполняется не из инструментов (from=\"{source}\").",
        en: "The data set “{found}” is not filled from instruments (from=\"{source}\").")
    default:
      .error(
        ky: "«{found}» деген маалымат топтому жок.", ru: "Нет набора данных «{found}».",
        en: "There is no data set “{found}”.")
    }
  }

  private var exampleRule: Rule {
    switch self {
    case .exampleUnknownName:
      .error(
        ky: "«{found}» деген тапшырма, эсептөө же шкала жок.", ru: "Нет задания, вычисления или шкалы «{found}».",
        en: "There is no item, computation or scale called “{found}”.")
    case .exampleValueImpossible:
      .error(
        ky: "«{name}» эч качан «{found}» болбойт.", ru: "«{name}» никогда не бывает «{found}».",
        en: "“{name}” can never be “{found}”.")
    case .exampleAnswerTwice:
      .error(
        ky: "«{found}» бир кадамда эки жолу жооп алат.", ru: "«{found}» получает ответ дважды за один шаг.",
        en: "“{found}” is answered twice in one step.")
    case .exampleShownAndHidden:
      .error(
        ky: "«{found}» бир эле убакта көрүнөт да, жашырылат да делген.",
        ru: "«{found}» ожидается и показанным, и скрытым.", en: "“{found}” is expected both shown and hidden.")
    case .exampleLevelOfNoScale:
      .error(
        ky: "«{found}» деңгээлдери бар шкала эмес.", ru: "«{found}» — не шкала с уровнями.",
        en: "“{found}” is not a scale with levels.")
    default:
      .error(
        ky: "«{found}» деген тапшырма жок.", ru: "Нет задания «{found}».", en: "There is no item “{found}”.")
    }
  }

  private var warningRule: Rule {
    switch self {
    case .doubledKey:
      .warning(
        ky: "«{item}»: «{found}» ачкычы эки жолу жазылган.", ru: "«{item}»: ключ «{found}» записан дважды.",
        en: "“{item}”: the key “{found}” is written twice.")
    case .lowestLevelAbove:
      .warning(
        ky: "«{found}»: {border} чегинен төмөн упай эч бир деңгээлге кирбейт.",
        ru: "«{found}»: баллы ниже {border} не попадают ни в один уровень.",
        en: "“{found}”: scores below {border} are in no level.")
    case .pointsInNoScale:
      .warning(
        ky: "«{found}» тапшырмасынын упайы эч бир шкалага кирбейт.",
        ru: "Баллы задания «{found}» не входят ни в одну шкалу.",
        en: "The points of “{found}” count in no scale.")
    case .fieldNotFed:
      .warning(
        ky: "«{dataset}» топтомунун «{found}» талаасы бош калат.",
        ru: "Поле «{found}» набора «{dataset}» останется пустым.",
        en: "The field “{found}” of the data set “{dataset}” stays empty.")
    case .maximumNeverKnown:
      .warning(
        ky: "«{found}» шкаласынын эң көп упайы белгисиз, бул маани ар дайым бош болот.",
        ru: "Наибольший балл шкалы «{found}» неизвестен, значение всегда будет пустым.",
        en: "The maximum of the scale “{found}” is not known, so this is always missing.")
    case .doubledExampleName:
      .warning(
        ky: "«{found}» деген мисал мурунтан бар.", ru: "Пример «{found}» уже есть.",
        en: "There already is an example “{found}”.")
    case .exampleWithoutExpectation:
      .warning(
        ky: "«{found}» мисалы эч нерсе күтпөйт, андыктан эч нерсени текшербейт.",
        ru: "Пример «{found}» ничего не ожидает и потому ничего не проверяет.",
        en: "The example “{found}” expects nothing, so it tests nothing.")
    default:
      .warning(
        ky: "«{found}» эч бир шкалада жок, тескерисинен саноо эч нерсени өзгөртпөйт.",
        ru: "«{found}» не входит ни в одну шкалу, обратный счёт ничего не меняет.",
        en: "“{found}” is in no scale, so reversing it changes nothing.")
    }
  }
}
