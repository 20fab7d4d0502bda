import Texts
package import XML

/// Writes drafts as a file: the grammar gives the order of attributes and elements, and refuses what it wouldn't read.
package struct GrammarWriter {
  /// Why a value can't be said in Synak's XML.
  package enum Fault: Error, Sendable, Equatable {
    case unknownElement(String, in: String)
    case unknownAttribute(String, element: String)
    case badValue(String, attribute: String, element: String)
    case markup(MarkupWriter.Fault)
  }

  let grammar: Grammar

  /// A file with this root.
  package static func write(_ root: Draft, grammar: Grammar = .synak) throws(Fault) -> [UInt8] {
    guard let child = grammar.roots.first(where: { $0.name == root.name }),
      let rule = grammar.index(ofType: child.type)
    else { throw .unknownElement(root.name, in: "") }
    var element = try GrammarWriter(grammar: grammar).element(root, rule: rule)
    element.attributes.insert(MarkupAttribute(name: "xmlns", value: GrammarReader.namespace), at: 0)
    do throws(MarkupWriter.Fault) { return try MarkupWriter.write(element) } catch { throw .markup(error) }
  }

  private func element(_ draft: Draft, rule index: Int) throws(Fault) -> MarkupElement {
    let rule = grammar.rules[index]
    var element = MarkupElement(draft.name)
    element.attributes = try attributes(of: draft, rule)
    switch rule.content {
    case .nothing: break
    case .value(let form):
      let value = draft.value ?? ""
      guard form.mistakes(value).isEmpty else {
        throw .badValue(value, attribute: "", element: draft.name)
      }
      element.add(text: value)
    case .label, .words: element.content = Self.label(draft.text)
    case .elements(let particles): element.content = try content(of: draft, rule: index, particles)
    }
    return element
  }

  private func attributes(of draft: Draft, _ rule: ElementRule) throws(Fault) -> [MarkupAttribute] {
    var result: [MarkupAttribute] = []
    for row in rule.attributes {
      guard let given = draft.attributes.first(where: { $0.name == row.name }) else { continue }
      guard row.form.mistakes(given.value).isEmpty else {
        throw .badValue(given.value, attribute: row.name, element: draft.name)
      }
      result.append(MarkupAttribute(name: given.name, value: given.value))
    }
    for given in draft.attributes where !rule.attributes.contains(where: { $0.name == given.name }) {
      guard rule.takesOpenAttributes else { throw .unknownAttribute(given.name, element: draft.name) }
      result.append(MarkupAttribute(name: given.name, value: given.value))
    }
    return result
  }

  private func content(of draft: Draft, rule: Int, _ particles: [Particle]) throws(Fault) -> [Markup] {
    var stretches = [[Markup]](repeating: [], count: particles.count)
    for child in draft.children {
      guard let place = grammar.place(of: child.name, in: rule) else {
        throw .unknownElement(child.name, in: draft.name)
      }
      stretches[place.particle].append(.element(try element(child, rule: place.rule)))
    }
    if let position = particles.firstIndex(where: \.isText), let text = draft.text {
      stretches[position] = Self.languages(of: text)
    }
    return stretches.flatMap { $0 }
  }

  /// A text that is the same in all languages stands as it is, others a language an element.
  private static func label(_ text: LocalizedText?) -> [Markup] {
    guard let text else { return [] }
    return text.common.map(InlineMarkup.markup) ?? languages(of: text)
  }

  /// In the order of `Language`, so that a file doesn't depend on how a text came about.
  private static func languages(of text: LocalizedText) -> [Markup] {
    Language.allCases.compactMap { language in
      text.version(writtenIn: language).map { .element(MarkupElement(language.rawValue, [:], InlineMarkup.markup($0))) }
    }
  }
}
