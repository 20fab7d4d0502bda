import ArgumentParser
import Diagnostics
import Formats
import Foundation
import Texts
import XML

/// `synak translate`: texts out to translators and back.
struct Translate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Send the texts of an instrument to translators and take their work back.",
    discussion: """
      The texts go out as XLIFF 2.1, which any translation tool opens. Answers that texts show, emphasis, fractions, tables
      and pictures are protected. What comes back is put into the same file; comments and layout stay as they are.

      Example:
        synak translate export mine.xml --from ky --to ru -o mine.ru.xlf
        synak translate import mine.xml mine.ru.xlf
        synak translate status instruments/*.xml
      """,
    subcommands: [Export.self, Import.self, Status.self])

  struct Export: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the texts as XLIFF 2.1.",
      discussion: "Example:  synak translate export mine.xml --from ky --to ru -o mine.ru.xlf")

    @Argument(help: ArgumentHelp("The instrument, or another file with texts.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The language that is translated from.", valueName: "ky"))
    var from: Language

    @Option(help: ArgumentHelp("The language that is translated to.", valueName: "ru"))
    var to: Language

    @Option(
      name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String?

    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      guard from != to else { throw Failure(of: TranslationFinding.sameLanguage, found: from.rawValue, in: language) }
      let units = TranslationUnits(try MarkupFile.read(file, in: language))
      guard units.units.contains(where: { units.content(of: $0, in: from) != nil }) else {
        throw Failure(of: TranslationFinding.nothingToTranslate, found: from.rawValue, in: language)
      }
      let bytes = try XLIFFWriter.write(
        units, from: from, to: to, original: URL(filePath: file).lastPathComponent)
      guard let output else { return Output.raw(bytes) }
      try OutputFile.create(output, bytes, in: language)
      let open = units.units.count { units.content(of: $0, in: to) == nil }
      Output.print(
        TranslatePhrase.exported.text(
          in: language, ["file": output, "n": String(units.units.count), "open": String(open)]))
    }
  }

  struct Import: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take translations into the file.",
      discussion: """
        Nothing is written where something is wrong: a text that has changed since, a placeholder that was lost. Texts
        without a translation stay open.

        Example:  synak translate import mine.xml mine.ru.xlf
        """)

    @Argument(help: ArgumentHelp("The instrument.", valueName: "file"))
    var file: String

    @Argument(help: ArgumentHelp("What the translators sent back.", valueName: "xliff"))
    var translation: String

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: ArgumentHelp("Another file to write, in place of the instrument itself.", valueName: "file"))
    var output: String?

    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let units = TranslationUnits(try MarkupFile.read(file, in: language))
      let reading = XLIFFReader.read(try MarkupFile.read(translation, in: language), file: translation)
      guard let given = reading.file, !reading.findings.hasErrors else { throw Failure(reading.findings, in: language) }
      let outcome = TranslationImport.apply(given, to: units)
      guard outcome.findings.isEmpty else { throw Failure(outcome.findings, in: language) }
      if let output {
        try OutputFile.create(output, outcome.bytes, in: language)
      } else if outcome.bytes != units.document.text.bytes {
        try OutputFile.replace(file, outcome.bytes, in: language)
      }
      Output.print(
        TranslatePhrase.imported.text(
          in: language,
          [
            "file": output ?? file, "changed": String(outcome.changed), "added": String(outcome.added),
            "open": String(outcome.open),
          ]))
    }
  }

  struct Status: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "How far each language is.", discussion: "Example:  synak translate status instruments/*.xml")

    @Argument(help: ArgumentHelp("Instruments, or other files with texts.", valueName: "file"))
    var files: [String]

    @OptionGroup var languages: LanguageOptions

    func run() throws {
      let language = languages.language
      let heads: [TranslatePhrase] = [.file, .language, .done, .texts, .missing, .identical, .damaged]
      var rows = [heads.map { $0.text(in: language) }]
      for file in files {
        let units = TranslationUnits(try MarkupFile.read(file, in: language))
        for (index, status) in TranslationStatus.all(of: units).enumerated() {
          rows.append(
            [
              index == 0 ? URL(filePath: file).lastPathComponent : "", status.language.rawValue, Self.bar(status),
              "\(status.translated)/\(status.texts)",
            ] + [status.missing, status.identical, status.damaged].map(Self.some))
        }
      }
      Output.print(Columns.text(rows))
    }

    private static func bar(_ status: TranslationStatus) -> String {
      let share = status.texts == 0 ? 100 : status.translated * 100 / status.texts
      let full = share / 10
      return String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full) + " \(share) %"
    }

    /// The first names, and how many there are.
    private static func some(_ ids: [String]) -> String {
      if ids.isEmpty { return "0" }
      return "\(ids.count): " + ids.prefix(2).joined(separator: ", ") + (ids.count > 2 ? ", …" : "")
    }
  }
}

/// What `translate` says.
enum TranslatePhrase: PhraseCatalogue {
  case exported, imported, file, language, done, texts, missing, identical, damaged

  var template: Template {
    switch self {
    case .exported:
      Template(
        ky: "{file}: {n} текст, анын ичинен {open} которула элек.", ru: "{file}: текстов {n}, не переведено {open}.",
        en: "{file}: {n} texts, {open} of them not translated yet.")
    case .imported:
      Template(
        ky: "{file}: {changed} өзгөрдү, {added} кошулду, {open} которула элек.",
        ru: "{file}: изменено {changed}, добавлено {added}, не переведено {open}.",
        en: "{file}: {changed} changed, {added} added, {open} not translated yet.")
    case .file: Template(ky: "Файл", ru: "Файл", en: "File")
    case .language: Template(ky: "Тил", ru: "Язык", en: "Language")
    case .done: Template(ky: "Даяр", ru: "Готово", en: "Done")
    case .texts: Template(ky: "Тексттер", ru: "Тексты", en: "Texts")
    case .missing: Template(ky: "Жок", ru: "Нет", en: "Missing")
    case .identical: Template(ky: "Окшош", ru: "Совпадают", en: "The same")
    case .damaged: Template(ky: "Бузулган", ru: "Повреждены", en: "Damaged")
    }
  }
}
