import Foundation
import Testing

@testable import XML

/// The hostile files and their manifest, which lie beside the project, not in it.
enum Conformance {
  static let root: URL? = {
    let given = ProcessInfo.processInfo.environment["SYNAK_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let root = given ?? package.appending(path: "../shared/conformance")
    return FileManager.default.fileExists(atPath: root.path) ? root : nil
  }()

  /// A row of the manifest.
  struct HostileFile: Sendable, CustomTestStringConvertible {
    var name: String
    var expected: String
    var layer: String
    var url: URL
    var testDescription: String { name }
  }

  static let hostile: [HostileFile] = {
    guard let folder = root?.appending(path: "hostile"),
      let manifest = try? String(contentsOf: folder.appending(path: "manifest.tsv"), encoding: .utf8)
    else { return [] }
    return manifest.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4 else { return nil }
      return HostileFile(
        name: fields[0], expected: fields[2], layer: fields[3], url: folder.appending(path: fields[0]))
    }
  }()

  /// Every other XML file beside the project.
  static let honest: [URL] = {
    guard let root else { return [] }
    let roots = [root.appending(path: "qti"), root.appending(path: "xforms"), root.appending(path: "../examples")]
    return roots.flatMap { folder -> [URL] in
      let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "xml" }
    }.sorted { $0.path < $1.path }
  }()
}

/// What reading a file came to, short enough to compare.
func verdict(of url: URL) -> Result<Document, XMLRefusal> {
  do throws(SourceFile.Fault) {
    let bytes = try SourceFile.read(url.path)
    return read(bytes)
  } catch {
    let kind: XMLProblem.Kind = error == .empty ? .empty : .malformed
    let problem = XMLProblem(
      kind: kind, offset: 0, place: TextPlace(line: 1, column: 1), related: nil, libxml2Code: 0)
    return .failure(XMLRefusal(problems: [problem], text: nil))
  }
}

func read(_ bytes: [UInt8], limits: Limits = .standard) -> Result<Document, XMLRefusal> {
  do throws(XMLRefusal) { return .success(try Document.read(bytes, limits: limits)) } catch { return .failure(error) }
}

func read(_ text: String) -> Result<Document, XMLRefusal> { read(Array(text.utf8)) }
