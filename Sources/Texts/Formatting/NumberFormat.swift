/// How numbers look to people: the decimal comma of Kyrgyz and Russian, the point of English, groups of three digits.
package enum NumberFormat {
  /// A plain number ("-1234.5", as values print themselves) as people of this language write it.
  ///
  /// Groups are set apart by a no-break space from five digits on; in English by a comma from four.
  package static func text(_ plain: String, in language: Language) -> String {
    let isNegative = plain.hasPrefix("-")
    let unsigned = isNegative ? plain.dropFirst() : plain[...]
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return plain }
    let isEnglish = language.spoken == .en
    var result = grouped(whole, separator: isEnglish ? "," : "\u{A0}", from: isEnglish ? 4 : 5)
    if parts.count == 2 { result += (isEnglish ? "." : ",") + parts[1] }
    return (isNegative ? "\u{2212}" : "") + result
  }

  private static func grouped(_ digits: Substring, separator: String, from least: Int) -> String {
    guard digits.count >= least else { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
