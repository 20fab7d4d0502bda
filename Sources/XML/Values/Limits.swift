/// How large a document may be.
///
/// Every limit is checked by our own scanner before libxml2 sees a byte, because libxml2
/// needs quadratic time for many attributes, names and namespaces and has no limit on elements or plain text.
package struct Limits: Sendable, Equatable {
  /// A thing that is counted.
  package enum Name: String, Sendable, CaseIterable {
    /// Bytes of the file.
    case bytes
    /// Elements inside one another; the root is 1.
    case depth
    /// Elements of the document.
    case elements
    /// Elements directly inside one element.
    case children
    /// Attributes and namespace declarations of one element.
    case attributes
    /// Attributes and namespace declarations of the document.
    case allAttributes
    /// Different names of elements, attributes and instructions, and different namespaces.
    case names
    /// Namespace declarations in force at one place.
    case namespaces
    /// UTF-8 bytes of one start tag, from `<` to `>`.
    case startTag
    /// UTF-8 bytes of one text between two tags.
    case text
  }

  package var bytes = 16 << 20
  package var depth = 48
  package var elements = 200_000
  package var children = 50_000
  package var attributes = 512
  package var allAttributes = 400_000
  package var names = 20_000
  package var namespaces = 64
  package var startTag = 64 << 10
  package var text = 64 << 10

  package init() {}
  package static let standard = Limits()

  package subscript(name: Name) -> Int {
    switch name {
    case .bytes: bytes
    case .depth: depth
    case .elements: elements
    case .children: children
    case .attributes: attributes
    case .allAttributes: allAttributes
    case .names: names
    case .namespaces: namespaces
    case .startTag: startTag
    case .text: text
    }
  }
}
