package import Texts

/// What an author wrote, laid out: words that run on become paragraphs, what stands apart becomes a block.
package enum AuthorsWords {
  /// The blocks of a text. `before` opens the first paragraph, `after` closes the last one. Answers piped into the text are
  /// unknown on paper: a blank stands for them, or what `answer` gives.
  package static func blocks(
    _ words: [Inline], before: [Run] = [], after: [Run] = [], style: PrintBlock.Style = .body,
    answer: (String) -> String = { _ in "______" }
  ) -> [PrintBlock] {
    var blocks = split(words.map { $0.filled(answer) }, style)
    if !before.isEmpty {
      if case .paragraph(let runs, let style)? = blocks.first {
        blocks[0] = .paragraph(before + runs, style)
      } else {
        blocks.insert(.paragraph(before, style), at: 0)
      }
    }
    if !after.isEmpty {
      if case .paragraph(let runs, let style)? = blocks.last {
        blocks[blocks.count - 1] = .paragraph(runs + after, style)
      } else {
        blocks.append(.paragraph(after, style))
      }
    }
    return blocks
  }

  private static func split(_ words: [Inline], _ style: PrintBlock.Style) -> [PrintBlock] {
    var blocks: [PrintBlock] = []
    var running: [Inline] = []
    func isBlank(_ words: [Inline]) -> Bool {
      words.allSatisfy { if case .text(let text) = $0 { text.allSatisfy(\.isWhitespace) } else { false } }
    }
    func finish() {
      if !isBlank(running) { blocks.append(.paragraph([.words(running)], style)) }
      running = []
    }
    for word in words {
      guard word.holdsBlock else {
        running.append(word)
        continue
      }
      finish()
      switch word {
      case .paragraph(let inside), .emphasis(let inside), .strong(let inside), .superscript(let inside),
        .subscript(let inside):
        blocks += split(inside, style)
      case .list(let items, let isNumbered):
        blocks.append(.list(items.map { split($0, style) }, isNumbered: isNumbered))
      case .table(let table): blocks.append(.table(PrintTable(table)))
      case .picture(let picture): blocks.append(.picture(picture))
      case .fraction(let numerator, let denominator):
        blocks += split(numerator, style) + split(denominator, style)
      case .text, .code, .reference, .lineBreak: running.append(word)
      }
    }
    finish()
    return blocks
  }
}

extension PrintTable {
  init(_ table: TextTable) {
    self.init(
      rows: table.rows.map { row in
        Row(isHeading: row.isHeading, row.cells.map { Cell(AuthorsWords.blocks($0)) })
      })
  }
}

extension Inline {
  /// Something in it can't stand inside a paragraph.
  fileprivate var holdsBlock: Bool {
    if standsApart { return true }
    return switch self {
    case .emphasis(let inside), .strong(let inside), .superscript(let inside), .subscript(let inside):
      inside.contains(where: \.holdsBlock)
    case .fraction(let numerator, let denominator): (numerator + denominator).contains(where: \.holdsBlock)
    default: false
    }
  }

  /// The text with words for the answers that it shows.
  func filled(_ answer: (String) -> String) -> Inline {
    func all(_ words: [Inline]) -> [Inline] { words.map { $0.filled(answer) } }
    return switch self {
    case .reference(let id): .text(answer(id))
    case .emphasis(let inside): .emphasis(all(inside))
    case .strong(let inside): .strong(all(inside))
    case .superscript(let inside): .superscript(all(inside))
    case .subscript(let inside): .subscript(all(inside))
    case .paragraph(let inside): .paragraph(all(inside))
    case .fraction(let numerator, let denominator):
      .fraction(numerator: all(numerator), denominator: all(denominator))
    case .list(let items, let isNumbered): .list(items.map(all), isNumbered: isNumbered)
    case .table(let table):
      .table(
        TextTable(rows: table.rows.map { TextTable.Row(isHeading: $0.isHeading, cells: $0.cells.map(all)) }))
    case .picture(let picture):
      .picture(
        TextPicture(source: picture.source, alternative: all(picture.alternative), drawing: picture.drawing))
    case .text, .code, .lineBreak: self
    }
  }
}
