import XML

/// Trees of elements as HTML: the one place where text becomes markup, so that nothing that an author wrote can be more
/// than text.
enum HTMLMarkup {
  /// Elements without content or end tag (HTML Living Standard, §13.1.2).
  private static let void: Set = ["br", "hr", "img", "meta", "col"]

  static func bytes(_ root: MarkupElement) -> [UInt8] {
    var output = "<!DOCTYPE html>\n"
    write(root, to: &output)
    output += "\n"
    return Array(output.utf8)
  }

  private static func write(_ element: MarkupElement, to output: inout String) {
    output += "<\(element.name)"
    for attribute in element.attributes { output += " \(attribute.name)=\"\(escaped(attribute.value))\"" }
    output += ">"
    if void.contains(element.name) { return }
    for node in element.content {
      switch node {
      case .element(let child): write(child, to: &output)
      // Style sheets are Synak's own; what comes into them from an author is escaped as a CSS string.
      case .text(let text): output += element.name == "style" ? text : escaped(text)
      case .comment: break
      }
    }
    output += "</\(element.name)>"
    if lineAfter.contains(element.name) { output += "\n" }
  }

  private static let lineAfter: Set = [
    "p", "div", "section", "tr", "table", "h1", "h2", "h3", "li", "ul", "ol", "head",
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in PlainCharacters.text(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
