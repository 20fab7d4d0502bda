import Texts
import XML

/// Writes the grammar as an XSD 1.0: the published contract for editors.
///
/// It says what XSD can say: names, order, number, forms of values. Texts that lack a language, ids that stand twice and
/// references are the reader's.
enum SchemaWriter {
  /// The schema of all roots of a grammar, as text.
  static func schema(of grammar: Grammar) throws(MarkupWriter.Fault) -> [UInt8] {
    var schema = MarkupElement(
      "xs:schema",
      [
        "xmlns:xs": "http://www.w3.org/2001/XMLSchema", "xmlns": GrammarReader.namespace,
        "targetNamespace": GrammarReader.namespace, "elementFormDefault": "qualified",
      ])
    for root in grammar.roots { schema.add(element(root.name, type: root.type)) }
    schema.add(common)
    schema.add(languages)
    schema.add(markup)
    schema.add(
      MarkupElement(
        "xs:simpleType", ["name": "nothing"],
        [.element(MarkupElement("xs:restriction", ["base": "xs:token"], [facet("maxLength", "0")]))]))
    for form in forms(of: grammar) { schema.add(simpleType(form)) }
    for rule in grammar.rules { schema.add(complexType(rule)) }
    return try MarkupWriter.write(schema, comments: [" Synak: written from the grammar of the reader. "])
  }

  /// What every element may bear: attributes of XML itself, which say nothing here.
  private static let common = MarkupElement(
    "xs:attributeGroup", ["name": "common"],
    [
      .element(
        MarkupElement(
          "xs:anyAttribute",
          ["namespace": "http://www.w3.org/XML/1998/namespace", "processContents": "skip"]))
    ])

  private static let languages = MarkupElement(
    "xs:group", ["name": "languages"],
    [
      .element(
        MarkupElement(
          "xs:choice", [:],
          TextMarkup.languageNames.map { .element(element($0, type: TextMarkup.wordsType)) }))
    ])

  private static let markup = MarkupElement(
    "xs:group", ["name": "markup"],
    [
      .element(
        MarkupElement(
          "xs:choice", [:], TextMarkup.inline.map { .element(element($0.rawValue, type: $0.type)) }))
    ])

  private static func element(_ name: String, type: String) -> MarkupElement {
    MarkupElement("xs:element", ["name": name, "type": type])
  }

  private static func group(_ name: String) -> Markup { .element(MarkupElement("xs:group", ["ref": name])) }

  private static func complexType(_ rule: ElementRule) -> MarkupElement {
    var type = MarkupElement("xs:complexType", ["name": rule.type])
    switch rule.content {
    case .nothing: type.add(simpleContent("nothing", rule))
    case .value(let form): type.add(simpleContent(typeName(form), rule))
    case .label, .words:
      type.add("mixed", "true")
      var choice = MarkupElement("xs:choice", ["minOccurs": "0", "maxOccurs": "unbounded"])
      if case .label = rule.content { choice.content.append(group("languages")) }
      choice.content.append(group("markup"))
      type.add(choice)
      type.content += attributes(of: rule)
    case .elements(let particles):
      type.add(MarkupElement("xs:sequence", [:], particles.map { .element(stretch($0)) }))
      type.content += attributes(of: rule)
    }
    return type
  }

  private static func simpleContent(_ base: String, _ rule: ElementRule) -> MarkupElement {
    let derived = MarkupElement("xs:extension", ["base": base], attributes(of: rule))
    return MarkupElement("xs:simpleContent", [:], [.element(derived)])
  }

  private static func stretch(_ particle: Particle) -> MarkupElement {
    var stretch: MarkupElement
    if particle.isText {
      stretch = MarkupElement("xs:group", ["ref": "languages"])
    } else if let child = particle.children.first, particle.children.count == 1 {
      stretch = element(child.name, type: child.type)
    } else {
      stretch = MarkupElement("xs:choice", [:], particle.children.map { .element(element($0.name, type: $0.type)) })
    }
    if particle.least != 1 { stretch.add("minOccurs", String(particle.least)) }
    if particle.most != 1 { stretch.add("maxOccurs", particle.most.map(String.init) ?? "unbounded") }
    return stretch
  }

  private static func attributes(of rule: ElementRule) -> [Markup] {
    var attributes = rule.attributes.map { row in
      var attribute = MarkupElement("xs:attribute", ["name": row.name, "type": typeName(row.form)])
      if row.isRequired { attribute.add("use", "required") }
      return Markup.element(attribute)
    }
    if rule.takesOpenAttributes {
      attributes.append(
        .element(
          MarkupElement(
            "xs:anyAttribute",
            ["namespace": "##local http://www.w3.org/XML/1998/namespace", "processContents": "skip"])))
    } else {
      attributes.append(.element(MarkupElement("xs:attributeGroup", ["ref": "common"])))
    }
    return attributes
  }

  /// Every form that the table uses, each once, the items of lists too, by name.
  static func forms(of grammar: Grammar) -> [ValueForm] {
    var forms: [String: ValueForm] = [:]
    func add(_ form: ValueForm) {
      forms[form.name] = form
      if case .list(let item) = form.schema { add(item) }
    }
    for rule in grammar.rules {
      for attribute in rule.attributes { add(attribute.form) }
      if case .value(let form) = rule.content { add(form) }
    }
    return forms.values.sorted { $0.name < $1.name }
  }

  /// XSD keeps the types of elements and of values in one space of names.
  private static func typeName(_ form: ValueForm) -> String { form.name + "-value" }

  private static func simpleType(_ form: ValueForm) -> MarkupElement {
    let restriction: MarkupElement
    switch form.schema {
    case .patterns(let patterns):
      restriction = MarkupElement("xs:restriction", ["base": "xs:token"], patterns.map { facet("pattern", $0) })
    case .words(let words):
      restriction = MarkupElement("xs:restriction", ["base": "xs:token"], words.map { facet("enumeration", $0) })
    case .length(let range):
      restriction = MarkupElement(
        "xs:restriction", ["base": "xs:token"],
        [facet("minLength", String(range.lowerBound)), facet("maxLength", String(range.upperBound))])
    case .whole(let range):
      restriction = MarkupElement(
        "xs:restriction", ["base": "xs:integer"],
        [
          facet("pattern", "0|-?[1-9][0-9]*"), facet("minInclusive", String(range.lowerBound)),
          facet("maxInclusive", String(range.upperBound)),
        ])
    case .date:
      restriction = MarkupElement(
        "xs:restriction", ["base": "xs:date"], [facet("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}")])
    case .list(let item):
      let list = MarkupElement("xs:list", ["itemType": typeName(item)])
      restriction = MarkupElement(
        "xs:restriction", [:],
        [.element(MarkupElement("xs:simpleType", [:], [.element(list)])), facet("minLength", "1")])
    case .anything: restriction = MarkupElement("xs:restriction", ["base": "xs:string"])
    }
    return MarkupElement("xs:simpleType", ["name": typeName(form)], [.element(restriction)])
  }

  private static func facet(_ name: String, _ value: String) -> Markup {
    .element(MarkupElement("xs:" + name, ["value": value]))
  }
}
