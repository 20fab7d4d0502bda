package import Texts

/// An element that is to be written, before the grammar puts it in order: the writer's counterpart of `Piece`.
package struct Draft: Sendable {
  package var name: String
  /// Attributes in any order; the table gives theirs. Those that the table can't list keep the order given here.
  package private(set) var attributes: [(name: String, value: String)] = []
  /// The text of a label, or of the languages.
  package var text: LocalizedText?
  /// The value between the tags, where the element holds one.
  package var value: String?
  /// In the order of those that share a particle; the particles order the rest.
  package var children: [Draft] = []

  package init(_ name: String, text: LocalizedText? = nil) {
    self.name = name
    self.text = text
  }

  /// Says an attribute, if there is a value for it.
  package mutating func say(_ name: String, _ value: String?) {
    if let value { attributes.append((name, value)) }
  }

  /// Says yes; where it is no, nothing, which means the same.
  package mutating func sayYes(_ name: String, _ isSo: Bool) {
    if isSo { attributes.append((name, "yes")) }
  }

  package mutating func add(_ child: Draft?) {
    if let child { children.append(child) }
  }
}
