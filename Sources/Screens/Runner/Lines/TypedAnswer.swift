import Administration
import Datasets
import Expressions
import Instruments
import Texts

/// Whole answers typed in one line: "2", "1 3", "б", "a c", "11,5".
struct TypedAnswer {
  /// What comes first where a word is both a number on the screen and a code.
  enum Reading: Sendable { case labels, codes }

  let item: DeliveryItem
  /// In the order in which they are shown.
  let options: [ShownOption]
  let reading: Reading

  /// The draft that the line stands for; an empty line is an empty draft.
  func draft(_ typed: String) throws(EntryProblem) -> Draft {
    switch item.item.kind {
    case .number, .text, .tally: return .entry(TextEntry(typed))
    case .choose, .criterion:
      let trimmed = Self.trimmed(typed)
      return .chosen(trimmed.isEmpty ? [] : [try code(of: trimmed)])
    case .chooseMany: return .chosen(try codes(of: typed))
    case .order: return .order(try codes(of: typed), isCarrying: false)
    case .timeSample:
      let trimmed = Self.trimmed(typed)
      return .sample(trimmed.isEmpty ? nil : try code(of: trimmed))
    }
  }

  /// Codes parted by spaces, commas or semicolons.
  private func codes(of typed: String) throws(EntryProblem) -> [Symbol] {
    var codes: [Symbol] = []
    for word in typed.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      codes.append(try code(of: String(word)))
    }
    return codes
  }

  private func code(of word: String) throws(EntryProblem) -> Symbol {
    let byLabel = options.first { $0.label == word }
    let byCode = options.first { $0.code.text.lowercased() == word.lowercased() }
    let first = reading == .labels ? byLabel ?? byCode : byCode ?? byLabel
    guard let option = first ?? option(withWords: word) else { throw .noSuchOption(word) }
    return option.code
  }

  /// An option whose whole text was typed, in whatever language.
  private func option(withWords words: String) -> ShownOption? {
    let wanted = words.lowercased()
    return options.first { option in
      if let common = option.text.common { return common.plain().lowercased() == wanted }
      return option.text.versions.values.contains { $0.plain().lowercased() == wanted }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
