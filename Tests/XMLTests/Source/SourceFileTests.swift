import Foundation
import Glibc
import Testing

@testable import XML

@Suite("Reading a file's bytes")
struct SourceFileTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "synak-xml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func fault(_ path: String, limit: Int = 100) -> SourceFile.Fault? {
    do throws(SourceFile.Fault) {
      _ = try SourceFile.read(path, limit: limit)
      return nil
    } catch { return error }
  }

  @Test("A regular file, and a link to one, give their bytes")
  func regularFile() throws {
    try inFolder { folder in
      let file = folder.appending(path: "сынак.xml")
      let link = folder.appending(path: "link.xml")
      try Data("<r/>".utf8).write(to: file)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      #expect(try SourceFile.read(file.path) == Array("<r/>".utf8))
      #expect(try SourceFile.read(link.path) == Array("<r/>".utf8))
      #expect(try SourceFile.read(file.path, limit: 4) == Array("<r/>".utf8))
      #expect(fault(file.path, limit: 3) == .tooLarge(limit: 3))
    }
  }

  @Test("A larger file than one read returns is read whole")
  func longFile() throws {
    try inFolder { folder in
      let file = folder.appending(path: "long")
      let bytes = (0..<200_001).map { UInt8(truncatingIfNeeded: $0 / 7) }
      try Data(bytes).write(to: file)
      #expect(try SourceFile.read(file.path) == bytes)
    }
  }

  @Test("What is no regular file is refused at once, unread", .timeLimit(.minutes(1)))
  func otherThings() throws {
    try inFolder { folder in
      let pipe = folder.appending(path: "pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(fault(pipe) == .notRegular)
      #expect(fault(folder.path) == .notRegular)
      #expect(fault("/dev/zero") == .notRegular)
      let empty = folder.appending(path: "empty")
      try Data().write(to: empty)
      #expect(fault(empty.path) == .empty)
      let loop = folder.appending(path: "loop")
      try FileManager.default.createSymbolicLink(at: loop, withDestinationURL: loop)
      #expect(fault(loop.path) == .unreadable(errno: ELOOP))
    }
  }

  @Test("A file that isn't there is not found, also behind a NUL, an empty name or a file taken for a folder")
  func missing() throws {
    try inFolder { folder in
      let file = folder.appending(path: "a.xml")
      try Data("<r/>".utf8).write(to: file)
      #expect(fault(folder.appending(path: "b.xml").path) == .notFound)
      #expect(fault(file.path + "\0.xml") == .notFound)
      #expect(fault("") == .notFound)
      #expect(fault(file.path + "/x") == .notFound)
    }
  }
}
