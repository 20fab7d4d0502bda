import ArgumentParser
import Diagnostics
import Formats
import Foundation
import Texts
import XML

/// `synak format`: files in one layout.
struct FormatCommand: SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Lay files out in one way, comments and meaning kept.",
    discussion: """
      Two spaces a level, short texts in a line, long ones broken at 120 columns, attributes in one order, so that two
      versions differ only where they mean something else. Nothing that a respondent sees changes. With --check nothing is
      written; files that would change are named, and the exit code is 1.

      Examples:
        synak format mine.xml
        synak format --check instruments/*.xml
      """)

  @Argument(help: ArgumentHelp("Instruments, indicators, plans.", valueName: "file"))
  var files: [String]

  @Flag(help: "Only say which files would change.")
  var check = false

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let language = languages.language
    var changed = 0
    for file in files {
      let document = try MarkupFile.read(file, in: language)
      let bytes = Array(CanonicalLayout.text(of: document).utf8)
      guard bytes != document.text.bytes else { continue }
      // A layout that says something else would be a fault of the program: the file stays as it is.
      guard let laidOut = try? Document.read(bytes), MarkupMeaning.isSame(document, laidOut) else {
        throw Failure(of: WorkshopFinding.layoutChanges, found: file, in: language, code: Status.fault)
      }
      changed += 1
      if !check { try OutputFile.replace(file, bytes, in: language) }
      Output.print((check ? FormatPhrase.would : .did).text(in: language, ["file": file]))
    }
    if changed == 0 { Output.print(FormatPhrase.clean.text(in: language, ["n": String(files.count)])) }
    if check, changed > 0 { throw ExitCode(Status.mistakes) }
  }
}

/// What `format` says.
enum FormatPhrase: PhraseCatalogue {
  case would, did, clean

  var template: Template {
    switch self {
    case .would: Template(ky: "{file}: башкача жайгашат.", ru: "{file}: изменился бы.", en: "{file} would change.")
    case .did: Template(ky: "{file}: жайгаштырылды.", ru: "{file}: оформлен.", en: "{file} is laid out.")
    case .clean:
      Template(
        ky: "{n} файл тартипте.", ru: "Файлов в порядке: {n}.", en: "{n} {n:file is|files are} in order.")
    }
  }
}
