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
  static let hasHostile = hasConformance("hostile/manifest.tsv")

  static let instruments = ["math-4-diagnostic.xml", "parent-survey.xml", "lesson-observation.xml"]

  static func example(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent("examples/\(name)")))
  }

  static func hostile(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent("conformance/hostile/\(name)")))
  }

  static func hasConformance(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent("conformance/\(path)").path)
  }

  /// The rows of a table of tabs, without its header.
  static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOf: root.appendingPathComponent("conformance/\(path)"), encoding: .utf8)
      .split(separator: "\n").dropFirst().map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
  }

  /// A row of the manifest of hostile files.
  struct Hostile: Sendable, CustomTestStringConvertible {
    var file: String
    var isAccepted: Bool
    var layer: String
    var testDescription: String { file }
  }

  static let hostileFiles: [Hostile] = {
    guard let rows = try? rows("hostile/manifest.tsv") else { return [] }
    return rows.map { cells in
      Hostile(file: cells[0], isAccepted: cells[2].hasPrefix("accept"), layer: cells[3])
    }
  }()
}
