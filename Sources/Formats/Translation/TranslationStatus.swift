package import Texts

/// How far a file is translated into a language.
package struct TranslationStatus: Sendable, Hashable {
  package let language: Language
  package let texts: Int
  package private(set) var translated = 0
  /// The units without a text.
  package private(set) var missing: [String] = []
  /// The units whose long text is the same as in the first language.
  package private(set) var identical: [String] = []
  /// The units that lost a placeholder or mark of the first language.
  package private(set) var damaged: [String] = []

  /// Shorter texts may well be the same.
  private static let longText = 20

  /// Of each language that the file declares or uses, against the first.
  package static func all(of units: TranslationUnits) -> [TranslationStatus] {
    var languages = units.languages
    for unit in units.units {
      for version in unit.versions where !languages.contains(version.language) { languages.append(version.language) }
    }
    return languages.map { TranslationStatus(units, $0, against: languages.first) }
  }

  private init(_ units: TranslationUnits, _ language: Language, against first: Language?) {
    self.language = language
    texts = units.units.count
    for unit in units.units {
      guard let text = units.content(of: unit, in: language), !text.isEmpty else {
        missing.append(unit.id)
        continue
      }
      translated += 1
      guard let first, first != language, let source = units.content(of: unit, in: first) else { continue }
      if text == source, source.words.count(where: \.isLetter) >= Self.longText { identical.append(unit.id) }
      if text.marks.filter(Self.isPlaceholder) != source.marks.filter(Self.isPlaceholder) { damaged.append(unit.id) }
    }
  }

  /// Emphasis may fall elsewhere in another language; an answer or a picture may not be lost.
  private static func isPlaceholder(_ mark: String) -> Bool { mark.hasPrefix("{") || mark.hasPrefix("<image") }
}
