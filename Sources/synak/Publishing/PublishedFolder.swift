import Diagnostics
import Foundation
import Texts

/// The folder with what is published, and its list.
struct PublishedFolder {
  let path: String

  private static let heading = "#id\tversion\tsha256\tdate\tmethod\tlanguages\titems\tfile"
  private var list: String { path + "/published.tsv" }

  func entries(in language: Language) throws -> [PublishedEntry] {
    guard FileManager.default.fileExists(atPath: list) else { return [] }
    let bytes = try InputFile.read(list, in: language)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { PublishedEntry(line: $0) }
  }

  /// First the files, then the list: what is in the list is there.
  func add(
    _ entry: PublishedEntry, bytes: [UInt8], pictures: [(name: String, bytes: [UInt8])], in language: Language
  ) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for picture in pictures { try freeze(picture.bytes, as: picture.name, in: language) }
      try freeze(bytes, as: entry.file, in: language)
      let known = (try? String(contentsOfFile: list, encoding: .utf8)) ?? Self.heading + "\n"
      try Data((known + entry.line + "\n").utf8).write(to: URL(filePath: list), options: .atomic)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw OutputFile.failure(path, error.localizedDescription, in: language)
    }
  }

  /// A read-only file; one that is there already must be the same.
  private func freeze(_ bytes: [UInt8], as name: String, in language: Language) throws {
    let file = path + "/" + name
    if let known = FileManager.default.contents(atPath: file) {
      guard Array(known) == bytes else { throw Failure(of: PublishingFinding.otherFile, found: file, in: language) }
      return
    }
    let folder = URL(filePath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
  }
}
