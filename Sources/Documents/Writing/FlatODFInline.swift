import Foundation
import Texts
import XML

/// What stands inside the paragraphs of Flat ODF documents.
enum FlatODFInline {
  /// Begins with an empty text, by which the XML writer knows that no space may be put between the parts.
  static func content(_ runs: [Run]) -> [Markup] { [.text("")] + runs.flatMap(run) }

  static func span(_ style: String, _ content: [Markup]) -> MarkupElement {
    MarkupElement("text:span", ["text:style-name": style], [.text("")] + content)
  }

  private static func run(_ run: Run) -> [Markup] {
    switch run {
    case .words(let words): words.flatMap(inline)
    case .mark(.circle(let letter)): mark("○", letter)
    case .mark(.square(let letter)): mark("☐", letter)
    case .mark(.cells(let count)): [.element(span("Cells", [.text(String(repeating: "☐", count: count))]))]
    case .mark(.blank(let letters)): [.text(String(repeating: "_", count: max(4, letters)))]
    }
  }

  private static func mark(_ sign: String, _ letter: String) -> [Markup] {
    let sign = Markup.element(span("Mark", [.text(sign)]))
    guard !letter.isEmpty else { return [sign, .text("\u{A0}")] }
    return [sign, .text("\u{A0}"), .element(span("Strong", [.text(PlainCharacters.text(letter))])), .text("\u{A0}")]
  }

  private static func inline(_ word: Inline) -> [Markup] {
    func styled(_ style: String, _ inside: [Inline]) -> [Markup] {
      [.element(span(style, inside.flatMap(inline)))]
    }
    switch word {
    case .text(let text): return [.text(PlainCharacters.text(text))]
    case .emphasis(let inside): return styled("Emphasis", inside)
    case .strong(let inside): return styled("Strong", inside)
    case .superscript(let inside): return styled("Superscript", inside)
    case .subscript(let inside): return styled("Subscript", inside)
    case .fraction(let numerator, let denominator):
      return styled("Superscript", numerator) + [.text("\u{2044}")] + styled("Subscript", denominator)
    case .code(let code): return [.element(span("Code", [.text(PlainCharacters.text(code))]))]
    case .reference(let id): return [.text("{\(PlainCharacters.text(id))}")]
    case .lineBreak: return [.element(MarkupElement("text:line-break"))]
    // Blocks were taken out of paragraphs before.
    case .paragraph, .list, .table, .picture: return [.text(PlainCharacters.text([word].plain()))]
    }
  }

  /// A picture that stands like a letter; lengths in millimetres.
  static func image(_ file: PictureFile, alternative: String, width: Double, height: Double) -> MarkupElement {
    let data = Data(file.bytes).base64EncodedString()
    return MarkupElement(
      "draw:frame",
      [
        "text:anchor-type": "as-char", "svg:width": Millimetres.text(width), "svg:height": Millimetres.text(height),
      ],
      [
        .element(
          MarkupElement(
            "draw:image", ["draw:mime-type": file.kind.rawValue],
            [.element(MarkupElement("office:binary-data", [:], [.text(data)]))])),
        .element(MarkupElement("svg:desc", [:], [.text(PlainCharacters.text(alternative))])),
      ])
  }
}
