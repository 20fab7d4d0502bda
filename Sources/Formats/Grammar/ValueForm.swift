package import Diagnostics

/// What a value in an attribute or element may look like: the reader's test and the XSD's type in one row, so that they
/// can't drift (a test tries both on the same values).
///
/// Space around a value doesn't count, as in `xs:token`: `"yes "` is `yes`.
///
/// A new form is a new static value; its mistake needs a finding with words in three languages.
package struct ValueForm: Sendable {
  /// The name of its type in the XSD. Forms of one name are the same form.
  package let name: String
  package let schema: Schema
  /// What is wrong with a value, as written; nothing where it has the form.
  package let mistakes: @Sendable (String) -> [Mistake]

  package init(_ name: String, _ schema: Schema, mistakes: @escaping @Sendable (String) -> [Mistake]) {
    self.name = name
    self.schema = schema
    self.mistakes = mistakes
  }

  /// How the XSD says it.
  package enum Schema: Sendable {
    /// Any of these regular expressions (XSD 1.0, appendix F).
    case patterns([String])
    case words([String])
    /// Any text of so many characters.
    case length(ClosedRange<Int>)
    case whole(ClosedRange<Int>)
    /// `2025-09-01`
    case date
    /// At least one value of another form, between spaces.
    indirect case list(of: ValueForm)
    case anything
  }

  /// Why a value doesn't have a form.
  package struct Mistake: Sendable {
    package var finding: any Finding
    /// The piece that is wrong: UTF-8 offsets in the value as written.
    package var range: Range<Int>
    package var suggestion: String?
    package var arguments: [String: String]

    package init(
      _ finding: any Finding, _ range: Range<Int>, suggestion: String? = nil, arguments: [String: String] = [:]
    ) {
      self.finding = finding
      self.range = range
      self.suggestion = suggestion
      self.arguments = arguments
    }
  }
}

extension ValueForm {
  /// A form of one word, known by a test of its trimmed bytes.
  package static func word(
    _ name: String, _ schema: Schema, _ finding: some Finding, arguments: [String: String] = [:],
    suggest: @escaping @Sendable (String) -> String? = { _ in nil },
    accepts: @escaping @Sendable (Substring.UTF8View) -> Bool
  ) -> ValueForm {
    ValueForm(name, schema) { value in
      let word = Lexical.trimmed(value)
      guard !word.isEmpty else { return [empty(value)] }
      if accepts(word.utf8) { return [] }
      return [
        Mistake(finding, Lexical.range(of: word, in: value), suggestion: suggest(String(word)), arguments: arguments)
      ]
    }
  }

  /// Words of another form between spaces, at least one.
  package static func list(_ name: String, of form: ValueForm) -> ValueForm {
    ValueForm(name, .list(of: form)) { value in
      var mistakes: [Mistake] = []
      var isEmpty = true
      for word in Lexical.words(value) {
        isEmpty = false
        let offset = Lexical.range(of: word, in: value).lowerBound
        for var mistake in form.mistakes(String(word)) {
          mistake.range = mistake.range.lowerBound + offset..<mistake.range.upperBound + offset
          mistakes.append(mistake)
        }
      }
      return isEmpty ? [empty(value)] : mistakes
    }
  }

  /// One of these words.
  package static func oneOf(
    _ name: String, _ words: [String], _ finding: some Finding = GrammarFinding.notOneOf
  ) -> ValueForm {
    word(
      name, .words(words), finding, arguments: ["words": words.joined(separator: ", ")],
      suggest: { Similarity.nearest(to: $0, among: words) },
      accepts: { word in words.contains { $0.utf8.elementsEqual(word) } })
  }

  /// Several of these words.
  package static func someOf(_ name: String, _ words: [String]) -> ValueForm {
    list(name, of: oneOf("one-of-\(name)", words))
  }

  static func empty(_ value: String) -> Mistake { Mistake(GrammarFinding.emptyValue, 0..<value.utf8.count) }
}
