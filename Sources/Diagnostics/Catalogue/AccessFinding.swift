import Texts

/// What can be wrong with access codes: with what is typed, and with who is to get some. `E840`–`E859`
package enum AccessFinding: String, Finding {
  case unknownLetter = "E840"
  case wrongLength = "E841"
  case mistyped = "E842"
  case unknownCode = "E843"
  case waitBeforeCode = "E844"
  case revokedCode = "E845"
  case usedCode = "E846"
  case codeForOther = "E847"
  case namesInAnonymous = "E848"
  case countWithNames = "E849"
  case tooManyCodes = "E850"
  case nobodyToGet = "E851"

  package var rule: Rule {
    switch self {
    case .unknownLetter, .wrongLength, .mistyped: typingRule
    case .unknownCode, .waitBeforeCode, .revokedCode, .usedCode, .codeForOther: doorRule
    case .namesInAnonymous, .countWithNames, .tooManyCodes, .nobodyToGet: issuingRule
    }
  }

  private var typingRule: Rule {
    switch self {
    case .unknownLetter:
      .error(
        ky: "Кодго «{found}» белгиси кирбейт.", ru: "Знака «{found}» в кодах нет.",
        en: "No code has the sign “{found}”.",
        advice: Template(
          ky: "Клавиатуранын тилин текшериңиз. Коддо 2–9 сандары жана A C K M P T X Y тамгалары гана болот.",
          ru: "Проверьте раскладку клавиатуры. В кодах есть только цифры 2–9 и буквы A C K M P T X Y.",
          en: "Look at the keyboard's layout. Codes have the digits 2–9 and the letters A C K M P T X Y only."))
    case .wrongLength:
      .error(
        ky: "Коддо {wanted} белги болот, сиз {given} тердиңиз.", ru: "В коде {wanted} знаков, а набрано {given}.",
        en: "A code has {wanted} signs, and {given} were typed.")
    default:
      .error(
        ky: "Код ката терилди: бир белгиси туура эмес же орду алмашкан.",
        ru: "Код набран с ошибкой: неверен или переставлен какой-то знак.",
        en: "There is a slip in the code: a sign is wrong or has changed places.",
        advice: Template(
          ky: "Кагаздагы код менен салыштырып көрүңүз.", ru: "Сверьте его с листком.", en: "Compare it with the slip."))
    }
  }

  private var doorRule: Rule {
    switch self {
    case .unknownCode:
      .error(
        ky: "Мындай код жок. {seconds} {seconds:секунддан} кийин кайра аракет кылыңыз.",
        ru: "Такого кода нет. Попробуйте снова через {seconds} {seconds:секунду|секунды|секунд}.",
        en: "There is no such code. Try again in {seconds} {seconds:second|seconds}.")
    case .waitBeforeCode:
      .error(
        ky: "Ката код өтө көп терилди. {seconds} {seconds:секунддан} кийин кайра аракет кылыңыз.",
        ru: "Слишком много неверных кодов. Попробуйте снова через {seconds} {seconds:секунду|секунды|секунд}.",
        en: "There were too many wrong codes. Try again in {seconds} {seconds:second|seconds}.")
    case .revokedCode:
      .error(
        ky: "Бул код мындан ары жарабайт.", ru: "Этот код больше не действует.", en: "This code is good no longer.",
        advice: Template(
          ky: "Байкоочудан жаңы код сураңыз.", ru: "Попросите у наблюдателя новый код.",
          en: "Ask the proctor for a new one."))
    case .usedCode:
      .error(
        ky: "Бул код менен жооптор тапшырылган.", ru: "По этому коду ответы уже сданы.",
        en: "The answers of this code were handed in.")
    default:
      .error(
        ky: "Бул код башка иш үчүн: {other}.", ru: "Этот код для другой работы: {other}.",
        en: "This code is for something else: {other}.")
    }
  }

  private var issuingRule: Rule {
    switch self {
    case .namesInAnonymous:
      .error(
        ky: "«{found}» сурамжылоосу жашыруун: жеке код берилбейт.",
        ru: "Опрос «{found}» анонимный: именных кодов у него не бывает.",
        en: "“{found}” is anonymous: it has no codes of persons.",
        advice: Template(
          ky: "--person ордуна --class же --count колдонуңуз.", ru: "Вместо --person укажите --class или --count.",
          en: "Use --class or --count in place of --person."))
    case .countWithNames:
      .error(
        ky: "«{found}» ким жооп бергенин билет: саны боюнча код берүү үчүн --anonymous кошуңуз.",
        ru: "«{found}» знает, кто отвечает: чтобы выдать коды по числу, добавьте --anonymous.",
        en: "“{found}” knows who answers: to issue codes by number, add --anonymous.",
        advice: Template(
          ky: "Класска аттуу коддорду --class берет.", ru: "Именные коды классу выдаёт --class.",
          en: "--class issues codes with names to a class."))
    case .tooManyCodes:
      .error(
        ky: "Бир жолу {most} кодго чейин берилет, {found} эмес.",
        ru: "За один раз выдаётся до {most} кодов, а не {found}.",
        en: "Up to {most} codes are issued at a time, not {found}.")
    default:
      .error(
        ky: "«{found}» классында бул күнү код ала турган эч ким жок.",
        ru: "В классе «{found}» в этот день некому выдать коды.",
        en: "In class “{found}” there is nobody on that day to get a code.")
    }
  }
}
