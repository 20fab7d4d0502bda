package import Diagnostics

/// An element of a QTI expression, as far as an expression needs to know it: whoever reads the file makes it.
package struct QTIElement: Sendable, Hashable {
  /// The local name, in the spelling of any version: `containerSize`, `qti-container-size`.
  package var name: String
  package var attributes: [String: String]
  package var children: [QTIElement]
  package var text: String
  package var place: Place?

  package init(
    name: String, attributes: [String: String] = [:], children: [QTIElement] = [], text: String = "",
    place: Place? = nil
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
    self.place = place
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

/// The variables that a QTI expression may name.
package struct QTIScope: Sendable {
  package struct Variable: Sendable {
    package var slot: Int
    package var type: ValueType
    /// What is right, where that is declared.
    package var correct: Value?
    /// What it holds before anything happens, where that is declared.
    package var initial: Value?

    package init(slot: Int, type: ValueType, correct: Value? = nil, initial: Value? = nil) {
      self.slot = slot
      self.type = type
      self.correct = correct
      self.initial = initial
    }
  }

  package var variables: [String: Variable]

  package init(variables: [String: Variable] = [:]) { self.variables = variables }
}
