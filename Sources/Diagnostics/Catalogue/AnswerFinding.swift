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

  package var rule: Rule {
    switch self {
    case .notANumber:
      .error(ky: "«{found}» сан эмес", ru: "«{found}» — не число", en: "“{found}” is not a number")
    case .notWhole:
      .error(ky: "бүтүн сан керек", ru: "нужно целое число", en: "a whole number is needed")
    case .belowMinimum:
      .error(
        ky: "сан {minimum} же андан чоң болушу керек", ru: "число должно быть не меньше {minimum}",
        en: "the number must be {minimum} or more")
    case .aboveMaximum:
      .error(
        ky: "сан {maximum} же андан кичине болушу керек", ru: "число должно быть не больше {maximum}",
        en: "the number must be {maximum} or less")
    case .tooManyDigits:
      .error(
        ky: "санда 18ден ашык цифра бар", ru: "в числе больше 18 цифр", en: "the number has more than 18 digits")
    case .otherUnit:
      .error(
        ky: "жооп «{unit}» менен берилет, «{found}» эмес", ru: "ответ нужен в «{unit}», а не в «{found}»",
        en: "the answer is in “{unit}”, not in “{found}”")
    case .unknownCode:
      .error(
        ky: "«{found}» деген жооп жок; тандаңыз: {codes}", ru: "нет ответа «{found}»; выберите из: {codes}",
        en: "there is no answer “{found}”; choose from: {codes}")
    case .onlyOne:
      .error(ky: "бир гана жооп тандалат", ru: "выбирается только один ответ", en: "only one answer can be chosen")
    case .chosenTwice:
      .error(ky: "«{found}» эки жолу турат", ru: "«{found}» стоит дважды", en: "“{found}” stands twice")
    case .tooFew:
      .error(
        ky: "кеминде {least} {least:жооп} тандаңыз", ru: "выберите не меньше {least} {least:ответа|ответов|ответов}",
        en: "choose at least {least} {least:answer|answers}")
    case .tooMany:
      .error(
        ky: "көп дегенде {most} {most:жооп} тандаңыз", ru: "выберите не больше {most} {most:ответа|ответов|ответов}",
        en: "choose at most {most} {most:answer|answers}")
    case .notAlone:
      .error(
        ky: "«{found}» башка жооп менен чогуу тандалбайт", ru: "«{found}» не выбирается вместе с другими",
        en: "“{found}” can't be chosen together with others")
    case .orderIncomplete:
      .error(
        ky: "бардыгын иретке келтириңиз; калганы: {codes}", ru: "расставьте всё; осталось: {codes}",
        en: "put all of them in order; left over: {codes}")
    case .textTooLong:
      .error(
        ky: "текст {most} белгиден узун", ru: "текст длиннее {most} знаков",
        en: "the text is longer than {most} characters")
    }
  }
}
