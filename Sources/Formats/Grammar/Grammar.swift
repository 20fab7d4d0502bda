import Diagnostics

/// A table of element rules that knows its way about: what the reader, the XSD and the writer look up.
///
/// **To add a kind of file:** write its rows as `[ElementRule]` (one a type of element) and its root as a `Child`, and
/// add both to `Grammar.synak`. The XSD has it from then on, `GrammarReader` checks it, and a typed reader only walks
/// the `Piece`s that come out: every attribute it asks for has the form that the table says, or is absent.
package struct Grammar: Sendable {
  /// The elements that a file may begin with.
  package let roots: [Child]
  package let rules: [ElementRule]
  /// Types that are named by a parent and have no rule; a test sees to it that there are none.
  package let danglingTypes: [String]
  private let places: [[String: ChildPlace]]
  private let indices: [String: Int]
  /// By rule: the attributes whose values must differ between siblings, which most elements have none of.
  private let siblingAttributes: [[SiblingAttribute]]

  /// An attribute whose value no sibling may have, with the finding where one has.
  struct SiblingAttribute: Sendable {
    var name: String
    var finding: any Finding
  }

  /// Where a child belongs: the particle of its parent, and its own rule.
  struct ChildPlace: Sendable {
    var particle: Int
    var rule: Int
  }

  /// - Parameter rules: without those of texts and inline markup, which every grammar has.
  package init(roots: [Child], rules: [ElementRule]) {
    let rules = rules + TextMarkup.rules
    self.roots = roots
    self.rules = rules
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule.type] = index }
    var dangling = roots.map(\.type).filter { indices[$0] == nil }
    places = rules.map { rule in
      var places: [String: ChildPlace] = [:]
      for (position, particle) in rule.particles.enumerated() {
        for child in particle.children {
          if let index = indices[child.type] {
            places[child.name] = ChildPlace(particle: position, rule: index)
          } else {
            dangling.append(child.type)
          }
        }
      }
      return places
    }
    self.indices = indices
    danglingTypes = dangling
    siblingAttributes = rules.map { rule in
      rule.attributes.compactMap { row in
        if case .inParent(let finding)? = row.uniqueness { SiblingAttribute(name: row.name, finding: finding) } else { nil }
      }
    }
  }

  func siblingAttributes(of rule: Int) -> [SiblingAttribute] { siblingAttributes[rule] }

  /// The index of the rule for this type.
  func index(ofType type: String) -> Int? { indices[type] }

  /// The rule for this type.
  package func rule(forType type: String) -> ElementRule? { indices[type].map { rules[$0] } }

  func place(of child: String, in rule: Int) -> ChildPlace? { places[rule][child] }

  /// The names of the elements that may stand in elements of a rule.
  func children(of rule: Int) -> [String] { rules[rule].particles.flatMap { $0.children.map(\.name) } }

  /// The names of the elements in which a child of this name may stand, in the order of the table.
  func parents(of name: String) -> [String] {
    var names: [String] = []
    for (index, rule) in rules.enumerated() where places[index][name] != nil {
      for parent in self.names(ofType: rule.type) where !names.contains(parent) { names.append(parent) }
    }
    return names
  }

  private func names(ofType type: String) -> [String] {
    let named = (roots + rules.flatMap { $0.particles.flatMap(\.children) }).filter { $0.type == type }.map(\.name)
    return named.isEmpty ? [type] : named
  }
}
