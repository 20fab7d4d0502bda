import Diagnostics
import Expressions

/// What people's keyboards do to answers, and how it is read as meant.
enum TypedText {
  /// The text with ordinary spaces, one at a time and none at the ends.
  static func tidy(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The codes of a list: apart by spaces, commas or semicolons.
  static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
  }

  /// The word in the shape that it has on Latin and Cyrillic keyboards alike.
  fileprivate static func shape(of word: String) -> String {
    String(word.map { lookalikes[$0] ?? $0 })
  }

  /// Small Cyrillic letters by the Latin ones that look the same, large or small.
  private static let lookalikes: [Character: Character] = [
    "а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x", "у": "y", "і": "i", "к": "k", "м": "m", "т": "t",
    "в": "b", "н": "h",
  ]
}

/// The codes that a person may type, found at once however many there are.
struct TypedCodes {
  private let exact: [String: Symbol]
  private let all: [Symbol]
  /// By small letters, and by the shapes of letters; made when a word is no code as written. A spelling that several codes
  /// share stands for none.
  private lazy var small = spellings { $0.lowercased() }
  private lazy var shapes = spellings { TypedText.shape(of: $0.lowercased()) }

  init(_ codes: [Symbol]) {
    all = codes
    exact = Dictionary(codes.map { ($0.text, $0) }) { first, _ in first }
  }

  /// The code that was meant: as written; else without regard to case; else with letters that look alike on Latin and
  /// Cyrillic keyboards held for one. Nil where none or several could be meant.
  mutating func code(_ word: String) -> Symbol? {
    if let code = exact[word] { return code }
    let lowercased = word.lowercased()
    if let code = small[lowercased] { return code }
    return shapes[TypedText.shape(of: lowercased)].flatMap { $0 }
  }

  private func spellings(_ spelling: (String) -> String) -> [String: Symbol?] {
    Dictionary(all.map { (spelling($0.text), $0) }) { _, _ in nil }
  }
}

/// A number as a person types it, with the unit behind it if there is one.
struct TypedNumber {
  enum Problem: Error { case notANumber, tooManyDigits }

  let value: Decimal64
  /// What stands behind the number, as written; empty where nothing does.
  let unit: String

  init(_ text: String) throws(Problem) {
    let tidy = TypedText.tidy(text)
    let numeric = tidy.prefix { $0.isASCII && $0.isNumber || " .,-+\u{2212}\u{2013}".contains($0) }
    unit = TypedText.tidy(String(tidy[numeric.endIndex...]))
    // A full stop after a number ends a sentence, and a space there parts it from its unit.
    var number = String(numeric)
    while let last = number.last, last == "." || last == "," || last == " " { number.removeLast() }
    if number.first == "+" { number.removeFirst() }
    if let joined = Self.joiningGroups(number) { number = joined }
    if let first = number.first, first == "." || first == "," { number = "0" + number }
    guard number.count(where: \.isNumber) <= 18 else { throw .tooManyDigits }
    guard let value = Decimal64(typed: number) else { throw .notANumber }
    self.value = value
  }

  /// "12 500" as one number; nil where the spaces aren't between thousands.
  private static func joiningGroups(_ number: String) -> String? {
    let groups = number.split(separator: " ", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return nil }
    let leading = first.drop { "-\u{2212}\u{2013}".contains($0) }
    guard (1...3).contains(leading.count), leading.allSatisfy(\.isNumber) else { return nil }
    for (index, group) in groups.enumerated().dropFirst() {
      let whole = group.prefix { $0.isNumber }
      let rest = group[whole.endIndex...]
      guard whole.count == 3, rest.isEmpty || index == groups.count - 1 else { return nil }
    }
    return groups.joined()
  }
}

extension String {
  /// Without spaces and line ends around it.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension [Symbol] {
  /// The first that stood before.
  var firstDoubled: Symbol? {
    var seen: Set<Symbol> = []
    return first { !seen.insert($0).inserted }
  }
}
