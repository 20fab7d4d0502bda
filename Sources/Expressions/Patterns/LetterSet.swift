/// A set of letters: what one place of a pattern takes.
indirect enum LetterSet: Sendable, Hashable {
  case any
  case range(UInt32, UInt32)
  /// A letter or the two letters of a Unicode category: `L`, `Lu`, `Nd`.
  case category(String)
  case initial, name, word, space
  case union([LetterSet])
  case not(LetterSet)
  case difference(LetterSet, LetterSet)

  static func one(_ letter: Unicode.Scalar) -> LetterSet { .range(letter.value, letter.value) }

  func contains(_ letter: Unicode.Scalar) -> Bool {
    switch self {
    // A dot is any letter but a line end.
    case .any: letter != "\n" && letter != "\r"
    case .range(let first, let last): first <= letter.value && letter.value <= last
    case .category(let name): letter.properties.generalCategory.short.hasPrefix(name)
    case .initial: letter == "_" || letter == ":" || letter.properties.isAlphabetic
    case .name:
      letter == "_" || letter == ":" || letter == "-" || letter == "." || letter == "\u{B7}"
        || letter.properties.isAlphabetic || letter.properties.generalCategory == .decimalNumber
        || letter.properties.generalCategory.short.hasPrefix("M")
    // Letters, marks, numbers and "_", as every engine has it (UTS 18); XML Schema's own list has "^" and not "_".
    case .word:
      letter == "_" || ["L", "M", "N"].contains(String(letter.properties.generalCategory.short.prefix(1)))
    case .space: letter == " " || letter == "\t" || letter == "\n" || letter == "\r"
    case .union(let sets): sets.contains { $0.contains(letter) }
    case .not(let set): !set.contains(letter)
    case .difference(let set, let without): set.contains(letter) && !without.contains(letter)
    }
  }
}

extension Unicode.GeneralCategory {
  static let shortNames: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Co", "Cn",
  ]

  /// The two letters by which Unicode calls the category.
  var short: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
