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
      }
    }
    return result
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
