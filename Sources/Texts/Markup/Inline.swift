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
}

extension [Inline] {
  /// The text in one line of plain characters; `answer` gives what stands for a reference.
  package func plain(_ answer: (String) -> String = { "{\($0)}" }) -> String {
    map { $0.plain(answer) }.joined()
  }

  /// The ids of the answers that the text shows, in order of appearance.
  package var references: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .reference(let id): [id]
      case .emphasis(let inside), .strong(let inside), .superscript(let inside), .subscript(let inside):
        inside.references
      case .fraction(let numerator, let denominator): numerator.references + denominator.references
      case .text, .code, .lineBreak: []
      }
    }
  }
}

extension Inline {
  func plain(_ answer: (String) -> String) -> String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inside), .strong(let inside): inside.plain(answer)
    case .superscript(let inside): "^" + inside.plain(answer)
    case .subscript(let inside): "_" + inside.plain(answer)
    case .fraction(let numerator, let denominator): numerator.plain(answer) + "/" + denominator.plain(answer)
    case .reference(let id): answer(id)
    case .lineBreak: "\n"
    }
  }
}
