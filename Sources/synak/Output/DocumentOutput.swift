import ArgumentParser
import Diagnostics
import Documents
import Expressions
import Foundation
import Glibc
import Instruments
import Texts

/// Where a document goes, and as what.
struct DocumentOutput: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write, in place of standard output.", valueName: "file"))
  var output: String?

  func write(_ document: PrintedDocument, pictures: [String: PictureFile], in language: Language) throws {
    try write(HTMLWriter(pictures: pictures).bytes(document), in: language)
  }

  func write(_ bytes: [UInt8], in language: Language) throws {
    try OutputFile.write(output, bytes, in: language)
  }
}

extension LanguageOptions {
  /// The language of a document about a form: the one asked for, else that of the environment where the form has it, else
  /// the form's first.
  func language(of form: Form) throws -> Language {
    guard let chosen else { return form.languages.contains(language) ? language : form.languages.first ?? language }
    guard form.languages.contains(chosen) else {
      throw Failure(
        of: DocumentFinding.languageMissing, found: form.id.text,
        arguments: [
          "language": chosen.rawValue, "known": form.languages.map(\.rawValue).joined(separator: ", "),
        ], in: language)
    }
    return chosen
  }
}

/// The pictures of an instrument, read from beside its file. Those that are missing, too large or elsewhere were reported
/// by `check`; on paper their drawing or their words stand for them.
enum PictureFiles {
  private static let limit = 4 << 20

  static func read(of form: Form, file: String) -> [String: PictureFile] {
    let folder = URL(filePath: file).deletingLastPathComponent().resolvingSymlinksInPath()
    var result: [String: PictureFile] = [:]
    for source in PictureCheck.names(in: form) {
      let path = folder.appending(path: source).resolvingSymlinksInPath()
      guard path.path.hasPrefix(folder.path + "/"), let data = FileManager.default.contents(atPath: path.path),
        data.count <= limit, let picture = PictureFile(name: source, bytes: Array(data))
      else { continue }
      result[source] = picture
    }
    return result
  }
}
