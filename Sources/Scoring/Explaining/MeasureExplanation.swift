import Expressions
import Instruments
import Texts

/// Weights, tables, levels and feedback in words.
extension InstrumentExplainer {
  func measures(of scale: ScaleProgram) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    if !scale.weights.isEmpty {
      lines.append(line(.weighs, scale.weights.map(number).joined(separator: ", ")))
    }
    if let ends = scale.ends {
      lines.append(line(.rescaled, say(.ends, ["least": number(ends.least), "most": number(ends.most)])))
    }
    if let by = scale.by {
      let slot = instrument.delivery.slots[by]
      lines.append(line(.chosenBy, "\(slot.id) — \(slot.label?.plain(in: language) ?? "")"))
    }
    for row in scale.rows {
      let words = say(.rowFrom, ["border": border(row.from), "value": number(row.value)])
      lines.append(line(.row, words + only(row.holdsFor)))
    }
    for level in scale.levels {
      let words = say(.levelFrom, ["level": level.title.plain(in: language), "border": border(level.from, of: scale)])
      lines.append(line(.level, words + only(level.holdsFor)))
    }
    return lines
  }

  private func border(_ border: Level.Border, of scale: ScaleProgram) -> String {
    // Ability isn't counted in points.
    scale.method == .theta ? number(border.number) : self.border(border)
  }

  func border(_ border: Level.Border) -> String {
    switch border {
    case .score(let score): say(.points, ["points": number(score)])
    case .percent(let percent): "\(number(percent)) %"
    }
  }

  private func only(_ numbers: ClosedRange<Int>?) -> String {
    numbers.map { " (\(say(.onlyFor, ["numbers": $0.text])))" } ?? ""
  }

  func spelling(of key: KeyedItem) -> [Explanation.Line] {
    let words: String
    switch key.spelling.slack {
    case .no: return []
    case .one: words = say(.oneTypo)
    case .letters: words = say(.kyrgyzLetters)
    }
    let isWhole = key.spelling.worth == Spelling.exact.worth
    return [line(.credit, words + (isWhole ? "" : ", " + say(.ofPoints, ["share": number(key.spelling.worth)])))]
  }

  func specification(of item: Symbol) -> [Explanation.Line] {
    guard let own = instrument.instrument.specifications[item], let blueprint = instrument.instrument.blueprint else {
      return []
    }
    func title(_ code: Symbol?, among parts: [Blueprint.Part]) -> String? {
      parts.first { $0.code == code }.map { "\($0.code) — \($0.title.plain(in: language))" }
    }
    return [
      title(own.area, among: blueprint.areas).map { line(.area, $0) },
      title(own.process, among: blueprint.processes).map { line(.process, $0) },
    ].compactMap { $0 }
  }

  func said(of key: KeyedItem) -> [Explanation.Line] {
    key.feedback.map { feedback in
      line(
        .said,
        say(
          .when,
          [
            "when": FeedbackPhrase(feedback.occasion).text(in: language),
            "text": feedback.text.plain(in: language),
          ]))
    }
  }
}

/// When something is said of an answer.
enum FeedbackPhrase: PhraseCatalogue {
  case always, right, wrong

  init(_ occasion: Feedback.Occasion) {
    switch occasion {
    case .always: self = .always
    case .right: self = .right
    case .wrong: self = .wrong
    }
  }

  var template: Template {
    switch self {
    case .always: Template(ky: "дайыма", ru: "всегда", en: "always")
    case .right: Template(ky: "туура болсо", ru: "если верно", en: "if right")
    case .wrong: Template(ky: "туура эмес болсо", ru: "если неверно", en: "if not right")
    }
  }
}
