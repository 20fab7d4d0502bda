package import Diagnostics
import Expressions
package import Instruments
package import Scoring
import Texts

/// Runs the examples of an instrument as if somebody sat it: the same sessions, the same scoring.
package enum ExampleRun {
  /// What came out otherwise than the examples say, in the order of the file.
  package static func findings(of instrument: CheckedInstrument) -> [Diagnostic] {
    instrument.instrument.examples.flatMap { example in
      var run = OneRun(instrument: instrument, example: example)
      return run.findings()
    }
  }
}

/// One example being run.
private struct OneRun {
  let instrument: CheckedInstrument
  let example: Example
  private var session: Session

  init(instrument: CheckedInstrument, example: Example) {
    self.instrument = instrument
    self.example = example
    var inputs: [Symbol: Value] = [:]
    for given in example.steps.flatMap(\.answers) {
      guard let input = instrument.delivery.form.inputs.first(where: { $0.id == given.item }) else { continue }
      inputs[input.id] = input.value(typed: given.typed.text)
    }
    session = Session(plan: SessionPlan(of: instrument, inputs: inputs, asking: example.subjects))
  }

  private var language: Language { instrument.delivery.form.languages.first ?? .ky }

  mutating func findings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    do throws(Refusal) {
      try session.apply(.started(language), at: .start)
    } catch { return [] }  // a new session can always begin
    for step in example.steps {
      // Attributes have no order of their own: answers are given in the order of the form.
      let answers = step.answers.sorted { slot(of: $0) < slot(of: $1) }
      for given in answers {
        while session.element(of: slot(of: given)) == nil, isOnSomeRoute(given.item), choose() {}
        if let finding = answer(given) { findings.append(finding) }
      }
    }
    while choose() {}
    guard findings.isEmpty else { return findings }
    let sheet = instrument.scoring.score(session)
    return example.expectations.flatMap { check($0, sheet) }
  }

  /// Follows the route at which the way ends; false where there is none.
  private mutating func choose() -> Bool {
    guard let event = session.choice else { return false }
    do throws(Refusal) {
      try session.apply(event, at: session.state.now)
      return true
    } catch { return false }  // what must be answered first isn't: then the way ends here
  }

  private func isOnSomeRoute(_ id: Symbol) -> Bool {
    let form = instrument.delivery.form
    let behind = form.sections.drop { $0.routes.isEmpty }
    return behind.contains { section in section.blocks.contains { $0.id == id || $0.items.contains { $0.id == id } } }
  }

  private func slot(of given: Example.Given) -> Int { instrument.delivery.slot(of: given.item) ?? .max }

  private mutating func answer(_ given: Example.Given) -> Diagnostic? {
    guard let slot = instrument.delivery.slot(of: given.item) else { return nil }  // found by the checker
    if let input = instrument.delivery.form.inputs.first(where: { $0.id == given.item }) {
      return input.value(typed: given.typed.text) == nil ? refused(given, why: given.typed.text) : nil
    }
    switch value(typed: given.typed.text, at: slot) {
    case .failure(let problem): return refused(given, why: problem.text(in: language))
    case .success(let value):
      do throws(Refusal) {
        try session.apply(.answered(session.address(of: slot), value), at: session.state.now)
        return nil
      } catch {
        switch error {
        case .notShown, .notReached: return finding(.answerToHidden, at: given.typed.place, item: given.item)
        case .unacceptable(_, let problem): return refused(given, why: problem.text(in: language))
        case .checkFailed(_, let check):
          let message = instrument.delivery.item(at: slot)?.checks[check].message.plain(in: language)
          return refused(given, why: message ?? "")
        default: return refused(given, why: "\(error)")
        }
      }
    }
  }

  private func value(typed text: String, at slot: Int) -> Result<Value, AnswerProblem> {
    guard let item = instrument.delivery.item(at: slot) else { return Item.otherText(typed: text) }
    return item.value(typed: text, language: language, today: session.plan.today)
  }

  private func refused(_ given: Example.Given, why: String) -> Diagnostic {
    finding(
      .answerRefused, at: given.typed.place, found: given.typed.text, item: given.item, arguments: ["why": why])
  }

  private func check(_ expectation: Example.Expectation, _ sheet: ScoreSheet) -> [Diagnostic] {
    switch expectation {
    case .value(let id, let text):
      let (isMet, actual) = compare(id, with: text.text, sheet)
      return isMet
        ? []
        : [
          finding(
            .otherValue, at: text.place, found: text.text, item: id,
            arguments: ["expected": text.text, "actual": actual])
        ]
    case .level(let id, let text):
      let actual = sheet.scale(id)?.level?.text ?? "—"
      return actual == text.text
        ? []
        : [
          finding(
            .otherLevel, at: text.place, found: text.text, item: id,
            arguments: ["expected": text.text, "actual": actual])
        ]
    case .shown(let ids, let place):
      return ids.filter { !isShown($0) }.map { finding(.notShown, at: place, found: $0.text, item: $0) }
    case .hidden(let ids, let place):
      return ids.filter(isShown).map { finding(.notHidden, at: place, found: $0.text, item: $0) }
    }
  }

  private func compare(_ id: Symbol, with text: String, _ sheet: ScoreSheet) -> (isMet: Bool, actual: String) {
    if let scale = sheet.scale(id) {
      // Nothing written expects that there is no score.
      guard case .decimal(let score) = scale.score else { return (text.allSatisfy(\.isWhitespace), "—") }
      return (Decimal64(typed: text) == score, "\(score)")
    }
    guard let slot = instrument.delivery.slot(of: id) else { return (true, "") }  // found by the checker
    let actual = session.value(at: slot)
    guard let item = instrument.delivery.item(at: slot), item.item.parts.isEmpty else {
      return (isComputed(actual, text), actual.stored)
    }
    let printed = item.print(actual, in: language)
    guard case .success(let expected) = value(typed: text, at: slot) else { return (false, printed) }
    return (expected == actual, printed)
  }

  /// Whether a computed value is what the example says: numbers by value, the rest letter by letter.
  private func isComputed(_ actual: Value, _ text: String) -> Bool {
    Decimal64(typed: text).flatMap { Value.decimal($0).matches(actual) } ?? (actual.stored == text)
  }

  /// Whether an item, a block or a section is on the way.
  private func isShown(_ id: Symbol) -> Bool {
    if let slot = instrument.delivery.slot(of: id) { return session.state.shownSlots.contains(slot) }
    return session.steps.contains { step in
      session.plan.element(at: step).block.id == id
        || instrument.delivery.sections[step.section].section.id == id
    }
  }

  private func finding(
    _ finding: ExampleFinding, at place: Place, found: String = "", item: Symbol, arguments: [String: String] = [:]
  ) -> Diagnostic {
    Diagnostic(
      finding, at: place, found: found,
      arguments: arguments.merging(["example": example.name, "item": item.text]) { given, _ in given })
  }
}

extension ScoringPlan {
  /// The scores of a session as it stands.
  package func score(_ session: Session, judgements: [Judgement] = []) -> ScoreSheet {
    // What is hidden says so itself, computed values among it.
    score(
      values: session.record, shown: { session.record[$0] != .notShown }, today: session.plan.today,
      judgements: judgements)
  }
}
