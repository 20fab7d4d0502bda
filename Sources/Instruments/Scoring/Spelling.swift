package import Expressions

/// How near a typed text must come to a key to be taken for it.
package struct Spelling: Sendable, Hashable {
  package enum Slack: String, Sendable, Hashable, CaseIterable {
    case no
    /// One letter too many, too few, another, or two neighbours swapped, in a word of five letters and more.
    case one
    /// Letters that a keyboard without Kyrgyz ones gives: о for ө, у for ү, н for ң.
    case letters
  }

  package var slack: Slack
  /// The share of the points that such an answer earns, in percent: 0…100.
  package var worth: Decimal64

  package static let exact = Spelling(.no)

  package init(_ slack: Slack, worth: Decimal64 = Decimal64(100)) {
    self.slack = slack
    self.worth = worth
  }

  /// Whether `typed` passes for `key`, both normalised by `TextKey`, though they aren't the same.
  package func accepts(_ typed: String, for key: String) -> Bool {
    switch slack {
    case .no: return false
    case .letters: return Self.withoutKyrgyzLetters(typed) == Self.withoutKyrgyzLetters(key)
    case .one:
      let (typed, key) = (typed.split(separator: " "), key.split(separator: " "))
      guard typed.count == key.count else { return false }
      let wrong = zip(typed, key).filter { $0 != $1 }
      guard wrong.count == 1, let (a, b) = wrong.first else { return false }
      return b.count >= Self.leastLetters && Self.isOneSlip(Array(a), Array(b))
    }
  }

  /// In shorter words one letter makes another word: бак and бок, мир and пир.
  private static let leastLetters = 5

  private static func withoutKyrgyzLetters(_ text: String) -> String {
    String(text.map { letter in ["ө": "о", "ү": "у", "ң": "н"][letter] ?? letter })
  }

  /// One insertion, deletion, substitution or swap of neighbours (Damerau, 1964) that touches no digit.
  private static func isOneSlip(_ a: [Character], _ b: [Character]) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    let overlap = max(0, start + end - min(a.count, b.count))
    let left = a[start..<(a.count - end + overlap)]
    let right = b[start..<(b.count - end + overlap)]
    if (left + right).contains(where: \.isNumber) { return false }
    if left.count <= 1, right.count <= 1 { return true }
    return left.count == 2 && right.count == 2 && Array(left.reversed()) == Array(right)
  }
}
