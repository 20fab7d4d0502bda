package import Diagnostics
package import Expressions
package import Texts
package import XML

/// An element that the grammar knows, with all that was right about it: what typed readers walk.
///
/// What was wrong is already a finding, and absent here: an attribute that a typed reader gets has its form. A class
/// without change: pieces are handed about a lot and are large.
package final class Piece: Sendable {
  package let element: Element
  /// The type of its rule; an element with a slip in its name is read as the one that was meant.
  package let type: String
  /// The name that was meant.
  package let name: String
  /// The name's place.
  package let place: Place
  /// The text of a label, or of the languages; nil where there is none.
  package let text: LocalizedText?
  /// The value between the tags, where the rule wants one and it has its form.
  package let value: SourceText?
  package let children: [Piece]

  let source: Source
  let attributes: AcceptedAttributes

  init(
    _ element: Element, type: String, name: String, attributes: AcceptedAttributes, content: Content, source: Source
  ) {
    self.element = element
    self.type = type
    self.name = name
    self.attributes = attributes
    self.source = source
    text = content.text
    value = content.value
    children = content.children
    place = source.place(element.nameOffset, length: element.name.count)
  }

  /// What stands between the tags.
  struct Content {
    var text: LocalizedText?
    var value: SourceText?
    var children: [Piece] = []
  }

  /// The children of a type, in order.
  package func children(_ type: String) -> [Piece] { children.filter { $0.type == type } }

  package func first(_ type: String) -> Piece? { children.first { $0.type == type } }

  /// An attribute as it is written, if it is there and right.
  package func attribute(_ name: String) -> Attribute? { attributes[name, in: element] }

  /// The attributes that have no row in the table, in order: `<answers m1="623"/>`.
  package func openAttributes(except known: Set<String>) -> [Attribute] {
    element.attributes.enumerated().compactMap { index, attribute in
      attribute.namespace == nil && !known.contains(attribute.name) && !attributes.refused.contains(index)
        ? attribute : nil
    }
  }
}

/// Which attributes of an element are right.
struct AcceptedAttributes: Sendable {
  /// The indices of attributes that are wrong or unknown.
  var refused: [Int] = []
  /// Attributes with a slip in their names: what was meant, and which it is.
  var meant: [(name: String, index: Int)] = []

  subscript(name: String, in element: Element) -> Attribute? {
    for index in element.attributes.indices
    where element.attributes[index].name == name && element.attributes[index].namespace == nil
      && !refused.contains(index)
    {
      return element.attributes[index]
    }
    return meant.first { $0.name == name }.map { element.attributes[$0.index] }
  }
}

/// Values of attributes as what they mean.
extension Piece {
  /// One word, without the spaces around it.
  package func word(_ name: String) -> String? {
    attribute(name).map { String(Lexical.trimmed($0.value)) }
  }

  package func symbol(_ name: String) -> Symbol? { word(name).map { Symbol($0) } }

  /// yes is true; nil where the attribute is absent.
  package func flag(_ name: String) -> Bool? { word(name).map { $0 == "yes" } }

  package func whole(_ name: String) -> Int? { word(name).flatMap { Int($0) } }

  package func decimal(_ name: String) -> Decimal64? { word(name).flatMap { Decimal64($0) } }

  /// Milliseconds of a length of time.
  package func milliseconds(_ name: String) -> Int64? {
    guard let word = word(name), let unit = word.last, let count = Int64(word.dropLast()) else { return nil }
    switch unit {
    case "s": return count * 1_000
    case "m": return count * 60_000
    case "h": return count * 3_600_000
    default: return count * 86_400_000
    }
  }

  /// A value of an enumeration whose raw values are the words of the form.
  package func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    word(name).flatMap { Choice(rawValue: $0) }
  }

  /// The words of a list, each with its place.
  package func words(_ name: String) -> [(word: String, place: Place)] {
    guard let attribute = attribute(name) else { return [] }
    return Lexical.words(attribute.value).map { word in
      let offset = attribute.source.offset(ofByte: Lexical.range(of: word, in: attribute.value).lowerBound)
      return (String(word), source.place(offset, length: word.count))
    }
  }

  /// The value as text that knows where each of its letters stands: for expressions.
  package func sourceText(_ name: String) -> SourceText? {
    attribute(name).map { source.sourceText($0.value, $0.source) }
  }

  /// Where the value of an attribute stands; the element's place where there is none.
  package func place(of name: String) -> Place {
    guard let attribute = attribute(name) else { return place }
    return source.place(attribute.valueOffset, length: attribute.value.count)
  }
}
