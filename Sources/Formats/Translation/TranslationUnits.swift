package import Texts
package import XML

/// The texts of a file that are written in languages, each with a name of its own and what translators should know of it.
package struct TranslationUnits: Sendable {
  package struct Unit: Sendable {
    /// Made of the ids and codes around it, so that it stays the same while texts change: `m1`, `m1.option.a`.
    package let id: String
    /// What it belongs to: `choose m1 › option a`.
    package let context: String
    /// The element of each language, in the order of the file.
    let versions: [(language: Language, element: Element)]
    /// Where a version that isn't there can be put.
    let element: Element

    func version(_ language: Language) -> Element? { versions.first { $0.language == language }?.element }
  }

  package let document: Document
  package private(set) var units: [Unit] = []

  package init(_ document: Document) {
    self.document = document
    var walk = Walk()
    walk.visit(document.root, id: "", context: document.root.name)
    units = walk.units
  }

  /// The text in a language; nil where there is none.
  package func content(of unit: Unit, in language: Language) -> TranslationContent? {
    unit.version(language).map { TranslationContent(of: $0, in: document.text) }
  }

  /// The languages that the file says it has.
  package var languages: [Language] {
    (document.root.attribute("languages")?.value ?? "").split(separator: " ").compactMap {
      Language(rawValue: String($0))
    }
  }

  private struct Walk {
    var units: [Unit] = []
    private var names: [String: Int] = [:]

    mutating func visit(_ element: Element, id: String, context: String) {
      let versions = element.elements.compactMap { child in
        Language(rawValue: child.name).map { (language: $0, element: child) }
      }
      if !versions.isEmpty {
        let id = unique(id.isEmpty ? element.name : id)
        units.append(Unit(id: id, context: context, versions: versions, element: element))
      }
      var counts: [String: Int] = [:]
      for child in element.elements where Language(rawValue: child.name) == nil {
        counts[child.name, default: 0] += 1
        let own = child.attribute("id")?.value ?? child.attribute("code")?.value
        let isAlone = element.elements.count { $0.name == child.name } == 1
        let last = own ?? (isAlone ? nil : String(counts[child.name] ?? 1))
        let path: String
        if let own = child.attribute("id")?.value {
          path = own
        } else {
          path = ([id, child.name] + [last].compactMap { $0 }).filter { !$0.isEmpty }.joined(separator: ".")
        }
        visit(child, id: path, context: context + " › " + child.name + (last.map { " \($0)" } ?? ""))
      }
    }

    /// Ids of other kinds of things may be the same.
    private mutating func unique(_ id: String) -> String {
      let plain = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
      names[plain, default: 0] += 1
      let count = names[plain] ?? 1
      return count == 1 ? plain : "\(plain)..\(count)"
    }
  }
}
