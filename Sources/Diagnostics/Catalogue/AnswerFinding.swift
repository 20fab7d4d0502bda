import Texts

/// Why what a person typed isn't an answer to the question. `E600`–`E649`.
package enum AnswerFinding: String, Finding {
  case notANumber = "E601"
  case notWhole = "E602"
  case belowMinimum = "E603"
  case aboveMaximum = "E604"
  case tooManyDigits = "E605"
  case otherUnit = "E606"
  case notADate = "E607"
  case noSuchDay = "E608"
  case tooEarly = "E609"
  case unknownCode = "E610"
  case onlyOne = "E611"
  case chosenTwice = "E612"
  case tooFew = "E613"
  case tooMany = "E614"
  case notAlone = "E615"
  case orderIncomplete = "E616"
  case tooLate = "E617"
  case notAPair = "E618"
  case joinedTwice = "E619"
  case textTooLong = "E620"
  // What no keyboard can give, but a foreign journal or script can.
  case notAText = "E621"
  case notAList = "E622"
  case otherPattern = "E623"
  case notAGrid = "E624"
  case noSuchCell = "E625"

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
    case .notADate:
      .error(
        ky: "«{found}» дата эмес. Мисалы: {like}.", ru: "«{found}» — не дата. Например: {like}.",
        en: "“{found}” is no date. For example: {like}.")
    case .noSuchDay:
      .error(
        ky: "«{found}» деген күн календарда жок.", ru: "Такого дня нет в календаре: «{found}».",
        en: "There is no such day: “{found}”.")
    case .tooEarly:
      .error(
        ky: "Дата {minimum} же андан кийин болушу керек.", ru: "Дата должна быть не раньше {minimum}.",
        en: "The date must be {minimum} or later.")
    case .tooLate:
      .error(
        ky: "Дата {maximum} же андан мурун болушу керек.", ru: "Дата должна быть не позже {maximum}.",
        en: "The date must be {maximum} or earlier.")
    case .notAPair:
      .error(
        ky: "«{found}» түгөй эмес. Мисалы: {like}.", ru: "«{found}» — не пара. Например: {like}.",
        en: "“{found}” is no pair. For example: {like}.")
    case .joinedTwice:
      .error(
        ky: "«{found}» эки жолу туташтырылган.", ru: "«{found}» соединено дважды.", en: "“{found}” is joined twice.")
    case .notAGrid:
      .error(
        ky: "Мындай жазылат: {like}.", ru: "Это пишут так: {like}.", en: "It is written like this: {like}.")
    case .noSuchCell:
      .error(
        ky: "{found}-уяча болбойт: 1ден {most} чейин.", ru: "Клетки {found} здесь быть не может: от 1 до {most}.",
        en: "There can be no cell {found} here: 1 to {most}.")
    case .otherPattern:
      .error(
        ky: "Жазуунун түрү башкача болушу керек.", ru: "Это должно выглядеть иначе.", en: "It must look different.")
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
