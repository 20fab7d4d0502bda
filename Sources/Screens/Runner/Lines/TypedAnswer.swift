import Datasets
import Expressions
import Instruments
import Texts

/// Whole answers typed in one line where options are numbered: "2", "1 3", "ооба", "11,5".
struct TypedAnswer {
  let item: DeliveryItem
  /// In the order in which they are shown.
  let options: [ShownOption]

  /// The draft that the line stands for; an empty line is an empty draft.
  func draft(_ typed: String) throws(EntryProblem) -> Draft {
    switch item.item.kind {
    case .number, .text, .tally, .date, .essay: return .entry(TextEntry(typed))
    case .timedGrid:
      switch item.value(typed: typed, language: .ky) {
      case .success(let value): return .cells(TimedGridResult(value).map { CellsDraft($0) } ?? CellsDraft())
      case .failure(let problem): throw .answer(problem)
      }
    case .match(let form): return .pairs(try pairs(typed, form))
    case .choose, .criterion: return .chosen(try one(typed).map { [$0] } ?? [])
    case .chooseMany: return .chosen(try several(typed))
    case .order: return .order(try several(typed), isCarrying: false)
    case .timeSample: return .sample(try one(typed))
    }
  }

  /// `2 1`: the rights' numbers in the order of the lefts, 0 for none; or `a-2 b-1`, the left's letter and the right's number.
  private func pairs(_ typed: String, _ form: MatchForm) throws(EntryProblem) -> [MatchPair] {
    let words = typed.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" })
    if let inOrder = try pairsInOrder(words, form) { return inOrder }
    var pairs: [MatchPair] = []
    for word in words {
      let signs = word.indices.filter { "-=:>\u{2013}".contains(word[$0]) }
      var found: MatchPair?
      for sign in signs where found == nil {
        let left = word[..<sign].lowercased()
        guard let leftCode = form.lefts.first(where: { $0.code.text.lowercased() == left })?.code,
          let right = try? code(of: String(word[word.index(after: sign)...]))
        else { continue }
        found = MatchPair(left: leftCode, right: right)
      }
      guard let found else { throw .noSuchOption(String(word)) }
      pairs.append(found)
    }
    return pairs
  }

  /// Numbers alone, one a left: what a child can type on any layout of the keyboard. Nil where it is something else.
  private func pairsInOrder(_ words: [Substring], _ form: MatchForm) throws(EntryProblem) -> [MatchPair]? {
    guard !words.isEmpty, words.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }) else { return nil }
    guard words.count <= form.lefts.count else { throw .noSuchOption(String(words[form.lefts.count])) }
    var pairs: [MatchPair] = []
    for (left, word) in zip(form.lefts, words) where word != "0" {
      pairs.append(MatchPair(left: left.code, right: try code(of: String(word))))
    }
    return pairs
  }

  private func one(_ typed: String) throws(EntryProblem) -> Symbol? {
    let word = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return word.isEmpty ? nil : try code(of: word)
  }

  /// Options parted by spaces, commas or semicolons.
  private func several(_ typed: String) throws(EntryProblem) -> [Symbol] {
    var codes: [Symbol] = []
    for word in typed.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      codes.append(try code(of: String(word)))
    }
    return codes
  }

  /// The number on the screen goes before the code; the option's whole text is understood too, in any language.
  private func code(of word: String) throws(EntryProblem) -> Symbol {
    if let option = options.first(where: { $0.label == word }) { return option.code }
    let wanted = word.lowercased()
    if let option = options.first(where: { $0.code.text.lowercased() == wanted || $0.reads(wanted) }) {
      return option.code
    }
    throw .noSuchOption(word)
  }
}

extension ShownOption {
  /// Whether its text, in any language, is this one in small letters.
  fileprivate func reads(_ words: String) -> Bool {
    Language.allCases.contains { text.plain(in: $0).lowercased() == words }
  }
}
