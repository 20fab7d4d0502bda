package import Administration
import Expressions
package import Instruments
package import Monitoring
package import Scoring
package import Texts

/// What a respondent reads after handing in: the scales, every item with its points and why, and which indicators the
/// answers changed.
package struct ResultPage: Sendable {
  package let session: Session
  package let instrument: CheckedInstrument
  package let sheet: ScoreSheet
  /// Says what would have been right: not where others still sit the same test.
  package var revealsKey: Bool
  /// The board before and after the answers went in; nil where it isn't shown.
  package var boards: (before: Board, after: Board)?

  package init(
    _ session: Session, of instrument: CheckedInstrument, sheet: ScoreSheet, revealsKey: Bool = true,
    boards: (before: Board, after: Board)? = nil
  ) {
    self.session = session
    self.instrument = instrument
    self.sheet = sheet
    self.revealsKey = revealsKey
    self.boards = boards
  }

  package func page(in language: Language) -> Page {
    var page = Page(
      title: instrument.delivery.form.title.plain(in: language), subtitle: ResultPhrase.title.text(in: language))
    if !sheet.scales.isEmpty { page.blocks.append(.table(scales(in: language))) }
    if !sheet.items.isEmpty { page.blocks.append(.heading(ResultPhrase.itemByItem.text(in: language))) }
    for (number, index) in listed.enumerated() {
      let score = sheet.items[index]
      guard let item = instrument.delivery.item(at: score.slot) else { continue }
      page.blocks.append(.blank)
      let label = instrument.delivery.slots[score.slot].label ?? item.item.prompt
      page.blocks.append(.entry("\(Self.mark(score)) \(number + 1).", label.plain(in: language)))
      page.blocks.append(
        .entry("    ", score.explanation(in: language, of: item, revealingKey: revealsKey)))
      // Feedback gives the key away as well.
      for feedback in revealsKey ? score.feedback(of: instrument.scoring.items[index]) : [] {
        page.blocks.append(.entry("    ", feedback.text.plain(in: language)))
      }
    }
    if let boards {
      page.blocks.append(.heading(ResultPhrase.changes.text(in: language)))
      let changes = boards.after.changes(since: boards.before)
      page.blocks.append(.lines { BoardText(language: language, width: $0).lines(of: changes, in: boards.after) })
    }
    return page
  }

  /// The keyed items by their place in the sheet, in the order of the form. Where the way followed the answers: those that
  /// were asked, as they came, since the others are nobody's business.
  private var listed: [Int] {
    guard instrument.delivery.form.hasChoices else { return Array(sheet.items.indices) }
    let places = Dictionary(sheet.items.indices.map { (sheet.items[$0].slot, $0) }) { first, _ in first }
    return session.steps.flatMap { session.shownItems(at: $0) }.compactMap { places[$0.slot] }
  }

  /// Without colour: all points, some, none, nothing to earn.
  private static func mark(_ score: ItemScore) -> String {
    guard let points = score.points, let maximum = score.maximum else { return "[ ]" }
    if points == maximum { return "[+]" }
    return points.isZero ? "[-]" : "[~]"
  }

  private func scales(in language: Language) -> Page.Table {
    let rows = zip(instrument.scoring.scales, sheet.scales).map { program, score -> [String] in
      let level = score.level.flatMap { code in program.levels.first { $0.code == code } }
      return [
        program.title.plain(in: language),
        waits(program, score) ? ResultPhrase.waits.text(in: language) : Self.points(score, language),
        level?.title.plain(in: language) ?? "",
      ]
    }
    return Page.Table(
      headings: [ResultPhrase.scale, .points, .level].map { $0.text(in: language) }, rows: rows)
  }

  /// Whether a scale has no score since a person must judge one of its items first.
  private func waits(_ program: ScaleProgram, _ score: ScaleScore) -> Bool {
    score.score.isMissing
      && program.members.contains { member in
        guard case .points(let item) = member else { return false }
        return sheet.items[item].reason == .awaitsJudgement
      }
  }

  private static func points(_ score: ScaleScore, _ language: Language) -> String {
    func number(_ decimal: Decimal64) -> String {
      NumberFormat.text("\(decimal.rounded(to: 2) ?? decimal)", in: language)
    }
    switch score.score {
    case .integer(let whole): return fraction(number(Decimal64(whole)), score.maximum.map(number))
    case .decimal(let decimal):
      // Ability has no most, but a doubt.
      if let error = score.error { return "\(number(decimal)) ± \(number(error))" }
      return fraction(number(decimal), score.maximum.map(number))
    case .missing(let missing): return MissingWord(missing.reason).text(in: language)
    default: return score.score.stored
    }
  }

  private static func fraction(_ score: String, _ maximum: String?) -> String {
    maximum.map { "\(score) / \($0)" } ?? score
  }
}

/// Words of the result.
enum ResultPhrase: PhraseCatalogue {
  case title, scale, points, level, itemByItem, changes, waits

  var template: Template {
    switch self {
    case .title: Template(ky: "Жыйынтык", ru: "Результат", en: "Result")
    case .scale: Template(ky: "Бөлүм", ru: "Раздел", en: "Part")
    case .points: Template(ky: "Упай", ru: "Баллы", en: "Points")
    case .level: Template(ky: "Деңгээл", ru: "Уровень", en: "Level")
    case .waits: Template(ky: "баалоону күтөт", ru: "ждёт оценки", en: "waits for a judgement")
    case .itemByItem: Template(ky: "Ар бир тапшырма боюнча", ru: "По каждому заданию", en: "Question by question")
    case .changes:
      Template(ky: "Бул жооптор эмнени өзгөрттү", ru: "Что изменили эти ответы", en: "What these answers changed")
    }
  }
}
