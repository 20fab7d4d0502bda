import Foundation

/// The shared conformance tables, outside the repository.
///
/// Tests that need one are skipped where it is absent.
enum Conformance {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["SYNAK_CONFORMANCE"] { return URL(fileURLWithPath: path) }
    return URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent(
      "../shared/conformance")
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The rows of a table of tabs, without its header.
  static func rows(_ path: String) throws -> [[String]] {
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
