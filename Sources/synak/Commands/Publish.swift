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
