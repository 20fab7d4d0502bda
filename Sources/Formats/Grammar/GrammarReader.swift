package import Diagnostics
import Expressions
package import Texts
package import XML

/// Holds a file against the grammar and gives what is right as `Piece`s and what is wrong as findings, all of it in one
/// run: no mistake hides another, and one mistake is one finding.
package struct GrammarReader {
  /// What came of a file.
  package struct Reading: Sendable {
    /// nil where the file isn't of a kind that was asked for.
    package var root: Piece?
    /// In the order of the file.
    package var findings: [Diagnostic]
    /// The answers that texts show.
    package var pipes: [Pipe]
    /// The ids that the file gives, in small letters, by the word of their uniqueness.
    var unique: [String: [String: Int]]
    /// The ids that are wrong, in small letters.
    var broken: Set<String>
    /// The languages that the file declares, each once.
    package var languages: [Language]

    /// Whether something in the file has this id, right or wrong: then a made-up id must be another.
    package func has(identifier: String) -> Bool {
      let key = identifier.lowercased()
      return broken.contains(key) || unique.values.contains { $0[key] != nil }
    }
  }

  /// `{grade}` in a text.
  package struct Pipe: Sendable {
    package var id: String
    /// The id of the nearest element that has one, the root apart.
    package var owner: String?
    package var place: Place
  }

  /// The one namespace of Synak's own files.
  package static let namespace = "urn:synak:1"

  /// More findings than this don't help anybody, and a hostile file could have millions.
  static let mostFindings = 1_000

  let grammar: Grammar
  let source: Source
  /// The namespace that counts as ours in this file, so that a slip in it is one finding.
  let namespace: String?
  var findings: [Diagnostic] = []
  var pipes: [Pipe] = []
  var broken: Set<String> = []
  /// The offsets of values that must be one of a kind, by the word of their uniqueness.
  var unique: [String: [String: Int]] = [:]
  /// nil where the root doesn't say, so that texts can't be held against it.
  var declared: [Language]?
  var undeclared: Set<Language> = []
  /// The languages that any text has, each once.
  var used: [Language] = []
  /// Texts that lack a declared language; whether that is a mistake of theirs shows at the end.
  var lacking: [(piece: String, place: Place, languages: [Language])] = []

  /// Reads a document as one of the roots that are named.
  package static func read(
    _ document: Document, file: String, grammar: Grammar, roots: [String]
  ) -> Reading {
    let root = document.root
    let source = Source(file: file, text: document.text)
    var reader = GrammarReader(grammar: grammar, source: source, namespace: root.namespace)
    guard let child = reader.kind(of: root, among: roots), let rule = grammar.index(ofType: child.type) else {
      return reader.reading(nil)
    }
    if root.namespace == nil {
      reader.report(GrammarFinding.noNamespace, root.nameOffset, root.name)
    } else if root.namespace != namespace {
      reader.report(
        GrammarFinding.wrongNamespace, root.nameOffset, length: root.name.count, root.namespace ?? "",
        suggestion: namespace)
    }
    let piece = reader.piece(root, rule: rule, name: child.name, owner: nil, isRoot: true)
    reader.checkTranslations(piece)
    return reader.reading(piece)
  }

  private mutating func kind(of root: Element, among roots: [String]) -> Child? {
    let words = ["words": roots.joined(separator: ", ")]
    if let child = grammar.roots.first(where: { $0.name == root.name }) {
      if roots.contains(child.name) { return child }
      report(ContentFinding.otherKindOfFile, root.nameOffset, root.name, arguments: words)
      return nil
    }
    let meant = Similarity.nearest(to: root.name, among: roots)
    report(GrammarFinding.wrongRoot, root.nameOffset, root.name, suggestion: meant, arguments: words)
    return grammar.roots.first { $0.name == meant }
  }

  private func reading(_ root: Piece?) -> Reading {
    var findings = findings.sortedByPlace
    if findings.count >= Self.mostFindings {
      findings.append(
        Diagnostic(
          ContentFinding.manyFindings, at: findings.last?.place, arguments: ["limit": String(Self.mostFindings)]))
    }
    return Reading(
      root: root, findings: findings, pipes: pipes, unique: unique, broken: broken, languages: declared ?? [])
  }

  /// An element of a known type, with all that is in it.
  mutating func piece(_ element: Element, rule index: Int, name: String, owner: String?, isRoot: Bool = false) -> Piece
  {
    let attributes = attributes(of: element, rule: index)
    if isRoot { declareLanguages(attributes["languages", in: element]) }
    let owner = isRoot ? nil : element.attribute("id")?.value ?? owner
    var content = Piece.Content()
    switch grammar.rules[index].content {
    case .nothing: refuseContent(of: element, rule: index)
    case .value(let form): content.value = value(of: element, form, rule: index)
    case .label: content.text = label(of: element, owner: owner)
    case .words: content.text = LocalizedText(common: words(of: element, owner: owner))
    case .elements(let particles): content = self.content(of: element, rule: index, particles, owner: owner)
    }
    return Piece(
      element, type: grammar.rules[index].type, name: name, attributes: attributes, content: content, source: source)
  }

  /// A finding at a byte offset. `found` is shortened where it is long.
  mutating func report(
    _ finding: some Finding, _ offset: Int, length: Int? = nil, _ found: String, suggestion: String? = nil,
    arguments: [String: String] = [:]
  ) {
    guard findings.count < Self.mostFindings else { return }
    let place = source.place(offset, length: length ?? found.count)
    findings.append(
      Diagnostic(
        finding, at: place, found: Self.excerpt(found), suggestion: suggestion.map(Self.excerpt), arguments: arguments))
  }

  /// The beginning of a long text, on one line.
  static func excerpt(_ text: String) -> String {
    let line = text.contains(where: \.isNewline) ? Lexical.collapsed(text[...]) : text
    return line.utf8.count <= 60 ? line : line.prefix(57) + "…"
  }
}
