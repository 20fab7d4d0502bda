package import XML

/// Whether two files say the same: the same elements, attributes and words, however they are laid out.
package enum MarkupMeaning {
  package static func isSame(_ a: Document, _ b: Document) -> Bool { isSame(a.root, b.root, keepsSpace: false) }

  private static func isSame(_ a: Element, _ b: Element, keepsSpace: Bool) -> Bool {
    guard a.name == b.name, a.namespace == b.namespace, a.attributes.count == b.attributes.count,
      a.attributes.allSatisfy({ attribute in
        b.attributes.contains {
          $0.name == attribute.name && $0.namespace == attribute.namespace && $0.value == attribute.value
        }
      })
    else { return false }
    let keepsSpace = keepsSpace || TranslationContent.keepsSpace(a.name)
    let (left, right) = (pieces(of: a, keepsSpace), pieces(of: b, keepsSpace))
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { one, other in
      switch (one, other) {
      case (.words(let a), .words(let b)): a == b
      case (.element(let a), .element(let b)): isSame(a, b, keepsSpace: keepsSpace)
      default: false
      }
    }
  }

  private enum Piece {
    case words(String)
    case element(Element)
  }

  /// Words with their spaces run together; those at the ends, and beside what stands apart, don't count.
  private static func pieces(of element: Element, _ keepsSpace: Bool) -> [Piece] {
    let holdsWords = element.children.contains { if case .text(let run) = $0 { !run.isBlank } else { false } }
    var result: [Piece] = []
    for (index, node) in element.children.enumerated() {
      switch node {
      case .element(let child): result.append(.element(child))
      case .text(let run):
        if keepsSpace {
          result.append(.words(run.string))
          continue
        }
        guard holdsWords else { continue }
        var words = run.string.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        let before = index == 0 || standsApart(element.children[index - 1])
        let after = index == element.children.count - 1 || standsApart(element.children[index + 1])
        if !before, run.string.first.map({ " \n\t".contains($0) }) ?? false { words = " " + words }
        if !after, words != " ", run.string.last.map({ " \n\t".contains($0) }) ?? false { words += " " }
        if !words.isEmpty { result.append(.words(words)) }
      }
    }
    return result
  }

  private static func standsApart(_ node: Node) -> Bool {
    if case .element(let element) = node {
      ["p", "list", "table", "image", "br"].contains(element.name)
    } else {
      false
    }
  }
}
