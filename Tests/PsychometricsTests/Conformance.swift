import Foundation
import Testing

/// Expected numbers from outside, where this machine has them.
///
/// They lie in the directory that `SYNAK_CONFORMANCE` names, or else beside the package; tests that need them are
/// skipped, and say so, where they are absent.
enum Conformance {
  static let absent: Comment = "conformance data isn't on this machine (SYNAK_CONFORMANCE)"

  static func url(_ path: String) -> URL {
    let root =
      ProcessInfo.processInfo.environment["SYNAK_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../shared/conformance")
    return root.appendingPathComponent("psychometrics").appendingPathComponent(path)
  }

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  static func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url(path)))
  }

  /// The rows of a comma-separated file by column name, quotes around fields dropped.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: url(path), encoding: .utf8).split(whereSeparator: \.isNewline)
    let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { line in
      line.map { $0.replacingOccurrences(of: "\"", with: "") }
    }
    let header = try #require(fields.first)
    return fields.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

/// Seeds for properties that hold whatever the numbers are.
func seeds(_ count: UInt64) -> Range<UInt64> { 0..<count }

/// Equal to within `tolerance`, taken of the larger of `b` and 1.
func near(_ a: Double?, _ b: Double, within tolerance: Double) -> Bool {
  a.map { abs($0 - b) <= tolerance * max(1, abs(b)) } ?? false
}
