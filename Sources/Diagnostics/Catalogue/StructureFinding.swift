import Texts

/// What can be wrong with the structure of a form: lists taken in part, booklets. `E390`–`E399` and the notes of these numbers
package enum StructureFinding: String, Finding {
  case notInList = "E390"
  case includeWithoutList = "E391"
  case unknownSection = "E392"
  case bookletsTwice = "E393"
  case bookletTooLarge = "E394"
  case unbalancedPairs = "N395"
  case repeatedCluster = "E396"
  case repeatUnknown = "E397"
  case repeatNoNumber = "E398"
  case repeatTooLong = "E399"

  package var rule: Rule {
    switch self {
    case .notInList:
      .error(
        ky: "«{list}» тизмесинде «{found}» деген код жок.", ru: "В списке «{list}» нет кода «{found}».",
        en: "The list “{list}” has no code “{found}”.")
    case .includeWithoutList:
      .error(
        ky: "«{found}» ортоктош тизмеден (choices) тандоо үчүн гана.",
        ru: "«{found}» нужен только с общим списком (choices).",
        en: "“{found}” is for a shared list (choices) only.")
    case .unknownSection:
      .error(
        ky: "«{found}» деген бөлүм жок.", ru: "Нет раздела «{found}».", en: "There is no section “{found}”.")
    case .bookletsTwice:
      .error(
        ky: "Китепчелер бир гана жол менен берилет: «booklets» же «booklet».",
        ru: "Буклеты задают одним способом: «booklets» или «booklet».",
        en: "Booklets are given in one way: “booklets” or “booklet”.")
    case .bookletTooLarge:
      .error(
        ky: "Китепчеде {found} бөлүм болбойт: баары {count}.",
        ru: "В буклете не может быть {found} разделов: всего их {count}.",
        en: "A booklet can't have {found} sections: there are {count}.")
    case .repeatedCluster:
      .error(
        ky: "«{found}» бөлүмү кайталанат, ошондуктан китепчеге кирбейт.",
        ru: "Раздел «{found}» повторяется и не может стоять в буклете.",
        en: "The section “{found}” is repeated and can't stand in a booklet.")
    case .repeatUnknown:
      .error(
        ky: "«{found}» деген суроо мурда суралган эмес: канча жолу кайталаары белгисиз.",
        ru: "До этого нет вопроса «{found}»: неизвестно, сколько раз повторять.",
        en: "No “{found}” is asked or known before: it isn't clear how often to repeat.")
    case .repeatNoNumber:
      .error(
        ky: "«{found}» бүтүн сан эмес: канча жолу кайталаары белгисиз.",
        ru: "«{found}» — не целое число: неизвестно, сколько раз повторять.",
        en: "“{found}” is no whole number: it isn't clear how often to repeat.")
    case .repeatTooLong:
      .error(
        ky: "Кайталоолор менен {count} тапшырма болот, {limit} ашпашы керек.",
        ru: "С повторениями получается {count} заданий, можно не больше {limit}.",
        en: "With its repetitions the form has {count} items; there may be {limit}.")
    case .unbalancedPairs:
      .note(
        ky: "Мындай санда бөлүмдөрдүн түгөйлөрү бирдей жолукпайт (айырма {spread}).",
        ru: "При таких числах пары разделов встречаются не поровну (разница {spread}).",
        en: "With these numbers pairs of sections don't meet equally often (they differ by {spread}).")
    }
  }
}
