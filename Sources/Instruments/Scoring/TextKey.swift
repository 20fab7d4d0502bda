/// When two spellings are the same answer: capital letters, spaces and the dots of ё make no difference.
package enum TextKey {
  /// The spelling that all the same answers share: small letters, ё as е, one space between words, none around.
  ///
  /// Kyrgyz ө, ү and ң stay what they are: they tell words apart.
  package static func normalized(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    return words.map { String($0.map { $0 == "ё" ? "е" : $0 }) }.joined(separator: " ")
  }
}
