import Texts

/// What can be wrong with questions chosen one by one, with routes by points, and with calibrations. `E470`–`E489` and the
/// warnings from `W470`
package enum AdaptiveFinding: String, Finding {
  case poolTooSmall = "E470"
  case leastAboveMost = "E471"
  case notSingle = "E472"
  case noKey = "E473"
  case noParameters = "E474"
  case calibratesNothing = "E475"
  case parametersOutOfRange = "E476"
  case stepsDiffer = "E477"
  case adaptiveContradiction = "E478"
  case calibratedTwice = "E479"
  case routeUnknown = "E480"
  case routeBackwards = "E481"
  case routesOutOfOrder = "E482"
  case routesGap = "E483"
  case routeUnreachable = "E484"
  case routesMixed = "E485"
  case routeContradiction = "E486"
  case routeWithoutPoints = "E487"
  case thetaContradiction = "E488"
  case noCalibration = "E489"
  case unusualParameters = "W470"
  case areaTooSmall = "W471"
  case errorUnreachable = "W472"
  case exposureIsPool = "W473"
  case pointsOfAdaptive = "W474"

  package var rule: Rule { choosing ?? calibrating ?? routing ?? doubt }

  private var choosing: Rule? {
    switch self {
    case .poolTooSmall:
      .error(
        ky: "«{found}» бөлүмүндө {count} суроо бар, ал эми at-most=\"{most}\".",
        ru: "В разделе «{found}» вопросов: {count}, а at-most=\"{most}\".",
        en: "The section “{found}” has {count} {count:question|questions}, but at-most=\"{most}\".",
        advice: Template(
          ky: "Суроолорду кошуңуз же at-most санын азайтыңыз.", ru: "Добавьте вопросы или уменьшите at-most.",
          en: "Add questions, or make at-most smaller."))
    case .leastAboveMost:
      .error(
        ky: "«{found}» бөлүмүндө at-least=\"{least}\" at-most=\"{most}\" санынан чоң.",
        ru: "В разделе «{found}» at-least=\"{least}\" больше, чем at-most=\"{most}\".",
        en: "In the section “{found}”, at-least=\"{least}\" is above at-most=\"{most}\".")
    case .notSingle:
      .error(
        ky: "«{found}» жеке суроо эмес: бул бөлүмдө суроолор бирден тандалат.",
        ru: "«{found}» — не отдельный вопрос, а в этом разделе вопросы выбираются по одному.",
        en: "“{found}” is no single question, but this section chooses its questions one by one.",
        advice: Template(
          ky: "Аны башка бөлүмгө жылдырыңыз.", ru: "Перенесите его в другой раздел.", en: "Move it to another section.")
      )
    case .noKey:
      .error(
        ky: "«{found}» суроосун компьютер баалай албайт, ошондуктан кийинки суроону тандоого жарабайт.",
        ru: "Ответ на «{found}» компьютер оценить не может, поэтому следующий вопрос по нему не выбрать.",
        en: "The computer can't score “{found}”, so no next question can be chosen by it.",
        advice: Template(ky: "Ачкыч (key) жазыңыз.", ru: "Напишите ключ (key).", en: "Give it a key."))
    case .noParameters:
      .error(
        ky: "«{found}» калибровкада жок: анын кыйындыгы белгисиз.",
        ru: "«{found}» нет в калибровке: его трудность неизвестна.",
        en: "“{found}” isn't in the calibration: nobody knows how hard it is.",
        advice: Template(
          ky: "<calibration> ичине <item of=\"{found}\" b=\"…\"/> кошуңуз.",
          ru: "Добавьте в <calibration> строку <item of=\"{found}\" b=\"…\"/>.",
          en: "Add <item of=\"{found}\" b=\"…\"/> to <calibration>."))
    case .adaptiveContradiction:
      .error(
        ky: "«{found}»: {attribute} суроолорду бирден тандоого (adapt) туура келбейт.",
        ru: "«{found}»: {attribute} не сочетается с выбором вопросов по одному (adapt).",
        en: "“{found}”: {attribute} contradicts choosing questions one by one (adapt).")
    case .noCalibration:
      .error(
        ky: "«{found}» калибровканы талап кылат, бирок ал жок.", ru: "Для «{found}» нужна калибровка, а её нет.",
        en: "“{found}” needs a calibration, and there is none.",
        advice: Template(
          ky: "Курал ичине <calibration> жазыңыз: ар бир суроонун параметрлери сыноодон алынат.",
          ru: "Напишите в инструменте <calibration>: параметры вопросов берут из апробации.",
          en: "Write a <calibration> in the instrument: parameters come from a trial of the items."))
    case .thetaContradiction:
      .error(
        ky: "«{found}» шкаласы method=\"theta\": {attribute} ага туура келбейт, анын чеги жок.",
        ru: "У шкалы «{found}» method=\"theta\": {attribute} с ним не сочетается, у неё нет наибольшего значения.",
        en: "The scale “{found}” has method=\"theta\": {attribute} doesn't go with it, since ability has no ends.")
    default: nil
    }
  }

  private var calibrating: Rule? {
    switch self {
    case .calibratesNothing:
      .error(
        ky: "Калибровкада «{found}» бар, бирок мындай суроо жок.",
        ru: "В калибровке есть «{found}», а такого вопроса нет.",
        en: "The calibration has “{found}”, but there is no such item.")
    case .parametersOutOfRange:
      .error(
        ky: "{found}: мындай болушу мүмкүн эмес, чеги {range}.", ru: "{found}: так не бывает, допустимо {range}.",
        en: "{found} can't be: it must be {range}.")
    case .stepsDiffer:
      .error(
        ky: "«{found}»: b ичинде {steps} сан бар, ал эми суроонун упайы {points}.",
        ru: "«{found}»: в b чисел {steps}, а баллов за вопрос {points}.",
        en: "“{found}”: b has {steps} numbers, but the item has {points} points.",
        advice: Template(
          ky: "Ар бир упайга бирден сан жазыңыз.", ru: "Напишите по числу на каждый балл.",
          en: "Write one number for each point."))
    case .calibratedTwice:
      .error(
        ky: "«{found}» калибровкада мурунтан бар.", ru: "«{found}» в калибровке уже есть.",
        en: "“{found}” is in the calibration already.")
    default: nil
    }
  }

  private var routing: Rule? {
    switch self {
    case .routeUnknown:
      .error(
        ky: "to=\"{found}\": мындай бөлүм жок.", ru: "to=\"{found}\": такого раздела нет.",
        en: "to=\"{found}\": there is no such section.")
    case .routeBackwards:
      .error(
        ky: "to=\"{found}\": жол алдыга гана алып барат, бул бөлүм мурунураак турат.",
        ru: "to=\"{found}\": путь ведёт только вперёд, а этот раздел стоит раньше.",
        en: "to=\"{found}\": the way leads forward only, and this section stands before.")
    case .routesOutOfOrder:
      .error(
        ky: "from=\"{found}\" мурунку чектен чоң эмес: жолдор эң кичине упайдан баштап жазылат.",
        ru: "from=\"{found}\" не больше предыдущей границы: пути идут от наименьшей.",
        en: "from=\"{found}\" isn't above the border before: routes go from the lowest up.")
    case .routesGap:
      .error(
        ky: "«{found}»: {border} чегинен аз алгандарга жол жок.",
        ru: "«{found}»: для набравших меньше {border} пути нет.",
        en: "“{found}”: there is no way for those with less than {border}.",
        advice: Template(
          ky: "Биринчи жолду from=\"0\" кылыңыз.", ru: "Сделайте у первого пути from=\"0\".",
          en: "Let the first route begin at from=\"0\"."))
    case .routeUnreachable:
      .error(
        ky: "from=\"{found}\": «{section}» бөлүмү эң көп {most} берет, бул жолго эч ким түшпөйт.",
        ru: "from=\"{found}\": раздел «{section}» даёт не больше {most}, на этот путь никто не попадёт.",
        en: "from=\"{found}\": the section “{section}” gives {most} at most, so nobody gets there.")
    case .routesMixed:
      .error(
        ky: "«{found}» жолдорунун чектери упай менен да, пайыз менен да жазылган.",
        ru: "Границы путей раздела «{found}» — то баллы, то проценты.",
        en: "The routes of “{found}” mix points and percentages.")
    case .routeContradiction:
      .error(
        ky: "«{found}»: {attribute} жолдорго (route) туура келбейт.",
        ru: "«{found}»: {attribute} не сочетается с путями (route).",
        en: "“{found}”: {attribute} contradicts routes.")
    case .routeWithoutPoints:
      .error(
        ky: "«{found}» үчүн компьютер упай эсептей албайт, жол тандалбайт.",
        ru: "За «{found}» компьютер не может начислить баллы, и путь не выбрать.",
        en: "The computer can't count points for “{found}”, so no route can be chosen.")
    default: nil
    }
  }

  private var doubt: Rule {
    switch self {
    case .unusualParameters:
      .warning(
        ky: "«{item}»: {found} адаттан тыш, катасы болушу мүмкүн.",
        ru: "«{item}»: {found} — необычно, возможно, это описка.",
        en: "“{item}”: {found} is unusual and may be a slip.")
    case .areaTooSmall:
      .warning(
        ky: "«{section}» бөлүмүндө «{found}» боюнча {held} суроо, планга {wanted} керек: үлүшү сакталбайт.",
        ru: "В разделе «{section}» по «{found}» вопросов {held}, а по плану нужно {wanted}: доля не выдержится.",
        en: "The section “{section}” has {held} of “{found}”, but its share asks for {wanted}: it can't be kept.")
    case .errorUnreachable:
      .warning(
        ky:
          "«{section}»: {most} суроо менен ката {found} чейин азайбайт, эң азы {least}: тест дайыма at-most чейин барат.",
        ru:
          "«{section}»: за {most} вопросов ошибка не снизится до {found}, самое меньшее {least}: тест всегда дойдёт до at-most.",
        en:
          "“{section}”: {most} questions don't bring the error down to {found}, at best to {least}: the test always goes on to at-most."
      )
    case .exposureIsPool:
      .warning(
        ky: "«{found}»: exposure=\"{exposure}\", ал эми суроо {count}: тандоо кокустукка айланат.",
        ru: "«{found}»: exposure=\"{exposure}\", а вопросов {count}: выбор становится случайным.",
        en: "“{found}”: exposure=\"{exposure}\" of {count} questions: the choice is nothing but chance.")
    default:
      .warning(
        ky: "«{found}» шкаласы «{section}» бөлүмүнүн упайларын кошот, бирок анда ар кимдин суроолору башка.",
        ru: "Шкала «{found}» складывает баллы раздела «{section}», а вопросы там у каждого свои.",
        en: "The scale “{found}” counts points of “{section}”, where everybody gets other questions.",
        advice: Template(
          ky: "method=\"theta\" колдонуңуз.", ru: "Возьмите method=\"theta\".", en: "Use method=\"theta\"."))
    }
  }
}
