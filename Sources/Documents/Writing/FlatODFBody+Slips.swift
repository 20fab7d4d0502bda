import XML

/// Slips to cut apart: a table of two columns between dashed lines.
extension FlatODFBody {
  /// Five rows fill a page of A4 between its margins and above its foot.
  private static let height = 49.0

  mutating func slips(_ slips: [[PrintBlock]], _ place: Place) -> MarkupElement {
    let width = place.width / 2
    let cellName = made(
      "table-cell", "table-cell-properties", [("fo:padding", "3mm"), ("fo:border", "0.25mm dashed #000000")])
    let rows = stride(from: 0, to: slips.count, by: 2).map { start -> MarkupElement in
      let cells = (start..<start + 2).map { index -> Markup in
        var content = index < slips.count ? blocks(slips[index], Place(width: width - 6)) : []
        if content.isEmpty { content = [MarkupElement("text:p")] }
        return .element(
          MarkupElement("table:table-cell", ["table:style-name": cellName], content.map { .element($0) }))
      }
      return MarkupElement("table:table-row", ["table:style-name": rowStyle(Self.height)], cells)
    }
    return frame(rows, headings: 0, [width, width], place)
  }
}
