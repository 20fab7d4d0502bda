package import Diagnostics

/// What the grammar says of one kind of element: a row of the table from which the reader, the XSD and the order of the
/// writer come.
///
/// A kind is known by its `type`, because one name may mean different things in different parents (`option` in a list
/// has no `place`, in `order` it has); inside one parent a name has one type.
package struct ElementRule: Sendable {
  package var type: String
  package var attributes: [AttributeRule]
  /// Attributes that the table can't list because authors make their names (`<answers m1="623"/>`).
  package var takesOpenAttributes: Bool
  package var content: Content

  package init(
    _ type: String, _ attributes: [AttributeRule], takesOpenAttributes: Bool = false, _ content: Content
  ) {
    self.type = type
    self.attributes = attributes
    self.takesOpenAttributes = takesOpenAttributes
    self.content = content
  }

  /// An element without attributes.
  package init(_ type: String, _ content: Content) {
    self.init(type, [], content)
  }

  package enum Content: Sendable {
    case nothing
    /// Elements in the order of the particles; words stand only inside languages, where a particle allows them.
    case elements([Particle])
    /// A text and nothing else: one element a language, or words that are the same in all, with inline markup.
    case label
    /// Words with inline markup, without languages: what stands inside a language.
    case words
    /// One value of a form: `<key>623</key>`, `<numerator>count()</numerator>`.
    case value(ValueForm)
  }

  /// The particles of an element that holds elements; none otherwise.
  package var particles: [Particle] {
    if case .elements(let particles) = content { particles } else { [] }
  }
}

/// A stretch of an element's content: which elements may stand there, and how often. The stretches follow one another.
package struct Particle: Sendable {
  /// Where empty, the stretch is a text: one element a language.
  package var children: [Child]
  package var least: Int
  /// nil where there may be any number.
  package var most: Int?

  init(_ children: [Child], least: Int, most: Int?) {
    self.children = children
    self.least = least
    self.most = most
  }

  package var isText: Bool { children.isEmpty }

  /// A text in the languages of the file.
  package static let text = Particle([], least: 1, most: nil)
  package static func one(_ child: Child) -> Particle { Particle([child], least: 1, most: 1) }
  package static func optional(_ child: Child) -> Particle { Particle([child], least: 0, most: 1) }
  /// Any number of these, in any order.
  package static func any(_ children: Child...) -> Particle { Particle(children, least: 0, most: nil) }
  /// At least one of these, in any order.
  package static func some(_ children: Child...) -> Particle { Particle(children, least: 1, most: nil) }
}

/// An element as its parent names it, with the type of its rule (the name itself, where not said).
package struct Child: Sendable, Hashable, ExpressibleByStringLiteral {
  package var name: String
  package var type: String

  package init(_ name: String, type: String? = nil) {
    self.name = name
    self.type = type ?? name
  }

  package init(stringLiteral name: String) { self.init(name) }
}

/// What the grammar says of one attribute of an element.
package struct AttributeRule: Sendable {
  /// Among what a value must be the only one of its kind.
  package enum Uniqueness: Sendable {
    /// Among all values with this word in the file, capitals or not.
    case inFile(String)
    /// Among the same attribute of the elements in one parent; with the finding where it isn't.
    case inParent(any Finding)
  }

  package var name: String
  package var form: ValueForm
  package var isRequired: Bool
  package var uniqueness: Uniqueness?

  package static func required(_ name: String, _ form: ValueForm, unique: Uniqueness? = nil) -> AttributeRule {
    AttributeRule(name: name, form: form, isRequired: true, uniqueness: unique)
  }

  package static func optional(_ name: String, _ form: ValueForm, unique: Uniqueness? = nil) -> AttributeRule {
    AttributeRule(name: name, form: form, isRequired: false, uniqueness: unique)
  }
}
