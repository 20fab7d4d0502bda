import Texts

/// What can be wrong with the form of an instrument that is well written but can't be meant so: ids, options, borders,
/// texts. `E270`–`E299` and the warnings of these numbers; below them stand the findings of whoever read the file.
package enum InstrumentFinding: String, Finding {
  // Ids
  case doubledID = "E270"
  case unknownStimulusItem = "E271"
  // Options
  case unknownChoiceList = "E272"
  case nothingToChoose = "E273"
  case doubledCode = "E274"
  case missingNotAlone = "E275"
  case markMisplaced = "E276"
  case onlyMissingOptions = "E277"
  case doubledDescriptor = "E278"
  // Borders
  case minimumAboveMaximum = "E280"
  case noWholeNumberBetween = "E281"
  case atLeastAboveAtMost = "E282"
  case moreThanOptions = "E283"
  case pickAboveBlocks = "E284"
  case notPositive = "E285"
  case pickBelowFixed = "E286"
  // Warnings
  case unusedChoiceList = "W270"
  case aloneWithoutEffect = "W271"
  case requiredNeverShown = "W272"
  case sameTranslation = "W273"
  case doubledOptionText = "W274"
  case timeLimitBeyondForm = "W275"

  package var rule: Rule {
    switch self {
    case .doubledID:
      .error(
        ky: "«{found}» деген ат {line}-сапта мурунтан бар (баш тамга менен кичине тамга бирдей саналат).",
        ru: "Имя «{found}» уже занято в строке {line} (регистр букв не различается).",
        en: "The id “{found}” is already used on line {line} (case makes no difference).")
    case .unknownStimulusItem:
      .error(
        ky: "«{found}» деген тапшырма бул бөлүмдө, тексттен кийин жок.",
        ru: "В этом разделе после текста нет задания «{found}».",
        en: "There is no item “{found}” after the stimulus in this section.")
    case .unknownChoiceList:
      .error(
        ky: "«{found}» деген жооптордун тизмеси жок.", ru: "Нет списка ответов «{found}».",
        en: "There is no choice list “{found}”.")
    case .nothingToChoose:
      .error(
        ky: "«{found}»: тандай турган жооптор кеминде {least} болушу керек.",
        ru: "«{found}»: вариантов ответа должно быть не меньше {least}.",
        en: "“{found}” needs at least {least} options to choose from.")
    case .doubledCode:
      .error(
        ky: "«{found}» коду {line}-сапта мурунтан бар.", ru: "Код «{found}» уже есть в строке {line}.",
        en: "The code “{found}” already stands on line {line}.")
    case .missingNotAlone:
      .error(
        ky: "«{found}» жообу жоктукту билдирет, ошондуктан башкалар менен чогуу тандалбашы керек.",
        ru: "Вариант «{found}» означает отсутствие ответа, поэтому не может выбираться вместе с другими.",
        en: "The option “{found}” means that there is no answer, so it can't be chosen together with others.",
        advice: Template(
          ky: "alone=\"yes\" деп жазыңыз.", ru: "Добавьте alone=\"yes\".", en: "Write alone=\"yes\"."))
    case .markMisplaced:
      .error(
        ky: "«{found}» вариантында {mark} болбойт: иретке келтирүүдө жана убакыт боюнча белгилөөдө ал мааниге ээ эмес.",
        ru:
          "У варианта «{found}» не может стоять {mark}: при упорядочивании и отметках по времени это ничего не значит.",
        en: "The option “{found}” can't have {mark}: it means nothing in an order or a time sample.")
    case .onlyMissingOptions:
      .error(
        ky: "«{found}»: бардык варианттар жооптун жоктугун билдирет.",
        ru: "«{found}»: все варианты означают отсутствие ответа.",
        en: "All options of “{found}” mean that there is no answer.")
    case .doubledDescriptor:
      .error(
        ky: "«{found}» критерийинде {points} упай эки деңгээлде турат.",
        ru: "В критерии «{found}» {points} баллов стоит у двух уровней.",
        en: "Two levels of the criterion “{found}” are worth {points} points.")
    case .minimumAboveMaximum:
      .error(
        ky: "«{found}»: эң кичине сан ({minimum}) эң чоңунан ({maximum}) чоң.",
        ru: "«{found}»: наименьшее число ({minimum}) больше наибольшего ({maximum}).",
        en: "“{found}”: the smallest number ({minimum}) is above the largest ({maximum}).")
    case .noWholeNumberBetween:
      .error(
        ky: "«{found}»: {minimum} менен {maximum} ортосунда бүтүн сан жок.",
        ru: "«{found}»: между {minimum} и {maximum} нет целого числа.",
        en: "“{found}”: there is no whole number between {minimum} and {maximum}.")
    case .atLeastAboveAtMost:
      .error(
        ky: "«{found}»: at-least ({least}) at-most'тон ({most}) чоң.",
        ru: "«{found}»: at-least ({least}) больше, чем at-most ({most}).",
        en: "“{found}”: at-least ({least}) is above at-most ({most}).")
    case .moreThanOptions:
      .error(
        ky: "«{found}»: {count} жооп талап кылынат, бирок чогуу тандала турган вариант {options} гана.",
        ru: "«{found}»: указано {count}, а вместе можно выбрать только {options}.",
        en: "“{found}” says {count}, but only {options} options can be chosen together.")
    case .pickAboveBlocks:
      .error(
        ky: "«{found}» бөлүмүнөн {count} тапшырма тандалсын делет, бирок анда {blocks} гана бар.",
        ru: "Из раздела «{found}» нужно взять {count}, а в нём всего {blocks}.",
        en: "The section “{found}” should give {count} questions, but has only {blocks}.")
    case .pickBelowFixed:
      .error(
        ky: "«{found}» бөлүмүнөн {count} тапшырма тандалсын делет, бирок fixed=\"yes\" деп {fixed} жазылган.",
        ru: "Из раздела «{found}» нужно взять {count}, а с fixed=\"yes\" в нём {fixed}.",
        en: "The section “{found}” should give {count}, but {fixed} are written with fixed=\"yes\".",
        advice: Template(
          ky: "fixed=\"yes\" деген тапшырма ар дайым тандалат: pick санын чоңойтуңуз же кээсинен fixed сөзүн алыңыз.",
          ru: "Задания с fixed=\"yes\" отбираются всегда: увеличьте pick или уберите у некоторых fixed.",
          en: "A question with fixed=\"yes\" is always drawn: make pick larger, or take fixed from some."))
    case .notPositive:
      .error(
        ky: "«{found}»: {attribute} нөлдөн чоң болушу керек.", ru: "«{found}»: {attribute} должно быть больше нуля.",
        en: "“{found}”: {attribute} must be above zero.")
    case .unusedChoiceList:
      .warning(
        ky: "«{found}» тизмесин эч ким колдонбойт.", ru: "Список «{found}» нигде не используется.",
        en: "The choice list “{found}” is not used.")
    case .aloneWithoutEffect:
      .warning(
        ky: "«{found}»: бир гана жооп тандалат, андыктан alone эч нерсени өзгөртпөйт.",
        ru: "«{found}»: выбирается один ответ, поэтому alone ничего не меняет.",
        en: "“{found}”: only one answer is chosen, so alone changes nothing.")
    case .requiredNeverShown:
      .warning(
        ky: "«{found}» милдеттүү, бирок эч качан көрсөтүлбөйт.",
        ru: "Вопрос «{found}» обязателен, но никогда не показывается.",
        en: "“{found}” is required but never shown.")
    case .sameTranslation:
      .warning(
        ky: "«{found}»: {first} жана {second} тексттери бирдей. Которуу унутулган окшойт.",
        ru: "«{found}»: тексты на {first} и {second} одинаковы. Похоже, перевод забыт.",
        en: "“{found}”: the texts in {first} and {second} are the same. Was the translation forgotten?")
    case .doubledOptionText:
      .warning(
        ky: "«{found}» жообунун тексти {line}-саптагыдай эле.",
        ru: "Текст варианта «{found}» такой же, как в строке {line}.",
        en: "The option “{found}” has the same text as the one on line {line}.")
    case .timeLimitBeyondForm:
      .warning(
        ky: "«{found}»: убакыт чеги бүт куралдыкынан узун.",
        ru: "«{found}»: отведённое время больше, чем на весь инструмент.",
        en: "“{found}”: its time limit is longer than that of the whole instrument.")
    }
  }
}
