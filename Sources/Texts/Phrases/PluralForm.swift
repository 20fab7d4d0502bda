/// Which noun form goes with a whole number (Unicode CLDR plural rules, 2024).
enum PluralForm {
  /// The position of the form among those that the language has: Kyrgyz 1, English 2, Russian 3.
  static func index(of count: Int, in language: Language) -> Int {
    let magnitude = count.magnitude
    switch language.spoken {
    case .en: return magnitude == 1 ? 0 : 1
    case .ru:
      let ten = magnitude % 10
      let hundred = magnitude % 100
      if ten == 1 && hundred != 11 { return 0 }
      if (2...4).contains(ten) && !(12...14).contains(hundred) { return 1 }
      return 2
    default: return 0
    }
  }
}
