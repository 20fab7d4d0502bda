/// The namespace declarations in force at one place of a document (Namespaces in XML 1.0).
struct NamespaceScope {
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Whether a document may declare this (Namespaces §3): the two names that XML itself uses stand for what they
  /// stand for, and a prefix stands for something.
  static func allows(_ declaration: NamespaceDeclaration) -> Bool {
    switch declaration.prefix {
    case "xmlns": false
    case "xml": declaration.uri == xml
    case "": declaration.uri != xml && declaration.uri != xmlns
    default: !declaration.uri.isEmpty && declaration.uri != xml && declaration.uri != xmlns
    }
  }

  private static let xmlns = "http://www.w3.org/2000/xmlns/"

  private var bindings: [NamespaceDeclaration] = []

  var count: Int { bindings.count }

  mutating func declare(_ declaration: NamespaceDeclaration) {
    bindings.append(declaration)
  }

  /// Forgets all declarations but the first `count`.
  mutating func leave(to count: Int) {
    bindings.removeLast(bindings.count - count)
  }

  /// What a prefix stands for.
  enum Meaning {
    case namespace(String)
    case none
    case undeclared
  }

  /// - Parameter prefix: empty for the default namespace.
  func meaning(of prefix: String) -> Meaning {
    if prefix == "xml" { return .namespace(Self.xml) }
    for binding in bindings.reversed() where XMLCharacters.isSame(binding.prefix, prefix) {
      return binding.uri.isEmpty ? .none : .namespace(binding.uri)
    }
    return prefix.isEmpty ? .none : .undeclared
  }
}
