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
  /// Everything about the form as a whole that isn't words, time or draws.
  var settings: String {
    let parts: [(String, String?)] = [
      ("subject", subject?.text), ("grades", grades?.text), ("respondent", respondent?.text),
      ("observed", observed?.text), ("anonymous", isAnonymous ? "yes" : nil),
      ("one-per-code", isOnePerCode ? "yes" : nil),
    ]
    return parts.reduce(method.rawValue) { text, part in part.1.map { "\(text), \(part.0) \($0)" } ?? text }
  }

  /// All ids as they follow one another, each section's before what stands in it.
  var outline: [Symbol] {
    sections.flatMap { section in
      [section.id]
        + section.blocks.flatMap { block in [block.id] + block.items.map(\.id).filter { $0 != block.id } }
    }
  }

  /// What asks nothing.
  var silentBlocks: [Block] { sections.flatMap(\.blocks).filter { $0.passage != nil || $0.computation != nil } }

  /// What asks in rows.
  var gridBlocks: [Block] { sections.flatMap(\.blocks).filter { $0.grid != nil } }
}

extension Block {
  var passage: Passage? {
    switch self {
    case .note(let passage), .stimulus(let passage): passage
    default: nil
    }
  }

  var computation: Computation? { if case .compute(let computation) = self { computation } else { nil } }

  var gridText: String { grid?.shufflesRows == true ? "shuffle rows" : "–" }

  var totalText: String {
    guard case .allocate(let allocation) = self else { return "–" }
    return "\(allocation.total)" + (allocation.isWhole ? " whole" : "")
      + (allocation.unit.map { " " + $0.versions.map { $0.plain() }.joined(separator: "/") } ?? "")
  }
}

extension Section {
  var drawingText: String {
    var parts = pick.map { ["pick \($0)"] } ?? []
    if isShuffled { parts.append("shuffle") }
    if isFixed { parts.append("fixed") }
    if let rule = adaptation {
      parts.append("adapt \(rule.atLeast)-\(rule.atMost)")
      if let error = rule.error { parts.append("error \(error)") }
      if rule.exposure > 1 { parts.append("exposure \(rule.exposure)") }
    }
    parts += routes.map { "\($0.from.text) → \($0.to)" }
    if !fixedBlocks.isEmpty { parts.append("fixed " + fixedBlocks.sorted().map(\.text).joined(separator: " ")) }
    return parts.isEmpty ? "–" : parts.joined(separator: ", ")
  }

  var stopText: String {
    guard let rule = stopRule else { return "–" }
    let parts = [rule.afterWrong.map { "\($0) wrong" }, rule.afterMissing.map { "\($0) missing" }].compactMap { $0 }
    return parts.joined(separator: ", ") + ", " + rule.unreached.rawValue
  }

  var repetitionText: String {
    guard let repetition else { return "–" }
    switch repetition.count {
    case .fixed(let count): return "\(count), at most \(repetition.most)"
    case .answer(let id): return "\(id), at most \(repetition.most)"
    }
  }
}

extension InputField {
  var text: String {
    switch kind {
    case .number(let form): "number " + form.text
    case .text: "text"
    case .date: "date"
    case .choice(let choices): "choice " + choices.options.map(\.code.text).joined(separator: " ")
    }
  }
}

extension NumberForm {
  var text: String {
    func text(_ number: Decimal64?) -> String { number.map { "\($0)" } ?? "…" }
    return "\(text(minimum))–\(text(maximum))" + (isWhole ? " whole" : "")
  }
}

extension Option {
  /// When it is there, and what choosing it does to others.
  var ruleText: String {
    var parts = showIf.map { ["show-if " + $0.text] } ?? []
    if let parent { parts.append("under \(parent)") }
    if isAlone { parts.append("alone") }
    if asksText { parts.append("ask text") }
    return parts.isEmpty ? "–" : parts.joined(separator: ", ")
  }
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
      && cells == other.cells
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

  /// The choices of the kinds that have options in one list.
  private var anyChoices: Choices? {
    switch kind {
    case .choose(let choices), .chooseMany(let choices, _, _), .order(let choices), .timeSample(_, let choices): choices
    case .match(let form): form.rights
    default: nil
    }
  }

  var drawingText: String { anyChoices?.isShuffled == true ? "shuffle" : "–" }

  var filterText: String { anyChoices?.filter?.item.text ?? "–" }

  var unit: LocalizedText? { if case .number(let form) = kind { form.unit } else { nil } }

  var cells: LocalizedText? { if case .timedGrid(let form) = kind { form.cells } else { nil } }

  var patternMessage: LocalizedText? { if case .text(let form) = kind { form.pattern?.message } else { nil } }

  /// How much can be written where, on the screen.
  var roomText: String {
    switch kind {
    case .text(let form): "\(form.lines)"
    case .essay(let form): "\(form.lines)"
    case .timedGrid(let form): "\(form.columns)"
    default: "–"
    }
  }

  /// What answers it takes, options aside, in a line.
  var formText: String {
    switch kind {
    case .number(let form): return form.text
    case .text(let form): return "\(form.maximumLength)" + (form.pattern.map { " /\($0.source.text)/" } ?? "")
    case .chooseMany(_, let least, let most):
      return "\(least.map(String.init) ?? "…")–\(most.map(String.init) ?? "…")"
    case .date(let form):
      return "\(form.precision.rawValue) \(form.minimum.map { "\($0)" } ?? "…")–\(form.maximum.map { "\($0)" } ?? "…")"
    case .essay(let form):
      return "\(form.minimumWords ?? 0)–\(form.maximumWords.map(String.init) ?? "…"), \(form.maximumLength)"
    case .timeSample(let every, _): return "\(every / 1_000) s"
    case .timedGrid(let form):
      let stop = form.stopAfterWrong.map { ", stop \($0)" } ?? ""
      return "\(form.time / 1_000) s\(stop)"
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
    case .judgement(let guide):
      guide.criteria.map { "\($0.id) " + $0.levels.map { "\($0.points)" }.joined(separator: "/") }
        .joined(separator: "; ")
    }
  }

  var guide: MarkingGuide? { if case .judgement(let guide) = answer { guide } else { nil } }
}

extension Spelling {
  var text: String { slack == .no ? slack.rawValue : "\(slack.rawValue) \(worth)%" }
}

extension Specification {
  var text: String { [area, process].map { $0?.text ?? "–" }.joined(separator: " × ") }
}

extension Scale {
  var methodText: String {
    var text = method.rawValue
    if !weights.isEmpty {
      text += " × " + zip(members, weights).map { "\($0.id)·\($1)" }.sorted().joined(separator: " ")
    }
    if let ends { text += " → \(ends.least)…\(ends.most)" }
    if let atLeast { text += ", at-least \(atLeast)" }
    if let by { text += ", by \(by.id)" }
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
  /// Its shares, in a line.
  var text: String {
    let parts = (areas + processes).map { "\($0.code)" + ($0.share.map { " \($0)%" } ?? "") }
    let crossed = cells.map { "\($0.area)×\($0.process) \($0.share)%" }
    return (parts + crossed).joined(separator: ", ") + ", ± \(tolerance)"
  }
}
