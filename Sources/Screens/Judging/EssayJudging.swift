package import Expressions
package import Instruments
import Scoring
import TerminalUI
package import Texts

/// One essay before its rater, asked criterion by criterion and line by line, so that it works on any terminal.
///
/// Pure: `take` changes the state and gives what is printed; whoever drives it reads lines and keeps the outcome.
package struct EssayJudging: Sendable {
  package enum Outcome: Sendable, Hashable {
    /// Points for every part of the guide, each one that the guide has.
    case judged([Symbol: Decimal64])
    /// The essay waits on; the next one may come.
    case later
    case ended
  }

  /// Nil while something is asked.
  package private(set) var outcome: Outcome?
  /// The essay with its task and its guide, and the levels of what is asked first.
  package let opening: String

  private let guide: MarkingGuide
  private let points: Decimal64
  private let parts: [Symbol]
  private let language: Language
  private var given: [Symbol: Decimal64] = [:]
  private var index = 0

  /// - Parameters:
  ///   - points: The most that the essay can earn.
  ///   - number: Which of all essays it is, from 1.
  package init(
    _ item: DeliveryItem, text: String, guide: MarkingGuide, points: Decimal64, number: Int, of all: Int,
    in language: Language
  ) {
    self.guide = guide
    self.points = points
    self.language = language
    parts = guide.parts(of: item.item.id)
    let words = ["n": String(number), "all": String(all), "words": String(text.wordCount)]
    var lines = ["", JudgingPhrase.heading.text(in: language, words)]
    lines += wrap(item.item.prompt.plain(in: language), width: 78).map(\.string) + [""]
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      paragraph.isEmpty ? [""] : wrap(String(paragraph), width: 76).map { "  " + $0.string }
    }
    lines.append("")
    if let words = guide.text { lines += wrap(words.plain(in: language), width: 78).map(\.string) }
    lines += Self.levels(of: parts[0], guide, language)
    opening = lines.joined(separator: "\n")
  }

  /// What stands before the cursor.
  package var prompt: String {
    "\(parts[index]) (\(guide.possiblePoints(for: parts[index], most: points))): "
  }

  /// Takes a line: points, `?` for the levels again, `<` back, an empty line for later, `.` to end.
  package mutating func take(_ line: String) -> String {
    let typed = String(line.filter { !$0.isWhitespace })
    switch typed {
    case "": outcome = .later
    case ".": outcome = .ended
    case "?": break
    case "<": index = max(0, index - 1)
    default:
      guard let number = Decimal64(typed.replacing(",", with: ".")),
        guide.takes(number, for: parts[index], most: points)
      else {
        let possible = guide.possiblePoints(for: parts[index], most: points)
        return JudgingPhrase.wrong.text(in: language, ["typed": typed, "possible": possible])
      }
      given[parts[index]] = number
      guard index + 1 < parts.count else {
        outcome = .judged(given)
        return ""
      }
      index += 1
    }
    return outcome == nil ? Self.levels(of: parts[index], guide, language).joined(separator: "\n") : ""
  }

  private static func levels(of part: Symbol, _ guide: MarkingGuide, _ language: Language) -> [String] {
    guard let criterion = guide.criteria.first(where: { $0.id == part }) else { return [] }
    return ["", criterion.text.plain(in: language)]
      + criterion.levels.map { "  \($0.points)  \($0.text.plain(in: language))" }
  }
}

/// What a rater is told.
enum JudgingPhrase: PhraseCatalogue {
  case heading, wrong

  var template: Template {
    switch self {
    case .heading:
      Template(
        ky: "{all} дилбаяндын {n}-си · {words} сөз", ru: "Сочинение {n} из {all} · слов: {words}",
        en: "Essay {n} of {all} · {words} words")
    case .wrong:
      Template(
        ky: "«{typed}» болбойт; болушу мүмкүн: {possible}. Деңгээлдер: ?",
        ru: "«{typed}» не подходит; можно: {possible}. Уровни: ?",
        en: "“{typed}” isn't possible; possible are: {possible}. The levels: ?")
    }
  }
}
