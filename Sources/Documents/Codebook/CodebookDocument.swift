import Expressions
import Instruments
import Texts

/// A codebook to read: a table for each table of the exports.
package struct CodebookDocument {
  private let codebook: Codebook
  private let language: Language

  package init(_ codebook: Codebook) {
    self.codebook = codebook
    language = codebook.language
  }

  package var document: PrintedDocument {
    let name = say(.codebook)
    var document = PrintedDocument(
      title: "\(name): \(codebook.title)", language: language, footer: "\(codebook.id) \(codebook.version), \(name)")
    document.isLandscape = true
    document.blocks = [
      .heading(1, [.text("\(name): \(codebook.title)")]),
      .text("\(codebook.id) \(codebook.version), SHA-256 \(codebook.hash.prefix(16))…", .note),
    ]
    for table in Codebook.Table.allCases {
      let variables = codebook.variables.filter { $0.table == table }
      if variables.isEmpty { continue }
      let (title, about): (CodebookPhrase, CodebookPhrase) =
        switch table {
        case .answers: (.answersTable, .aboutAnswers)
        case .scores: (.scoresTable, .aboutScores)
        case .facts: (.factsTable, .aboutFacts)
        }
      document.blocks += [.heading(2, [.text(say(title))]), .text(say(about), .note), self.table(variables, of: table)]
    }
    return document
  }

  private func say(_ phrase: CodebookPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  private func table(_ variables: [Codebook.Variable], of table: Codebook.Table) -> PrintBlock {
    let isAnswers = table == .answers
    let columns: [CodebookPhrase] =
      isAnswers ? [.name, .question, .values, .asked, .goesTo] : [.name, .question, .values, .goesTo]
    let heading = PrintTable.Row(isHeading: true, columns.map { PrintTable.Cell(say($0)) })
    let rows = variables.map { variable in
      var cells = [
        PrintTable.Cell([.paragraph([.words([.strong([.code(variable.name)])])])]), question(variable),
        values(variable),
      ]
      if isAnswers { cells.append(asked(variable)) }
      return PrintTable.Row(cells + [goesTo(variable)])
    }
    let widths = isAnswers ? [12, 26, 30, 18, 14] : [14, 36, 34, 16]
    return .table(PrintTable(widths: widths, isDense: true, rows: [heading] + rows))
  }

  private func question(_ variable: Codebook.Variable) -> PrintTable.Cell {
    var blocks: [PrintBlock] = []
    if let heading = variable.heading { blocks.append(.text(heading, .note)) }
    if !variable.label.isEmpty { blocks.append(.paragraph(Self.lines(variable.label))) }
    blocks.append(.text(variable.isRequired ? "\(variable.kind), \(say(.required))" : variable.kind, .note))
    return PrintTable.Cell(blocks)
  }

  /// A text of several lines in one paragraph.
  private static func lines(_ text: String) -> [Run] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { Inline.text(String($0)) }
    return [.words(Array(lines.map { [$0] }.joined(separator: [.lineBreak])))]
  }

  private func values(_ variable: Codebook.Variable) -> PrintTable.Cell {
    var blocks: [PrintBlock] = []
    var storage = [variable.storage]
    if let least = variable.minimum { storage.append(say(.least, ["n": number(least)])) }
    if let most = variable.maximum { storage.append(say(.most, ["n": number(most)])) }
    if let unit = variable.unit { storage.append(unit) }
    blocks.append(.text(storage.joined(separator: ", ")))
    if let formula = variable.formula, variable.table != .answers || variable.label != formula.words {
      blocks.append(.text(formula.words))
    }
    if let source = variable.formula?.source { blocks.append(.paragraph([.words([.code(source)])], .note)) }
    blocks += variable.codes.filter { $0.missing == nil }.map(code)
    let missing = variable.codes.filter { $0.missing != nil }
    if !missing.isEmpty { blocks.append(.text(say(.missingCodes) + ":", .note)) }
    blocks += missing.map(code)
    blocks += variable.remarks.map { .text($0) }
    return PrintTable.Cell(blocks)
  }

  private func code(_ code: Codebook.Code) -> PrintBlock {
    var runs: [Run] = [.words([.code(code.stored)]), .text(" \(code.label)")]
    // The number is worth saying where it isn't the code itself.
    if let number = code.number, "\(number)" != code.stored { runs.append(.text(" (= \(self.number(number)))")) }
    return .paragraph(runs)
  }

  private func asked(_ variable: Codebook.Variable) -> PrintTable.Cell {
    guard !variable.asked.isEmpty else {
      return PrintTable.Cell(variable.formula == nil && variable.kind != say(.knownBefore) ? say(.everyone) : "")
    }
    return PrintTable.Cell(
      variable.asked.flatMap { condition in
        [PrintBlock.text(condition.words)] + (condition.source.map { [.paragraph([.words([.code($0)])], .note)] } ?? [])
      })
  }

  private func goesTo(_ variable: Codebook.Variable) -> PrintTable.Cell {
    var lines: [String] = []
    if let points = variable.points { lines.append(say(.earns, ["n": number(points)])) }
    lines += variable.scales.map {
      say(.scale, ["id": $0.scale]) + ($0.isReversed ? " (\(say(.reversed)))" : "")
    }
    lines += variable.feeds.map { say(.feeds, ["id": $0]) }
    return PrintTable.Cell(lines.map { .text($0) })
  }

  private func number(_ decimal: Decimal64) -> String { NumberFormat.text("\(decimal.normalized)", in: language) }
}
