import Texts

/// The elements inside texts: languages, and inline markup.
enum TextMarkup: String, CaseIterable {
  case em, strong, sup, sub, code
  /// A fraction, of a numerator and a denominator.
  case frac, num, den
  /// A line break.
  case br
  /// Words that stand apart; a list of `item`; a table of `row` and `cell`; a picture with its `alt` and `drawing`.
  case p, list, table, image

  /// What may stand among words; `num` and `den` stand only in `frac`.
  static let inline: [TextMarkup] = [.em, .strong, .sup, .sub, .frac, .code, .br, .p, .list, .table, .image]
  static let inlineNames = inline.map(\.rawValue)
  static let languageNames = Language.allCases.map(\.rawValue)

  /// What people who know HTML write, and what it is called here.
  static let fromHTML = ["b": "strong", "i": "em", "u": "em", "tt": "code", "ul": "list", "ol": "list", "img": "image"]

  /// The type of elements that hold words with markup: languages, and most of the markup itself.
  static let wordsType = "words"

  /// The rows of the table that every grammar has.
  static let rules = [
    ElementRule(wordsType, .words),
    ElementRule("frac", .elements([.one(Child("num", type: wordsType)), .one(Child("den", type: wordsType))])),
    ElementRule("code", .value(.anything)),
    ElementRule("br", .nothing),
    ElementRule(
      "list", [.optional("numbered", .yesNo)], .elements([.some(Child("item", type: wordsType))])),
    ElementRule("table", .elements([.some(Child("row", type: "table-row"))])),
    ElementRule("table-row", [.optional("head", .yesNo)], .elements([.some(Child("cell", type: wordsType))])),
    ElementRule(
      "image", [.required("src", .pictureFile)],
      .elements([.one(Child("alt", type: wordsType)), .optional(Child("drawing", type: "drawing"))])),
    ElementRule("drawing", .value(.anything)),
  ]

  /// The type of the element's rule.
  var type: String {
    switch self {
    case .em, .strong, .sup, .sub, .num, .den, .p: Self.wordsType
    case .frac, .code, .br, .list, .table, .image: rawValue
    }
  }
}
