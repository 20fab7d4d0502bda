import Foundation

/// The sources of the house as text, a list of files a target.
struct SourceTree {
  struct File: Sendable {
    /// From the root of the package.
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The modules that the file imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.mayStandBeforeImport) else {
          return nil
        }
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let named = words[(place + 1)...].first { !kinds.contains($0) }
        return named?.split(separator: ".").first.map(String.init)
      }
    }

    /// The code without what people read: comments and texts in quotes may speak of anything.
    var code: String {
      lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    private static func mayStandBeforeImport(_ word: String) -> Bool {
      word.hasPrefix("@") || ["package", "public", "internal", "private", "fileprivate"].contains(word)
    }
  }

  /// The files of every folder in `Sources`.
  let targets: [String: [File]]

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sources = root.appending(path: "Sources")
    var targets: [String: [File]] = [:]
    for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
      let folder = sources.appending(path: target)
      guard let paths = FileManager.default.enumerator(atPath: folder.path) else { continue }
      var files: [File] = []
      for case let path as String in paths where path.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        files.append(File(path: "Sources/\(target)/\(path)", text: text))
      }
      if !files.isEmpty { targets[target] = files }
    }
    self.targets = targets
  }
}
