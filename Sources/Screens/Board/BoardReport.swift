package import Texts

/// The indicator table as people see it: figures made into words by monitoring, in one language.
package struct BoardReport: Sendable {
  package struct Row: Sendable {
    package var indicator: String
    /// The value with its unit, or the reason why there is none.
    package var value: String
    /// "61–84 %", or empty.
    package var interval: String
    /// How many rows it rests on.
    package var count: String
    package var target: String
    package var band: String

    package init(indicator: String, value: String, interval: String, count: String, target: String, band: String) {
      self.indicator = indicator
      self.value = value
      self.interval = interval
      self.count = count
      self.target = target
      self.band = band
    }
  }

  /// Rows under one heading: an aspect, or a unit of the school.
  package struct Group: Sendable {
    package var title: String
    package var rows: [Row]

    package init(title: String, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  package var title: String
  package var subtitle: String
  package var groups: [Group]
  /// Said under the table: what a sample is, what is hidden and why.
  package var notes: [String]

  package init(title: String, subtitle: String, groups: [Group], notes: [String] = []) {
    self.title = title
    self.subtitle = subtitle
    self.groups = groups
    self.notes = notes
  }

  package func page(in language: Language) -> Page {
    let headings = [BoardPhrase.indicator, .value, .interval, .count, .target, .band].map { $0.text(in: language) }
    var page = Page(title: title, subtitle: subtitle)
    for group in groups {
      if !group.title.isEmpty { page.blocks.append(.heading(group.title)) }
      let rows = group.rows.map { [$0.indicator, $0.value, $0.interval, $0.count, $0.target, $0.band] }
      page.blocks.append(.table(Page.Table(headings: headings, rows: rows).withoutEmptyColumns))
    }
    if groups.allSatisfy(\.rows.isEmpty) { page.blocks.append(.paragraph(BoardPhrase.empty.text(in: language))) }
    if !notes.isEmpty { page.blocks.append(.blank) }
    page.blocks += notes.map { .paragraph($0) }
    return page
  }
}

extension Page.Table {
  /// Without the columns in which no row says anything.
  fileprivate var withoutEmptyColumns: Page.Table {
    let kept = headings.indices.filter { column in
      column == 0 || rows.contains { $0.indices.contains(column) && !$0[column].isEmpty }
    }
    func pick(_ cells: [String]) -> [String] { kept.map { cells.indices.contains($0) ? cells[$0] : "" } }
    return Page.Table(headings: pick(headings), rows: rows.map(pick))
  }
}

/// Words of the board.
enum BoardPhrase: PhraseCatalogue {
  case indicator, value, interval, count, target, band, empty

  var template: Template {
    switch self {
    case .indicator: Template(ky: "Көрсөткүч", ru: "Показатель", en: "Indicator")
    case .value: Template(ky: "Мааниси", ru: "Значение", en: "Value")
    case .interval: Template(ky: "Аралыгы", ru: "Интервал", en: "Interval")
    case .count: Template(ky: "Саны", ru: "n", en: "n")
    case .target: Template(ky: "Максат", ru: "Цель", en: "Target")
    case .band: Template(ky: "Баалоо", ru: "Оценка", en: "Verdict")
    case .empty: Template(ky: "Азырынча маалымат жок.", ru: "Данных пока нет.", en: "There is no data yet.")
    }
  }
}
