import Foundation
import Testing

/// Files that lie outside the package: example instruments and hostile files. Tests that need them are skipped, and say
/// so, where they are absent.
enum SharedFiles {
  private static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["SYNAK_CONFORMANCE"] {
      return URL(fileURLWithPath: path).deletingLastPathComponent()
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared")
  }()

  static let hasExamples = FileManager.default.fileExists(atPath: root.appendingPathComponent("examples").path)
  static let hasHostile = FileManager.default.fileExists(
    atPath: root.appendingPathComponent("conformance/hostile/manifest.tsv").path)

  static let instruments = ["math-4-diagnostic.xml", "parent-survey.xml", "lesson-observation.xml"]

  static func example(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent("examples/\(name)")))
  }

  static func hostile(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent("conformance/hostile/\(name)")))
  }

  /// A row of the manifest of hostile files.
  struct Hostile: Sendable, CustomTestStringConvertible {
    var file: String
    var isAccepted: Bool
    var layer: String
    var testDescription: String { file }
  }

  static let hostileFiles: [Hostile] = {
    let manifest = root.appendingPathComponent("conformance/hostile/manifest.tsv")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Hostile(file: cells[0], isAccepted: cells[2].hasPrefix("accept"), layer: cells[3])
    }
  }()
}
