import Glibc

/// Reads the bytes of a file that somebody named, and nothing that only looks like a file.
///
/// A symbolic link is followed (it is the user's own); a pipe, a device or a directory is refused before anything is
/// read, so that neither an endless device nor a pipe without a writer can hold the program up.
package enum SourceFile {
  /// Why a file gave no bytes.
  ///
  /// Words for it live in the phrase catalogue of the floor above.
  package enum Fault: Error, Sendable, Equatable {
    case notFound
    case notPermitted
    /// A directory, pipe, socket or device.
    case notRegular
    /// More than `limit` bytes.
    case tooLarge(limit: Int)
    case empty
    /// Any other failure of the system, as `errno` told it.
    case unreadable(errno: Int32)
  }

  /// All bytes of the regular file at `path`.
  /// - Parameter limit: bytes; a larger file is refused unread.
  package static func read(_ path: String, limit: Int = Limits.standard.bytes) throws(Fault) -> [UInt8] {
    // A path with a NUL would be cut there by the system, and name another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound }
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }

    // One byte more than is allowed shows that the file grew since.
    let capacity = limit + 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    while bytes.count < capacity {
      let chunk = try chunk(from: descriptor, atMost: min(capacity - bytes.count, 1 << 16, max(1, Int(status.st_size))))
      if chunk.isEmpty { break }
      bytes.append(contentsOf: chunk)
    }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    guard !bytes.isEmpty else { throw .empty }
    return bytes
  }

  /// The next bytes of an open file; empty at its end.
  private static func chunk(from descriptor: Int32, atMost count: Int) throws(Fault) -> [UInt8] {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result = Glibc.read(descriptor, buffer.baseAddress, count)
      while result < 0 && errno == EINTR { result = Glibc.read(descriptor, buffer.baseAddress, count) }
      if result < 0 { failure = errno }
      filled = max(0, result)
    }
    guard failure == 0 else { throw fault(failure) }
    return chunk
  }

  private static func fault(_ code: Int32) -> Fault {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EACCES, EPERM: .notPermitted
    case ENXIO, EISDIR, ENODEV: .notRegular
    default: .unreadable(errno: code)
    }
  }
}
