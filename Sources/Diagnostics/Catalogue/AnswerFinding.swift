import Texts

/// Why what a person typed isn't an answer to the question. `E600`–`E649`.
package enum AnswerFinding: String, Finding {
  case notANumber = "E601"
  case notWhole = "E602"
  case belowMinimum = "E603"
  case aboveMaximum = "E604"
  case tooManyDigits = "E605"
  case otherUnit = "E606"
  case unknownCode = "E610"
  case onlyOne = "E611"
  case chosenTwice = "E612"
  case tooFew = "E613"
  case tooMany = "E614"
  case notAlone = "E615"
  case orderIncomplete = "E616"
  case textTooLong = "E620"
  // What no keyboard can give, but a foreign journal or script can.
  case notAText = "E621"
  case notAList = "E622"

  package var rule: Rule {
    switch self {
    case .notANumber:
      .error(ky: "«{found}» сан эмес.", ru: "«{found}» — не число.", en: "“{found}” is not a number.")
    case .notWhole:
      .error(ky: "Бүтүн сан керек.", ru: "Нужно целое число.", en: "A whole number is needed.")
    case .belowMinimum:
      .error(
        ky: "Сан {minimum} же андан чоң болушу керек.", ru: "Число должно быть не меньше {minimum}.",
        en: "The number must be {minimum} or more.")
    case .aboveMaximum:
      .error(
        ky: "Сан {maximum} же андан кичине болушу керек.", ru: "Число должно быть не больше {maximum}.",
        en: "The number must be {maximum} or less.")
    case .tooManyDigits:
      .error(
        ky: "Санда 18ден ашык цифра бар.", ru: "В числе больше 18 цифр.", en: "The number has more than 18 digits.")
    case .otherUnit:
      .error(
        ky: "Жооп «{unit}» менен берилет, «{found}» эмес.", ru: "Ответ нужен в «{unit}», а не в «{found}».",
        en: "The answer is in “{unit}”, not in “{found}”.")
    case .unknownCode:
      .error(
        ky: "«{found}» деген жооп жок; тандаңыз: {codes}.", ru: "Нет ответа «{found}»; выберите из: {codes}.",
        en: "There is no answer “{found}”; choose from: {codes}.")
    case .onlyOne:
      .error(ky: "Бир гана жооп тандалат.", ru: "Выбирается только один ответ.", en: "Only one answer can be chosen.")
    case .chosenTwice:
      .error(ky: "«{found}» эки жолу турат.", ru: "«{found}» стоит дважды.", en: "“{found}” stands twice.")
    case .tooFew:
      .error(
        ky: "Кеминде {least} {least:жооп} тандаңыз.", ru: "Выберите не меньше {least} {least:ответа|ответов|ответов}.",
        en: "Choose at least {least} {least:answer|answers}.")
    case .tooMany:
      .error(
        ky: "Көп дегенде {most} {most:жооп} тандаңыз.", ru: "Выберите не больше {most} {most:ответа|ответов|ответов}.",
        en: "Choose at most {most} {most:answer|answers}.")
    case .notAlone:
      .error(
        ky: "«{found}» башка жооп менен чогуу тандалбайт.", ru: "«{found}» не выбирается вместе с другими.",
        en: "“{found}” can't be chosen together with others.")
    case .orderIncomplete:
      .error(
        ky: "Бардыгын иретке келтириңиз; калганы: {codes}.", ru: "Расставьте всё; осталось: {codes}.",
        en: "Put all of them in order; left over: {codes}.")
    case .notAText: .error(ky: "Текст керек.", ru: "Нужен текст.", en: "A text is needed.")
    case .notAList:
      .error(ky: "Жооптордун тизмеси керек.", ru: "Нужен список ответов.", en: "A list of answers is needed.")
    case .textTooLong:
      .error(
        ky: "Текст {most} белгиден узун.", ru: "Текст длиннее {most} знаков.",
        en: "The text is longer than {most} characters.")
    }
  }
}
