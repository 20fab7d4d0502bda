import Texts

/// What can be wrong with an expression.
package enum ExpressionFinding: String, Finding {
  case unknownName = "E101"
  case unknownFunction = "E102"
  case syntax = "E103"
  case codeNotInChoices = "E104"

  package var rule: Rule {
    switch self {
    case .unknownName:
      .error(
        ky: "«{found}» деген суроо же шкала жок.", ru: "Нет вопроса или шкалы с именем «{found}».",
        en: "There is no question or scale called “{found}”.")
    case .unknownFunction:
      .error(
        ky: "«{found}» деген функция жок.", ru: "Нет функции «{found}».", en: "There is no function “{found}”.")
    case .syntax:
      .error(
        ky: "Бул жерде {expected} күтүлгөн, бирок «{found}» турат.",
        ru: "Здесь ожидается {expected}, а стоит «{found}».",
        en: "Expected {expected} here, but found “{found}”.")
    case .codeNotInChoices:
      .error(
        ky: "«{found}» коду жооптордун тизмесинде жок.", ru: "Кода «{found}» нет среди вариантов ответа.",
        en: "The code “{found}” is not among the options.")
    }
  }
}
