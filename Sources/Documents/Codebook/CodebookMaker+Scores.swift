import Expressions
import Instruments
import Texts

/// Scales, and the rows that indicators read.
extension CodebookMaker {
  func score(at index: Int) -> Codebook.Variable {
    let scale = instrument.scoring.scales[index]
    let method =
      switch scale.method {
      case .sum: say(.sum)
      case .mean: say(.mean)
      case .percent: say(.percentage)
      case .table: say(.table)
      case .theta: say(.ability)
      }
    let members = scale.members.map { member in
      switch member {
      case .points(let item): return instrument.scoring.items[item].id.text
      case .answer(let slot, let numbers):
        let id = instrument.delivery.slots[slot].id.text
        return numbers.isReversed ? say(.members, ["id": id]) : id
      case .scale(let inner): return instrument.scoring.scales[inner].id.text
      }
    }
    var variable = Codebook.Variable(
      table: .scores, name: scale.id.text, label: scale.title.plain(in: language), kind: say(.scoresTable),
      storage: say(.scoreOf))
    variable.isNumeric = true
    variable.formula = Codebook.Condition(
      words: say(.method, ["method": method, "members": members.joined(separator: ", ")]), source: nil)
    if let least = scale.atLeast { variable.remarks.append(say(.needs, ["n": String(least)])) }
    variable.remarks += measures(of: scale)
    variable.scales = instrument.scoring.scales.filter { outer in
      outer.members.contains { if case .scale(index) = $0 { true } else { false } }
    }.map { Codebook.Membership(scale: $0.id.text, isReversed: false) }
    variable.feeds = instrument.scoring.feeds.flatMap { feed in
      feed.fields.filter { $0.value.scales.contains(index) }.map { "\(feed.dataset).\($0.id)" }
    }
    return variable
  }

  /// The standard error of an ability, which stands beside it.
  func doubt(of index: Int) -> [Codebook.Variable] {
    let scale = instrument.scoring.scales[index]
    guard scale.method == .theta else { return [] }
    var variable = Codebook.Variable(
      table: .scores, name: "\(scale.id).error", label: say(.errorOf, ["title": scale.title.plain(in: language)]),
      kind: say(.scoresTable), storage: say(.scoreOf))
    variable.isNumeric = true
    return [variable]
  }

  /// Weights, the ends that a score is stretched to, the rows of its table and its levels.
  private func measures(of scale: ScaleProgram) -> [String] {
    func border(_ border: Level.Border) -> String {
      border.isPercent ? "\(number(border.number)) %" : number(border.number)
    }
    func only(_ numbers: ClosedRange<Int>?) -> String {
      guard let numbers, let by = scale.by else { return "" }
      return " (\(instrument.delivery.slots[by].id) = \(numbers.text))"
    }
    var remarks: [String] = []
    if !scale.weights.isEmpty {
      remarks.append(say(.weights, ["numbers": scale.weights.map { number($0) }.joined(separator: ", ")]))
    }
    if let ends = scale.ends {
      remarks.append(say(.rescaled, ["least": number(ends.least), "most": number(ends.most)]))
    }
    remarks += scale.rows.map { row in
      say(.row, ["value": number(row.value), "from": border(row.from)]) + only(row.holdsFor)
    }
    return remarks
      + scale.levels.map { level in
        say(
          .level,
          ["code": level.code.text, "title": level.title.plain(in: language), "from": border(level.from)])
          + only(level.holdsFor)
      }
  }

  var facts: [Codebook.Variable] {
    zip(instrument.scoring.feeds, instrument.instrument.scoring.feeds).flatMap { program, written in
      program.fields.map { field in
        let words = field.value.describe(in: language, wording)
        var variable = Codebook.Variable(
          table: .facts, name: field.id.text, dataset: program.dataset.text, label: words, kind: say(.whereComputed),
          storage: say(.feeds, ["id": program.dataset.text]))
        variable.formula = Codebook.Condition(
          words: words, source: written.fields.first { $0.id == field.id }?.value.text)
        return variable
      }
    }
  }
}
