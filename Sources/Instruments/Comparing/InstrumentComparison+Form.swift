import Datasets
import Expressions
import Texts

/// The form as a whole, its sections, and what asks nothing: passages, computed values.
extension InstrumentComparison {
  /// What matters for scores where there are any.
  private var judged: InstrumentChange.Effect { new.scoring.keys.isEmpty ? .none : .judgement }

  mutating func compareForm() {
    let (was, now) = (old.form, new.form)
    compareWords(was.title, now.title, of: now.id, .none)
    for language in now.languages where !was.languages.contains(language) {
      add(.languageAdded, .respondents, .none, now.id, language: language)
    }
    for language in was.languages where !now.languages.contains(language) {
      add(.languageRemoved, .respondents, .none, now.id, language: language)
    }
    compare(was.settings, now.settings, .settings, .respondents, .none, of: now.id)
    compare(
      Self.minutes(was.timeLimit), Self.minutes(now.timeLimit), .timeLimit, .respondents, judged, of: now.id)
    if was.shufflesSections != now.shufflesSections || was.booklets?.booklets != now.booklets?.booklets {
      add(.drawing, .respondents, .judgement, now.id)
    }
    compareInputs()
    compareLists()
  }

  private static func minutes(_ limit: Int64?) -> String {
    limit.map { $0 % 60_000 == 0 ? "\($0 / 60_000) min" : "\($0 / 1_000) s" } ?? "–"
  }

  private mutating func compareInputs() {
    let olds = Dictionary(old.form.inputs.map { ($0.id, $0) }) { first, _ in first }
    let news = Set(new.form.inputs.map(\.id))
    for input in old.form.inputs where !news.contains(input.id) {
      add(.input, .respondents, .judgement, input.id, input.text, "–")
    }
    for input in new.form.inputs {
      compare(olds[input.id]?.text ?? "–", input.text, .input, .respondents, .judgement, of: input.id)
      if let was = olds[input.id] { compareWords(was.title, input.title, of: input.id, .none) }
    }
  }

  /// Their options are compared where items have them.
  private mutating func compareLists() {
    let olds = Dictionary(old.form.choiceLists.map { ($0.id, $0) }) { first, _ in first }
    for list in new.form.choiceLists {
      if let was = olds[list.id] { compareWords(was.title, list.title, of: list.id, .none) }
    }
  }

  mutating func compareSections() {
    let olds = Dictionary(old.form.sections.map { ($0.id, $0) }) { first, _ in first }
    let news = Set(new.form.sections.map(\.id))
    for section in old.form.sections where !news.contains(section.id) {
      add(.sectionRemoved, .respondents, .none, section.id)
    }
    for section in new.form.sections {
      guard let was = olds[section.id] else {
        add(.sectionAdded, .respondents, .none, section.id)
        continue
      }
      compareWords(was.title, section.title, of: section.id, .none)
      compareCondition(was.showIf, section.showIf, of: section.id, .judgement)
      compare(was.drawingText, section.drawingText, .drawing, .respondents, .judgement, of: section.id)
      compare(
        Self.minutes(was.timeLimit), Self.minutes(section.timeLimit), .timeLimit, .respondents, .judgement,
        of: section.id)
      compare(was.stopText, section.stopText, .stopRule, .respondents, judged, of: section.id)
      compare(was.repetitionText, section.repetitionText, .repetition, .respondents, .judgement, of: section.id)
    }
  }

  mutating func comparePassages() {
    let (was, now) = (old.form.silentBlocks, new.form.silentBlocks)
    let olds = Dictionary(was.map { ($0.id, $0) }) { first, _ in first }
    let news = Set(now.map(\.id))
    for block in was where !news.contains(block.id) { comparePassage(block, nil) }
    for block in now { comparePassage(olds[block.id], block) }
  }

  private mutating func comparePassage(_ was: Block?, _ now: Block?) {
    guard let id = (now ?? was)?.id else { return }
    if let old = was?.computation?.value.text ?? now?.computation.map({ _ in "–" }) {
      compare(old, now?.computation?.value.text ?? "–", .computation, .respondents, effect(of: id, .breaks), of: id)
    }
    guard let was, let now else {
      if now?.passage != nil { add(.passageAdded, .respondents, passageEffect(now), id) }
      if was?.passage != nil { add(.passageRemoved, .respondents, passageEffect(was), id) }
      return
    }
    compareCondition(was.showIf, now.showIf, of: id, passageEffect(now))
    guard let before = was.passage, let after = now.passage else { return }
    compareWords(before.text, after.text, of: id, passageEffect(now))
    compare(
      before.items.map(\.text).joined(separator: " "), after.items.map(\.text).joined(separator: " "), .placement,
      .respondents, passageEffect(now), of: id)
  }

  /// What questions are about matters for their points; a note doesn't.
  private func passageEffect(_ block: Block?) -> InstrumentChange.Effect {
    if case .stimulus = block { judged } else { .none }
  }

  /// Tells the first that stands elsewhere among what was there before and after.
  mutating func compareOrder() {
    let (was, now) = (old.form.outline, new.form.outline)
    let (olds, news) = (Set(was), Set(now))
    let (before, after) = (was.filter(news.contains), now.filter(olds.contains))
    if let moved = zip(before, after).first(where: { $0 != $1 }) { add(.order, .respondents, judged, moved.1) }
  }
}
