import Diagnostics
import Expressions
import Texts

/// Timed grids as assessors type them: `last=37 wrong=3,9,20 left=0`; what isn't said is none wrong, and no time left.
enum TypedTimedGrid {
  static let sample = "last=37 wrong=3,9 left=0"

  /// The result that was typed; nil for anything else.
  static func result(_ text: String) -> TimedGridResult? {
    var numbers: [String: [Int]] = [:]
    var name = ""
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2 {
        name = parts[0].lowercased()
        guard numbers[name] == nil else { return nil }
        numbers[name] = []
      }
      guard let last = parts.last, !name.isEmpty else { return nil }
      if last.isEmpty { continue }
      guard let number = Int(last) else { return nil }
      numbers[name, default: []].append(number)
    }
    guard Set(numbers.keys).isSubset(of: ["last", "wrong", "left"]), let last = numbers["last"], last.count == 1,
      numbers["left"].map({ $0.count == 1 }) ?? true
    else { return nil }
    return TimedGridResult(last: last[0], wrong: Set(numbers["wrong"] ?? []).sorted(), left: numbers["left"]?[0] ?? 0)
  }
}

extension Item {
  func problem(ofTimedGrid value: Value, _ form: TimedGridForm) -> AnswerProblem? {
    guard let result = TimedGridResult(value) else {
      return AnswerProblem(.notAGrid, found: value.stored, arguments: ["like": TypedTimedGrid.sample])
    }
    guard (0...form.count).contains(result.last) else {
      return AnswerProblem(.noSuchCell, found: String(result.last), arguments: ["most": String(form.count)])
    }
    if let cell = result.wrong.first(where: { !(1...max(1, result.last)).contains($0) || result.last == 0 }) {
      return AnswerProblem(.noSuchCell, found: String(cell), arguments: ["most": String(result.last)])
    }
    guard Set(result.wrong).count == result.wrong.count, result.wrong == result.wrong.sorted() else {
      return AnswerProblem(.notAGrid, found: value.stored, arguments: ["like": TypedTimedGrid.sample])
    }
    if result.left < 0 { return AnswerProblem(.belowMinimum, found: String(result.left), arguments: ["minimum": "0"]) }
    if result.left > form.seconds {
      return AnswerProblem(.aboveMaximum, found: String(result.left), arguments: ["maximum": String(form.seconds)])
    }
    return nil
  }
}

/// What is said of the result of a timed grid.
enum TimedGridPhrase: PhraseCatalogue {
  case result, attempted, wrong, seconds, perMinute, wrongCells

  init(_ part: TimedGridPart) {
    switch part {
    case .attempted: self = .attempted
    case .wrong: self = .wrong
    case .seconds: self = .seconds
    case .perMinute: self = .perMinute
    case .wrongCells: self = .wrongCells
    }
  }

  var template: Template {
    switch self {
    case .result:
      Template(
        ky: "окулганы {attempted}, туурасы {correct}, убактысы {seconds} с",
        ru: "прочитано {attempted}, верно {correct}, за {seconds} с",
        en: "{attempted} tried, {correct} right, in {seconds} s")
    case .attempted: Template(ky: "окулганы", ru: "прочитано", en: "tried")
    case .wrong: Template(ky: "катасы", ru: "ошибок", en: "wrong")
    case .seconds: Template(ky: "секунд", ru: "секунд", en: "seconds")
    case .perMinute: Template(ky: "мүнөтүнө туурасы", ru: "верно в минуту", en: "right in a minute")
    case .wrongCells: Template(ky: "ката уячалар", ru: "неверные клетки", en: "cells that were wrong")
    }
  }
}

extension Item {
  /// A timed grid's result in words; nil where the value is none.
  func print(timedGrid value: Value, in language: Language) -> String? {
    guard case .timedGrid(let form) = kind, let result = TimedGridResult(value) else { return nil }
    return TimedGridPhrase.result.text(
      in: language,
      [
        "attempted": String(result.last), "correct": String(result.correct),
        "seconds": String(form.seconds - result.left),
      ])
  }

  /// What a part of the item is known by: the item's words with the part's.
  func label(of part: TimedGridPart, _ label: LocalizedText) -> LocalizedText {
    let words = TimedGridPhrase(part)
    return LocalizedText(
      versions: Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
          (language, label.version(in: language) + [.text(": " + words.text(in: language))])
        }))
  }
}
