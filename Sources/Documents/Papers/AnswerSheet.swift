import Datasets
import Expressions
import Instruments
import Texts

/// A sheet of its own for the answers: a line a question with the letters of the paper's options, quick to mark by eye or
/// through a template laid over the corners.
package struct AnswerSheet {
  private let paper: Paper
  private let language: Language
  private let manner: PaperDocument

  package init(_ paper: Paper) {
    self.paper = paper
    language = paper.language
    manner = PaperDocument(paper, as: .paper, wording: .init(name: { "\($0)" }))
  }

  package var document: PrintedDocument {
    let form = paper.delivery.form
    var document = PrintedDocument(paper, named: language.say(.answerSheet))
    document.hasCornerMarks = true
    document.blocks = [
      .heading(1, [.text(language.say(.answerSheet))]), .paragraph([.words(form.title.version(in: language).filled())]),
    ]
    if let variant = paper.variant {
      document.blocks.append(.paragraph([.strong(language.say(.variant, ["n": String(variant)]))]))
    }
    let fields = [(PaperPhrase.name, 30), (.schoolClass, 5), (.date, 10)]
    if !form.isAnonymous {
      document.blocks.append(
        .paragraph(
          fields.flatMap { [Run.text(language.say($0) + ":\u{A0}"), .mark(.blank($1)), .text("  ")] }, .fields))
    }
    document.blocks.append(.text(language.say(.tellSheet), .note))
    let questions = paper.questions
    let lines = questions.map { PrintBlock.numbered("\($0.label).", remark: nil, line(for: $0)) }
    // Long lines need the whole width; twelve short ones fit one column well.
    let isWide = questions.contains { $0.options.count > 7 || Self.needsWidth($0) }
    guard lines.count > 12, !isWide else {
      document.blocks += lines
      return document
    }
    let half = (lines.count + 1) / 2
    document.blocks.append(.columns([Array(lines[..<half]), Array(lines[half...])]))
    return document
  }

  private static func needsWidth(_ question: Paper.Question) -> Bool {
    switch question.item.item.kind {
    case .text, .date: true
    case .order, .match: question.options.count > 5
    case .choose, .chooseMany, .number, .criterion, .tally, .timeSample, .essay, .timedGrid: false
    }
  }

  private func line(for question: Paper.Question) -> [PrintBlock] {
    let letters = question.options.indices.map(paper.letter)
    let runs: [Run]
    switch question.item.item.kind {
    case .choose: runs = letters.map { .mark(.circle($0)) }
    case .chooseMany: runs = letters.map { .mark(.square($0)) }
    case .number(let form): runs = manner.blank(for: form)
    case .text: runs = [.mark(.blank(60))]
    case .essay: runs = [.text(language.say(.onPaper))]
    case .date(let form): runs = manner.date(form.precision)
    case .order: runs = letters.flatMap { [Run.strong("\($0)\u{A0}"), .mark(.square(""))] }
    case .match(let form):
      runs = form.lefts.indices.flatMap { [Run.strong("\($0 + 1)\u{A0}"), .mark(.square(""))] }
    case .criterion(let levels): runs = levels.map { .mark(.circle(PaperWords(language: language).number($0.points))) }
    case .tally: runs = [.mark(.cells(3))]
    case .timeSample, .timedGrid: runs = [.text(language.say(.onPaper))]
    }
    return [.paragraph(runs)]
  }
}
