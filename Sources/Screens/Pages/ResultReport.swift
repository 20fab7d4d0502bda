package import Texts

/// What a respondent reads after handing in: every item with its points and why, the scales, and what the answers changed.
///
/// Words and figures as they are shown, in one language: scoring and monitoring make them.
package struct ResultReport: Sendable {
  package struct Item: Sendable {
    /// "3"
    package var number: String
    package var question: String
    package var answer: String
    /// Points and their maximum; empty where the item has none.
    package var points: String
    package var maximum: String
    /// All points were earned; nil where there are none to earn.
    package var isFull: Bool?
    /// Why these points.
    package var why: String

    package init(
      number: String, question: String, answer: String, points: String, maximum: String, isFull: Bool?, why: String
    ) {
      self.number = number
      self.question = question
      self.answer = answer
      self.points = points
      self.maximum = maximum
      self.isFull = isFull
      self.why = why
    }
  }

  package struct Scale: Sendable {
    package var title: String
    package var score: String
    package var maximum: String
    package var level: String

    package init(title: String, score: String, maximum: String, level: String) {
      self.title = title
      self.score = score
      self.maximum = maximum
      self.level = level
    }
  }

  /// An indicator before and after the answers went in.
  package struct Change: Sendable {
    package var indicator: String
    package var before: String
    package var after: String

    package init(indicator: String, before: String, after: String) {
      self.indicator = indicator
      self.before = before
      self.after = after
    }
  }

  package var title: String
  package var items: [Item]
  package var scales: [Scale]
  package var changes: [Change]

  package init(title: String, items: [Item], scales: [Scale], changes: [Change] = []) {
    self.title = title
    self.items = items
    self.scales = scales
    self.changes = changes
  }

  /// The report as a page: the whole first, then item by item, then the indicators.
  package func page(in language: Language) -> Page {
    func words(_ phrase: ResultPhrase, _ arguments: [String: String] = [:]) -> String {
      phrase.text(in: language, arguments)
    }
    var page = Page(title: title, subtitle: words(.title))
    if !scales.isEmpty {
      page.blocks.append(
        .table(
          Page.Table(
            headings: [words(.scale), words(.points), words(.level)],
            rows: scales.map { [$0.title, Self.fraction($0.score, $0.maximum), $0.level] })))
    }
    if !items.isEmpty { page.blocks.append(.heading(words(.itemByItem))) }
    for item in items {
      // Without colour the mark says it: + all points, ~ some or none, . nothing to earn.
      let mark = item.isFull.map { $0 ? "[+]" : "[-]" } ?? "[ ]"
      page.blocks.append(.blank)
      page.blocks.append(.entry("\(mark) \(item.number).", item.question))
      page.blocks.append(.entry("     ", words(.answer, ["answer": item.answer])))
      if !item.maximum.isEmpty {
        let points = words(.pointsOf, ["points": item.points, "maximum": item.maximum])
        page.blocks.append(.entry("     ", item.why.isEmpty ? points : points + " " + item.why))
      } else if !item.why.isEmpty {
        page.blocks.append(.entry("     ", item.why))
      }
    }
    if !changes.isEmpty {
      page.blocks.append(.heading(words(.changes)))
      page.blocks.append(
        .table(
          Page.Table(
            headings: [words(.indicator), words(.before), words(.after)],
            rows: changes.map { [$0.indicator, $0.before, $0.after] })))
    }
    return page
  }

  private static func fraction(_ score: String, _ maximum: String) -> String {
    maximum.isEmpty ? score : "\(score) / \(maximum)"
  }
}

/// Words of the result.
enum ResultPhrase: PhraseCatalogue {
  case title, scale, points, level, itemByItem, answer, pointsOf, changes, indicator, before, after

  var template: Template {
    switch self {
    case .title: Template(ky: "Жыйынтык", ru: "Результат", en: "Result")
    case .scale: Template(ky: "Бөлүм", ru: "Раздел", en: "Part")
    case .points: Template(ky: "Упай", ru: "Баллы", en: "Points")
    case .level: Template(ky: "Деңгээл", ru: "Уровень", en: "Level")
    case .itemByItem: Template(ky: "Ар бир тапшырма боюнча", ru: "По каждому заданию", en: "Question by question")
    case .answer: Template(ky: "Жооп: {answer}", ru: "Ответ: {answer}", en: "Answer: {answer}")
    case .pointsOf:
      Template(
        ky: "Упай: {points}, эң көбү {maximum}.", ru: "Баллы: {points} из {maximum}.", en: "Points: {points} of {maximum}.")
    case .changes: Template(ky: "Бул жооптор эмнени өзгөрттү", ru: "Что изменили эти ответы", en: "What these answers changed")
    case .indicator: Template(ky: "Көрсөткүч", ru: "Показатель", en: "Indicator")
    case .before: Template(ky: "мурда", ru: "было", en: "before")
    case .after: Template(ky: "азыр", ru: "стало", en: "now")
    }
  }
}
