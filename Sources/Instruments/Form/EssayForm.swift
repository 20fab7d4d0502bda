package import Diagnostics
package import Expressions
package import Texts

/// A longer text that a person judges.
package struct EssayForm: Sendable, Hashable {
  /// Lines shown to write in.
  package var lines: Int
  /// How many words are wanted. Shown while one writes; fewer or more are taken, since no work is thrown away for its
  /// length.
  package var minimumWords: Int?
  package var maximumWords: Int?
  /// The longest answer, in characters.
  package var maximumLength: Int

  package static let defaultLines = 12
  package static let defaultLength = 10_000

  package init(
    lines: Int = EssayForm.defaultLines, minimumWords: Int? = nil, maximumWords: Int? = nil,
    maximumLength: Int = EssayForm.defaultLength
  ) {
    self.lines = lines
    self.minimumWords = minimumWords
    self.maximumWords = maximumWords
    self.maximumLength = maximumLength
  }
}

/// What a rater goes by: never part of what respondents see.
package struct MarkingGuide: Sendable, Hashable {
  package struct Criterion: Sendable, Hashable {
    package var id: Symbol
    package var text: LocalizedText
    package var levels: [Descriptor]
    package var place: Place

    package init(id: Symbol, text: LocalizedText, levels: [Descriptor], place: Place) {
      self.id = id
      self.text = text
      self.levels = levels
      self.place = place
    }
  }

  package var text: LocalizedText?
  package var criteria: [Criterion]

  package init(text: LocalizedText? = nil, criteria: [Criterion] = []) {
    self.text = text
    self.criteria = criteria
  }
}

extension String {
  /// How many words there are: runs of letters and digits.
  package var wordCount: Int { split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "’" || $0 == "'") }.count }
}
