package import Instruments
package import Texts

/// A new instrument to start from: small, whole, explained line by line, and without a mistake.
///
/// The texts stand in the instrument's languages; the comments in the language of who writes it.
package struct InstrumentTemplate {
  package let method: Method
  let id: String
  let languages: [Language]
  let author: Language

  /// `languages` in the order in which texts shall stand; those that Synak doesn't speak itself get the English words as a
  /// start.
  package init(_ method: Method, id: String, languages: [Language], author: Language) {
    self.method = method
    self.id = id
    self.languages = languages
    self.author = author
  }

  /// The file.
  package var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(comment(.whole, ["kind": kind.text(in: author)]))
    <\(method.rawValue) xmlns="urn:synak:1" id="\(id)" version="1.0" languages="\(languageList)"\(attributes)>
    \(comment(.languages))
      <title>\(words(title))</title>

    \(content)
    </\(method.rawValue)>

    """
  }

  private var languageList: String { languages.map(\.rawValue).joined(separator: " ") }

  private var content: String {
    switch method {
    case .test: test
    case .questionnaire: questionnaire
    case .observation: observation
    case .expertAssessment: expertAssessment
    }
  }

  private var attributes: String {
    switch method {
    case .test: "\n      subject=\"math\" grades=\"5\" time-limit=\"40m\""
    case .questionnaire: "\n      respondent=\"parent\" anonymous=\"yes\""
    case .observation: "\n      observed=\"lesson\" respondent=\"observer\""
    case .expertAssessment: "\n      observed=\"school\" respondent=\"expert\""
    }
  }

  private var kind: TemplateWord {
    switch method {
    case .test: .test
    case .questionnaire: .questionnaire
    case .observation: .observation
    case .expertAssessment: .expertAssessment
    }
  }

  private var title: TemplateWord {
    switch method {
    case .test: .testTitle
    case .questionnaire: .questionnaireTitle
    case .observation: .observationTitle
    case .expertAssessment: .expertTitle
    }
  }

  // MARK: What templates are made of

  /// One version a language: `<ky>…</ky><ru>…</ru>`.
  func words(_ word: TemplateWord) -> String {
    languages.map { "<\($0.rawValue)>\(word.text(in: $0))</\($0.rawValue)>" }.joined()
  }

  func comment(_ comment: TemplateComment, _ arguments: [String: String] = [:], indent: Int = 2) -> String {
    let edge = comment == .whole ? "" : String(repeating: " ", count: indent)
    return "\(edge)<!-- \(comment.text(in: author, arguments)) -->"
  }

  func option(_ code: String, _ word: TemplateWord, _ attributes: String = "") -> String {
    "<option code=\"\(code)\"\(attributes)>\(words(word))</option>"
  }
}
