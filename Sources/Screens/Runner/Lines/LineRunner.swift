package import Administration
import Expressions
import Instruments
import TerminalUI
package import Texts

/// A session a line at a time: for dumb terminals and screen readers. The same state as on the full screen, asked in words.
///
/// Pure: `take` gives what to print and the events that must be durable before it is printed.
package struct LineRunner: Sendable {
  package private(set) var state: RunnerState
  var asked = Asked.item(0)
  /// Lines of a long text so far.
  var lines: [String] = []

  /// What the next line answers.
  enum Asked: Sendable, Hashable {
    /// The item of the screen with this index.
    case item(Int)
    /// The text of an option of it.
    case other(item: Int, slot: Int)
  }

  /// A runner after a line, with what is printed.
  package struct Step: Sendable {
    package var runner: LineRunner
    package var output: String
    package var events: [LoggedEvent]
  }

  private init(_ state: RunnerState) { self.state = state }

  package static func begin(_ session: Session, at now: Instant, language: Language? = nil, looks: Looks = Looks())
    -> Step
  {
    // Large print and pictures are for windows.
    let first = RunnerState.begin(
      session, at: now, language: language, size: size, looks: Looks(practice: looks.practice))
    var runner = LineRunner(first.state)
    var output = runner.state.plain(runner.state.delivery.form.title) + "\n"
    if runner.state.practice != nil { return Step(runner: runner, output: output + runner.practice(), events: []) }
    output += runner.state.isOver ? runner.finish() : runner.words(.intro) + "\n" + runner.arrival()
    return Step(runner: runner, output: output, events: first.events)
  }

  /// Lines aren't windows: text isn't broken here but by the terminal.
  static let size = Size(columns: 4_000, rows: 4_000)

  package var exit: RunnerExit? { state.exit }

  // MARK: Input

  package func taking(line: String, at now: Instant) -> Step {
    step(at: now) { runner in
      if case .dialog(let dialog, _) = runner.state.mode { return runner.choose(line, in: dialog) }
      if case .finished = runner.state.mode { return "" }
      if let practice = runner.state.practice { return runner.take(line, in: practice) }
      return runner.take(line)
    }
  }

  /// What time says stands on lines of its own, and the prompt again below it.
  package func tick(at now: Instant) -> Step {
    var step = step(at: now) { _ in "" }
    guard !step.output.isEmpty else { return step }
    let after = step.runner.state
    let isSame = after.session.state.position == state.session.state.position && !after.isOver
    step.output = "\n" + step.output + (isSame ? step.runner.prompt : "")
    return step
  }

  package func hangup(at now: Instant) -> Step {
    step(at: now) { runner in
      if !runner.lines.isEmpty { _ = runner.finishText() }
      runner.state.hangUp(.hungUp)
      return ""
    }
  }

  /// What is said where the store couldn't keep what came last.
  package func notSaved() -> String { state.phrase(.notSaved) + "\n" + prompt }

  /// Lets time pass first: what was typed after the end is no answer.
  private func step(at now: Instant, _ body: (inout LineRunner) -> String) -> Step {
    var next = self
    next.state.message = nil
    next.keepLines()
    let place = next.state.session.state.position
    next.state.passTime(to: now)
    var output = next.takeMessage()
    if next.state.isOver {
      output += next.finish()
    } else if next.state.session.state.position != place {
      output += next.arrival()
    } else {
      output += body(&next)
      if next.state.isOver { output += next.finish() }
    }
    let events = next.state.events
    next.state.events = []
    next.state.rings = false
    return Step(runner: next, output: output, events: events)
  }

  /// The lines of a long text so far are what is taken of it when the time ends.
  private mutating func keepLines() {
    guard !lines.isEmpty, let item = askedItem else { return }
    state.setDraft(.entry(TextEntry(lines.joined(separator: "\n"))), at: item.slot)
  }

  /// Says how the session was sealed; there is nothing more to ask.
  private mutating func finish() -> String {
    guard case .sealed(let reason) = state.session.state.phase else { return "" }
    state.exit = .sealed(reason)
    return print { state.addFinish(to: &$0, asksToGoOn: false) }
  }

  // MARK: Lines

  private mutating func take(_ line: String) -> String {
    let isText = isTextAsked
    if let request = LineCommand.request(in: line, isTextAsked: isText) {
      let written = lines.isEmpty ? "" : finishText()
      return written + obey(request)
    }
    guard let item = askedItem else {
      // A note, or the end.
      return state.session.state.position == .end ? words(.endHow) + "\n" + prompt : goForward()
    }
    if case .other(_, let slot) = asked { return takeOther(line, slot) }
    if isText, state.lines(of: item, item.slot) > 1 { return takeLongText(line, item) }
    let isBlank = line.allSatisfy(\.isWhitespace)
    if isBlank { return state.isFilled(item) ? next(after: item) : words(.nothingTyped) + "\n" + prompt }
    return answer(line, item)
  }

  private mutating func takeLongText(_ line: String, _ item: DeliveryItem) -> String {
    let isBlank = line.allSatisfy(\.isWhitespace)
    if !isBlank {
      lines.append(line)
      return prompt
    }
    if !lines.isEmpty { return finishText() }
    return state.isFilled(item) ? next(after: item) : words(.nothingTyped) + "\n" + prompt
  }

  private mutating func finishText() -> String {
    let text = lines.joined(separator: "\n")
    lines = []
    guard let item = askedItem else { return "" }
    return answer(text, item)
  }

  private mutating func takeOther(_ line: String, _ slot: Int) -> String {
    guard let item = askedItem else { return prompt }
    state.setDraft(.entry(TextEntry(line)), at: slot)
    guard state.confirm(item) else { return complaint(at: slot) + prompt }
    return next(after: item)
  }

  /// Takes a line as the answer to an item, asks again where it is none, and goes on where it is one.
  private mutating func answer(_ line: String, _ item: DeliveryItem) -> String {
    if item.item.kind == .tally { return count(line, item) }
    let parser = TypedAnswer(item: item, options: state.options(of: item))
    do {
      state.setDraft(try parser.draft(line), at: item.slot)
    } catch {
      return text(of: error, at: item.slot) + "\n" + prompt
    }
    guard state.confirm(item) else {
      let words = complaint(at: item.slot)
      state.drafts[item.slot] = nil
      state.complaints[item.slot] = nil
      return words + prompt
    }
    if case .timeSample = item.item.kind {
      return words(.recorded, ["answer": standing(of: item)]) + "\n" + prompt
    }
    if let other = openOther(of: item) {
      asked = .other(item: askedIndex, slot: other)
      return prompt
    }
    return next(after: item)
  }

  /// The text that the chosen option asks for and that wasn't given.
  private func openOther(of item: DeliveryItem) -> Int? {
    item.otherSlots.values.sorted().first {
      state.session.state.shownSlots.contains($0) && !state.session.isAnswered($0)
    }
  }

  /// A count is typed whole, or with a plus or a minus counted on.
  private mutating func count(_ line: String, _ item: DeliveryItem) -> String {
    let typed = line.filter { !$0.isWhitespace }
    if typed == "+" || typed == "-" {
      state.takeInTally(.character(typed == "+" ? "+" : "-"), item)
      return words(.recorded, ["answer": standing(of: item)]) + "\n" + prompt
    }
    switch item.value(typed: line, language: state.language) {
    case .failure(let problem): return problem.text(in: state.language) + "\n" + prompt
    case .success(let value):
      if let refusal = state.record(.answered(state.session.address(of: item.slot), value)) {
        return text(of: .refused(refusal), at: item.slot) + "\n" + prompt
      }
      return next(after: item)
    }
  }

  private mutating func next(after item: DeliveryItem) -> String {
    let items = state.items
    if let here = items.firstIndex(where: { $0.slot == item.slot }), here + 1 < items.count {
      asked = .item(here + 1)
      return question()
    }
    return goForward()
  }

  private mutating func goForward() -> String { moving { $0.goForward() } }

  /// Does what moves, and says where that led: to another screen, to a question that asks back, or nowhere.
  mutating func moving(_ move: (inout RunnerState) -> Void) -> String {
    let before = state.session.state.position
    move(&state)
    if case .dialog = state.mode { return dialogText() }
    let said = takeMessage()
    if state.session.state.position != before { return said + arrival() }
    if let slot = state.complaints.keys.sorted().first(where: { state.item(at: $0) != nil }),
      let index = state.items.firstIndex(where: { $0.slot == slot })
    {
      asked = .item(index)
    }
    return said + prompt
  }

  private func complaint(at slot: Int) -> String {
    let slots = [slot] + state.items.flatMap { $0.otherSlots.values }
    for slot in slots {
      if let problem = state.complaints[slot] { return text(of: problem, at: slot) + "\n" }
    }
    return ""
  }

  // MARK: What is asked

  var askedIndex: Int {
    switch asked {
    case .item(let index), .other(let index, _): index
    }
  }

  var askedItem: DeliveryItem? {
    let items = state.items
    return items.isEmpty ? nil : items[min(askedIndex, items.count - 1)]
  }

  private var isTextAsked: Bool {
    if case .other = asked { return true }
    return switch askedItem?.item.kind {
    case .text, .essay: true
    default: false
    }
  }

  mutating func setState(_ change: (inout RunnerState) -> Void) { change(&state) }
}
