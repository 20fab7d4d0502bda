import Foundation
import TerminalTesting

/// A session as it is sat with a few keys: an instrument, its first words, and what is typed.
struct Walk {
  var arguments: [String]
  /// Stands on the first screen.
  var begins: String
  var keys: [String]

  func program(in folder: Folder) -> Program {
    Program.synak(arguments + ["--store", folder.path, "--again", "--take-over"])
  }

  /// Sittings of every kind, with all that a respondent may call for.
  static func all(in folder: Folder) throws -> [Walk] {
    let pages = ["\u{1B}OP", "\r", "\u{1B}OQ", "\u{1B}[B", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OS", "\u{1B}[B", "\r"]
    let (next, before, down) = ("\u{1B}[6~", "\u{1B}[5~", "\u{1B}[B")
    return [
      Walk(
        arguments: ["take", "math-4-diagnostic", "--person", "u-0001", "-l", "ky"], begins: "348",
        keys: ["6", "2", "3", "\u{7F}", "3", "\r", "2", "\r", "60", "\r", "13", "\r", "21", "\r"] + pages + [
          before, next, down, down, next, "\u{3}", "\r",
        ]),
      try generated(60, language: "ky", person: "u-0002", in: folder),
      try generated(60, language: "ru", person: "u-0003", in: folder),
      Walk(
        arguments: ["take", "lesson-observation", "--person", "m-0011", "-l", "ru"], begins: "1 /",
        keys: ["+", "+", "-", "\r", "1", "\r", "2", "\r", down, "1", "\r", "Слова", "\r", before] + pages),
      Walk(
        arguments: ["take", "parents-2025", "-l", "ky"], begins: "1 /",
        keys: ["4", "\r", "1", "\r", "500", "\r", down, "\r", "2", "\r", "12", "\r", "Сөз", "\r", before] + pages),
    ]
  }

  /// The generated survey, of whose sixty questions some are answered and many looked at.
  static func generated(_ questions: Int, language: String, person: String, in folder: Folder) throws -> Walk {
    let file = folder.path + "/generated-\(questions).xml"
    try Data(GeneratedInstrument.xml(questions: questions)).write(to: URL(filePath: file))
    let (next, before, down) = ("\u{1B}[6~", "\u{1B}[5~", "\u{1B}[B")
    return Walk(
      arguments: ["take", file, "--person", person, "-l", language], begins: "1 / 60",
      keys: [
        down, down, "4", "\r", "12", "\r", "1", "3", "2", "\r", "Сөздөр", "\r", "3", "\r", "7", "\r", next, "ү", "\r",
      ]
        + [String](repeating: next, count: 12) + ["\u{1B}OQ", down, "\r", before, before])
  }
}

/// A folder that is gone when nobody holds it any more.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "synak-bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
