package import Administration
import Expressions
import Instruments
package import Texts

/// A session answered from a file or a pipe: a line an answer, `m1 623` or `m1<TAB>623`; nobody is asked anything.
///
/// Empty lines and those that begin with "#" say nothing. At the end of the input the session is handed in where every
/// line was taken and nothing stands in the way, and suspended otherwise, so that a mended script can go on. Pure: each
/// call gives the events to store.
package struct ScriptedRunner: Sendable {
  package private(set) var session: Session
  package private(set) var findings: [Finding] = []
  /// Answers that were taken.
  package private(set) var taken = 0
  private var now: Instant
  private var line = 0
  private var events: [LoggedEvent] = []
  /// Lines for questions that may be chosen yet, by slot.
  private var waiting: [Int: (line: Int, text: String, typed: String)] = [:]

  /// A line that wasn't taken, and why.
  package struct Finding: Sendable, Hashable {
    /// From 1.
    package var line: Int
    package var text: String
    package var reason: Reason

    package enum Reason: Sendable, Hashable {
      case noSuchItem(String)
      case problem(slot: Int, EntryProblem)
      case refused(Refusal)
    }

    package func words(in language: Language, _ session: Session) -> String {
      let delivery = session.plan.delivery
      let words: String
      switch reason {
      case .noSuchItem(let id): words = ScriptPhrase.noSuchItem.text(in: language, ["id": id])
      case .problem(let slot, .refused(.checkFailed(_, let check))):
        let checks = delivery.item(at: slot)?.checks ?? []
        words = checks.indices.contains(check) ? checks[check].message.plain(in: language) : text
      case .problem(_, let problem): words = problem.text(in: language)
      case .refused(let refusal): words = refusal.text(in: language)
      }
      if text.isEmpty, case .refused(let refusal) = reason, let slot = refusal.slot {
        return "\(delivery.slots[slot].id): \(words)"
      }
      return ScriptPhrase.line.text(in: language, ["n": "\(line)", "found": text, "words": words])
    }
  }

  package init(_ session: Session, at now: Instant, language: Language? = nil) {
    self.session = session
    self.now = max(now, session.state.now)
    switch session.state.phase {
    case .new:
      let languages = session.plan.delivery.form.languages
      record(.started(language.flatMap { languages.contains($0) ? $0 : nil } ?? session.state.language))
    case .suspended: record(.resumed)
    case .running, .paused, .sealed: break
    }
  }

  /// The events since the last call.
  package mutating func takeEvents() -> [LoggedEvent] {
    defer { events = [] }
    return events
  }

  package mutating func take(_ text: String, at now: Instant) {
    line += 1
    self.now = max(self.now, now)
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let id = words.first, !id.hasPrefix("#") else { return }
    let typed = words.count > 1 ? String(words[1]) : ""
    let delivery = session.plan.delivery
    guard let slot = delivery.slot(of: Symbol(String(id))) else {
      note(text, .noSuchItem(String(id)))
      return
    }
    if mayBeChosen(slot) {
      waiting[slot] = (line, text, typed)
      return
    }
    // What stands behind a choice is reached by making it.
    while session.element(of: slot) == nil, choose() {}
    goTo(slot)
    if let item = delivery.item(at: slot) { answer(item, typed, text) } else { write(typed, at: slot, text) }
  }

  /// Whether the line is for a question that may be chosen at the stop that is open: it waits for its turn.
  private func mayBeChosen(_ slot: Int) -> Bool {
    guard session.element(of: slot) == nil else { return false }
    return session.plan.route.contains { stop in
      guard case .open(let open) = stop, open.isStepwise, !session.state.finished.contains(open.id) else {
        return false
      }
      return open.candidates.contains { index in
        session.plan.element(at: index).items.contains { $0.slot == slot || $0.otherSlots.values.contains(slot) }
      }
    }
  }

  /// Lets what comes be chosen, and answers it where a line said how; false where nothing is open.
  private mutating func choose() -> Bool {
    guard let event = session.choice else { return false }
    do throws(EntryProblem) { try apply(event) } catch { return false }
    guard let here = session.currentElement else { return true }
    for item in session.shownItems(at: here) {
      guard let kept = waiting.removeValue(forKey: item.slot) else { continue }
      let last = line
      line = kept.line
      answer(item, kept.typed, kept.text)
      line = last
    }
    return true
  }

  /// As a person would: the screen of the item first, where it can be reached.
  private mutating func goTo(_ slot: Int) {
    guard let element = session.element(of: slot), element != session.currentElement else { return }
    record(.moved(.element(element)))
  }

  private mutating func answer(_ item: DeliveryItem, _ typed: String, _ text: String) {
    do throws(EntryProblem) {
      switch item.value(typed: typed, language: session.state.language, today: session.plan.today) {
      case .failure(let problem): throw .answer(problem)
      case .success(.missing(let missing)) where missing.code == nil:
        if session.isAnswered(item.slot) { try apply(.cleared(session.address(of: item.slot))) }
      case .success(let value) where session.answer(at: item.slot) == value && isBehindChoice(item.slot): taken += 1
      case .success(let value):
        try apply(.answered(session.address(of: item.slot), value))
        taken += 1
      }
      // A script stands by what it says.
      while let check = session.openQuestion(of: item.slot) {
        try apply(.confirmed(session.address(of: item.slot), check: check))
      }
    } catch {
      note(text, .problem(slot: item.slot, error))
    }
  }

  /// Whether an answer stands for good: the same script again says the same.
  private func isBehindChoice(_ slot: Int) -> Bool {
    session.element(of: slot).map { session.isBehindChoice($0) } ?? false
  }

  private mutating func write(_ typed: String, at slot: Int, _ text: String) {
    do throws(EntryProblem) {
      switch Item.otherText(typed: typed) {
      case .failure(let problem): throw .answer(problem)
      case .success(let value): try apply(.answered(session.address(of: slot), value))
      }
      taken += 1
    } catch {
      note(text, .problem(slot: slot, error))
    }
  }

  /// No more lines: hands in, or says what stands in the way and leaves the session to be continued.
  package mutating func finish(at now: Instant) {
    self.now = max(self.now, now)
    guard session.state.phase == .running else { return }
    while findings.isEmpty, choose() {}
    guard findings.isEmpty else { return record(.suspended) }
    do throws(EntryProblem) {
      try apply(.sealed(.submitted))
    } catch {
      if case .refused(let refusal) = error {
        findings.append(Finding(line: line, text: "", reason: .refused(refusal)))
      }
      record(.suspended)
    }
  }

  private mutating func apply(_ event: Event) throws(EntryProblem) {
    let moment = max(now, session.state.now)
    do {
      try session.apply(event, at: moment)
    } catch {
      throw .refused(error)
    }
    events.append(LoggedEvent(event, at: moment))
  }

  private mutating func record(_ event: Event) {
    do throws(EntryProblem) { try apply(event) } catch {
      // A screen that can't be reached yet: the answer itself says whether it is taken.
    }
  }

  private mutating func note(_ text: String, _ reason: Finding.Reason) {
    findings.append(Finding(line: line, text: text, reason: reason))
  }
}

/// Words about lines of a script.
enum ScriptPhrase: PhraseCatalogue {
  case line, noSuchItem, progress, points

  var template: Template {
    switch self {
    case .line:
      Template(
        ky: "{n}-сап «{found}»: {words}", ru: "Строка {n} «{found}»: {words}",
        en: "Line {n} \u{201C}{found}\u{201D}: {words}")
    case .noSuchItem:
      Template(
        ky: "«{id}» деген суроо жок.", ru: "Вопроса «{id}» нет.", en: "There is no question \u{201C}{id}\u{201D}.")
    case .progress:
      Template(
        ky: "{n} / {total}  {name}: {answers} {answers:жооп}",
        ru: "{n} / {total}  {name}: {answers} {answers:ответ|ответа|ответов}",
        en: "{n} / {total}  {name}: {answers} {answers:answer|answers}")
    case .points:
      Template(ky: "{maximum} упайдан {score}", ru: "{score} из {maximum} баллов", en: "{score} of {maximum} points")
    }
  }
}
