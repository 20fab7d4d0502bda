package import Texts

/// Access codes on paper: ten slips a page, to be cut apart. The only place where codes stand in clear.
package struct CodeSlips: Sendable, Hashable {
  package struct Slip: Sendable, Hashable {
    /// In groups, as it is typed.
    package var code: String
    /// Whose it is; nil on an anonymous one.
    package var name: String?
    package var schoolClass: String?

    package init(code: String, name: String?, schoolClass: String?) {
      self.code = code
      self.name = name
      self.schoolClass = schoolClass
    }
  }

  /// What the codes are for, in the language of the slips.
  package var title: String
  package var language: Language
  /// Each anonymous code is good for one set of answers.
  package var isOnce: Bool
  /// Stands at the foot of the page, which is cut away.
  package var footer: String
  package var slips: [Slip]

  package init(title: String, language: Language, isOnce: Bool, footer: String, slips: [Slip]) {
    self.title = title
    self.language = language
    self.isOnce = isOnce
    self.footer = footer
    self.slips = slips
  }

  package var document: PrintedDocument {
    PrintedDocument(
      title: title, language: language, footer: footer, blocks: [.slips(slips.map(content))])
  }

  private func content(_ slip: Slip) -> [PrintBlock] {
    func note(_ phrase: SlipPhrase) -> PrintBlock { .text(phrase.text(in: language), .note) }
    let whose = [slip.name, slip.schoolClass].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    var blocks: [PrintBlock] = [.paragraph([.strong(title)])]
    if !whose.isEmpty { blocks.append(.text(whose)) }
    blocks.append(.text(slip.code, .code))
    blocks.append(note(.howToType))
    blocks.append(note(slip.name != nil ? .personal : isOnce ? .anonymousOnce : .anonymous))
    return blocks
  }
}
