import Texts

/// What can be wrong with the structure of a form: lists taken in part, booklets. `E390`–`E399` and the notes of these numbers
package enum StructureFinding: String, Finding {
  case notInList = "E390"
  case includeWithoutList = "E391"
  case unknownSection = "E392"
  case bookletsTwice = "E393"
  case bookletTooLarge = "E394"
  case unbalancedPairs = "N395"

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
    case .unbalancedPairs:
      .note(
        ky: "Мындай санда бөлүмдөрдүн түгөйлөрү бирдей жолукпайт (айырма {spread}).",
        ru: "При таких числах пары разделов встречаются не поровну (разница {spread}).",
        en: "With these numbers pairs of sections don't meet equally often (they differ by {spread}).")
    }
  }
}
