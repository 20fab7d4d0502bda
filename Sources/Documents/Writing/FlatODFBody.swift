import Texts
import XML

/// The text of a Flat ODF document, and the automatic styles that it turns out to need.
struct FlatODFBody {
  /// Where something stands: how far from the left edge, how wide it may be, and what holds for it there.
  struct Place {
    /// In millimetres.
    var left = 0.0
    var width: Double
    /// Together with what follows on one page.
    var isKept = false
    var isCentred = false
    var isDense = false
    var isHeading = false
    /// Beside a line at the left, as passages are.
    var isPassage = false

    init(width: Double) { self.width = width }

    func indented(_ by: Double) -> Place {
      var place = self
      place.left += by
      place.width -= by
      return place
    }
  }

  let pictures: [String: PictureFile]
  private(set) var styles: [MarkupElement] = []
  /// The name of the style that was made for these properties.
  private var known: [String: String] = [:]
  private static let indent = 10.0

  init(pictures: [String: PictureFile]) { self.pictures = pictures }

  mutating func content(_ blocks: [PrintBlock], _ place: Place) -> [MarkupElement] {
    if styles.isEmpty { styles.append(FlatODFStyles.foot(width: place.width)) }
    return self.blocks(blocks, place)
  }

  mutating func blocks(_ blocks: [PrintBlock], _ place: Place) -> [MarkupElement] {
    var result: [MarkupElement] = []
    for block in blocks { result += self.block(block, place) }
    return result
  }

