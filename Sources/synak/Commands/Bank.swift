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
    let history = try ItemHistory.read(school, in: language)
    switch format {
    case .text: Output.print(text(items, history, language))
    case .csv: Output.raw(CSVWriter(hasByteOrderMark: false).bytes(table(items, history, language)))
    }
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
        + numbers(history[item], language) + [Self.cut(item.label.plain(in: language))]
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
        let statistics = history[item]
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

/// How questions did, from the sessions of a store.
struct ItemHistory {
  /// Fewer sessions say nothing about how a question goes along with the others.
  static let enough = 30

  private var items: [String: ItemStatistics] = [:]

  subscript(item: BankItem) -> ItemStatistics? { items["\(item.instrument)/\(item.id)"] }

  /// Nothing where there is no store yet: looking makes none.
  static func read(_ school: SchoolOptions, in language: Language) throws -> ItemHistory {
    var history = ItemHistory()
    guard FileManager.default.fileExists(atPath: school.storeFolder + "/store.sqlite") else { return history }
    let office = try Office.open(school.school(in: language), folder: school.storeFolder, in: language)
    try reportingFaults(in: language) {
      let names = Dictionary(
        try office.store.instruments().map { ($0.hash, $0.id.text) }, uniquingKeysWith: { first, _ in first })
      for scored in try office.store.scores(SessionFilter(school: office.school)) {
        if let instrument = names[scored.session.instrument] { history.add(scored.score, of: instrument) }
      }
    }
    return history
  }

  private mutating func add(_ score: ScoreRecord, of instrument: String) {
    let lines = score.lines.filter { $0.kind == .item }.compactMap {
      line -> (name: Symbol, points: Double, most: Double)? in
      guard let points = line.score.double, let most = line.maximum.double, most > 0 else { return nil }
      return (line.name, points, most)
    }
    let answers = Dictionary(score.answers.map { ($0.name, $0.value) }) { first, _ in first }
    let total = lines.reduce(0) { $0 + $1.points }
    for line in lines {
      let isOmitted = answers[line.name]?.isMissing ?? true
      items["\(instrument)/\(line.name)", default: ItemStatistics()]
        .add(share: line.points / line.most, rest: total - line.points, isOmitted: isOmitted)
    }
  }
}

extension Value {
  /// As statistics take it.
  fileprivate var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .decimal(let decimal): Double("\(decimal)")
    default: nil
    }
  }
}

/// The instruments that files and folders hold, or that are shipped where none are named.
enum InstrumentPool {
  static func read(_ names: [String], in language: Language) throws -> [CheckedInstrument] {
    guard !names.isEmpty else {
      return try Shipped.instruments.map { try InstrumentChoice(name: $0.name).checked(language) }
    }
    var result: [CheckedInstrument] = []
    for name in names {
      guard let files = instruments(in: name) else {
        result.append(try InstrumentChoice(name: name).checked(language))
        continue
      }
      // A folder holds other files as well, and what has mistakes in it is no part of a bank.
      for file in files {
        guard let bytes = try? SourceFile.read(file) else { continue }
        if let instrument = InstrumentCheck.check(bytes, file: file, datasets: nil).instrument {
          result.append(instrument)
        }
      }
    }
    return result
  }

  /// The XML files of a folder by name; nil where it is none.
  private static func instruments(in folder: String) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return nil }
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { folder + "/" + $0 }
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
