/// A table in a text: rows of cells, of which some are headings.
package struct TextTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var isHeading: Bool
    package var cells: [[Inline]]

    package init(isHeading: Bool = false, cells: [[Inline]]) {
      self.isHeading = isHeading
      self.cells = cells
    }
  }

  package var rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  package var columns: Int { rows.map(\.cells.count).max() ?? 0 }
}

/// A picture in a text. Who can't see it reads the words that stand for it; a terminal shows the drawing where there is one.
package struct TextPicture: Sendable, Hashable {
  /// Where the file lies, from the folder of the instrument: `figures/rectangle.svg`.
  package var source: String
  /// What it shows, in words.
  package var alternative: [Inline]
  /// The picture in characters of one width, line by line; nil where there is none.
  package var drawing: String?

  package init(source: String, alternative: [Inline], drawing: String? = nil) {
    self.source = source
    self.alternative = alternative
    self.drawing = drawing
  }

  /// The drawing's lines without the blank ones around it and without the margin that all of them share.
  package var drawingLines: [String] {
    var lines = (drawing ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line.map { $0 == "\t" ? " " : $0 })
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let margin = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(margin)) }
  }
}

extension [Inline] {
  /// The pictures of the text, in order of appearance.
  package var pictures: [TextPicture] {
    flatMap { inline -> [TextPicture] in
      switch inline {
      case .picture(let picture): [picture] + picture.alternative.pictures
      case .emphasis(let inside), .strong(let inside), .superscript(let inside), .subscript(let inside),
        .paragraph(let inside):
        inside.pictures
      case .fraction(let numerator, let denominator): numerator.pictures + denominator.pictures
      case .list(let items, _): items.flatMap(\.pictures)
      case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.pictures) }
      case .text, .code, .reference, .lineBreak: []
      }
    }
  }
}
