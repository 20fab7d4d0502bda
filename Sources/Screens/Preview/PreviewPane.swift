import Administration
import Expressions
import Instruments
import Scoring
import TerminalUI
import Texts

/// What the author sees beside the respondent's screen: each formula with its value, or what would be scored.
extension PreviewState {
  var paneTitle: String {
    switch pane {
    case .formulas: say(.formulas)
    case .scores: say(.scores)
    case .none: ""
    }
  }

  var paneLines: [StyledText] {
    if !trouble.isEmpty { return [StyledText(say(.trouble), .bold)] + trouble.map { StyledText($0) } }
    return switch pane {
    case .formulas: formulaLines
    case .scores: scoreLines
    case .none: []
    }
  }

  func say(_ phrase: PreviewPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  private var session: Session { runner.session }

  // MARK: Formulas

  private var formulaLines: [StyledText] {
    guard let here = hidden ?? session.currentElement else { return [StyledText(say(.atTheEnd))] }
    let section = session.plan.delivery.sections[here.section]
    let element = session.plan.element(at: here)
    var lines: [StyledText] = []
    add(section.showIf, section.section.showIf, "\(section.section.id) show-if", to: &lines)
    add(element.showIf, element.block.showIf, "\(element.block.id) show-if", to: &lines)
    for item in element.items {
      let id = item.item.id
      lines.append(Self.line("\(id)", "=", value(at: item.slot)))
      if !isOwn(element) { add(item.showIf, item.item.showIf, "\(id) show-if", to: &lines) }
      if case .when(let formula) = item.required, case .when(let source) = item.item.required {
        add(formula, source, "\(id) required", to: &lines)
      }
      for (check, source) in zip(item.checks, item.item.checks) {
        add(check.that, source.that, "\(id) check", to: &lines)
      }
    }
    for computation in session.plan.delivery.computations {
      let id = session.plan.delivery.slots[computation.slot].id
      lines.append(Self.line("\(id)", "=", value(at: computation.slot)))
    }
    return lines
  }

  private func isOwn(_ element: DeliveryElement) -> Bool {
    if case .item = element.block { true } else { false }
  }

  private func add(_ formula: Formula?, _ source: SourceText?, _ label: String, to lines: inout [StyledText]) {
    guard let formula, let source else { return }
    let result = formula.evaluate(in: session.environment)
    lines.append(Self.line("\(label): \(source.text)", "→", words(of: result)))
    for slot in formula.slots.sorted() {
      lines.append(StyledText("  \(session.plan.delivery.slots[slot].id) = \(value(at: slot))", .dim))
    }
  }

  private static func line(_ head: String, _ joint: String, _ value: String) -> StyledText {
    var text = StyledText("\(head) \(joint) ")
    text.append(value, .bold)
    return text
  }

  private func value(at slot: Int) -> String {
    let value = session.value(at: slot)
    if case .missing = value { return words(of: value) }
    let printed = AnswerText(session.plan.delivery, language: language).text(of: value, at: slot)
    return value.stored == printed ? printed : "\(value.stored) (\(printed))"
  }

  private func words(of value: Value) -> String {
    switch value {
    case .boolean(let isTrue): say(isTrue ? .isTrue : .isFalse)
    case .missing(let missing):
      say(.isMissing, ["why": MissingWord(missing.reason).text(in: language)])
    default: value.stored
    }
  }

  // MARK: Scores

  private var scoreLines: [StyledText] {
    let sheet = instrument.scoring.score(session)
    guard !sheet.items.isEmpty || !sheet.scales.isEmpty else { return [StyledText(say(.nothingScored))] }
    var lines: [StyledText] = []
    for scale in sheet.scales {
      var words = words(of: scale.score)
      if let maximum = scale.maximum { words += " / \(maximum)" }
      if let error = scale.error { words += " ± \(error)" }
      if let level = scale.level { words += " · \(level)" }
      lines.append(Self.line("\(scale.id)", "=", words))
    }
    for item in sheet.items where item.maximum != nil {
      lines.append(Self.line("\(item.id)", "=", "\(item.points.map { "\($0)" } ?? "—") / \(item.maximum ?? .zero)"))
    }
    return lines
  }
}
