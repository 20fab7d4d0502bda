/// What an XML file says, as plain values: elements, attributes and texts, each with its place in the canonical text.
///
/// Comments and instructions are left out; texts that only they or CDATA sections divided are one text.
package struct Document: Sendable {
  package let root: Element
  /// What all offsets refer to, and what the content hash is taken of.
  package let text: CanonicalText
  /// How the file was written.
  package let encoding: TextEncoding
}

/// One element with all that is in it.
package struct Element: Sendable, Equatable {
  /// The local name, without prefix.
  package let name: String
  /// The namespace that the element's prefix, or the default, stands for.
  package let namespace: String?
  /// In the order of the file, without namespace declarations.
  package let attributes: [Attribute]
  /// The namespaces that this start tag declares; they matter where values hold prefixed names.
  package let declarations: [NamespaceDeclaration]
  package let children: [Node]

  private let start: Int32
  private let startTagLength: Int32
  private let end: Int32

  init(
    name: String, namespace: String?, attributes: [Attribute], declarations: [NamespaceDeclaration],
    children: [Node], startTag: Range<Int>, end: Int
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.declarations = declarations
    self.children = children
    start = Int32(truncatingIfNeeded: startTag.lowerBound)
    startTagLength = Int32(truncatingIfNeeded: startTag.count)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// Byte offset of the `<` of the start tag.
  package var offset: Int { Int(start) }
  /// Byte offset of the name, prefix included.
  package var nameOffset: Int { Int(start) + 1 }
  /// Byte offset behind the `>` of the start tag.
  package var startTagEnd: Int { Int(start) + Int(startTagLength) }
  /// Byte offset behind the whole element.
  package var endOffset: Int { Int(end) }

  /// The attribute with this local name and no namespace.
  package func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.name == name && $0.namespace == nil }
  }

  /// The child elements, in order.
  package var elements: [Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text of the element and of what is in it, joined.
  package var joinedText: String {
    var result = ""
    for child in children {
      switch child {
      case .text(let run): result += run.string
      case .element(let element): result += element.joinedText
      }
    }
    return result
  }
}

/// An attribute of an element.
package struct Attribute: Sendable, Equatable {
  /// The local name, without prefix.
  package let name: String
  /// The namespace of the prefix; without prefix there is none.
  package let namespace: String?
  /// The value as XML 1.0 §3.3.3 normalises it: references resolved, tab and line end read as a space.
  package let value: String
  private let nameStart: Int32
  /// Where the value stands, between its quotes.
  package let source: SourceMap

  init(name: String, namespace: String?, value: String, nameOffset: Int, source: SourceMap) {
    self.name = name
    self.namespace = namespace
    self.value = value
    nameStart = Int32(truncatingIfNeeded: nameOffset)
    self.source = source
  }

  /// Byte offset of the name, prefix included.
  package var nameOffset: Int { Int(nameStart) }
  /// Byte offset of the first byte of the value.
  package var valueOffset: Int { source.source.lowerBound }
}

/// A namespace declaration: `xmlns:prefix="uri"`, or `xmlns="uri"` with an empty prefix.
package struct NamespaceDeclaration: Sendable, Equatable {
  package let prefix: String
  package let uri: String
}

/// What stands in an element.
package enum Node: Sendable, Equatable {
  indirect case element(Element)
  case text(TextRun)
}

/// The text between two tags.
package struct TextRun: Sendable, Equatable {
  package let string: String
  package let source: SourceMap
  /// Nothing but spaces, tabs and line ends.
  package let isBlank: Bool
}
