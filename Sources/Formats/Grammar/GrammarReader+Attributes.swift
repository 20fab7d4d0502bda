import Diagnostics
import Texts
import XML

/// Attributes against their rows: names, forms, and what must be one of a kind.
extension GrammarReader {
  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  private static let schemaNamespace = "http://www.w3.org/2001/XMLSchema-instance"

  mutating func attributes(of piece: inout Piece, _ rule: ElementRule) {
    let element = piece.element
    var seen: UInt64 = 0
    for (index, attribute) in element.attributes.enumerated() {
      if let namespace = attribute.namespace {
        foreign(attribute, namespace)
      } else if let row = rule.attributes.indices.first(where: { rule.attributes[$0].name == attribute.name }) {
        seen |= 1 << UInt64(row)
        if !isRight(attribute, rule.attributes[row]) { piece.refused.append(index) }
      } else if !rule.takesOpenAttributes {
        piece.refused.append(index)
        guard let row = unknown(attribute, rule, in: element) else { continue }
        seen |= 1 << UInt64(row)
        if isRight(attribute, rule.attributes[row]) { piece.meant.append((rule.attributes[row].name, index)) }
      }
    }
    for row in rule.attributes.indices where rule.attributes[row].isRequired && seen & (1 << UInt64(row)) == 0 {
      report(
        GrammarFinding.missingAttribute, element.nameOffset, element.name,
        arguments: ["attribute": rule.attributes[row].name])
    }
  }

  private mutating func foreign(_ attribute: Attribute, _ namespace: String) {
    switch (namespace, attribute.name) {
    case (Self.schemaNamespace, "schemaLocation"), (Self.schemaNamespace, "noNamespaceSchemaLocation"),
      (Self.xmlNamespace, "space"):
      break  // Editors write these; they say nothing about an instrument, and nothing is fetched.
    case (Self.xmlNamespace, _):
      report(ContentFinding.reservedAttribute, attribute.nameOffset, "xml:" + attribute.name)
    default: report(GrammarFinding.foreignAttribute, attribute.nameOffset, attribute.name)
    }
  }

  /// Reports an attribute without a row; gives the row that was meant, where a near one is still free.
  private mutating func unknown(_ attribute: Attribute, _ rule: ElementRule, in element: Element) -> Int? {
    let free = rule.attributes.map(\.name).filter { element.attribute($0) == nil }
    let meant = Similarity.nearest(to: attribute.name, among: free)
    report(
      GrammarFinding.unknownAttribute, attribute.nameOffset, attribute.name, suggestion: meant,
      arguments: ["element": element.name])
    return meant.flatMap { name in rule.attributes.firstIndex { $0.name == name } }
  }

  private mutating func isRight(_ attribute: Attribute, _ rule: AttributeRule) -> Bool {
    let mistakes = rule.form.mistakes(attribute.value)
    for mistake in mistakes {
      report(mistake, in: attribute.value, from: attribute.source)
    }
    if case .inFile(let word) = rule.uniqueness {
      return isUnique(attribute, word, isRight: mistakes.isEmpty)
    }
    return mistakes.isEmpty
  }

  /// A mistake in a value, at the place of the piece that is wrong.
  mutating func report(_ mistake: ValueForm.Mistake, in value: String, from map: SourceMap) {
    let bytes = value.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: mistake.range.lowerBound)
    let end = bytes.index(start, offsetBy: mistake.range.count)
    report(
      mistake.finding, map.offset(ofByte: mistake.range.lowerBound), String(value[start..<end]),
      suggestion: mistake.suggestion, arguments: mistake.arguments)
  }

  private mutating func isUnique(_ attribute: Attribute, _ word: String, isRight: Bool) -> Bool {
    let key = Lexical.trimmed(attribute.value).lowercased()
    identifiers.insert(key)
    guard isRight else { return false }
    if let first = unique[word]?[key] {
      report(
        InstrumentFinding.doubledID, attribute.source.offset(ofByte: 0), attribute.value,
        arguments: ["line": String(source.place(first).line)])
      return false
    }
    unique[word, default: [:]][key] = attribute.valueOffset
    return true
  }

  /// The languages of the file, from the root's attribute.
  mutating func declareLanguages(_ root: Piece) {
    guard let attribute = root.attribute("languages") else { return }
    var languages: [Language] = []
    for word in Lexical.words(attribute.value) {
      guard let language = Language(rawValue: String(word)) else { continue }
      if languages.contains(language) {
        let offset = attribute.source.offset(ofByte: Lexical.range(of: word, in: attribute.value).lowerBound)
        report(ContentFinding.languageDeclaredTwice, offset, String(word))
      } else {
        languages.append(language)
      }
    }
    declared = languages
  }
}
