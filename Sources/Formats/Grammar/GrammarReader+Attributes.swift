import Diagnostics
import Texts
import XML

/// Attributes against their rows: names, forms, and what must be one of a kind.
extension GrammarReader {
  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  private static let schemaNamespace = "http://www.w3.org/2001/XMLSchema-instance"

  mutating func attributes(of element: Element, rule: Int) -> AcceptedAttributes {
    let rows = grammar.rules[rule].attributes
    var result = AcceptedAttributes()
    var seen: UInt64 = 0
    var strange: [Int] = []
    for index in element.attributes.indices {
      let attribute = element.attributes[index]
      if let namespace = attribute.namespace {
        foreign(attribute, namespace)
      } else if let row = rows.indices.first(where: { rows[$0].name == attribute.name }) {
        seen |= 1 << UInt64(row)
        if !isRight(attribute, rows[row]) { result.refused.append(index) }
      } else if !grammar.rules[rule].takesOpenAttributes {
        result.refused.append(index)
        strange.append(index)
      }
    }
    for index in strange {
      let attribute = element.attributes[index]
      let missing = rows.indices.filter { rows[$0].isRequired && seen & (1 << UInt64($0)) == 0 }
      let row = meant(by: attribute, rows, in: element, missing: strange.count == 1 ? missing : [])
      report(
        GrammarFinding.unknownAttribute, attribute.nameOffset, attribute.name, suggestion: row.map { rows[$0].name },
        arguments: ["element": element.name])
      guard let row else { continue }
      seen |= 1 << UInt64(row)
      if isRight(attribute, rows[row]) { result.meant.append((rows[row].name, index)) }
    }
    for row in rows.indices where rows[row].isRequired && seen & (1 << UInt64(row)) == 0 {
      report(
        GrammarFinding.missingAttribute, element.nameOffset, element.name, arguments: ["attribute": rows[row].name])
    }
    return result
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

  /// The row that an attribute without one was meant for: a near name that is still free, or the only one that is missing
  /// where the value suits it.
  private func meant(
    by attribute: Attribute, _ rows: [AttributeRule], in element: Element, missing: [Int]
  ) -> Int? {
    let free = rows.map(\.name).filter { element.attribute($0) == nil }
    if let name = Similarity.nearest(to: attribute.name, among: free) { return rows.firstIndex { $0.name == name } }
    guard missing.count == 1, rows[missing[0]].form.mistakes(attribute.value).isEmpty else { return nil }
    return missing[0]
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
    guard isRight else {
      broken.insert(key)
      return false
    }
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
  mutating func declareLanguages(_ attribute: Attribute?) {
    guard let attribute else { return }
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
