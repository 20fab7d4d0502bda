import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Instruments
import Psychometrics
import Storage
import Texts
import XML

/// `synak bank`: the questions of all instruments, with how they did.
struct BankCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "The questions of instruments by subject, grade and area, with their history of use.",
    discussion: """
      Takes files, folders, or nothing for the shipped instruments. Where a store is there, each question is told with how
      many met it, the mean share of its points, how many left it out, and how well it goes along with the rest of the test
      (from 30 sessions on).

      Examples:
        synak bank --subject math --grade 9
        synak bank instruments --area geometry --format csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv }

  @Argument(help: ArgumentHelp("Files or folders of instruments.", valueName: "file"))
  var files: [String] = []

  @ArgumentParser.Option(help: ArgumentHelp("Only of this subject.", valueName: "id"))
  var subject: String?

  @ArgumentParser.Option(help: ArgumentHelp("Only for this grade.", valueName: "n"))
  var grade: Int?

  @ArgumentParser.Option(help: ArgumentHelp("Only of this area or kind of thinking of a blueprint.", valueName: "code"))
  var area: String?

  @ArgumentParser.Option(help: "For people (text) or for spreadsheets (csv).")
  var format = Format.text

  @ArgumentParser.OptionGroup var school: SchoolOptions
  @ArgumentParser.OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    let pool = try InstrumentPool.read(files, in: language)
    var bank = ItemBank()
    for instrument in pool { bank.add(instrument.instrument) }
    let items = bank.units.flatMap(\.items).filter(isWanted)
    let history = try history(language)
    switch format {
    case .text: Output.print(text(items, history, language))
    case .csv: Output.raw(CSVWriter(hasByteOrderMark: false).bytes(table(items, history, language)))
    }
  }

  /// Nothing where there is no store yet: looking makes none.
  private func history(_ language: Language) throws -> ItemHistory {
    guard FileManager.default.fileExists(atPath: school.storeFolder + "/store.sqlite") else { return ItemHistory() }
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    return try reportingFaults(in: language) { try ItemHistory(office) }
  }

  private func isWanted(_ item: BankItem) -> Bool {
    if let subject, item.subject?.text != subject { return false }
    if let grade, !(item.grades?.contains(grade) ?? false) { return false }
    guard let area else { return true }
    return item.specification?.area?.text == area || item.specification?.process?.text == area
  }

  private func text(_ items: [BankItem], _ history: ItemHistory, _ language: Language) -> String {
    let head = [BankPhrase.item, .parts, .points, .met, .share, .omitted, .fit, .words].map { $0.text(in: language) }
    let rows = items.map { item in
      let parts = [item.specification?.area, item.specification?.process].compactMap { $0?.text }
      return ["\(item.instrument)/\(item.id)", parts.joined(separator: " · "), item.key.map { "\($0.points)" } ?? "–"]
        + numbers(history[item.instrument, item.id], language) + [Self.cut(item.label.plain(in: language))]
    }
    let count = BankPhrase.count.text(in: language, ["n": String(items.count)])
    return Columns.text([head] + rows) + "\n\n" + count
  }

  private func numbers(_ statistics: ItemStatistics?, _ language: Language) -> [String] {
    guard let statistics, statistics.count > 0 else { return ["0", "", "", ""] }
    func text(_ number: Double?) -> String {
      number.map { NumberFormat.text(String(format: "%.2f", $0), in: language) } ?? "–"
    }
    let isEnough = statistics.count >= ItemHistory.enough
    return [
      String(statistics.count), text(statistics.difficulty), text(statistics.omission),
      isEnough ? text(statistics.discrimination) : "n < \(ItemHistory.enough)",
    ]
  }

  /// One line of a question is enough to know it by.
  private static func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 48 ? line : line.prefix(47) + "…"
  }

  private func table(_ items: [BankItem], _ history: ItemHistory, _ language: Language) -> ExportTable {
    ExportTable(
      columns: [
        "instrument", "version", "item", "subject", "grades", "area", "process", "points", "met", "share", "omitted",
        "rest_correlation", "text",
      ],
      rows: items.map { item in
        let statistics = history[item.instrument, item.id]
        func number(_ value: Double?) -> ExportTable.Cell { value.map { .text(String(format: "%.4f", $0)) } ?? .none }
        return [
          .text(item.instrument.text), .text(item.version), .text(item.id.text), .init(item.subject),
          item.grades.map { .text($0.text) } ?? .none, .init(item.specification?.area),
          .init(item.specification?.process),
          item.key.map { .text("\($0.points)") } ?? .none, .integer(statistics?.count ?? 0),
          number(statistics?.difficulty),
          number(statistics?.omission), number(statistics?.discrimination), .text(item.label.plain(in: language)),
        ]
      })
  }
}

/// What `bank` says.
enum BankPhrase: PhraseCatalogue {
  case item, parts, points, met, share, omitted, fit, words, count

  var template: Template {
    switch self {
    case .item: Template(ky: "Тапшырма", ru: "Задание", en: "Item")
    case .parts: Template(ky: "Бөлүгү", ru: "Часть", en: "Part")
    case .points: Template(ky: "Упай", ru: "Баллы", en: "Points")
    case .met: Template(ky: "Көргөндөр", ru: "Видели", en: "Met")
    case .share: Template(ky: "Үлүш", ru: "Доля", en: "Share")
    case .omitted: Template(ky: "Жоопсуз", ru: "Пропуск", en: "Omitted")
    case .fit: Template(ky: "Байланыш", ru: "Связь", en: "Fit")
    case .words: Template(ky: "Текст", ru: "Текст", en: "Text")
    case .count:
      Template(
        ky: "{n} тапшырма. Үлүш — орточо упай үлүшү, байланыш — калган тапшырмалардын суммасы менен корреляция.",
        ru: "Заданий: {n}. Доля — средняя доля баллов, связь — корреляция с суммой остальных заданий.",
        en: "{n} items. Share: the mean share of the points. Fit: the correlation with the sum of the other items.")
    }
  }
}
