import Datasets
import Diagnostics
import Expressions
import Texts

/// Translations that were probably forgotten: the same long text in two languages.
struct TextCheck {
  /// Shorter texts (a name, "OK", a formula) may well be the same in two languages.
  private static let leastLetters = 20

  private let languages: [Language]
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    let form = index.instrument.form
    var check = TextCheck(languages: form.languages)
    for text in index.texts {
      // One finding an element: the others of it are told when that one is mended.
      var isFound = false
      text.forEachText { isFound = isFound || check.check($0, of: text.owner, at: text.place) }
    }
    for scale in index.instrument.scoring.scales {
      check.check(scale.title, of: scale.id, at: scale.place)
      for level in scale.levels { check.check(level.title, of: level.code, at: level.place) }
    }
    for (item, all) in index.instrument.scoring.feedback {
      for feedback in all { check.check(feedback.text, of: item, at: feedback.place) }
    }
    for part in (index.instrument.blueprint?.areas ?? []) + (index.instrument.blueprint?.processes ?? []) {
      check.check(part.title, of: part.code, at: part.place)
    }
    return check.findings.diagnostics
  }

  private init(languages: [Language]) { self.languages = languages }

  /// True where the text is the same in two languages, which are told: the first two.
  @discardableResult
  private mutating func check(_ text: LocalizedText, of id: Symbol, at place: Place) -> Bool {
    guard text.common == nil else { return false }
    for (position, first) in languages.enumerated() {
      guard let version = text.version(writtenIn: first), version.mayBeLong(Self.leastLetters),
        let second = languages[(position + 1)...].first(where: {
          text.version(writtenIn: $0).map(version.isSame) ?? false
        }),
        version.plain().count(where: \.isLetter) >= Self.leastLetters
      else { continue }
      findings.add(
        InstrumentFinding.sameTranslation, at: place, id.text,
        ["first": first.rawValue, "second": second.rawValue])
      return true
    }
    return false
  }
}

extension [Inline] {
  /// False where the text surely has fewer letters.
  fileprivate func mayBeLong(_ letters: Int) -> Bool {
    if count == 1, case .text(let text) = self[0] { text.utf8.count >= letters } else { true }
  }

  /// Whether two texts are the same to the letter: two translations nearly always differ in length already.
  fileprivate func isSame(_ other: [Inline]) -> Bool {
    if count == 1, other.count == 1, case .text(let a) = self[0], case .text(let b) = other[0] {
      return a.utf8.count == b.utf8.count && a == b
    }
    return self == other
  }
}
