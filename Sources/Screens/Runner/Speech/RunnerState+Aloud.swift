import Administration
import Datasets
import Instruments
import TerminalUI
import Texts

/// What is read aloud: the words of the screen without its signs.
extension RunnerState {
  var canRead: Bool { looks.voices.contains(language) }

  mutating func readAloud() {
    guard canRead else {
      message = .phrase(.noVoice)
      return
    }
    speech = .say(spokenWords, language)
  }

  /// The question with its options and what is answered so far; of other pages all that stands on them.
  var spokenWords: String {
    switch mode {
    case .work where !items.isEmpty: return spokenQuestion
    case .passage: return passage.map { plain($0.text) } ?? ""
    default:
      let body = body(width: 200, glyphs: .ascii, isSpacious: false)
      return body.lines.map { Self.spoken($0.runs.map(\.text.string).joined()) }.filter { !$0.isEmpty }
        .joined(separator: ".\n")
    }
  }

  private var spokenQuestion: String {
    var lines: [String] = []
    switch block {
    case .grid(let grid)?, .rubric(let grid)?: lines.append(plain(grid.prompt))
    case .gaps(let gaps)?: lines.append(filled(gaps).plain)
    case .allocate(let allocation)?: lines.append(plain(allocation.grid.prompt))
    case .item?, .note?, .stimulus?, .compute?, nil: break
    }
    // Of several rows the one in focus: a page of them is more than an ear holds.
    guard let item = focusedRow.flatMap({ item(at: $0.slot) }) ?? items.first else {
      return lines.joined(separator: "\n")
    }
    lines.append(plain(item.item.prompt))
    if let hint = item.item.hint { lines.append(plain(hint)) }
    if case .match(let form) = item.item.kind { lines += form.lefts.map { plain($0.text) } }
    let options = options(of: item)
    lines += options.map { "\($0.label). \(plain($0.text))" }
    let chosen = chosen(for: item)
    let answer = options.filter { chosen.contains($0.code) }.map { plain($0.text) }
    if !answer.isEmpty { lines.append(phrase(.yourAnswer, ["answer": answer.joined(separator: ", ")])) }
    return lines.map { Self.spoken($0) }.filter { !$0.isEmpty }.joined(separator: ".\n")
  }

  /// Letters, numbers and what gives speech its pauses; no marks of a screen.
  private static func spoken(_ text: String) -> String {
    let kept = text.map { character -> Character in
      character.isLetter || character.isNumber || ".,?!:;-+%'\n".contains(character) ? character : " "
    }
    var words = String(kept).split(separator: " ").joined(separator: " ")
    while let last = words.last, ".:; ".contains(last) { words.removeLast() }
    return words
  }
}
