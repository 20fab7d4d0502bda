import Diagnostics
import Expressions
import Texts
import XML

/// Texts: their languages against those that the file declares, and completeness text by text.
extension GrammarReader {
  /// The versions of one text as they are met.
  struct TextVersions {
    let element: Element
    var text = LocalizedText()
    /// Languages that stand here, empty ones too.
    var seen: [Language] = []
  }

  mutating func read(_ element: Element, _ language: Language, into texts: inout TextVersions, owner: String?) {
    plainAttributes(of: element, type: TextMarkup.wordsType)
    let words = words(of: element, owner: owner)
    if !used.contains(language) { used.append(language) }
    if texts.seen.contains(language) {
      report(
        ContentFinding.doubledTranslation, element.nameOffset, element.name, arguments: ["element": texts.element.name])
      return
    }
    texts.seen.append(language)
    if let declared, !declared.contains(language) {
      // Once a file: a language that was forgotten stands in every text.
      if undeclared.insert(language).inserted {
        report(ContentFinding.languageNotDeclared, element.nameOffset, element.name)
      }
    }
    if words.isEmpty {
      report(ContentFinding.emptyText, element.nameOffset, element.name)
    } else {
      texts.text.add(words, in: language)
    }
  }

  /// The text of all its versions; nil where it has none.
  mutating func finish(_ texts: TextVersions) -> LocalizedText? {
    guard !texts.seen.isEmpty else { return nil }
    if let declared, declared.count > texts.seen.count || !declared.allSatisfy(texts.seen.contains) {
      let missing = declared.filter { !texts.seen.contains($0) }
      if !missing.isEmpty {
        let element = texts.element
        lacking.append((element.name, source.place(element.nameOffset, length: element.name.count), missing))
      }
    }
    return texts.text.isEmpty ? nil : texts.text
  }

  /// A text in languages, or one that is the same in all.
  mutating func label(of element: Element, owner: String?) -> LocalizedText? {
    var texts = TextVersions(element: element)
    let hasLanguages = element.children.contains { node in
      if case .element(let child) = node { language(of: child.name) != nil } else { false }
    }
    guard hasLanguages else {
      let words = words(of: element, owner: owner)
      // Where an element stands in it, that one is reported already.
      if words.isEmpty, element.elements.isEmpty { report(ContentFinding.emptyText, element.nameOffset, element.name) }
      return words.isEmpty ? nil : LocalizedText(common: words)
    }
    var isMixed = false
    for node in element.children {
      var stray: Int?
      switch node {
      case .text(let run):
        if !run.isBlank {
          stray = run.source.offset(ofByte: Lexical.range(of: Lexical.trimmed(run.string), in: run.string).lowerBound)
        }
      case .element(let child):
        guard isOurs(child) else { continue }
        if let language = Language(rawValue: child.name) {
          read(child, language, into: &texts, owner: owner)
        } else if let markup = TextMarkup(rawValue: child.name), TextMarkup.inline.contains(markup) {
          stray = child.nameOffset
          check(markup, child, owner: owner)
        } else if let meant = unknown(child, rule: nil, candidates: TextMarkup.languageNames),
          let language = Language(rawValue: meant)
        {
          read(child, language, into: &texts, owner: owner)
        }
      }
      if let stray, !isMixed {
        isMixed = true
        report(ContentFinding.mixedText, stray, length: 1, element.name)
      }
    }
    return finish(texts)
  }

  /// The language that an element's name stands for, a slip forgiven where no markup is nearer.
  private func language(of name: String) -> Language? {
    if let language = Language(rawValue: name) { return language }
    guard !TextMarkup.inlineNames.contains(name), TextMarkup.fromHTML[name] == nil, grammar.parents(of: name).isEmpty
    else { return nil }
    let candidates = TextMarkup.inlineNames + TextMarkup.languageNames
    return Similarity.nearest(to: name, among: candidates).flatMap { Language(rawValue: $0) }
  }

  /// At the end of a file: a language that no text has is one mistake, others are a mistake a text.
  mutating func checkTranslations(_ root: Piece) {
    guard let declared else { return }
    let unused = declared.filter { !used.contains($0) }
    // A file without any text has no text that lacks a language.
    if !used.isEmpty {
      for (word, place) in root.words("languages") {
        guard let language = Language(rawValue: word), unused.contains(language) else { continue }
        findings.append(Diagnostic(ContentFinding.languageNeverUsed, at: place, found: word))
      }
    }
    for text in lacking {
      let languages = text.languages.filter { !unused.contains($0) }
      guard !languages.isEmpty, findings.count < Self.mostFindings else { continue }
      findings.append(
        Diagnostic(
          ContentFinding.missingTranslation, at: text.place, found: text.piece,
          arguments: ["languages": languages.map(\.rawValue).joined(separator: ", ")]))
    }
  }

  /// The attributes of an element that makes no piece: inside texts none has any.
  mutating func plainAttributes(of element: Element, type: String) {
    guard !element.attributes.isEmpty, let rule = grammar.index(ofType: type) else { return }
    _ = attributes(of: element, rule: rule)
  }
}
