import Diagnostics
import Foundation
import Glibc
import Texts

/// Files that commands write; what can't be written is told with the reason.
enum OutputFile {
  /// A new file; one that is there is never written over.
  static func create(_ path: String, _ bytes: [UInt8], in language: Language) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Failure(of: WorkshopFinding.fileIsThere, found: path, in: language)
    } catch {
      throw failure(path, error.localizedDescription, in: language)
    }
  }

  /// A file that is changed as a whole: either the old one is there or the new one.
  static func replace(_ path: String, _ bytes: [UInt8], in language: Language) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw failure(path, error.localizedDescription, in: language)
    }
  }

  /// Into the file, which may be a device or a pipe, or to standard output where none is named.
  static func write(_ path: String?, _ bytes: [UInt8], in language: Language) throws {
    guard let path else { return Output.raw(bytes) }
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw failure(path, String(cString: strerror(errno)), in: language)
    }
  }

  static func failure(_ path: String, _ why: String, in language: Language) -> Failure {
    Failure(.cannotWrite, found: path, arguments: ["why": why], in: language, code: Status.fault)
  }
}
