package import Diagnostics
package import XML

/// An element of a QTI expression, as far as an expression needs to know it.
package struct QTIElement: Sendable, Hashable {
  /// The local name, in the spelling of any version: `containerSize`, `qti-container-size`.
  package var name: String
  package var attributes: [String: String]
  package var children: [QTIElement]
  package var text: String
  package var place: Place

  /// An element of a file that was read.
  package init(_ element: Element, in source: Source) {
    name = element.name
    attributes = Dictionary(
      element.attributes.filter { $0.namespace == nil }.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    children = element.elements.map { QTIElement($0, in: source) }
    text = element.children.reduce(into: "") { text, node in if case .text(let run) = node { text += run.string } }
    place = source.place(element.offset)
  }

  /// The name as QTI 2 spells it: version 3 writes `qti-container-size` where 2 writes `containerSize`.
  var foldedName: String { Self.folded(name.hasPrefix("qti-") ? String(name.dropFirst(4)) : name) }

  /// An attribute by its QTI 2 name.
  func attribute(_ name: String) -> String? {
    attributes[name] ?? attributes.first { Self.folded($0.key) == name }?.value
  }

  private static func folded(_ name: String) -> String {
    let parts = name.split(separator: "-")
    guard let first = parts.first, parts.count > 1 else { return name }
    // A prefix, as in "durationGTE", keeps its capitals; `duration-gte` gets them back.
    return parts.dropFirst().reduce(String(first)) { result, part in
      result
        + (["gte", "lt"].contains(part) && first == "duration"
          ? part.uppercased() : part.prefix(1).uppercased() + part.dropFirst())
    }
  }
}
