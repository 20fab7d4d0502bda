import Foundation

/// The hostile files and their manifest, which lie beside the project, not in it. Tests of them are skipped where they
/// aren't there.
enum HostileFiles {
  struct File: Sendable {
    var name: String
    var kind: String
    /// What `check` must come to: a file that is accepted as it is or filtered is no mistake.
    var isRejected: Bool
    var path: String
  }

  static let all: [File] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["SYNAK_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    let folder = (given ?? package.appending(path: "../shared/conformance")).appending(path: "hostile")
    guard let manifest = try? String(contentsOf: folder.appending(path: "manifest.tsv"), encoding: .utf8) else {
      return []
    }
    return manifest.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else { return nil }
      return File(
        name: fields[0], kind: fields[1], isRejected: fields[2] == "reject",
        path: folder.appending(path: fields[0]).standardizedFileURL.path)
    }
  }()
}
