/// Texts that show other answers: those of one occurrence of a part that is repeated.
extension [Inline] {
  /// The text with each reference to an answer by the name that `name` gives it.
  package func renamingReferences(_ name: (String) -> String) -> [Inline] {
    map { $0.renamingReferences(name) }
  }
}

extension Inline {
  fileprivate func renamingReferences(_ name: (String) -> String) -> Inline {
    switch self {
    case .reference(let id): .reference(name(id))
    case .emphasis(let inside): .emphasis(inside.renamingReferences(name))
    case .strong(let inside): .strong(inside.renamingReferences(name))
    case .superscript(let inside): .superscript(inside.renamingReferences(name))
    case .subscript(let inside): .subscript(inside.renamingReferences(name))
    case .paragraph(let inside): .paragraph(inside.renamingReferences(name))
    case .fraction(let numerator, let denominator):
      .fraction(
        numerator: numerator.renamingReferences(name), denominator: denominator.renamingReferences(name))
    case .list(let items, let isNumbered): .list(items.map { $0.renamingReferences(name) }, isNumbered: isNumbered)
    case .table(let table):
      .table(
        TextTable(
          rows: table.rows.map { row in
            TextTable.Row(isHeading: row.isHeading, cells: row.cells.map { $0.renamingReferences(name) })
          }))
    case .picture(let picture):
      .picture(
        TextPicture(
          source: picture.source, alternative: picture.alternative.renamingReferences(name), drawing: picture.drawing))
    case .text, .code, .lineBreak: self
    }
  }
}

extension LocalizedText {
  package func renamingReferences(_ name: (String) -> String) -> LocalizedText {
    mappingVersions { $0.renamingReferences(name) }
  }

  /// The text with `added` behind each version.
  package func appending(_ added: String) -> LocalizedText { mappingVersions { $0 + [.text(added)] } }

  private func mappingVersions(_ change: ([Inline]) -> [Inline]) -> LocalizedText {
    var common: [Inline]?
    var versions: [Language: [Inline]] = [:]
    forEachVersion { language, words in
      if let language { versions[language] = change(words) } else { common = change(words) }
    }
    return common.map { LocalizedText(common: $0) } ?? LocalizedText(versions: versions)
  }
}
