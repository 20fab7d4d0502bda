/// What is to be written as XML: plain values, without places.
package enum Markup: Sendable, Equatable {
  case element(MarkupElement)
  case text(String)
  case comment(String)
}

/// An element to be written.
package struct MarkupElement: Sendable, Equatable {
  /// As it is to stand in the tag, prefix included.
  package var name: String
  /// In the order of writing; namespace declarations are attributes like others.
  package var attributes: [MarkupAttribute]
  package var content: [Markup]

  package init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup] = []) {
    self.name = name
    self.attributes = attributes.map { MarkupAttribute(name: $0.key, value: $0.value) }
    self.content = content
  }

  /// Adds an attribute, if there is a value for it.
  package mutating func add(_ name: String, _ value: String?) {
    if let value { attributes.append(MarkupAttribute(name: name, value: value)) }
  }

  package mutating func add(_ element: MarkupElement) { content.append(.element(element)) }
  package mutating func add(text: String) { content.append(.text(text)) }
}

/// An attribute to be written.
package struct MarkupAttribute: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
