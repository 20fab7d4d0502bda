import Expressions
package import Instruments
import Scoring
import Texts

/// The key of a paper, a line a question, and the guide by which people mark it.
package struct MarkingDocuments {
  private let paper: Paper
  private let instrument: CheckedInstrument
  private let language: Language
  private let words: PaperWords
  private let explainer: InstrumentExplainer

  package init(_ paper: Paper, of instrument: CheckedInstrument) {
    self.paper = paper
    self.instrument = instrument
    language = paper.language
    words = PaperWords(language: paper.language)
    explainer = InstrumentExplainer(instrument, in: paper.language)
  }

  /// Nothing is right or wrong here, so there is nothing to print.
  package var isEmpty: Bool { keyed.isEmpty }

  private var keyed: [(Paper.Question, KeyedItem)] {
    paper.questions.compactMap { question in
      instrument.scoring.items.first { $0.slot == question.item.slot }.map { (question, $0) }
    }
  }

  // MARK: The key

  package var key: PrintedDocument {
    var document = PrintedDocument(paper, named: language.say(.key))
    document.blocks = opening(.key)
    let heading = PrintTable.Row(
      isHeading: true,
      [PaperPhrase.number, .right, .worth].map { PrintTable.Cell(language.say($0), isCentred: $0 == .worth) })
    let rows = keyed.map { question, key in
      PrintTable.Row([
        PrintTable.Cell(question.label), PrintTable.Cell(KeyWords(paper: paper).text(key, question)),
        PrintTable.Cell(words.number(key.points), isCentred: true),
      ])
    }
    let total = paper.totalPoints.map { total in
      PrintTable.Row([
        PrintTable.Cell(""), PrintTable.Cell([.paragraph([.strong(language.say(.sum))])]),
        PrintTable.Cell([.paragraph([.strong(words.number(total))])], isCentred: true),
      ])
    }
    document.blocks.append(
      .table(PrintTable(widths: [10, 75, 15], rows: [heading] + rows + [total].compactMap { $0 })))
    document.blocks += levels
    return document
  }

  private func opening(_ name: PaperPhrase) -> [PrintBlock] {
    let title = instrument.delivery.form.title.version(in: language).filled()
    var blocks: [PrintBlock] = [.heading(1, [.text(language.say(name) + ": "), .words(title)])]
    let variant = paper.variant.map { [language.say(.variant, ["n": String($0)]) + "."] } ?? []
    blocks.append(.paragraph([.strong((variant + [language.say(.notForPupils)]).joined(separator: " "))]))
    return blocks
  }

  /// From which score each level and each row of a table begins, scale by scale.
  private var levels: [PrintBlock] {
    let rows = instrument.scoring.scales.compactMap { scale -> PrintTable.Row? in
      let borders = explainer.borders(of: scale.id)
      guard !borders.isEmpty else { return nil }
      return PrintTable.Row([
        PrintTable.Cell(scale.title.plain(in: language)), PrintTable.Cell(borders.map { .text($0.text) }),
      ])
    }
    guard !rows.isEmpty else { return [] }
    return [.heading(2, [.text(language.say(.scales))]), .table(PrintTable(widths: [40, 60], rows: rows))]
  }

  /// Where sections stop and how long they may take, for whoever leads the test.
  private var pace: [PrintBlock] {
    instrument.delivery.sections.flatMap { section in
      explainer.paceLines(of: section.section).map { rule in
        let title = section.section.title?.plain(in: language) ?? section.section.id.text
        return line("\(title). \(rule.label)", rule.text)
      }
    }
  }

  // MARK: The guide

  package var guide: PrintedDocument {
    var document = PrintedDocument(paper, named: language.say(.guide))
    document.blocks = opening(.guide) + pace
    for (question, key) in keyed {
      var blocks = AuthorsWords.blocks(key.label.version(in: language))
      if case .levels = key.answer {
        blocks.append(levelTable(PaperDocument.levels(of: question)))
      } else if case .judgement = key.answer {
      } else {
        blocks.append(line(language.say(.right), KeyWords(paper: paper).text(key, question)))
      }
      for rule in explainer.marking(of: key.id) { blocks.append(line(rule.label, rule.text)) }
      if case .judgement(let guide) = key.answer { blocks += self.blocks(of: guide) }
      document.blocks.append(.numbered("\(question.label).", remark: words.points(key.points), blocks))
    }
    document.blocks += levels
    return document
  }

  private func line(_ label: String, _ text: String) -> PrintBlock {
    .paragraph([.strong("\(label): "), .text(text)])
  }

  private func blocks(of guide: MarkingGuide) -> [PrintBlock] {
    var blocks = guide.text.map { AuthorsWords.blocks($0.version(in: language)) } ?? []
    for criterion in guide.criteria {
      blocks.append(
        .paragraph([.strong(language.say(.criterion) + ": "), .words(criterion.text.version(in: language).filled())]))
      blocks.append(levelTable(criterion.levels))
    }
    return blocks
  }

  private func levelTable(_ levels: [Descriptor]) -> PrintBlock {
    .table(
      PrintTable(
        widths: [12, 88],
        rows: levels.map { level in
          PrintTable.Row([
            PrintTable.Cell(words.number(level.points), isCentred: true),
            PrintTable.Cell(AuthorsWords.blocks(level.text.version(in: language))),
          ])
        }))
  }
}
