internal import CLibXML2

/// The tree that libxml2 builds of an accepted document, for what only libxml2 can do with one: schema validation.
///
/// Reading needs no tree; the values of `Document` come from the scanner.
struct ParsedDocument: ~Copyable {
  private let tree: xmlDocPtr

  /// - Returns: nil where libxml2 refuses the text.
  init?(_ text: CanonicalText) {
    guard let tree = ParserContext.tree(of: text) else { return nil }
    self.tree = tree
  }

  deinit { xmlFreeDoc(tree) }

  /// Lends the tree; it must not be kept.
  borrowing func withTree<Result>(_ body: (xmlDocPtr) -> Result) -> Result {
    body(tree)
  }
}
