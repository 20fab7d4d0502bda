import Foundation
import Texts
import XML

/// Documents as one HTML file each: no scripts, nothing fetched, pictures inside.
package struct HTMLWriter {
  /// The pictures by their source, as the instrument names them.
  private let pictures: [String: PictureFile]

  package init(pictures: [String: PictureFile] = [:]) { self.pictures = pictures }

  package func bytes(_ document: PrintedDocument) -> [UInt8] {
    let style = HTMLStyle.sheet(footer: document.footer, isLandscape: document.isLandscape)
    let head = element(
      "head", [:],
      [
        element("meta", ["charset": "utf-8"]),
        element("meta", ["name": "viewport", "content": "width=device-width"]),
        element("title", [:], [.text(document.title)]), element("style", [:], [.text(style)]),
      ])
    var classes: [String] = []
    if document.hasCornerMarks { classes.append("corners") }
    if document.isLandscape { classes.append("wide") }
    var body: [Markup] = document.hasCornerMarks ? ["tl", "tr", "bl", "br"].map { part("corner \($0)", []) } : []
    body += document.blocks.map(block)
    let page = element("body", classes.isEmpty ? [:] : ["class": classes.joined(separator: " ")], body)
    return HTMLMarkup.bytes(MarkupElement("html", ["lang": document.language.rawValue], [head, page]))
  }

  private func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup] = []
  ) -> Markup {
    .element(MarkupElement(name, attributes, content))
  }

  private func part(_ name: String, _ content: [Markup]) -> Markup { element("div", ["class": name], content) }

  // MARK: Blocks

  private func block(_ block: PrintBlock) -> Markup {
    switch block {
    case .heading(let level, let runs): element("h\(max(1, min(3, level)))", [:], runs.flatMap(run))
    case .paragraph(let runs, .body): element("p", [:], runs.flatMap(run))
    case .paragraph(let runs, let style): element("p", ["class": "\(style)"], runs.flatMap(run))
    case .list(let items, let isNumbered):
      element(isNumbered ? "ol" : "ul", [:], items.map { element("li", [:], compact($0)) })
    case .table(let table): self.table(table)
    case .picture(let picture): figure(picture)
    case .lines(let count): part("lines", (0..<max(1, count)).map { _ in part("line", []) })
    case .frame(let height): element("div", ["class": "frame", "style": "height: \(height)mm"])
    case .numbered(let label, let remark, let blocks):
      element(
        "section", ["class": "item"],
        [part("label", [.text(label)]), part("body", blocks.map(self.block))]
          + (remark.map { [part("remark", [.text($0)])] } ?? []))
    case .choices(let options, let columns):
      part(
        columns >= 4 ? "choices four" : columns == 2 ? "choices two" : "choices",
        options.map { part("choice", $0.map(self.block)) })
    case .passage(let blocks): part("passage", blocks.map(self.block))
    case .columns(let columns): part("side", columns.map { element("div", [:], $0.map(self.block)) })
    case .slips(let slips): part("slips", slips.map { part("slip", $0.map(self.block)) })
    case .pageBreak: part("page", [])
    }
  }

  /// One paragraph alone needs no element of its own.
  private func compact(_ blocks: [PrintBlock]) -> [Markup] {
    if blocks.count == 1, case .paragraph(let runs, .body) = blocks[0] { return runs.flatMap(run) }
    return blocks.map(block)
  }

  private func table(_ table: PrintTable) -> Markup {
    let headings = table.rows.prefix(while: \.isHeading)
    var content: [Markup] = []
    let total = table.widths.reduce(0, +)
    if total > 0 {
      content.append(
        element(
          "colgroup", [:], table.widths.map { element("col", ["style": "width: \(100 * $0 / total)%"]) }))
    }
    if !headings.isEmpty { content.append(element("thead", [:], headings.map(row))) }
    content.append(element("tbody", [:], table.rows.dropFirst(headings.count).map(row)))
    let classes = [total > 0 ? "full" : nil, table.isDense ? "dense" : nil].compactMap { $0 }
    return element("table", classes.isEmpty ? [:] : ["class": classes.joined(separator: " ")], content)
  }

  private func row(_ row: PrintTable.Row) -> Markup {
    element(
      "tr", [:],
      row.cells.map { cell in
        element(row.isHeading ? "th" : "td", cell.isCentred ? ["class": "centre"] : [:], compact(cell.blocks))
      })
  }

  private func figure(_ picture: TextPicture) -> Markup {
    let alternative = picture.alternative.plain()
    if let file = pictures[picture.source] {
      let data = "data:\(file.kind.rawValue);base64,\(Data(file.bytes).base64EncodedString())"
      return element("figure", [:], [element("img", ["src": data, "alt": alternative])])
    }
    let drawing = picture.drawingLines
    guard !drawing.isEmpty else { return element("figure", [:], [.text("[\(alternative)]")]) }
    return element(
      "figure", ["role": "img", "aria-label": alternative],
      [element("pre", [:], [.text(drawing.joined(separator: "\n"))])])
  }

  // MARK: Inside paragraphs

  private func run(_ run: Run) -> [Markup] {
    switch run {
    case .words(let words): words.map(inline)
    case .mark(.circle(let letter)): [element("span", ["class": "circle"], [filled(letter)])]
    case .mark(.square(let letter)): [element("span", ["class": "square"], [filled(letter)])]
    case .mark(.cells(let count)):
      [element("span", ["class": "cells"], (0..<count).map { _ in element("span") })]
    case .mark(.blank(let letters)):
      [element("span", ["class": "blank", "style": "width: \(letters / 2 + 1)em"])]
    }
  }

  /// An empty mark would stand higher than one with a letter.
  private func filled(_ letter: String) -> Markup { .text(letter.isEmpty ? "\u{A0}" : letter) }

  private func inline(_ word: Inline) -> Markup {
    switch word {
    case .text(let text): .text(text)
    case .emphasis(let inside): element("em", [:], inside.map(inline))
    case .strong(let inside): element("strong", [:], inside.map(inline))
    case .superscript(let inside): element("sup", [:], inside.map(inline))
    case .subscript(let inside): element("sub", [:], inside.map(inline))
    case .fraction(let numerator, let denominator):
      element(
        "span", ["class": "frac"],
        [
          element("span", ["class": "num"], numerator.map(inline)),
          element("span", ["class": "den"], denominator.map(inline)),
        ])
    case .code(let code): element("code", [:], [.text(code)])
    case .reference(let id): .text("{\(id)}")
    case .lineBreak: element("br")
    // Blocks were taken out of paragraphs before.
    case .paragraph, .list, .table, .picture: .text([word].plain())
    }
  }
}
