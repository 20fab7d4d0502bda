import Texts
import XML

/// Inline trees as markup that reads back as the same trees.
enum InlineMarkup {
  static func markup(_ words: [Inline]) -> [Markup] {
    var result: [Markup] = []
    for (index, word) in words.enumerated() {
      switch word {
      case .text(let text):
        let isBeforeAnswer = if case .reference = words[(index + 1)...].first { true } else { false }
        result.append(.text(escaped(text, isBeforeAnswer: isBeforeAnswer)))
      case .reference(let id): result.append(.text("{\(id)}"))
      case .emphasis(let inside): result.append(element(.em, markup(inside)))
      case .strong(let inside): result.append(element(.strong, markup(inside)))
      case .superscript(let inside): result.append(element(.sup, markup(inside)))
      case .subscript(let inside): result.append(element(.sub, markup(inside)))
      case .fraction(let numerator, let denominator):
        result.append(element(.frac, [element(.num, markup(numerator)), element(.den, markup(denominator))]))
      case .code(let code): result.append(element(.code, [.text(code)]))
      case .lineBreak: result.append(element(.br, []))
      case .paragraph(let inside): result.append(element(.p, markup(inside)))
      case .list(let items, let isNumbered):
        result.append(
          .element(
            MarkupElement(
              TextMarkup.list.rawValue, isNumbered ? ["numbered": "yes"] : [:],
              items.map { .element(MarkupElement("item", [:], markup($0))) })))
      case .table(let table): result.append(element(.table, table.rows.map(row)))
      case .picture(let picture): result.append(image(picture))
      }
    }
    return result
  }

  private static func row(_ row: TextTable.Row) -> Markup {
    .element(
      MarkupElement(
        "row", row.isHeading ? ["head": "yes"] : [:],
        row.cells.map { .element(MarkupElement("cell", [:], markup($0))) }))
  }

  private static func image(_ picture: TextPicture) -> Markup {
    var content: [Markup] = [.element(MarkupElement("alt", [:], markup(picture.alternative)))]
    if let drawing = picture.drawing { content.append(.element(MarkupElement("drawing", [:], [.text(drawing)]))) }
    return .element(MarkupElement(TextMarkup.image.rawValue, ["src": picture.source], content))
  }

  private static func element(_ name: TextMarkup, _ content: [Markup]) -> Markup {
    .element(MarkupElement(name.rawValue, [:], content))
  }

  /// A brace is doubled, and a dollar that stands before a brace is too, so that neither means an answer by chance.
  private static func escaped(_ text: String, isBeforeAnswer: Bool) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) || (isBeforeAnswer && text.hasSuffix("$")) else { return text }
    var result = ""
    for character in text {
      if character == "{" {
        if result.hasSuffix("$") { result += "$" }
        result += "{{"
      } else {
        result.append(character)
      }
    }
    return isBeforeAnswer && text.hasSuffix("$") ? result + "$" : result
  }
}
