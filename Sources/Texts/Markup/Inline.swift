/// A piece of a text that an author wrote: texts are trees from the start, so that screen, paper and page each show
/// emphasis, fractions and piped answers in their own way.
package enum Inline: Sendable, Hashable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case superscript([Inline])
  case `subscript`([Inline])
  case fraction(numerator: [Inline], denominator: [Inline])
  case code(String)
  /// An answer shown inside the text: `{grade}`.
  case reference(String)
  case lineBreak
  /// Words that stand apart, with room above and below.
  case paragraph([Inline])
  case list([[Inline]], isNumbered: Bool)
  case table(TextTable)
  case picture(TextPicture)
}

extension [Inline] {
  /// The text in one line of plain characters; `answer` gives what stands for a reference.
  package func plain(_ answer: (String) -> String = { "{\($0)}" }) -> String {
    var result = ""
    for (index, inline) in enumerated() {
      // What stands apart begins a line and ends one.
      if inline.standsApart, !result.isEmpty, result.last != "\n" { result += "\n" }
      result += inline.plain(answer)
      if inline.standsApart, index + 1 < count { result += "\n" }
    }
    return result
  }

  /// The ids of the answers that the text shows, in order of appearance.
  package var references: [String] {
    flatMap { inline -> [String] in
      if case .reference(let id) = inline { [id] } else { inline.inside.flatMap(\.references) }
    }
  }
}

extension Inline {
  /// The texts inside, in the order in which they are read.
  package var inside: [[Inline]] {
    switch self {
    case .emphasis(let inside), .strong(let inside), .superscript(let inside), .subscript(let inside),
      .paragraph(let inside):
      [inside]
    case .list(let items, _): items
    case .table(let table): table.rows.flatMap(\.cells)
    case .picture(let picture): [picture.alternative]
    case .fraction(let numerator, let denominator): [numerator, denominator]
    case .text, .code, .lineBreak, .reference: []
    }
  }

  func plain(_ answer: (String) -> String) -> String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inside), .strong(let inside): inside.plain(answer)
    case .superscript(let inside): "^" + inside.plain(answer)
    case .subscript(let inside): "_" + inside.plain(answer)
    case .fraction(let numerator, let denominator): numerator.plain(answer) + "/" + denominator.plain(answer)
    case .reference(let id): answer(id)
    case .lineBreak: "\n"
    case .paragraph(let inside): inside.plain(answer)
    case .list(let items, let isNumbered):
      items.enumerated().map { (isNumbered ? "\($0.offset + 1). " : "– ") + $0.element.plain(answer) }
        .joined(separator: "\n")
    case .table(let table):
      table.rows.map { $0.cells.map { $0.plain(answer) }.joined(separator: " | ") }.joined(separator: "\n")
    case .picture(let picture): "[" + picture.alternative.plain(answer) + "]"
    }
  }

  /// A piece that words don't run around.
  package var standsApart: Bool {
    switch self {
    case .paragraph, .list, .table, .picture: true
    case .text, .emphasis, .strong, .superscript, .subscript, .fraction, .code, .reference, .lineBreak: false
    }
  }
}
