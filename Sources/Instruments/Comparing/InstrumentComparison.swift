import Datasets
import Expressions
import Texts

/// What differs between two versions of an instrument: for respondents, for scores, and for comparing them.
///
/// Questions are the same where they have the same id; one whose words and kind came back under another id is told as renamed.
package struct InstrumentComparison {
  private let old: Instrument
  private let new: Instrument
  private(set) var changes: [InstrumentChange] = []

  package static func changes(from old: Instrument, to new: Instrument) -> [InstrumentChange] {
    var comparison = InstrumentComparison(old: old, new: new)
    comparison.compareForm()
    comparison.compareScoring()
    return comparison.changes
  }

  private init(old: Instrument, new: Instrument) {
    self.old = old
    self.new = new
  }

  private mutating func add(
    _ kind: InstrumentChange.Kind, _ audience: InstrumentChange.Audience, _ effect: InstrumentChange.Effect,
    _ id: Symbol, _ was: String = "", _ now: String = ""
  ) {
    changes.append(InstrumentChange(kind, audience, effect, of: id, old: was, new: now))
  }

  /// A change of what is asked matters for scores where points hang on it.
  private func effect(of item: Symbol, _ effect: InstrumentChange.Effect) -> InstrumentChange.Effect {
    old.isScored(item) || new.isScored(item) ? effect : .none
  }

  // MARK: The form

  private mutating func compareForm() {
    let (was, now) = (old.form, new.form)
    compareWords(was.title, now.title, of: now.id, .none)
    for language in now.languages where !was.languages.contains(language) {
      add(.languageAdded(language), .respondents, .none, now.id)
    }
    for language in was.languages where !now.languages.contains(language) {
      add(.languageRemoved(language), .respondents, .none, now.id)
    }
    if was.timeLimit != now.timeLimit {
      add(
        .timeLimit, .respondents, new.scoring.keys.isEmpty ? .none : .judgement, now.id,
        Self.minutes(was.timeLimit), Self.minutes(now.timeLimit))
    }
    if was.shufflesSections != now.shufflesSections || was.booklets?.booklets != now.booklets?.booklets {
      add(.drawing, .respondents, .judgement, now.id)
    }
    compareSections()
    compareItems()
  }

  private static func minutes(_ limit: Int64?) -> String { limit.map { "\($0 / 60_000) min" } ?? "–" }

  private mutating func compareSections() {
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
      compareWords(was.title ?? LocalizedText(), section.title ?? LocalizedText(), of: section.id, .none)
      compareCondition(was.showIf, section.showIf, of: section.id, .judgement)
      if was.pick != section.pick || was.isShuffled != section.isShuffled {
        add(
          .drawing, .respondents, .judgement, section.id, was.pick.map(String.init) ?? "–",
          section.pick.map(String.init) ?? "–")
      }
      if was.timeLimit != section.timeLimit {
        add(
          .timeLimit, .respondents, .judgement, section.id, Self.minutes(was.timeLimit), Self.minutes(section.timeLimit)
        )
      }
    }
  }

  private mutating func compareItems() {
    let (was, now) = (old.form.placedItems, new.form.placedItems)
    let olds = Dictionary(was.map { ($0.item.id, $0) }) { first, _ in first }
    let news = Dictionary(now.map { ($0.item.id, $0) }) { first, _ in first }
    var removed = was.filter { news[$0.item.id] == nil }
    var added = now.filter { olds[$0.item.id] == nil }
    for gone in removed {
      guard let index = added.firstIndex(where: { $0.item.isTwin(of: gone.item) }) else { continue }
      let twin = added.remove(at: index)
      removed.removeAll { $0.item.id == gone.item.id }
      // The same question, but columns of exports and formulas have another name.
      add(.itemRenamed(to: twin.item.id), .scores, .none, gone.item.id, gone.item.id.text, twin.item.id.text)
    }
    for gone in removed { add(.itemRemoved, .respondents, effect(of: gone.item.id, .breaks), gone.item.id) }
    for new in added { add(.itemAdded, .respondents, effect(of: new.item.id, .breaks), new.item.id) }
    for item in now { if let before = olds[item.item.id] { compare(before, item) } }
    let kept = was.map(\.item.id).filter { news[$0] != nil }
    if kept != now.map(\.item.id).filter({ olds[$0] != nil }) {
      let moved = zip(kept, now.map(\.item.id).filter { olds[$0] != nil }).first { $0 != $1 }
      add(.order, .respondents, new.scoring.keys.isEmpty ? .none : .judgement, moved?.1 ?? new.form.id)
    }
  }

  private mutating func compare(_ before: PlacedItem, _ after: PlacedItem) {
    let (was, now) = (before.item, after.item)
    compareWords(was.prompt, now.prompt, of: now.id, effect(of: now.id, .judgement))
    if before.heading != after.heading, let heading = after.heading {
      compareWords(before.heading ?? LocalizedText(), heading, of: now.id, effect(of: now.id, .judgement))
    }
    compareWords(was.hint ?? LocalizedText(), now.hint ?? LocalizedText(), of: now.id, effect(of: now.id, .judgement))
    if was.kind.elementName != now.kind.elementName {
      return add(
        .kindChanged, .respondents, effect(of: now.id, .breaks), now.id, was.kind.elementName, now.kind.elementName)
    }
    compareOptions(was, now)
    if was.formText != now.formText {
      add(.borders, .respondents, effect(of: now.id, .judgement), now.id, was.formText, now.formText)
    }
    compareCondition(before.showIf, after.showIf, of: now.id, effect(of: now.id, .judgement))
    let (needed, needs) = (was.required.text, now.required.text)
    if needed != needs { add(.required, .respondents, .none, now.id, needed, needs) }
    let (checked, checks) = (was.checks.map(\.that.text), now.checks.map(\.that.text))
    if checked != checks {
      add(.checks, .respondents, .none, now.id, checked.joined(separator: "; "), checks.joined(separator: "; "))
    }
    if was.timeLimit != now.timeLimit {
      add(.timeLimit, .respondents, effect(of: now.id, .judgement), now.id)
    }
  }

  private mutating func compareCondition(
    _ was: SourceText?, _ now: SourceText?, of id: Symbol, _ effect: InstrumentChange.Effect
  ) {
    if was?.text != now?.text { add(.condition, .respondents, effect, id, was?.text ?? "–", now?.text ?? "–") }
  }

  private mutating func compareWords(
    _ was: LocalizedText, _ now: LocalizedText, of id: Symbol, _ effect: InstrumentChange.Effect
  ) {
    for (language, before, after) in Self.changedVersions(was, now) {
      // A language that is new takes nothing away from those that were there.
      add(.words(language), .respondents, before.isEmpty ? .none : effect, id, before, after)
    }
  }

  private static func changedVersions(
    _ was: LocalizedText, _ now: LocalizedText
  ) -> [(language: Language?, old: String, new: String)] {
    if let was = was.common, let now = now.common { return was == now ? [] : [(nil, was.plain(), now.plain())] }
    return Language.allCases.compactMap { language in
      let before = was.common ?? was.version(writtenIn: language) ?? []
      let after = now.common ?? now.version(writtenIn: language) ?? []
      return before == after ? nil : (language, before.plain(), after.plain())
    }
  }

  private mutating func compareOptions(_ was: Item, _ now: Item) {
    let (before, after) = (was.allOptions, now.allOptions)
    let olds = Dictionary(before.map { ($0.code, $0) }) { first, _ in first }
    let news = Set(after.map(\.code))
    for option in before where !news.contains(option.code) {
      add(
        .optionRemoved(option.code), .respondents, effect(of: now.id, .breaks), now.id,
        option.text.plain(in: new.form.languages.first ?? .ky))
    }
    for option in after {
      guard let earlier = olds[option.code] else {
        add(
          .optionAdded(option.code), .respondents, effect(of: now.id, .breaks), now.id, "",
          option.text.plain(in: new.form.languages.first ?? .ky))
        continue
      }
      for (language, before, after) in Self.changedVersions(earlier.text, option.text) {
        add(
          .optionWords(option.code, language), .respondents, before.isEmpty ? .none : effect(of: now.id, .judgement),
          now.id, before, after)
      }
      if earlier.value != option.value || earlier.missing != option.missing {
        add(
          .optionValue(option.code), .scores, effect(of: now.id, .breaks), now.id,
          earlier.value.map { "\($0)" } ?? earlier.missing?.rawValue ?? "–",
          option.value.map { "\($0)" } ?? option.missing?.rawValue ?? "–")
      }
    }
    let kept = before.map(\.code).filter(news.contains)
    let order = after.map(\.code).filter { olds[$0] != nil }
    if kept != order {
      add(
        .optionsReordered, .respondents, effect(of: now.id, .judgement), now.id,
        kept.map(\.text).joined(separator: " "), order.map(\.text).joined(separator: " "))
    }
  }

  // MARK: Scores

  private mutating func compareScoring() {
    let olds = Dictionary(old.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
    let news = Dictionary(new.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
    let ids = Set(old.form.placedItems.map(\.item.id)).intersection(new.form.placedItems.map(\.item.id))
    for id in ids.sorted() {
      let (was, now) = (olds[id], news[id])
      if was?.answerText != now?.answerText {
        add(.key, .scores, .breaks, id, was?.answerText ?? "–", now?.answerText ?? "–")
      }
      guard let was, let now else { continue }
      if was.points != now.points { add(.points, .scores, .breaks, id, "\(was.points)", "\(now.points)") }
      if was.credit != now.credit { add(.credit, .scores, .breaks, id, was.credit.rawValue, now.credit.rawValue) }
      if was.spelling != now.spelling {
        add(.spelling, .scores, .breaks, id, was.spelling.slack.rawValue, now.spelling.slack.rawValue)
      }
    }
    for id in old.scoring.reversed.symmetricDifference(new.scoring.reversed).intersection(ids).sorted() {
      add(.reversal, .scores, .breaks, id)
    }
    compareScales()
    compareFeeds()
    if old.blueprint?.shares != new.blueprint?.shares { add(.blueprint, .scores, .none, new.form.id) }
  }

  private mutating func compareScales() {
    let olds = Dictionary(old.scoring.scales.map { ($0.id, $0) }) { first, _ in first }
    let news = Set(new.scoring.scales.map(\.id))
    for scale in old.scoring.scales where !news.contains(scale.id) { add(.scaleRemoved, .scores, .breaks, scale.id) }
    for now in new.scoring.scales {
      guard let was = olds[now.id] else {
        add(.scaleAdded, .scores, .none, now.id)
        continue
      }
      let (before, after) = (was.members.map(\.id.text), now.members.map(\.id.text))
      if Set(before) != Set(after) {
        add(.scaleMembers, .scores, .breaks, now.id, before.joined(separator: " "), after.joined(separator: " "))
      }
      if was.methodText != now.methodText {
        add(.scaleMethod, .scores, .breaks, now.id, was.methodText, now.methodText)
      }
      if was.tableText != now.tableText {
        add(.scaleTable, .scores, .breaks, now.id, was.tableText, now.tableText)
      }
      if was.levelText != now.levelText { add(.levels, .scores, .levels, now.id, was.levelText, now.levelText) }
    }
  }

  private mutating func compareFeeds() {
    func fields(_ feed: Feed) -> [String] { feed.fields.map { "\($0.id) = \($0.value.text)" } }
    let olds = Dictionary(old.scoring.feeds.map { ($0.dataset, fields($0)) }) { first, _ in first }
    let news = Dictionary(new.scoring.feeds.map { ($0.dataset, fields($0)) }) { first, _ in first }
    for id in Set(olds.keys).union(news.keys).sorted() where olds[id] != news[id] {
      add(
        .feeds, .scores, .none, id, (olds[id] ?? ["–"]).joined(separator: "; "),
        (news[id] ?? ["–"]).joined(separator: "; "))
    }
  }
}