  private mutating func block(_ block: PrintBlock, _ place: Place) -> [MarkupElement] {
    switch block {
    case .heading(let level, let runs):
      let level = max(1, min(3, level))
      return [
        MarkupElement(
          "text:h", ["text:style-name": "Heading_20_\(level)", "text:outline-level": "\(level)"],
          FlatODFInline.content(runs))
      ]
    case .paragraph(let runs, let style): return [paragraph(FlatODFInline.content(runs), style, place)]
    case .list(let items, let isNumbered):
      let items = items.map { MarkupElement("text:list-item", [:], blocks($0, place).map { .element($0) }) }
      return [
        MarkupElement(
          "text:list", ["text:style-name": isNumbered ? "Numbers" : "Bullets"], items.map { .element($0) })
      ]
    case .table(let table): return [self.table(table, place)]
    case .picture(let picture): return figure(picture, place)
    case .lines(let count):
      let name = style("Answer_20_line", margins(place))
      return (0..<max(1, count)).map { _ in MarkupElement("text:p", ["text:style-name": name]) }
    case .frame(let height): return [frame(Double(height), place)]
    case .numbered(let label, let remark, let content): return numbered(label, remark, content, place)
    case .choices(let options, let columns): return choices(options, columns, place)
    case .passage(let content):
      var inside = place.indented(4)
      inside.isPassage = true
      return blocks(content, inside)
    case .columns(let columns): return [sideBySide(columns, place)]
    case .slips(let slips): return [self.slips(slips, place)]
    case .pageBreak:
      return [MarkupElement("text:p", ["text:style-name": style("Standard", [("fo:break-before", "page")])])]
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(
    _ content: [Markup], _ style: PrintBlock.Style, _ place: Place, tabs: [Double] = [], hanging: Double = 0
  ) -> MarkupElement {
    let base =
      switch style {
      case .body: place.isDense ? "Dense" : "Standard"
      case .note: place.isDense ? "DenseNote" : "Note"
      case .routing: "Routing"
      case .fields: "Fields"
      case .code: "Slip_20_code"
      }
    var properties = margins(place)
    if hanging > 0 {
      properties += [("fo:text-indent", Millimetres.text(-hanging)), ("fo:margin-top", "3mm")]
    }
    let name = self.style(base, properties, tabs: tabs, isBold: place.isHeading)
    return MarkupElement("text:p", ["text:style-name": name], content)
  }

  private func margins(_ place: Place) -> [(String, String)] {
    var properties: [(String, String)] = []
    if place.left > 0 { properties.append(("fo:margin-left", Millimetres.text(place.left))) }
    if place.isKept { properties.append(("fo:keep-with-next", "always")) }
    if place.isCentred { properties.append(("fo:text-align", "center")) }
    if place.isPassage {
      properties += [("fo:border-left", "0.8mm solid #555555"), ("fo:padding-left", "3mm")]
    }
    return properties
  }

  /// The style with these properties: the named one itself where there are none.
  private mutating func style(
    _ parent: String, _ properties: [(String, String)], tabs: [Double] = [], isBold: Bool = false
  ) -> String {
    if properties.isEmpty, tabs.isEmpty, !isBold { return parent }
    let key = "\(parent) \(properties) \(tabs) \(isBold)"
    if let name = known[key] { return name }
    let name = "P\(styles.count)"
    known[key] = name
    var paragraph = MarkupElement("style:paragraph-properties")
    for (name, value) in properties { paragraph.add(name, value) }
    if !tabs.isEmpty {
      let stops = tabs.map { MarkupElement("style:tab-stop", ["style:position": Millimetres.text($0)]) }
      paragraph.add(MarkupElement("style:tab-stops", [:], stops.map { .element($0) }))
    }
    var element = MarkupElement(
      "style:style", ["style:name": name, "style:family": "paragraph", "style:parent-style-name": parent])
    element.add(paragraph)
    if isBold { element.add(MarkupElement("style:text-properties", ["fo:font-weight": "bold"])) }
    styles.append(element)
    return name
  }

  /// The number hangs before the first paragraph; all but the last keeps with what follows.
  private mutating func numbered(
    _ label: String, _ remark: String?, _ content: [PrintBlock], _ place: Place
  ) -> [MarkupElement] {
    var inside = place.indented(Self.indent)
    var rest = content[...]
    var runs: [Run] = []
    var style = PrintBlock.Style.body
    if case .paragraph(let first, let own)? = rest.first {
      runs = first
      style = own
      rest = rest.dropFirst()
    }
    inside.isKept = !rest.isEmpty
    let number: [Markup] = [
      .element(FlatODFInline.span("Strong", [.text(PlainCharacters.text(label))])), .element(MarkupElement("text:tab")),
    ]
    let after =
      remark.map { [Markup.element(FlatODFInline.span("Remark", [.text(PlainCharacters.text(" (\($0))"))]))] } ?? []
    var result = [
      paragraph(number + FlatODFInline.content(runs) + after, style, inside, tabs: [0], hanging: Self.indent)
    ]
    for (index, block) in rest.enumerated() {
      inside.isKept = index + 1 < rest.count
      result += self.block(block, inside)
    }
    return result
  }

  /// Short options stand side by side at tabs; each longer one is a paragraph of its own.
  private mutating func choices(_ options: [[PrintBlock]], _ columns: Int, _ place: Place) -> [MarkupElement] {
    let runs = options.map { option -> [Run]? in
      if option.count == 1, case .paragraph(let runs, _) = option[0] { runs } else { nil }
    }
    guard columns > 1, !runs.contains(nil) else { return options.flatMap { blocks($0, place) } }
    let step = place.width / Double(columns)
    let tabs = (1..<columns).map { Double($0) * step }
    return stride(from: 0, to: runs.count, by: columns).map { start in
      let row = runs[start..<min(start + columns, runs.count)].map { FlatODFInline.content($0 ?? []) }
      return paragraph(Array(row.joined(separator: [.element(MarkupElement("text:tab"))])), .body, place, tabs: tabs)
    }
  }

  private mutating func figure(_ picture: TextPicture, _ place: Place) -> [MarkupElement] {
    let alternative = picture.alternative.plain()
    if let file = pictures[picture.source], let size = PictureSize(of: file) {
      let width = min(place.width, 110, 80 * size.width / size.height)
      let frame = FlatODFInline.image(
        file, alternative: alternative, width: width, height: width * size.height / size.width)
      return [paragraph([.text(""), .element(frame)], .body, place)]
    }
    let lines = picture.drawingLines
    guard !lines.isEmpty else { return [paragraph([.text(PlainCharacters.text("[\(alternative)]"))], .body, place)] }
    return lines.map { line in
      let text = PlainCharacters.text(line.replacing(" ", with: "\u{A0}"))
      return paragraph([.element(FlatODFInline.span("Code", [.text(text)]))], .note, place)
    }
  }

  // MARK: Tables

  private mutating func table(_ table: PrintTable, _ place: Place) -> MarkupElement {
    let total = Double(table.widths.reduce(0, +))
    let count = max(1, table.columns)
    // Columns without widths are as wide as a short word each.
    let widths =
      total > 0 && table.widths.count == count
      ? table.widths.map { place.width * Double($0) / total }
      : Array(repeating: min(place.width / Double(count), 30), count: count)
    var inside = place
    inside.isDense = place.isDense || table.isDense
    let rows = table.rows.map { row -> MarkupElement in
      let cells = (0..<count).map { column -> Markup in
        let cell = column < row.cells.count ? row.cells[column] : PrintTable.Cell("")
        var own = Place(width: widths[column] - 3)
        (own.isCentred, own.isHeading) = (cell.isCentred, row.isHeading)
        // Long words of headings must fit narrow columns.
        own.isDense = inside.isDense || (row.isHeading && count > 4)
        var content = blocks(cell.blocks, own)
        if content.isEmpty { content = [paragraph([], .body, own)] }
        return .element(
          MarkupElement(
            "table:table-cell", ["table:style-name": cellStyle(isHeading: row.isHeading, isRuled: true)],
            content.map { .element($0) }))
      }
      return MarkupElement("table:table-row", ["table:style-name": rowStyle(0)], cells)
    }
    let headings = table.rows.prefix(while: \.isHeading).count
    return frame(rows, headings: headings, widths, place)
  }

  private mutating func sideBySide(_ columns: [[PrintBlock]], _ place: Place) -> MarkupElement {
    let width = place.width / Double(max(1, columns.count))
    let cells = columns.map { column -> Markup in
      var content = blocks(column, Place(width: width - 4))
      if content.isEmpty { content = [MarkupElement("text:p")] }
      return .element(
        MarkupElement(
          "table:table-cell", ["table:style-name": cellStyle(isHeading: false, isRuled: false)],
          content.map { .element($0) }))
    }
    let row = MarkupElement("table:table-row", [:], cells)
    return frame([row], headings: 0, Array(repeating: width, count: columns.count), place)
  }

  private mutating func frame(_ height: Double, _ place: Place) -> MarkupElement {
    let cell = MarkupElement(
      "table:table-cell", ["table:style-name": cellStyle(isHeading: false, isRuled: true)],
      [.element(MarkupElement("text:p"))])
    let row = MarkupElement("table:table-row", ["table:style-name": rowStyle(height)], [.element(cell)])
    return frame([row], headings: 0, [place.width], place)
  }

  mutating func frame(
    _ rows: [MarkupElement], headings: Int, _ widths: [Double], _ place: Place
  ) -> MarkupElement {
    let total = widths.reduce(0, +)
    var properties = [
      ("style:width", Millimetres.text(total)), ("table:align", "left"), ("fo:margin-bottom", "2.5mm"),
    ]
    if place.left > 0 { properties.append(("fo:margin-left", Millimetres.text(place.left))) }
    if place.isKept { properties.append(("fo:keep-with-next", "always")) }
    let name = made("table", "table-properties", properties)
    var table = MarkupElement("table:table", ["table:style-name": name])
    for width in widths {
      let column = made("table-column", "table-column-properties", [("style:column-width", Millimetres.text(width))])
      table.add(MarkupElement("table:table-column", ["table:style-name": column]))
    }
    if headings > 0, headings < rows.count {
      table.add(MarkupElement("table:table-header-rows", [:], rows[..<headings].map { .element($0) }))
      for row in rows[headings...] { table.add(row) }
    } else {
      for row in rows { table.add(row) }
    }
    return table
  }

  mutating func rowStyle(_ height: Double) -> String {
    var properties = [("fo:keep-together", "always")]
    if height > 0 { properties.append(("style:min-row-height", Millimetres.text(height))) }
    return made("table-row", "table-row-properties", properties)
  }

  private mutating func cellStyle(isHeading: Bool, isRuled: Bool) -> String {
    var properties = [
      ("fo:padding", isRuled ? "1mm" : "0mm"), ("fo:border", isRuled ? "0.25mm solid #000000" : "none"),
    ]
    if isHeading { properties.append(("fo:background-color", "#eeeeee")) }
    return made("table-cell", "table-cell-properties", properties)
  }

  mutating func made(_ family: String, _ kind: String, _ properties: [(String, String)]) -> String {
    let key = "\(family) \(properties)"
    if let name = known[key] { return name }
    let name = "T\(styles.count)"
    known[key] = name
    var inside = MarkupElement("style:\(kind)")
    for (name, value) in properties { inside.add(name, value) }
    styles.append(
      MarkupElement("style:style", ["style:name": name, "style:family": family], [.element(inside)]))
    return name
  }
}
