package import Diagnostics
package import Texts
package import XML

/// Reads what translators send back: XLIFF 2.0 and 2.1, by whatever tool.
package struct XLIFFReader {
  package struct Unit: Sendable {
    package let id: String
    package let source: TranslationContent
    /// nil where nothing is translated yet.
    package let target: TranslationContent?
    package let place: Place
  }

  package struct File: Sendable {
    package let source: Language
    package let target: Language
    package let units: [Unit]
  }

  /// What a code stands for.
  private struct Code {
    let open: String
    let close: String?
  }

  private let source: Source
  private(set) var findings: [Diagnostic] = []

  /// The texts of a file, or why there are none.
  package static func read(_ document: Document, file: String) -> (file: File?, findings: [Diagnostic]) {
    var reader = XLIFFReader(source: Source(file: file, text: document.text))
    let result = reader.read(document.root)
    return (result, reader.findings)
  }

  private init(source: Source) { self.source = source }

  private mutating func read(_ root: Element) -> File? {
    guard root.name == "xliff", root.namespace == XLIFFWriter.namespace else {
      report(.notXLIFF, root, root.name)
      return nil
    }
    func language(_ name: String) -> Language? {
      // "ky-KG" is Kyrgyz.
      root.attribute(name).flatMap { Language(rawValue: String($0.value.lowercased().prefix(2))) }
    }
    guard let from = language("srcLang"), let to = language("trgLang") else {
      report(.wrongLanguages, root, root.attribute("trgLang")?.value ?? "")
      return nil
    }
    var units: [Unit] = []
    collect(root, into: &units)
    return File(source: from, target: to, units: units)
  }

  /// Tools may put units into groups.
  private mutating func collect(_ element: Element, into units: inout [Unit]) {
    for child in element.elements {
      switch child.name {
      case "file", "group": collect(child, into: &units)
      case "unit": if let unit = unit(child) { units.append(unit) }
      default: continue
      }
    }
  }

  private mutating func unit(_ element: Element) -> Unit? {
    guard let id = element.attribute("id")?.value else { return nil }
    var data: [String: String] = [:]
    for original in element.elements where original.name == "originalData" {
      for piece in original.elements {
        if let id = piece.attribute("id")?.value { data[id] = piece.joinedText }
      }
    }
    var codes: [String: Code] = [:]
    var source: [TranslationContent.Piece] = []
    var target: [TranslationContent.Piece] = []
    var hasTarget = false
    // A tool may have cut a text into sentences, with what is ignorable between them.
    let parts = element.elements.filter { $0.name == "segment" || $0.name == "ignorable" }
    for part in parts {
      if let text = part.elements.first(where: { $0.name == "source" }) {
        source += pieces(of: text, data, &codes, isVerbatim: false)
      }
    }
    for part in parts {
      guard let text = part.elements.first(where: { $0.name == "target" }) else { continue }
      let found = pieces(of: text, data, &codes, isVerbatim: false)
      if part.name == "segment", !found.isEmpty { hasTarget = true }
      target += found
    }
    let words = TranslationContent(target)
    return Unit(
      id: id, source: TranslationContent(source), target: hasTarget && !words.isEmpty ? words : nil,
      place: self.source.place(element.nameOffset, length: element.name.count))
  }

  private func pieces(
    of element: Element, _ data: [String: String], _ codes: inout [String: Code], isVerbatim: Bool
  ) -> [TranslationContent.Piece] {
    var result: [TranslationContent.Piece] = []
    for node in element.children {
      switch node {
      case .text(let run):
        // A translator may type what is piped in by hand: it is the same.
        result += isVerbatim ? [.text(run.string)] : TranslationContent.split(run.string)
      case .element(let child):
        let id = child.attribute("id")?.value ?? ""
        switch child.name {
        case "ph":
          let text = child.attribute("dataRef").flatMap { data[$0.value] } ?? codes[id]?.open
          if let text {
            codes[id] = Code(open: text, close: nil)
            result.append(.mark(text))
          }
        case "pc":
          let open = child.attribute("dataRefStart").flatMap { data[$0.value] } ?? codes[id]?.open
          let close = child.attribute("dataRefEnd").flatMap { data[$0.value] } ?? codes[id]?.close
          guard let open, let close else { continue }
          codes[id] = Code(open: open, close: close)
          let keepsSpace = open.hasPrefix("<code") || open.hasPrefix("<drawing")
          result.append(
            .pair(open: open, close: close, pieces(of: child, data, &codes, isVerbatim: isVerbatim || keepsSpace)))
        // Marks of the tool's own: a comment, a term.
        default: result += pieces(of: child, data, &codes, isVerbatim: isVerbatim)
        }
      }
    }
    return result
  }

  private mutating func report(_ finding: TranslationFinding, _ element: Element, _ found: String) {
    findings.append(
      Diagnostic(finding, at: source.place(element.nameOffset, length: element.name.count), found: found))
  }
}
