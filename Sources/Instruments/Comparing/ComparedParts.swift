import Datasets
import Expressions
import Texts

/// Parts of instruments without their places, so that they can be compared and said in a line.

/// An item with what its block says of it.
struct PlacedItem {
  let item: Item
  let showIf: SourceText?
  /// The words over a grid or text with gaps.
  let heading: LocalizedText?
}

extension Form {
  var placedItems: [PlacedItem] {
    sections.flatMap { section in
      section.blocks.flatMap { block in
        block.items.map { PlacedItem(item: $0, showIf: $0.showIf ?? block.showIf, heading: block.grid?.prompt) }
      }
    }
  }
}

extension Instrument {
  /// Whether points or a scale hang on an item.
  func isScored(_ item: Symbol) -> Bool {
    scoring.keys.contains { $0.item == item }
      || scoring.scales.contains { $0.members.contains { $0.id == item } }
  }
}

extension Item {
  /// The same words and the same kind of answers, whatever it is called.
  func isTwin(of other: Item) -> Bool {
    kind.elementName == other.kind.elementName && prompt == other.prompt && formText == other.formText
      && allOptions.map(\.code) == other.allOptions.map(\.code)
      && allOptions.map(\.text) == other.allOptions.map(\.text)
      && prompt.version(in: .ky).plain().count(where: \.isLetter) > 2
  }

  /// Everything that can be chosen, those of both sides of pairs.
  var allOptions: [Option] {
    if case .match(let form) = kind { return form.lefts + form.rights.options }
    if case .criterion(let levels) = kind {
      return levels.map { Option(code: $0.code, text: $0.text, value: $0.points, place: $0.place) }
    }
    return options
  }

  /// What answers it takes, options aside, in a line.
  var formText: String {
    func text(_ number: Decimal64?) -> String { number.map { "\($0)" } ?? "…" }
    switch kind {
    case .number(let form): return "\(text(form.minimum))–\(text(form.maximum))" + (form.isWhole ? " whole" : "")
    case .text(let form): return "\(form.maximumLength)" + (form.pattern.map { " /\($0.source.text)/" } ?? "")
    case .chooseMany(_, let least, let most):
      return "\(least.map(String.init) ?? "…")–\(most.map(String.init) ?? "…")"
    case .date(let form):
      return "\(form.precision.rawValue) \(form.minimum.map { "\($0)" } ?? "…")–\(form.maximum.map { "\($0)" } ?? "…")"
    case .essay(let form): return "\(form.minimumWords ?? 0)–\(form.maximumWords.map(String.init) ?? "…")"
    case .timeSample(let every, _): return "\(every / 1_000) s"
    case .timedGrid(let form):
      return "\(form.time / 1_000) s, \(form.columns), \(form.cells.version(in: .ky).plain())"
    case .match(let form): return form.reusesRights ? "reuse" : ""
    case .choose, .order, .criterion, .tally: return ""
    }
  }
}

extension Item.Requirement {
  var text: String {
    switch self {
    case .no: "no"
    case .yes: "yes"
    case .when(let source): source.text
    }
  }
}

extension ItemKey {
  /// What is right, in a line.
  var answerText: String {
    switch answer {
    case .options(let codes): codes.map(\.text).sorted().joined(separator: " ")
    case .order(let codes): codes.map(\.text).joined(separator: " ")
    case .numbers(let keys):
      keys.map { $0.tolerance.number.isZero ? "\($0.value)" : "\($0.value) ± \($0.tolerance.text)" }
        .joined(separator: "; ")
    case .texts(let texts): texts.map(\.text).joined(separator: "; ")
    case .levels: "levels"
    case .dates(let dates): dates.map { "\($0)" }.joined(separator: "; ")
    case .pairs(let pairs): pairs.map { "\($0.left)-\($0.right)" }.sorted().joined(separator: " ")
    case .judgement: "judgement"
    }
  }
}

extension Scale {
  var methodText: String {
    var text = method.rawValue
    if !weights.isEmpty {
      text += " × " + zip(members, weights).map { "\($0.id)·\($1)" }.sorted().joined(separator: " ")
    }
    if let ends { text += " → \(ends.least)…\(ends.most)" }
    if let atLeast { text += ", at-least \(atLeast)" }
    return text
  }

  var tableText: String {
    rows.map { "\($0.from.text): \($0.value)" + ($0.holdsFor.map { " (\($0.text))" } ?? "") }.joined(separator: "; ")
  }

  var levelText: String {
    levels.map { "\($0.code) \($0.from.text)" + ($0.holdsFor.map { " (\($0.text))" } ?? "") }.joined(separator: "; ")
  }
}

extension Blueprint {
  var shares: [String] {
    (areas + processes).map { "\($0.code) \($0.share.map { "\($0)" } ?? "")" }
      + cells.map { "\($0.area)×\($0.process) \($0.share)" }
  }
}
