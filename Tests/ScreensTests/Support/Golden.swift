import Foundation
import Testing

/// Whole screens as text files: what people see, reviewed by people. `SYNAK_GOLDEN=write`
/// (`make golden`) writes them anew.
enum Golden {
  private static let folder = Sample.root.appending(path: "Tests/ScreensTests/Golden")

  /// All texts of one folder, by name.
  static func texts(in name: String) throws -> [(name: String, text: String)] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return try files.map { ("\(name)/\($0.lastPathComponent)", try String(contentsOf: $0, encoding: .utf8)) }
  }

  static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["SYNAK_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    guard text != golden else { return }
    let (seen, wanted) = (
      text.split(separator: "\n", omittingEmptySubsequences: false),
      golden.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(seen, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(seen.count, wanted.count)
    Issue.record(
      """
      \(name).txt differs in line \(line + 1):
      \(seen.indices.contains(line) ? seen[line] : "(nothing)")
      \(wanted.indices.contains(line) ? wanted[line] : "(nothing)")
      """, sourceLocation: sourceLocation)
  }
}

/// Screens one under another, each with a line that says what it shows.
struct Film {
  private(set) var text = ""

  mutating func take(_ title: String, _ typist: Typist) {
    text += "== \(title)\n" + typist.screen
  }
}
