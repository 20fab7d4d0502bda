import Diagnostics
import Formats
import Texts
import XML

/// Files of markup that commands read as a whole.
enum MarkupFile {
  static func read(_ path: String, in language: Language) throws -> Document {
    let bytes = try InputFile.read(path, in: language)
    do throws(XMLRefusal) {
      return try Document.read(bytes)
    } catch {
      throw Failure(error.problems.map { Diagnostic($0, file: path) }, in: language)
    }
  }
}
