import Datasets
import Expressions
import Texts

/// What differs between two versions of an instrument: for respondents, for scores, and for comparing them.
///
/// Questions are the same where they have the same id; one whose words and kind came back under another id is told as renamed.
package struct InstrumentComparison {
  let old: Instrument
  let new: Instrument
  private(set) var changes: [InstrumentChange] = []

  package static func changes(from old: Instrument, to new: Instrument) -> [InstrumentChange] {
    var comparison = InstrumentComparison(old: old, new: new)
    comparison.compareForm()
    comparison.compareSections()
    comparison.comparePassages()
    comparison.compareItems()
    comparison.compareOrder()
    comparison.compareScoring()
    return comparison.changes
  }

  private init(old: Instrument, new: Instrument) {
    self.old = old
    self.new = new
  }

  mutating func add(
    _ kind: ChangeKind, _ audience: InstrumentChange.Audience, _ effect: InstrumentChange.Effect, _ id: Symbol,
    _ was: String = "", _ now: String = "", code: Symbol? = nil, language: Language? = nil
  ) {
    changes.append(
      InstrumentChange(kind, audience, effect, of: id, code: code, language: language, old: was, new: now))
  }

  /// A change of what is asked matters for scores where points hang on it.
  func effect(of item: Symbol, _ effect: InstrumentChange.Effect) -> InstrumentChange.Effect {
    old.isScored(item) || new.isScored(item) ? effect : .none
  }

  // MARK: What many parts have

  mutating func compareWords(
    _ was: LocalizedText?, _ now: LocalizedText?, of id: Symbol, _ effect: InstrumentChange.Effect,
    as kind: ChangeKind = .words, code: Symbol? = nil
  ) {
    for (language, before, after) in Self.changedVersions(was ?? LocalizedText(), now ?? LocalizedText()) {
      // A language that is new takes nothing away from those that were there.
      add(
        kind, kind == .words || kind == .optionWords ? .respondents : .scores, before.isEmpty ? .none : effect, id,
        before, after, code: code, language: language)
    }
  }

  private static func changedVersions(
    _ was: LocalizedText, _ now: LocalizedText
  ) -> [(language: Language?, old: String, new: String)] {
    let written = Language.allCases.filter { language in
      [was, now].contains { $0.common == nil && $0.version(writtenIn: language) != nil }
    }
    // The same in all languages, before and after: told once.
    if written.isEmpty {
      let (before, after) = (was.common ?? [], now.common ?? [])
      return before == after ? [] : [(nil, before.plain(), after.plain())]
    }
    return written.compactMap { language in
      let before = was.common ?? was.version(writtenIn: language) ?? []
      let after = now.common ?? now.version(writtenIn: language) ?? []
      return before == after ? nil : (language, before.plain(), after.plain())
    }
  }

  mutating func compareCondition(
    _ was: SourceText?, _ now: SourceText?, of id: Symbol, _ effect: InstrumentChange.Effect
  ) {
    compare(was?.text ?? "–", now?.text ?? "–", .condition, .respondents, effect, of: id)
  }

  /// What can be said in a line.
  mutating func compare(
    _ was: String, _ now: String, _ kind: ChangeKind, _ audience: InstrumentChange.Audience,
    _ effect: InstrumentChange.Effect, of id: Symbol, code: Symbol? = nil
  ) {
    if was != now { add(kind, audience, effect, id, was, now, code: code) }
  }
}
