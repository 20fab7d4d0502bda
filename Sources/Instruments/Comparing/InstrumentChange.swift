package import Expressions
package import Texts

/// One thing that differs between two versions of an instrument.
package struct InstrumentChange: Sendable, Hashable {
  /// Whom it concerns.
  package enum Audience: Sendable, Hashable, CaseIterable {
    /// What is shown and how it is answered.
    case respondents
    /// What answers earn and where they go.
    case scores
  }

  /// What it does to the comparison of scores from before and after.
  package enum Effect: Int, Sendable, Hashable, Comparable {
    case none
    /// Somebody must judge whether it is still the same question.
    case judgement
    /// Levels mean something else, scores the same.
    case levels
    case breaks

    package static func < (a: Effect, b: Effect) -> Bool { a.rawValue < b.rawValue }
  }

  /// What has changed; `ChangeKind` has the words.
  package let kind: ChangeKind
  package let audience: Audience
  package let effect: Effect
  /// The item, section, scale or data set.
  package let id: Symbol
  /// The option that it is about, and the language; nil where it is about neither.
  package let code: Symbol?
  package let language: Language?
  /// As it was and as it is, where that can be said in a line.
  package let old: String
  package let new: String

  package init(
    _ kind: ChangeKind, _ audience: Audience, _ effect: Effect, of id: Symbol, code: Symbol? = nil,
    language: Language? = nil, old: String = "", new: String = ""
  ) {
    self.kind = kind
    self.audience = audience
    self.effect = effect
    self.id = id
    self.code = code
    self.language = language
    self.old = old
    self.new = new
  }

  /// What has changed, in words; for whom and of what stands beside it.
  package func text(in reader: Language) -> String {
    kind.text(in: reader, ["code": code?.text ?? "", "language": language?.rawValue ?? "—", "new": new])
  }
}
