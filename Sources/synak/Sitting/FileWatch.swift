import Foundation
import XML

/// Tells when a file was saved.
final class FileWatch {
  private let path: String
  private var known: Stamp?
  /// How often in a row the file wasn't there.
  private var missed = 0

  private struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var inode: UInt
  }

  init(path: String) {
    self.path = path
    known = Self.stamp(of: path)
  }

  /// The bytes of the file where it was saved since the last look. A file that is away for a moment, as editors do, isn't
  /// one that changed.
  func changed() -> [UInt8]? {
    guard let stamp = Self.stamp(of: path), stamp != known else { return nil }
    guard let bytes = try? SourceFile.read(path) else { return nil }
    known = stamp
    return bytes
  }

  /// Whether the file was saved since the last look, came back or is gone for longer than an editor needs to save.
  func isOther() -> Bool {
    let stamp = Self.stamp(of: path)
    if stamp == nil, known != nil {
      missed += 1
      guard missed > 2 else { return false }
    }
    defer { known = stamp }
    missed = 0
    return stamp != known
  }

  private static func stamp(of path: String) -> Stamp? {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return Stamp(
      seconds: found.st_mtim.tv_sec, nanoseconds: found.st_mtim.tv_nsec, size: Int(found.st_size),
      inode: UInt(found.st_ino))
  }
}
