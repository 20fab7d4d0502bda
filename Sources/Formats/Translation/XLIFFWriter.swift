package import Texts
package import XML

/// Writes texts for translators as XLIFF 2.1 (OASIS, 2018): a unit a text, marks as protected codes with what they stand for.
package enum XLIFFWriter {
  package static let namespace = "urn:oasis:names:tc:xliff:document:2.0"

  /// Units that have no text in `source` are left out: there is nothing to translate from.
  package static func write(
    _ units: TranslationUnits, from source: Language, to target: Language, original: String
  ) throws(MarkupWriter.Fault) -> [UInt8] {
    var root = MarkupElement("xliff", ["xmlns": namespace, "version": "2.1"])
    root.add("srcLang", source.rawValue)
    root.add("trgLang", target.rawValue)
    var file = MarkupElement("file", ["id": "f1", "original": original])
    for unit in units.units {
      guard let text = units.content(of: unit, in: source), !text.isEmpty else { continue }
      file.add(element(unit, text, units.content(of: unit, in: target)))
    }
    root.add(file)
    return try MarkupWriter.write(root)
  }

  private static func element(
    _ unit: TranslationUnits.Unit, _ source: TranslationContent, _ target: TranslationContent?
  ) -> MarkupElement {
    var codes = XLIFFCodes()
    let words = codes.markup(source.pieces)
    // A target takes the codes of its source, and more where it has others.
    let translation = target.map { codes.translation($0.pieces) }
    var element = MarkupElement("unit", ["id": unit.id])
    element.add(
      MarkupElement("notes", [:], [.element(MarkupElement("note", ["category": "context"], [.text(unit.context)]))]))
    if !codes.data.isEmpty {
      let data = codes.data.map { data in
        Markup.element(MarkupElement("data", ["id": data.id, "xml:space": "preserve"], [.text(data.text)]))
      }
      element.add(MarkupElement("originalData", [:], data))
    }
    var segment = MarkupElement("segment", ["state": target == nil ? "initial" : "translated"])
    segment.add(MarkupElement("source", ["xml:space": "preserve"], words))
    if let translation { segment.add(MarkupElement("target", ["xml:space": "preserve"], translation)) }
    element.add(segment)
    return element
  }
}

/// The codes of a unit: what each stands for, and its number.
private struct XLIFFCodes {
  private(set) var data: [(id: String, text: String)] = []
  private var codes: [(id: String, text: String)] = []
  /// Codes of the source that the target hasn't taken yet.
  private var free: [(id: String, text: String)] = []

  mutating func markup(_ pieces: [TranslationContent.Piece]) -> [Markup] {
    defer { free = codes }
    return pieces.map {
      piece($0) { codes, text in
        codes.add(text)
      }
    }
  }

  mutating func translation(_ pieces: [TranslationContent.Piece]) -> [Markup] {
    pieces.map {
      piece($0) { codes, text in
        if let index = codes.free.firstIndex(where: { $0.text == text }) { return codes.free.remove(at: index).id }
        return codes.add(text)
      }
    }
  }

  private mutating func add(_ text: String) -> String {
    let id = String(codes.count + 1)
    codes.append((id, text))
    return id
  }

  private mutating func piece(
    _ piece: TranslationContent.Piece, _ code: (inout XLIFFCodes, String) -> String
  ) -> Markup {
    switch piece {
    case .text(let text): return .text(text)
    case .mark(let mark):
      let id = code(&self, mark)
      return .element(
        MarkupElement("ph", ["id": id, "dataRef": reference(mark), "disp": mark, "canDelete": "no"]))
    case .pair(let open, let close, let inside):
      let id = code(&self, open)
      let content = inside.map { self.piece($0, code) }
      return .element(
        MarkupElement(
          "pc",
          ["id": id, "dataRefStart": reference(open), "dataRefEnd": reference(close), "canDelete": "no"], content))
    }
  }

  private mutating func reference(_ text: String) -> String {
    if let known = data.first(where: { $0.text == text }) { return known.id }
    data.append(("d\(data.count + 1)", text))
    return "d\(data.count)"
  }
}
