import ArgumentParser
import Diagnostics
import Expressions
import Foundation
import Instruments
import Storage
import Texts
import XML

/// `synak publish`: an instrument frozen by its content.
struct Publish: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Freeze an instrument: a copy that never changes, known by its content.",
    discussion: """
      The file is checked first, with its examples. The copy is named by its id, its version and the hash of its content, is
      read-only, and stands in a list with the day. What was published under a version stays: a change needs another
      version, and what it changes for scores is told. Publishing the same again does nothing.

      Example:  synak publish parents-2026.xml --to published
      """)

  @Argument(help: ArgumentHelp("The instrument.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The folder of what is published.", valueName: "folder"))
  var to = "published"

  @Option(help: ArgumentHelp("The day to write down, in place of today.", valueName: "2026-11-25"))
  var today: String?

  @OptionGroup var languages: LanguageOptions

  func validate() throws {
    if let today, CalendarDate(today) == nil {
      throw ValidationError("--today must be a date like 2026-11-25, not “\(today)”.")
    }
  }

  func run() throws {
    let language = languages.language
    let document = try MarkupFile.read(file, in: language)
    let instrument = try InstrumentCheck.check(document, file: file, datasets: nil).usable(file, in: language)
    let missing = PictureCheck.findings(of: instrument.instrument.form, file: file).filter { $0.severity == .error }
    guard missing.isEmpty else { throw Failure(missing, in: language) }
    let folder = PublishedFolder(path: to)
    let known = try folder.entries(in: language)
    let entry = PublishedEntry(instrument, on: today.flatMap { CalendarDate($0) } ?? .ofMachine)
    let same = known.first { $0.id == entry.id && $0.version == entry.version }
    if let same {
      guard same.hash == entry.hash else {
        throw Failure(
          of: PublishingFinding.versionTaken, found: "\(entry.id)/\(entry.version)",
          suggestion: PublishedEntry.next(after: entry.version), arguments: ["date": same.date], in: language)
      }
      return Output.print(
        PublishPhrase.already.text(in: language, ["file": to + "/" + same.file, "date": same.date]))
    }
    try folder.add(entry, bytes: document.text.bytes, pictures: pictures(of: instrument), in: language)
    Output.print(
      PublishPhrase.done.text(in: language, ["file": to + "/" + entry.file, "hash": instrument.hash.digest.short]))
    if let earlier = known.last(where: { $0.id == entry.id }) { try compare(earlier, instrument, language) }
  }

  /// The pictures that stand beside the file, by the names that the texts have for them.
  private func pictures(of instrument: CheckedInstrument) -> [(name: String, bytes: [UInt8])] {
    let folder = URL(filePath: file).deletingLastPathComponent()
    return PictureCheck.names(in: instrument.instrument.form).compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
    }
  }

  /// What the new version means for scores of the one before.
  private func compare(_ earlier: PublishedEntry, _ instrument: CheckedInstrument, _ language: Language) throws {
    guard let bytes = try? SourceFile.read(to + "/" + earlier.file),
      let old = InstrumentCheck.check(bytes, file: earlier.file, datasets: nil).instrument
    else { return }
    let changes = InstrumentComparison.changes(from: old.instrument, to: instrument.instrument)
    Output.print(
      PublishPhrase.since.text(in: language, ["version": earlier.version, "n": String(changes.count)]) + " "
        + Comparability(changes).text(in: language))
  }
}

/// A published instrument as the list has it.
struct PublishedEntry: Hashable {
  var id: String
  var version: String
  var hash: String
  var date: String
  var method: String
  var languages: String
  var items: String
  var file: String

  init(_ instrument: CheckedInstrument, on day: CalendarDate) {
    let form = instrument.instrument.form
    id = form.id.text
    version = form.version
    hash = instrument.hash.digest.hex
    date = "\(day)"
    method = form.method.rawValue
    languages = form.languages.map(\.rawValue).joined(separator: " ")
    items = String(instrument.delivery.items.count)
    file = "\(id)-\(version)-\(instrument.hash.digest.short).xml"
  }

  /// A line of the list; nil where it isn't one.
  init?(line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 8, !cells[0].hasPrefix("#") else { return nil }
    (id, version, hash, date) = (cells[0], cells[1], cells[2], cells[3])
    (method, languages, items, file) = (cells[4], cells[5], cells[6], cells[7])
  }

  var line: String { [id, version, hash, date, method, languages, items, file].joined(separator: "\t") }

  /// The version after one that ends with a number.
  static func next(after version: String) -> String {
    let digits = String(version.reversed().prefix(while: \.isNumber).reversed())
    guard let number = Int(digits) else { return version + ".1" }
    return version.dropLast(digits.count) + String(number + 1)
  }
}

/// The folder with what is published, and its list.
struct PublishedFolder {
  let path: String

  private static let heading = "#id\tversion\tsha256\tdate\tmethod\tlanguages\titems\tfile"
  private var list: String { path + "/published.tsv" }

  func entries(in language: Language) throws -> [PublishedEntry] {
    guard FileManager.default.fileExists(atPath: list) else { return [] }
    let bytes = try InputFile.read(list, in: language)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { PublishedEntry(line: $0) }
  }

  /// First the files, then the list: what is in the list is there.
  func add(
    _ entry: PublishedEntry, bytes: [UInt8], pictures: [(name: String, bytes: [UInt8])], in language: Language
  ) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for picture in pictures { try freeze(picture.bytes, as: picture.name, in: language) }
      try freeze(bytes, as: entry.file, in: language)
      let known = (try? String(contentsOfFile: list, encoding: .utf8)) ?? Self.heading + "\n"
      try Data((known + entry.line + "\n").utf8).write(to: URL(filePath: list), options: .atomic)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        .cannotWrite, found: path, arguments: ["why": error.localizedDescription], in: language, code: Status.fault)
    }
  }

  /// A read-only file; one that is there already must be the same.
  private func freeze(_ bytes: [UInt8], as name: String, in language: Language) throws {
    let file = path + "/" + name
    if let known = FileManager.default.contents(atPath: file) {
      guard Array(known) == bytes else { throw Failure(of: PublishingFinding.otherFile, found: file, in: language) }
      return
    }
    let folder = URL(filePath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
  }
}

/// What `publish` says.
enum PublishPhrase: PhraseCatalogue {
  case done, already, since

  var template: Template {
    switch self {
    case .done:
      Template(
        ky: "{file} жарыяланды (белгиси {hash}). Мындан ары өзгөрбөйт.",
        ru: "Опубликовано: {file} (отпечаток {hash}). Больше не изменится.",
        en: "{file} is published (fingerprint {hash}). It won't change any more.")
    case .already:
      Template(
        ky: "Ошол эле нерсе {date} күнү жарыяланган: {file}.", ru: "То же самое опубликовано {date}: {file}.",
        en: "The same was published on {date}: {file}.")
    case .since:
      Template(
        ky: "{version} версиясынан бери {n} өзгөрүү.", ru: "С версии {version} изменений: {n}.",
        en: "{n} {n:change|changes} since version {version}.")
    }
  }
}
